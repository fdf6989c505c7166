using System.Text;
using Outreach.Sending;

namespace Outreach.Functions.Adapters.SendGrid;

/// <param name="Index">Its place among all messages asked for.</param>
internal sealed record Letter(int Index, EmailToSend Email);

/// <summary>
/// The messages of one call. What they have in common is written once, in the content; what differs is each one's substitution.
/// </summary>
internal sealed record MailCall(IReadOnlyList<Letter> Letters, Frame Text, Frame Html)
{
    public const int MaxLetters = 1000;

    // Tags that occur in no text or style sheet ("-text-" is in "-webkit-text-size-adjust").
    public const string TextTag = "-outreach.text-";
    public const string HtmlTag = "-outreach.html-";
    public const string ReplyTag = "-outreach.reply-";

    // SendGrid, Mail Send: all substitutions of one personalization together.
    public const int MaxSubstitutionBytes = 10_000;

    public EmailToSend First => Letters[0].Email;

    public bool IsSingle => Letters.Count == 1;

    public static MailCall Of(IReadOnlyList<Letter> letters) => new(
        letters,
        letters.Count == 1 ? Frame.None : Frame.Of(letters.Select(letter => letter.Email.Text)),
        letters.Count == 1 ? Frame.None : Frame.Of(letters.Select(letter => letter.Email.Html)));

    /// <summary>
    /// As few calls as can be. Apart go: another sender's name, messages without a reply address (the call has one for all),
    /// and an address that is already in the call, which SendGrid refuses. A message too large for substitution goes with
    /// those of its language, whose frame it shares, and alone when even that is not enough.
    /// </summary>
    public static IEnumerable<MailCall> Plan(IReadOnlyList<EmailToSend> emails)
    {
        var occurrences = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var groups = emails
            .Select((email, index) => new Letter(index, email))
            .GroupBy(letter => (
                letter.Email.FromName,
                Replies: letter.Email.ReplyToken is not null,
                Large: IsLarge(letter.Email, Frame.None, Frame.None) ? letter.Email.Language : null,
                Occurrence: occurrences[letter.Email.To.Value] = occurrences.GetValueOrDefault(letter.Email.To.Value) + 1));

        return groups.SelectMany(group => group.Chunk(MaxLetters)).SelectMany(Fit);
    }

    private static IEnumerable<MailCall> Fit(Letter[] letters)
    {
        var together = Of(letters);
        var large = together.IsSingle ? [] : letters.Where(letter => IsLarge(letter.Email, together.Text, together.Html)).ToArray();
        return large.Length == 0
            ? [together]
            : letters.Except(large).Chunk(MaxLetters).Select(Of).Concat(large.Select(letter => Of([letter])));
    }

    private static bool IsLarge(EmailToSend email, Frame text, Frame html) =>
        TextTag.Length + HtmlTag.Length + ReplyTag.Length + (email.ReplyToken?.Length ?? 0)
            + Encoding.UTF8.GetByteCount(text.Inner(email.Text)) + Encoding.UTF8.GetByteCount(html.Inner(email.Html)) > MaxSubstitutionBytes;
}

/// <summary>The beginning and the end that texts share.</summary>
internal sealed record Frame(string Start, string End)
{
    public static readonly Frame None = new("", "");

    public static Frame Of(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        var first = all[0];
        var start = all.Min(text => text.AsSpan().CommonPrefixLength(first));
        // Never between the two halves of a character outside the basic plane.
        if (start > 0 && char.IsHighSurrogate(first[start - 1]))
            start--;

        var end = all.Min(text => CommonEnd(text.AsSpan(start), first.AsSpan(start)));
        if (end > 0 && char.IsLowSurrogate(first[^end]))
            end--;
        return new(first[..start], first[^end..]);
    }

    public ReadOnlySpan<char> Inner(string text) => text.AsSpan(Start.Length, text.Length - Start.Length - End.Length);

    private static int CommonEnd(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var most = Math.Min(one.Length, other.Length);
        for (var length = 0; length < most; length++)
        {
            if (one[^(length + 1)] != other[^(length + 1)])
                return length;
        }

        return most;
    }
}
