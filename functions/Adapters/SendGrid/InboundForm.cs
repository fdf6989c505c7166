using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Outreach.Functions.Adapters.SendGrid;

/// <summary>
/// The fields of the form as they came: each can be in another encoding, which the field "charsets" names, perhaps
/// after them. So they are kept as bytes, where ASP.NET's own reader would have decoded all as UTF-8.
/// </summary>
internal sealed class InboundForm
{
    private const int MaxFieldBytes = 1024 * 1024;

    private static readonly HashSet<string> Wanted = ["headers", "envelope", "charsets", "from", "to", "subject", "text", "html"];

    private readonly Dictionary<string, byte[]> _fields = [];
    private readonly Dictionary<string, string> _charsets = [];

    /// <summary>Null when the body is not a multipart form.</summary>
    public static async Task<InboundForm?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
            return null;

        var form = new InboundForm();
        var reader = new MultipartReader(boundary.ToString(), request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(ct) is { } section)
            {
                if (section.GetContentDispositionHeader() is { } disposition && !disposition.IsFileDisposition() && Wanted.Contains(disposition.Name.ToString().Trim('"')))
                    form._fields[disposition.Name.ToString().Trim('"')] = await ReadAsync(section.Body, ct);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        form.ReadCharsets();
        return form;
    }

    public string? Text(string field) =>
        _fields.TryGetValue(field, out var bytes) ? Charset.Decode(bytes, _charsets.GetValueOrDefault(field)) : null;

    // What is longer is not an answer; the rest is skipped when the next part is read.
    private static async Task<byte[]> ReadAsync(Stream body, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (bytes.Length < MaxFieldBytes && await body.ReadAsync(buffer, ct) is > 0 and var read)
            bytes.Write(buffer, 0, read);
        return bytes.ToArray();
    }

    private void ReadCharsets()
    {
        if (!_fields.TryGetValue("charsets", out var bytes))
            return;

        try
        {
            using var json = JsonDocument.Parse(bytes);
            foreach (var property in json.RootElement.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.String))
                _charsets[property.Name] = property.Value.GetString()!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Without it every field is taken for UTF-8, or else Windows-1252.
        }
    }
}
