using Outreach.Languages;
using Outreach.PlainLanguage;

namespace Outreach.Tests.Languages;

public sealed class PlainCheckTests
{
    public static TheoryData<int> PlainOnes => [.. Enumerable.Range(0, PlainSampleTexts.Plain.Length)];

    [Theory]
    [MemberData(nameof(PlainOnes))]
    public void A_plain_invitation_gets_no_mark_at_all(int sample)
    {
        var (language, text) = PlainSampleTexts.Plain[sample];

        var report = PlainCheck.Of(text, language, new MustHaves());

        Assert.Empty(report.Marks);
        Assert.False(report.NeedsConfirm);
    }

    [Theory]
    [InlineData("nl", "Het wordt in mei georganiseerd.", PlainKind.Passive, "wordt in mei georganiseerd")]
    [InlineData("nl", "Wij weten wat er gevraagd wordt.", PlainKind.Passive, "gevraagd wordt")]
    [InlineData("en", "A meal is being organised for you.", PlainKind.Passive, "is being organised")]
    [InlineData("en", "The food was not made here.", PlainKind.Passive, "was not made")]
    [InlineData("nl", "Het is niet onmogelijk om te komen.", PlainKind.DoubleNegation, "niet onmogelijk")]
    [InlineData("nl", "Niemand gaat zonder taart naar huis.", PlainKind.DoubleNegation, "Niemand gaat zonder")]
    [InlineData("en", "This is not uncommon in our street.", PlainKind.DoubleNegation, "not uncommon")]
    [InlineData("nl", "Dit doen we i.s.m. de bakker.", PlainKind.Abbreviation, "i.s.m.")]
    [InlineData("nl", "Denk bijv. aan soep.", PlainKind.Abbreviation, "bijv.")]
    [InlineData("en", "Bring food, e.g. bread.", PlainKind.Abbreviation, "e.g.")]
    [InlineData("nl", "Voor de kwetsbaarste en kwetsbare buren.", PlainKind.Label, "kwetsbare")]
    [InlineData("nl", "Cliënten zijn welkom.", PlainKind.Label, "Cliënten")]
    [InlineData("nl", "Voor oudere bewoners.", PlainKind.Label, "oudere bewoners")]
    [InlineData("en", "No illegals here.", PlainKind.Label, "illegals")]
    [InlineData("nl", "U dient op tijd te komen.", PlainKind.Formal, "U dient")]
    [InlineData("nl", "Hierbij delen wij u mede dat er soep is.", PlainKind.Formal, "Hierbij delen wij u mede")]
    [InlineData("nl", "Een avond over bewonersparticipatie.", PlainKind.Jargon, "bewonersparticipatie")]
    [InlineData("nl", "Vertel over je verkeersveiligheidsplan.", PlainKind.LongWord, "verkeersveiligheidsplan")]
    [InlineData("nl", "Een avond met filosofische vragen.", PlainKind.RareWord, "filosofische")]
    [InlineData("en", "An evening of metaphysics and soup.", PlainKind.RareWord, "metaphysics")]
    [InlineData("nl", "KOM ALLEMAAL naar de tuin.", PlainKind.Shouting, "KOM ALLEMAAL")]
    [InlineData("nl", "Het eten is GRATIS voor jou.", PlainKind.Shouting, "GRATIS")]
    [InlineData("nl", "Kom je ook??!", PlainKind.Exclamations, "??!")]
    [InlineData("tr", "Hepiniz gelin!!!", PlainKind.Exclamations, "!!!")]
    [InlineData("pl", "ZAPRASZAMY WSZYSTKICH do ogrodu", PlainKind.Shouting, "ZAPRASZAMY WSZYSTKICH")]
    public void A_mark_points_exactly_at_the_words(string language, string text, PlainKind kind, string words)
    {
        var report = PlainCheck.Of(text, language);

        var mark = Assert.Single(report.Marks, mark => mark.Kind == kind);
        Assert.Equal(words, text.Substring(mark.Start, mark.Length));
    }

    [Theory]
    [InlineData("nl", "Het wordt een mooi verjaardagsfeest.")]
    [InlineData("nl", "Morgen wordt het gezellig en goed weer.")]
    [InlineData("nl", "De taart wordt gezond.")]
    [InlineData("en", "We are interested in what you think.")]
    [InlineData("en", "The door is red and old.")]
    public void Not_every_form_of_to_be_is_a_passive(string language, string text)
    {
        Assert.DoesNotContain(PlainCheck.Of(text, language).Marks, mark => mark.Kind is PlainKind.Passive);
    }

    [Theory]
    [InlineData("nl", "Oudere kinderen mogen helpen in de oudere kerk.")]
    [InlineData("nl", "Ouders koken samen met hun kinderen.")]
    [InlineData("en", "Older children can help.")]
    public void A_word_about_age_is_no_label_by_itself(string language, string text)
    {
        Assert.DoesNotContain(PlainCheck.Of(text, language).Marks, mark => mark.NeedsConfirm);
    }

    [Theory]
    [InlineData("nl", "Kun je niet komen? Geen probleem.")]
    [InlineData("nl", "Je hoeft niets mee te nemen, geen stoel en geen bord.")]
    [InlineData("en", "If you can't come, no problem.")]
    public void Saying_no_in_two_clauses_is_no_double_negation(string language, string text)
    {
        Assert.DoesNotContain(PlainCheck.Of(text, language).Marks, mark => mark.Kind is PlainKind.DoubleNegation);
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(16, PlainWeight.Hint)]
    [InlineData(20, PlainWeight.Hint)]
    [InlineData(21, PlainWeight.Mark)]
    public void A_sentence_over_15_words_is_a_hint_and_over_20_a_mark(int length, PlainWeight? weight)
    {
        foreach (var language in new[] { "nl", "en", "tr", "uk" })
        {
            var text = string.Join(' ', Enumerable.Repeat("soep", length)) + ".";

            var marks = PlainCheck.Of(text, language).Marks;

            Assert.Equal(weight, marks.SingleOrDefault()?.Weight);
        }
    }

    [Theory]
    [InlineData("nl", "We eten om 19.30 uur bij dhr. De Wit. Kom je ook?", 2)]
    [InlineData("nl", "We eten soep, brood enz. Neem een stoel mee a.u.b. Tot dan!", 3)]
    [InlineData("nl", "Waar: de tuin\nWanneer: morgen", 2)]
    [InlineData("nl", "Deze regel loopt\ndoor op de volgende.", 1)]
    [InlineData("nl", "Kijk op www.merelbuurt.example/feest?dag=1. Of mail fatma.dewit@merelbuurt.example.", 2)]
    [InlineData("ar", "مرحبا. هل تأتي؟ نعم", 3)]
    [InlineData("ti", "ሰላም። ንዑ።", 2)]
    [InlineData("nl", "  ", 0)]
    public void Sentences_end_where_a_reader_stops(string language, string text, int sentences)
    {
        Assert.Equal(sentences, PlainCheck.Of(text, language).Counts.Sentences);
    }

    [Fact]
    public void A_word_that_labels_people_asks_for_a_confirmation_and_has_a_kinder_rewrite()
    {
        var report = PlainCheck.Of("Voor ouderen uit de achterstandswijk.", "nl");

        Assert.True(report.NeedsConfirm);
        Assert.Equal(["buren van alle leeftijden", "wijk"], report.Marks.Select(mark => mark.Rewrite));
        Assert.All(report.Marks, mark => Assert.True(mark.NeedsConfirm));
    }

    [Fact]
    public void Jargon_asks_for_no_confirmation()
    {
        var report = PlainCheck.Of("Participatie van de doelgroep.", "nl");

        Assert.Equal(2, report.Counts.Marks);
        Assert.False(report.NeedsConfirm);
    }

    [Fact]
    public void The_reason_is_in_the_language_of_the_organiser()
    {
        Assert.Contains("vaktaal", PlainCheck.Of("Participatie.", "nl").Marks[0].Why, StringComparison.Ordinal);
        Assert.Contains("office talk", PlainCheck.Of("Participatie.", "nl", organiserLanguage: "en").Marks[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_loud_sentence_is_marked()
    {
        const string Text = "PLEASE COME! FREE FOOD!";

        Assert.Equal(["PLEASE COME", "FREE FOOD"], PlainCheck.Of(Text, "en").Marks.Select(mark => Text.Substring(mark.Start, mark.Length)));
    }

    [Theory]
    [InlineData("en", "Please be advised of this.", PlainKind.Formal)]
    [InlineData("en", "We ask for community engagement here.", PlainKind.Jargon)]
    public void Words_that_are_marked_together_are_not_marked_again(string language, string text, PlainKind kind) =>
        Assert.Equal(kind, Assert.Single(PlainCheck.Of(text, language).Marks).Kind);

    [Fact]
    public void Capitals_are_rewritten_in_ordinary_letters()
    {
        Assert.Equal("Kom allemaal", PlainCheck.Of("KOM ALLEMAAL naar de tuin.", "nl").Marks[0].Rewrite);
    }

    [Fact]
    public void Names_are_neither_rare_nor_long_words()
    {
        Assert.Empty(PlainCheck.Of("Kom naar de Burgemeester-Zonderlingstraat bij Wilhelmientje.", "nl").Marks);
    }

    [Fact]
    public void Other_languages_have_counts_but_no_level()
    {
        var report = PlainCheck.Of("Merhaba komşular. Cuma akşamı bahçede birlikte çorba içiyoruz, siz de gelin.", "tr", new MustHaves());

        Assert.Null(report.Level);
        Assert.Equal(new PlainCounts(11, 2, 9, 0, 0), report.Counts);
    }

    [Fact]
    public void An_empty_text_has_nothing_to_mark()
    {
        Assert.Empty(PlainCheck.Of("", "nl").Marks);
    }
}
