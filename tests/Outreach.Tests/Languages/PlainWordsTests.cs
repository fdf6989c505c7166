using Outreach.PlainLanguage;

namespace Outreach.Tests.Languages;

public sealed class PlainWordsTests
{
    private static readonly string[] Languages = ["nl", "en"];

    public static TheoryData<string, PlainKind> Lists => [.. Languages.SelectMany(language => ListsOf(language).Select(list => (language, list.Kind)))];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_form_of_an_entry_is_found_in_a_sentence(string language, PlainKind kind) => Assert.All(Entries(language, kind), entry =>
    {
        foreach (var form in entry.Key.Replace("*", "buurt", StringComparison.Ordinal).Split('|'))
        {
            var text = $"We praten over {form} met de buren.";

            var mark = Assert.Single(PlainCheck.Of(text, language).Marks, mark => mark.Kind == kind);

            Assert.Equal((form, kind), (text.Substring(mark.Start, mark.Length), mark.Kind));
            Assert.Equal(entry.Value, mark.Rewrite);
        }
    });

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_rewrite_gets_no_mark_itself(string language, PlainKind kind) => Assert.All(Entries(language, kind), entry =>
    {
        var again = PlainCheck.Of(entry.Value, language).Marks;

        Assert.True(again.Count == 0, $"{entry.Key} -> {entry.Value}: {string.Join(", ", again)}");
    });

    [Theory]
    [InlineData("nl", 120, 50)]
    [InlineData("en", 80, 40)]
    public void The_lists_are_long_enough_to_be_of_use(string language, int jargon, int labels)
    {
        var file = PlainWords.For(language).File;

        Assert.InRange(file.Jargon.Count, jargon, int.MaxValue);
        Assert.InRange(file.Labels.Count, labels, int.MaxValue);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void No_form_stands_in_two_entries(string language)
    {
        var forms = ListsOf(language).SelectMany(list => list.List.Keys).SelectMany(forms => forms.Split('|'));

        Assert.Empty(forms.GroupBy(form => form).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Every_kind_of_mark_has_a_reason_in_both_languages(string language)
    {
        var whys = PlainWords.WhysFor(language);

        Assert.All(Enum.GetNames<PlainKind>(), kind => Assert.NotEmpty(whys[char.ToLowerInvariant(kind[0]) + kind[1..]]));
        Assert.All(whys.Values, why => Assert.DoesNotContain('\n', why));
    }

    private static IReadOnlyDictionary<string, string> Entries(string language, PlainKind kind) => ListsOf(language).Single(list => list.Kind == kind).List;

    private static IEnumerable<(PlainKind Kind, IReadOnlyDictionary<string, string> List)> ListsOf(string language)
    {
        var file = PlainWords.For(language).File;
        return
        [
            (PlainKind.Jargon, file.Jargon),
            (PlainKind.Label, file.Labels),
            (PlainKind.Formal, file.Formal),
            (PlainKind.Abbreviation, file.Abbreviations),
        ];
    }
}
