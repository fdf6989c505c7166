using System.Globalization;
using Outreach.Languages;

namespace Outreach.Tests.Languages;

public sealed class LanguageTests
{
    private static readonly DateTimeOffset Afternoon = new(2026, 11, 25, 14, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("tr", "en", "tr")]
    [InlineData("TR", null, "tr")]
    [InlineData("fr-BE", "en", "fr")]
    [InlineData("de", "en", "en")]
    [InlineData(null, "pl", "pl")]
    [InlineData("", "xx", "nl")]
    [InlineData(null, null, "nl")]
    public void A_person_gets_their_language_else_that_of_the_group_else_Dutch(string? person, string? group, string chosen)
    {
        Assert.Equal(chosen, Language.Choose(person, group).Code);
    }

    [Fact]
    public void There_are_ten_languages_and_two_run_from_right_to_left()
    {
        Assert.Equal(["nl", "en", "tr", "ar", "pl", "uk", "ti", "fa", "so", "fr"], Language.All.Select(language => language.Code));
        Assert.Equal(["ar", "fa"], Language.All.Where(language => language.IsRightToLeft).Select(language => language.Code));
        Assert.All(Language.All, language => Assert.Equal(language.Code, language.Text("about.code")));
    }

    [Fact]
    public void A_language_says_honestly_that_nobody_outside_has_checked_it()
    {
        Assert.All(Language.All, language => Assert.Null(language.CheckedBy));
    }

    [Theory]
    [InlineData("nl", "woensdag 25 november 2026, van 14.00 tot 16.00 uur", "wo 25 nov 14:00")]
    [InlineData("en", "Wednesday 25 November 2026, from 14:00 to 16:00", "Wed 25 Nov 14:00")]
    [InlineData("tr", "25 Kasım 2026 Çarşamba, saat 14.00-16.00", "25 Kas Çar 14:00")]
    [InlineData("ar", "الأربعاء 25 نوفمبر 2026، من الساعة 14:00 إلى 16:00", "الأربعاء 25/11 14:00")]
    [InlineData("pl", "środa, 25 listopada 2026, od 14:00 do 16:00", "śr. 25.11 14:00")]
    [InlineData("uk", "середа, 25 листопада 2026 року, з 14:00 до 16:00", "ср 25.11 14:00")]
    [InlineData("ti", "ረቡዕ 25 ሕዳር 2026 (25/11/2026)፣ ካብ ሰዓት 14:00 ክሳብ 16:00", "ረቡዕ 25/11 14:00")]
    [InlineData("fa", "چهارشنبه ۲۵ نوامبر ۲۰۲۶، از ساعت ۱۴:۰۰ تا ۱۶:۰۰", "چهارشنبه ۲۵/۱۱ ۱۴:۰۰")]
    [InlineData("so", "Arbaco 25 Nofembar 2026, laga bilaabo 14:00 ilaa 16:00", "Arb 25/11 14:00")]
    [InlineData("fr", "mercredi 25 novembre 2026, de 14h00 à 16h00", "mer 25/11 14:00")]
    public void Days_and_times_are_written_as_the_language_writes_them(string code, string period, string moment)
    {
        var language = Language.Find(code)!;

        Assert.Equal(period, language.Period(Afternoon, Afternoon.AddHours(2)));
        Assert.Equal(moment, language.ShortMoment(Afternoon));
    }

    [Fact]
    public void In_the_night_that_the_clock_goes_back_each_time_is_the_local_one()
    {
        var start = new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.FromHours(2));
        var end = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(1));

        Assert.Equal("zondag 25 oktober 2026, van 01.30 tot 02.30 uur", Language.All[0].Period(start, end));
    }

    [Fact]
    public void In_the_night_that_the_clock_goes_forward_each_time_is_the_local_one()
    {
        var start = new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.FromHours(1));
        var end = new DateTimeOffset(2026, 3, 29, 3, 0, 0, TimeSpan.FromHours(2));

        Assert.Equal("van zaterdag 28 maart 2026, 23.00 uur, tot zondag 29 maart 2026, 03.00 uur", Language.All[0].Period(start, end));
    }

    [Theory]
    [InlineData("nl", "nl-NL")]
    [InlineData("en", "en-GB")]
    [InlineData("tr", "tr-TR")]
    [InlineData("pl", "pl-PL")]
    [InlineData("uk", "uk-UA")]
    [InlineData("fr", "fr-FR")]
    public void Names_of_days_and_months_are_those_that_Unicode_knows(string code, string culture)
    {
        var known = CultureInfo.GetCultureInfo(culture).DateTimeFormat;
        Assert.SkipWhen(known.DayNames[0] == CultureInfo.InvariantCulture.DateTimeFormat.DayNames[0] && code != "en", "This machine has no ICU data.");
        var language = Language.Find(code)!;

        Assert.Equal(known.DayNames, Names(language, "date.weekdays"));
        Assert.Equal(known.MonthGenitiveNames.Take(12), Names(language, "date.months"));
    }

    [Theory]
    [InlineData("nl", "other one other other other other other")]
    [InlineData("en", "other one other other other other other")]
    [InlineData("tr", "other one other other other other other")]
    [InlineData("ar", "zero one two few few many many")]
    [InlineData("pl", "many one few few many many many")]
    [InlineData("uk", "many one few few many many one")]
    [InlineData("ti", "one one other other other other other")]
    [InlineData("fa", "one one other other other other other")]
    [InlineData("so", "other one other other other other other")]
    [InlineData("fr", "one one other other other other other")]
    public void Plural_forms_follow_the_language(string code, string forms)
    {
        Assert.Equal(forms, string.Join(' ', new[] { 0, 1, 2, 3, 5, 11, 21 }.Select(count => PluralRules.Category(code, count))));
    }

    [Theory]
    [InlineData("pl", 12, "many")]
    [InlineData("pl", 22, "few")]
    [InlineData("uk", 11, "many")]
    [InlineData("uk", 111, "many")]
    [InlineData("uk", 24, "few")]
    [InlineData("ar", 100, "other")]
    [InlineData("ar", 103, "few")]
    public void Plural_forms_are_right_beyond_twenty_too(string code, int count, string form)
    {
        Assert.Equal(form, PluralRules.Category(code, count));
    }

    [Theory]
    [InlineData("nl", 1, "U kunt nog 1 buur uitnodigen.")]
    [InlineData("nl", 3, "U kunt nog 3 buren uitnodigen.")]
    [InlineData("fa", 12, "شما هنوز می‌توانید ۱۲ همسایه دعوت کنید.")]
    public void A_number_stands_in_its_sentence(string code, int count, string sentence)
    {
        Assert.Equal(sentence, Language.Find(code)!.Count("count.quotaLeft", count));
    }

    [Fact]
    public void Every_number_from_0_to_120_has_its_sentence_in_every_language()
    {
        foreach (var language in Language.All)
            foreach (var key in new[] { "party", "people", "waitingBefore", "quotaLeft", "placesLeft" })
                foreach (var count in Enumerable.Range(0, 121))
                    Assert.DoesNotContain('{', language.Count($"count.{key}", count));
    }

    [Fact]
    public void A_text_without_its_value_is_an_error()
    {
        var error = Assert.Throws<ArgumentException>(() => Language.All[0].Text("page.invitation.intro"));

        Assert.Contains("{group}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_markup_values_are_encoded_and_isolated()
    {
        Assert.Equal(
            "<bdi>Buren &amp; &lt;b&gt;Co&lt;/b&gt;</bdi> nodigt u uit.",
            Language.All[0].Markup("page.invitation.intro", ("group", "Buren & <b>Co</b>")));
    }

    private static IEnumerable<string> Names(Language language, string key) => language.Paragraphs(key).Select(lines => lines[0].Source);
}
