using System.Text;
using System.Text.Json;

namespace Outreach.Tests.Support;

/// <summary>An e-mail from a resident as Inbound Parse posts it, each field in the bytes of its own charset.</summary>
public sealed record FakeEmail(string From, string To)
{
    public string Subject { get; init; } = "Re: uitnodiging";

    public string? Text { get; init; }

    public string? Html { get; init; }

    public string Charset { get; init; } = "utf-8";

    public string? EnvelopeFrom { get; init; }

    public IReadOnlyList<string> Headers { get; init; } = ["Message-ID: <answer-1@mail.example>"];

    public byte[]? Attachment { get; init; }

    /// <summary>The charsets come last, and the file before the text, as they may.</summary>
    public HttpContent Form()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(Charset);
        var form = new MultipartFormDataContent("xYzZY");
        if (Attachment is not null)
            form.Add(new ByteArrayContent(Attachment), "attachment1", "foto.jpg");
        Add("headers", string.Join('\n', Headers) + "\n", Encoding.UTF8);
        Add("dkim", "{@mail.example : pass}", Encoding.UTF8);
        Add("to", To, Encoding.UTF8);
        Add("from", From, Encoding.UTF8);
        Add("subject", Subject, Encoding.UTF8);
        if (Text is not null)
            Add("text", Text, bytes);
        if (Html is not null)
            Add("html", Html, bytes);
        Add("envelope", JsonSerializer.Serialize(new { to = new[] { To }, from = EnvelopeFrom ?? From }), Encoding.UTF8);
        Add("charsets", JsonSerializer.Serialize(new Dictionary<string, string> { ["to"] = "UTF-8", ["from"] = "UTF-8", ["subject"] = "UTF-8", ["text"] = Charset, ["html"] = Charset }), Encoding.UTF8);
        Add("SPF", "pass", Encoding.UTF8);
        return form;

        void Add(string name, string value, Encoding encoding) => form.Add(new ByteArrayContent(encoding.GetBytes(value)), $"\"{name}\"");
    }
}
