using System.Text.RegularExpressions;

namespace Outreach.Replies;

/// <summary>A mail that was passed on: programs put a mark of their language before the subject.</summary>
internal static class ForwardedMail
{
    public static bool Is(string? subject) => subject is not null && Mark.IsMatch(subject);

    private static readonly Regex Mark = new(@"\b(?:fwd?|wg|doorst|doorgestuurd|tr|pd|ilt|ilet)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
