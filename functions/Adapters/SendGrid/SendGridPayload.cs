using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Outreach.Messages;

namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>The body of one call of Mail Send. A single message stands in it as it is; several by substitution.</summary>
internal static class SendGridPayload
{
    /// <summary>The custom argument that comes back in events, which mix it with their own names. SendGrid keeps it as not personal: it is opaque.</summary>
    public const string ReferenceArgument = "outreach_reference";

    // Relaxed: other scripts than Latin would take up to three times the room. The body is never put into a page.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Mailing mailing, SendGridOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Relaxed);
        json.WriteStartObject();
        json.WriteStartArray("personalizations");
        foreach (var letter in mailing.Letters)
            WritePersonalization(json, mailing, letter.Email, options);
        json.WriteEndArray();
        WriteAddress(json, "from", options.From.Value, mailing.First.FromName);
        if (ReplyTo(mailing, options) is { } replyTo)
            WriteAddress(json, "reply_to", replyTo, mailing.First.FromName);
        WriteContent(json, mailing);
        WriteTracking(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    // There is one reply address for the whole call, but substitution works in it. Source: Mail Send, "substitutions".
    private static string? ReplyTo(Mailing mailing, SendGridOptions options) =>
        options.ReplyDomain is null || mailing.First.ReplyToken is not { } token ? null
        : $"{(mailing.IsSingle ? token : Mailing.ReplyTag)}@{options.ReplyDomain}";

    private static void WritePersonalization(Utf8JsonWriter json, Mailing mailing, EmailToSend email, SendGridOptions options)
    {
        json.WriteStartObject();
        json.WriteStartArray("to");
        WriteAddress(json, null, email.To.Value, email.ToName);
        json.WriteEndArray();
        json.WriteString("subject", OneLine(email.Subject));
        WriteHeaders(json, email, options);
        if (!mailing.IsSingle)
            WriteSubstitutions(json, mailing, email);
        json.WriteStartObject("custom_args");
        json.WriteString(ReferenceArgument, email.Reference);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHeaders(Utf8JsonWriter json, EmailToSend email, SendGridOptions options)
    {
        json.WriteStartObject("headers");
        json.WriteString("Message-ID", MessageIds.Of(email.Reference, options.MessageIdDomain));
        if (email.InReplyTo is { } answered && MessageIds.IsSafe(answered))
        {
            json.WriteString("In-Reply-To", answered);
            json.WriteString("References", answered);
        }

        if (email.StopUrl is { } stop)
        {
            json.WriteString("List-Unsubscribe", $"<{stop.AbsoluteUri}>");
            json.WriteString("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        json.WriteEndObject();
    }

    private static void WriteSubstitutions(Utf8JsonWriter json, Mailing mailing, EmailToSend email)
    {
        json.WriteStartObject("substitutions");
        json.WriteString(Mailing.TextTag, mailing.Text.Inner(email.Text));
        json.WriteString(Mailing.HtmlTag, mailing.Html.Inner(email.Html));
        if (email.ReplyToken is { } token)
            json.WriteString(Mailing.ReplyTag, token);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, Mailing mailing)
    {
        json.WriteStartArray("content");
        WritePart("text/plain", mailing.IsSingle ? mailing.First.Text : mailing.Text.Start + Mailing.TextTag + mailing.Text.End);
        WritePart("text/html", mailing.IsSingle ? mailing.First.Html : mailing.Html.Start + Mailing.HtmlTag + mailing.Html.End);
        json.WriteEndArray();

        void WritePart(string type, string value)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("value", value);
            json.WriteEndObject();
        }
    }

    // Nobody is followed, and SendGrid's own unsubscribe headers would replace ours.
    private static void WriteTracking(Utf8JsonWriter json)
    {
        json.WriteStartObject("tracking_settings");
        foreach (var name in (ReadOnlySpan<string>)["click_tracking", "open_tracking", "subscription_tracking"])
        {
            json.WriteStartObject(name);
            json.WriteBoolean("enable", false);
            if (name == "click_tracking")
                json.WriteBoolean("enable_text", false);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAddress(Utf8JsonWriter json, string? property, string address, string? name)
    {
        if (property is not null)
            json.WritePropertyName(property);
        json.WriteStartObject();
        json.WriteString("email", address);
        if (!string.IsNullOrWhiteSpace(name))
            json.WriteString("name", Quoted(OneLine(name)));
        json.WriteEndObject();
    }

    private static string OneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    // A comma or semicolon in a bare name would part it into two addresses.
    private static string Quoted(string name) =>
        name.AsSpan().ContainsAny(',', ';') ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : name;
}
