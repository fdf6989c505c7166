using Outreach.Replies;

namespace Outreach.Tests.Replies;

public sealed class ReplyReaderTests
{
    public static TheoryData<string> Languages => [.. Phrase.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_phrase_is_read_as_people_mean_it(string language)
    {
        var misread = Phrase.In(language)
            .Select(phrase => (phrase, reading: phrase.Read(language)))
            .Where(each => (each.reading.Kind, each.reading.Party) != (each.phrase.Kind, each.phrase.Party))
            .Select(each => $"{each.phrase.Text} -> {each.reading.Kind}:{each.reading.Party}, not {each.phrase.Kind}:{each.phrase.Party}")
            .ToArray();

        Assert.True(misread.Length == 0, $"{misread.Length} misread:\n{string.Join('\n', misread)}");
    }
}
