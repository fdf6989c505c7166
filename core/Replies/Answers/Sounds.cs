using System.Text;

namespace Outreach.Replies.Answers;

/// <summary>How a word sounds: people who find spelling hard write what they hear, "teid" for "tijd".</summary>
/// <param name="alike">What sounds the same, each with the letters that stand for it; <c>$</c> is the end of a word.</param>
internal sealed class Sounds(IReadOnlyDictionary<string, string> alike)
{
    /// <summary>In letters: shorter words sound like too many others.</summary>
    public const int MinLength = 3;

    private readonly (string From, string To)[] _changes = [.. alike.Select(each => (each.Key, each.Value)).OrderByDescending(each => each.Key.Length)];

    public string Of(string word)
    {
        var (written, sound) = ($"{word}$", new StringBuilder(word.Length + 1));
        for (var at = 0; at < written.Length;)
        {
            var (from, to) = Array.Find(_changes, each => string.CompareOrdinal(written, at, each.From, 0, each.From.Length) == 0);
            foreach (var letter in to ?? written.AsSpan(at, 1))
                if (sound.Length == 0 || sound[^1] != letter)
                    sound.Append(letter);
            at += from?.Length ?? 1;
        }
        return sound.ToString();
    }
}
