using Outreach.Sending;
using SendGrid.Helpers.Mail;
using Address = SendGrid.Helpers.Mail.EmailAddress;

namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>What one call of Mail Send says. A single message stands in it as it is; several by substitution.</summary>
internal static class MailSend
{
    /// <summary>The custom argument that comes back in events, which mix it with their own names. SendGrid keeps it as not personal: it is opaque.</summary>
    public const string ReferenceArgument = "outreach_reference";

    public static SendGridMessage Write(Mailing mailing, SendGridOptions options) => new()
    {
        Personalizations = [.. mailing.Letters.Select(letter => Personalize(mailing, letter.Email, options))],
        From = NamedAddress(options.From.Value, mailing.First.FromName),
        ReplyTo = ReplyTo(mailing, options) is { } replyTo ? NamedAddress(replyTo, mailing.First.FromName) : null,
        PlainTextContent = mailing.IsSingle ? mailing.First.Text : mailing.Text.Start + Mailing.TextTag + mailing.Text.End,
        HtmlContent = mailing.IsSingle ? mailing.First.Html : mailing.Html.Start + Mailing.HtmlTag + mailing.Html.End,
        // Nobody is followed, and SendGrid's own unsubscribe headers would replace ours.
        TrackingSettings = new()
        {
            ClickTracking = new() { Enable = false, EnableText = false },
            OpenTracking = new() { Enable = false },
            SubscriptionTracking = new() { Enable = false },
        },
    };

    // There is one reply address for the whole call, but substitution works in it. Source: Mail Send, "substitutions".
    private static string? ReplyTo(Mailing mailing, SendGridOptions options) =>
        options.ReplyDomain is null || mailing.First.ReplyToken is not { } token ? null
        : $"{(mailing.IsSingle ? token : Mailing.ReplyTag)}@{options.ReplyDomain}";

    private static Personalization Personalize(Mailing mailing, EmailToSend email, SendGridOptions options) => new()
    {
        Tos = [NamedAddress(email.To.Value, email.ToName)],
        Subject = OneLine(email.Subject),
        Headers = Headers(email, options),
        Substitutions = mailing.IsSingle ? null : Substitutions(mailing, email),
        CustomArgs = new() { [ReferenceArgument] = email.Reference },
    };

    private static Dictionary<string, string> Headers(EmailToSend email, SendGridOptions options)
    {
        var headers = new Dictionary<string, string> { ["Message-ID"] = MessageIds.Of(email.Reference, options.MessageIdDomain) };
        if (email.InReplyTo is { } answered && MessageIds.IsSafe(answered))
            headers["In-Reply-To"] = headers["References"] = answered;
        if (email.StopUrl is { } stop)
        {
            headers["List-Unsubscribe"] = $"<{stop.AbsoluteUri}>";
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        return headers;
    }

    private static Dictionary<string, string> Substitutions(Mailing mailing, EmailToSend email)
    {
        var substitutions = new Dictionary<string, string>
        {
            [Mailing.TextTag] = mailing.Text.Inner(email.Text).ToString(),
            [Mailing.HtmlTag] = mailing.Html.Inner(email.Html).ToString(),
        };
        if (email.ReplyToken is { } token)
            substitutions[Mailing.ReplyTag] = token;
        return substitutions;
    }

    private static Address NamedAddress(string address, string? name) => new(address, string.IsNullOrWhiteSpace(name) ? null : Quoted(OneLine(name)));

    private static string OneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    // A comma or semicolon in a bare name would part it into two addresses.
    private static string Quoted(string name) =>
        name.AsSpan().ContainsAny(',', ';') ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : name;
}
