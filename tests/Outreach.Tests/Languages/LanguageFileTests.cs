using System.Text.Json;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Tests.Languages;

public sealed class LanguageFileTests
{
    private static readonly string[] Known =
    [
        "name", "group", "nominator", "personalLine", "ownText", "title", "place", "contact", "phone", "when", "link", "button", "stopLink",
        "passOnLinks", "code", "count", "greeting", "party", "source", "whoNamed", "whatChanged", "changes", "notExpected", "time", "offered", "offerCode", "number", "answer", "day",
        "weekday", "weekdayShort", "month", "monthShort", "monthNumber", "year", "hour", "minute", "from", "until", "untilDay",
    ];

    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_language_has_the_same_keys(string code)
    {
        string[] own = ["about.checkedBy", "date.digits"];

        Assert.Equal(Keys("nl").Except(own).Order(), Keys(code).Except(own).Order());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_text_has_the_same_placeholders_as_in_Dutch(string code)
    {
        foreach (var key in Keys("nl").Where(key => !key.StartsWith("date.", StringComparison.Ordinal) && !key.StartsWith("about.", StringComparison.Ordinal)))
            Assert.Equal((key, Placeholders("nl", key)), (key, Placeholders(code, key)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_text_has_an_unknown_placeholder_or_a_loose_brace(string code)
    {
        foreach (var template in AllTemplates(code))
        {
            Assert.Subset(Known.ToHashSet(), template.Placeholders.ToHashSet());
            Assert.Equal(template.Placeholders.Count(), template.Source.Count(character => character is '{'));
            Assert.Equal(template.Placeholders.Count(), template.Source.Count(character => character is '}'));
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_text_is_empty_or_has_stray_spaces(string code)
    {
        foreach (var template in AllTemplates(code))
        {
            Assert.Equal(template.Source.Trim(), template.Source);
            Assert.NotEmpty(template.Source);
            Assert.DoesNotContain("  ", template.Source);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_text_with_a_number_has_all_plural_forms_of_its_language(string code)
    {
        var forms = Language.Find(code)!.File.Texts.Keys
            .Where(key => key.StartsWith("count.", StringComparison.Ordinal))
            .GroupBy(PluralRules.WithoutCategory, key => key[(key.LastIndexOf('.') + 1)..]);

        Assert.All(forms, text => Assert.Equal(PluralRules.Categories(code).Order(), text.Order()));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_week_has_seven_days_and_a_year_twelve_months(string code)
    {
        var language = Language.Find(code)!;

        Assert.Equal(7, Distinct(language, "date.weekdays"));
        Assert.Equal(7, Distinct(language, "date.weekdaysShort"));
        Assert.Equal(12, Distinct(language, "date.months"));
        Assert.Equal(12, Distinct(language, "date.monthsShort"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_text_puts_a_label_on_people(string code)
    {
        string[] labels = ["stigma", "eenzaam", "lonel", "doelgroep", "target group", "kwetsba", "vulnerab", "seul(e)", "solitude"];

        foreach (var template in AllTemplates(code))
            Assert.DoesNotContain(labels, label => template.Source.Contains(label, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("""{"title":"Merhaba","people":{"one":"{count}","other":"{count}"}}""", "Language file tr.json has no text for 'lines'.")]
    [InlineData("""{"lines":["a"],"people":{"one":"{count}","other":"{count}"}}""", "Language file tr.json has no text for 'title'.")]
    [InlineData("""{"title":"Merhaba","lines":["a"],"people":{"one":"{count}"}}""", "Language file tr.json has no text for 'people.other'.")]
    [InlineData("""{"title":"Merhaba","lines":["a {nam}"],"people":{"one":"{count}","other":"{count}"}}""", "Language file tr.json has a placeholder {nam} in 'lines' that means nothing there.")]
    public void What_is_wrong_in_a_file_is_an_error_that_names_language_and_key(string json, string message)
    {
        var first = Parse("""{"title":"Dag","lines":["a {name}"],"people":{"one":"{count}","other":"{count}"}}""");

        var error = Assert.Throws<InvalidDataException>(() => Parse(json).MustMatch(first, "tr"));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("""{"page":{"title":""}}""")]
    [InlineData("""{"page":{"title":" "}}""")]
    [InlineData("""{"page":{"title":["Dag",""]}}""")]
    [InlineData("""{"page":{"title":3}}""")]
    public void An_empty_text_is_an_error_that_names_the_key(string json)
    {
        Assert.Contains("'page.title'", Assert.Throws<InvalidDataException>(() => Parse(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_does_not_exist_is_an_error()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Language.All[0].Text("page.nothing"));

        Assert.Equal("Language file nl.json has no text 'page.nothing'.", error.Message);
    }

    [Fact]
    public void Every_kind_of_message_has_its_texts()
    {
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            Assert.Contains(MessageTexts.Key(kind, "subject"), Keys("nl"));
            Assert.Contains(MessageTexts.Key(kind, "sms"), Keys("nl"));
            Assert.Contains(MessageTexts.Key(kind, "body"), Keys("nl"));
        }
    }

    private static LanguageFile Parse(string json) => LanguageFile.Read(JsonDocument.Parse(json).RootElement, "tr");

    private static int Distinct(Language language, string key) => language.Paragraphs(key).Select(lines => lines.Single().Source).Distinct().Count();

    private static HashSet<string> Keys(string code)
    {
        var file = Language.Find(code)!.File;
        return [.. file.Keys, .. file.Paragraphs.Keys];
    }

    private static IEnumerable<Template> AllTemplates(string code)
    {
        var file = Language.Find(code)!.File;
        return file.Texts.Values.Concat(file.Paragraphs.Values.SelectMany(list => list).SelectMany(lines => lines));
    }

    // A list of lines may be cut up differently in another language; as a whole it must say the same.
    private static string Placeholders(string code, string key) =>
        string.Join(' ', Language.Find(code)!.File.Placeholders(key).Order());
}
