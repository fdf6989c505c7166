using Outreach.Sending;
using SendGrid.Helpers.Mail;
using Address = SendGrid.Helpers.Mail.EmailAddress;

namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>What one call of Mail Send says. A single message is in it as it is; several by substitution.</summary>
internal static class MailSend
{
    /// <summary>The custom argument that comes back in events, which mix it with their own names. SendGrid keeps it as not personal: it is opaque.</summary>
    public const string ReferenceArgument = "outreach_reference";

    public static SendGridMessage Write(MailCall call, SendGridOptions options) => new()
    {
        Personalizations = [.. call.Letters.Select(letter => Personalize(call, letter.Email, options))],
        From = NamedAddress(options.From.Value, call.First.FromName),
        ReplyTo = ReplyTo(call, options) is { } replyTo ? NamedAddress(replyTo, call.First.FromName) : null,
        PlainTextContent = call.IsSingle ? call.First.Text : call.Text.Start + MailCall.TextTag + call.Text.End,
        HtmlContent = call.IsSingle ? call.First.Html : call.Html.Start + MailCall.HtmlTag + call.Html.End,
        // Nobody is followed, and SendGrid's own unsubscribe headers would replace ours.
        TrackingSettings = new()
        {
            ClickTracking = new() { Enable = false, EnableText = false },
            OpenTracking = new() { Enable = false },
            SubscriptionTracking = new() { Enable = false },
        },
    };

    // There is one reply address for the whole call, but substitution works in it. Source: Mail Send, "substitutions".
    private static string? ReplyTo(MailCall call, SendGridOptions options) =>
        options.ReplyDomain is null || call.First.ReplyToken is not { } token ? null
        : $"{(call.IsSingle ? token : MailCall.ReplyTag)}@{options.ReplyDomain}";

    private static Personalization Personalize(MailCall call, EmailToSend email, SendGridOptions options) => new()
    {
        Tos = [NamedAddress(email.To.Value, email.ToName)],
        Subject = OneLine(email.Subject),
        Headers = Headers(email, options),
        Substitutions = call.IsSingle ? null : Substitutions(call, email),
        CustomArgs = new() { [ReferenceArgument] = email.Reference },
    };

    private static Dictionary<string, string> Headers(EmailToSend email, SendGridOptions options)
    {
        var headers = new Dictionary<string, string> { ["Message-ID"] = MessageIds.Of(email.Reference, options.MessageIdDomain) };
        if (email.StopUrl is { } stop)
        {
            headers["List-Unsubscribe"] = $"<{stop.AbsoluteUri}>";
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        return headers;
    }

    private static Dictionary<string, string> Substitutions(MailCall call, EmailToSend email)
    {
        var substitutions = new Dictionary<string, string>
        {
            [MailCall.TextTag] = call.Text.Inner(email.Text).ToString(),
            [MailCall.HtmlTag] = call.Html.Inner(email.Html).ToString(),
        };
        if (email.ReplyToken is { } token)
            substitutions[MailCall.ReplyTag] = token;
        return substitutions;
    }

    private static Address NamedAddress(string address, string? name) => new(address, string.IsNullOrWhiteSpace(name) ? null : Quoted(OneLine(name)));

    private static string OneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    // A comma or semicolon in a bare name would part it into two addresses.
    private static string Quoted(string name) =>
        name.AsSpan().ContainsAny(',', ';') ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : name;
}
