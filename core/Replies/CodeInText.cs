using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Replies;

/// <summary>A code of ours that somebody wrote in a message, from a letter or a flyer or from a neighbour.</summary>
/// <param name="Rest">The words without it.</param>
public sealed record CodeInText(Code Code, CodeRow Row, string Rest)
{
    /// <summary>Words of ten characters that are worth a look; a real message has one at most.</summary>
    private const int MaxLooks = 3;

    public static async Task<CodeInText?> FindAsync(string? text, Codes codes, CancellationToken ct)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var (code, at, length) in Written(words).Take(MaxLooks))
        {
            if (await codes.FindAsync(code, ct) is { Value: var row })
                return new CodeInText(code, row, string.Join(' ', [.. words[..at], .. words[(at + length)..]]));
        }

        return null;
    }

    /// <summary>In one word; else in two, as people copy long ones: "3kx9m 7qp2d".</summary>
    private static IEnumerable<(Code Code, int At, int Length)> Written(string[] words)
    {
        for (var length = 1; length <= 2; length++)
        {
            for (var at = 0; at + length <= words.Length; at++)
            {
                var joined = string.Concat(words[at..(at + length)]).Trim('.', ',', ':', '(', ')', '"');
                if (Code.TryParse(joined, out var code))
                    yield return (code, at, length);
            }
        }
    }
}
