using System.Text.RegularExpressions;

namespace Outreach.Replies;

/// <summary>A mail that was passed on: programs put a mark of their language before the subject.</summary>
internal static partial class ForwardedMail
{
    public static bool Is(string? subject) => subject is not null && Mark().IsMatch(subject);

    [GeneratedRegex(@"\b(?:fwd?|wg|doorst|doorgestuurd|tr|pd|ilt|ilet)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
