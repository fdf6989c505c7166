using System.Net.Mail;
using System.Text.Json;
using Outreach.Functions.Replies;
using Outreach.Ids;
using Outreach.Replies;

namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>An e-mail that SendGrid's Inbound Parse hands over in its default form ("send raw" is off).</summary>
internal static class SendGridInboundParse
{
    /// <summary>As far as quotations are looked for; what is kept of it is <see cref="InboundCeiling"/>'s.</summary>
    private const int MaxRead = 250_000;

    /// <summary>Null when it is not an e-mail that can be read: nobody to answer, or not a form at all.</summary>
    public static async Task<InboundEvent?> ReadAsync(HttpRequest request, string? replyDomain, DateTimeOffset now, CancellationToken ct)
    {
        if (await InboundForm.ReadAsync(request, ct) is not { } form)
            return null;

        var headers = MailHeaders.Parse(form.Text("headers"));
        var (sender, receivers) = Envelope(form.Text("envelope"));
        if ((Address(form.Text("from")) ?? Address(sender)) is not { } from)
            return null;

        var to = receivers.FirstOrDefault(receiver => IsIn(receiver, replyDomain)) ?? (receivers.Count > 0 ? receivers[0] : null) ?? Address(form.Text("to"));
        var text = QuotedText.Cut(Short(Words(form), MaxRead));
        var messageId = MessageIds.Read(headers.Get("Message-ID")).FirstOrDefault();
        var answered = MessageIds.Read(headers.Get("In-Reply-To")).Concat(MessageIds.Read(headers.Get("References")).Reverse()).ToList();
        var ours = replyDomain is null ? null : answered.FirstOrDefault(id => MessageIds.Reference(id, replyDomain) is not null);
        return new(
            InboundKind.Email,
            Id(messageId ?? $"{form.Text("headers")}\n{form.Text("subject")}\n{text}", from, to),
            from,
            to,
            text,
            now,
            Subject: form.Text("subject"),
            InReplyTo: ours ?? answered.FirstOrDefault(),
            Reference: ours is null ? null : MessageIds.Reference(ours, replyDomain!),
            Automatic: headers.IsAutomatic || sender is "" or "<>" || IsMailSystem(from));
    }

    // Hashed with both ends: a Message-ID is chosen by its sender, and must not make another's e-mail look like a repeat.
    private static string Id(string message, string from, string? to) =>
        TextHash.Of($"{message}\n{from}\n{to}", 32);

    private static (string? From, List<string> To) Envelope(string? text)
    {
        try
        {
            using var json = JsonDocument.Parse(text ?? "");
            var sender = json.RootElement.TryGetProperty("from", out var from) && from.ValueKind is JsonValueKind.String ? from.GetString()!.Trim() : null;
            var receivers = json.RootElement.TryGetProperty("to", out var to) && to.ValueKind is JsonValueKind.Array
                ? to.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => Address(item.GetString())).OfType<string>().ToList()
                : [];
            return (sender, receivers);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, []);
        }
    }

    private static bool IsIn(string address, string? domain) =>
        domain is not null && address.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase);

    private static bool IsMailSystem(string address) =>
        address.StartsWith("mailer-daemon@", StringComparison.Ordinal) || address.StartsWith("postmaster@", StringComparison.Ordinal);

    private static string? Address(string? text) =>
        MailAddress.TryCreate(text, out var address) ? address.Address.ToLowerInvariant()
        : text?.LastIndexOf('<') is >= 0 and var start && MailAddress.TryCreate(text[start..], out address) ? address.Address.ToLowerInvariant()
        : null;

    private static string Words(InboundForm form) =>
        form.Text("text") is { } plain && !string.IsNullOrWhiteSpace(plain) ? plain : HtmlText.Read(form.Text("html") ?? "");

    private static string Short(string text, int most) => text.Length > most ? text[..most] : text;
}
