using System.Globalization;
using System.Text;
using Outreach.Languages;
using Outreach.Replies.Answers;

namespace Outreach.Tests.Replies;

/// <summary>Seeded loops: what people's phones and thumbs do to a text does not change what it says.</summary>
public sealed class NoisyReplyTests
{
    private static readonly string[] Marks = [" ", "  ", ".", "!", "!!", ",", "\n", "\t", "…", "\u200B", "\u200F", "\uFEFF"];

    [Fact]
    public void Noise_never_makes_a_stop_into_something_else()
    {
        var random = new Random(20260105);
        foreach (var phrase in Phrase.All.Where(phrase => phrase.Kind is ReplyKind.Stop))
        {
            for (var round = 0; round < 12; round++)
            {
                var noisy = Noisy(phrase.Text, random);
                var kind = Phrase.Reader.Read(noisy, Phrase.Languages[random.Next(Phrase.Languages.Length)]).Kind;
                Assert.True(kind is ReplyKind.Stop, $"{phrase.Text} as [{noisy}] -> {kind}");
            }
        }
    }

    [Fact]
    public void Capitals_and_marks_never_turn_a_yes_or_a_no_round()
    {
        var random = new Random(7);
        foreach (var phrase in Phrase.All.Where(phrase => phrase.Kind is ReplyKind.Yes or ReplyKind.No))
        {
            var kind = Phrase.Reader.Read(Noisy(phrase.Text, random), phrase.Language).Kind;
            Assert.True(kind == phrase.Kind || kind is ReplyKind.Unclear or ReplyKind.Question, $"{phrase.Text} -> {kind}");
        }
    }

    [Fact]
    public void A_yes_beside_a_no_or_a_wrong_number_is_neither()
    {
        var random = new Random(11);
        var said = Phrase.All.Where(phrase => phrase.Read(phrase.Language) is { IsAcknowledgement: false } reading && reading.Kind == phrase.Kind).ToLookup(phrase => (phrase.Language, phrase.Kind));
        foreach (var yes in said.Where(phrases => phrases.Key.Kind is ReplyKind.Yes).SelectMany(phrases => phrases))
        {
            var others = said[(yes.Language, ReplyKind.No)].Concat(said[(yes.Language, ReplyKind.WrongNumber)]).ToArray();
            var other = others[random.Next(others.Length)];
            var text = random.Next(2) == 0 ? $"{yes.Text}. {other.Text}" : $"{other.Text}\n{yes.Text}";
            var kind = Phrase.Reader.Read(text, yes.Language).Kind;
            Assert.True(kind is not (ReplyKind.Yes or ReplyKind.No or ReplyKind.WrongNumber or ReplyKind.Stop), $"[{text}] -> {kind}");
        }
    }

    [Fact]
    public void Random_text_never_throws()
    {
        var random = new Random(42);
        for (var round = 0; round < 3000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0x10000))]);
            Assert.InRange(Phrase.Reader.Read(text, "nl").Party, 1, 20);
        }
    }

    [Fact]
    public void Words_of_all_languages_thrown_together_never_throw()
    {
        var random = new Random(43);
        var words = Phrase.All.SelectMany(phrase => phrase.Text.Split(' ')).ToArray();
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => words[random.Next(words.Length)]));
            Assert.InRange(Phrase.Reader.Read(text, null).Party, 1, 20);
        }
    }

    private static string Noisy(string text, Random random)
    {
        var words = text.Split(' ').Select(word => Cased(word, random)).ToArray();
        var noisy = new StringBuilder(Mark(random));
        foreach (var word in words)
            noisy.Append(word).Append(' ').Append(random.Next(3) == 0 ? Marks[random.Next(2)] : "");
        var last = noisy.ToString().TrimEnd();
        return last + (char.IsLetter(last[^1]) ? new string(last[^1], random.Next(4)) : "") + Mark(random);
    }

    private static string Mark(Random random) => Marks[random.Next(Marks.Length)];

    private static string Cased(string word, Random random) => random.Next(3) switch
    {
        0 => word.ToUpper(CultureInfo.InvariantCulture),
        1 => word.ToLower(CultureInfo.InvariantCulture),
        _ => word,
    };
}
