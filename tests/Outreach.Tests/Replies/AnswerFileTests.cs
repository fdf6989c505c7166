using System.Text;
using System.Text.Json;
using Outreach.Languages;
using Outreach.Replies.Answers;

namespace Outreach.Tests.Replies;

public sealed class AnswerFileTests
{
    private const int MaxPhrasesPerLine = 35_000;

    private static readonly PieceKind[] AboutStopping = [PieceKind.Stop, PieceKind.StopAnywhere, PieceKind.NotStop];
    private static readonly PieceKind[] Polite = [PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing];

    public static TheoryData<string> Languages => [.. Phrase.Languages];

    [Fact]
    public void There_is_a_file_for_every_language_and_one_for_what_all_share() =>
        Assert.Equal([.. Phrase.Languages, "und"], AnswerFiles.LoadAll().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_section_has_something_in_it(string language)
    {
        var file = AnswerFiles.LoadAll()[language];

        var filled = file.Lines().Select(line => line.Kind).ToHashSet();
        var written = Enum.GetValues<PieceKind>().Except([PieceKind.Unknown, PieceKind.Number, PieceKind.Name]);
        Assert.Empty(written.Except(filled));
        Assert.NotEmpty(file.People);
        Assert.Superset(Enumerable.Range(1, 10).ToHashSet(), file.Numbers.Values.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_phrase_means_one_thing(string language)
    {
        var meanings = Phrases(AnswerFiles.LoadAll()[language])
            .GroupBy(phrase => phrase.Phrase, phrase => phrase.Kind, StringComparer.OrdinalIgnoreCase);

        Assert.Empty(meanings
            .Where(kinds => kinds.Distinct().Count() > 1 && kinds.Except(AboutStopping).Any() && kinds.Except(Polite).Any())
            .Select(kinds => $"{kinds.Key}: {string.Join(", ", kinds.Distinct())}"));
    }

    /// <summary>Choices multiply: a line of six once held two million phrases, more than the test above can compare.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void No_line_holds_more_phrases_than_can_be_checked(string language) => Assert.Empty(
        from line in AnswerFiles.LoadAll()[language].Lines()
        let phrases = AnswerLine.Of(line.Line, new Lexicon()).Phrases().Count()
        where phrases > MaxPhrasesPerLine
        select $"{phrases}: {line.Line}");

    [Fact]
    public void A_file_that_lacks_a_section_is_refused()
    {
        var json = """{"about": "Nothing but this", "yes": ["ja"]}""";

        Assert.Throws<JsonException>(() => AnswerFiles.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));
    }

    [Fact]
    public void A_line_with_choices_is_written_out() =>
        Assert.Equal(["ik kom", "ik kom graag", "wij kom", "wij kom graag"], Written("ik/wij kom -/graag"));

    internal static IEnumerable<(PieceKind Kind, string Phrase)> Phrases(AnswerFile file) =>
        file.Lines().SelectMany(line => Spelled(line.Line).Select(phrase => (line.Kind, phrase)));

    /// <summary>With accents and capitals, as they stand in the file: "ou" is not "où".</summary>
    private static IEnumerable<string> Spelled(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(
            (IEnumerable<string>)[""],
            (phrases, place) => phrases.SelectMany(phrase => place.Split('/').Select(choice => choice is "-" ? phrase : $"{phrase} {choice.Replace('_', ' ')}".Trim())));

    private static IEnumerable<string> Written(string line)
    {
        var lexicon = new Lexicon();
        return AnswerLine.Of(line, lexicon).Phrases().Select(phrase => string.Join(' ', phrase.ToArray().Select(id => TextOf(id, lexicon)))).ToArray();
    }

    private static string TextOf(int id, Lexicon lexicon) => id switch
    {
        PhraseTree.NumberPlace => "{n}",
        PhraseTree.PersonPlace => "{person}",
        PhraseTree.ClockPlace => "{clock}",
        PhraseTree.NamePlace => "{name}",
        _ => lexicon.Text(id),
    };
}
