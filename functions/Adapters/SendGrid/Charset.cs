using System.Text;

namespace Outreach.Functions.Adapters.SendGrid;

internal static class Charset
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static Charset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>An encoding that is unknown, or not the one it says, never loses the text: UTF-8 if it can be, else Windows-1252.</summary>
    public static string Decode(byte[] bytes, string? name)
    {
        var encoding = Find(name);
        if (encoding is not null && encoding.CodePage != Encoding.UTF8.CodePage)
            return encoding.GetString(bytes);

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }

    // Mail that says Latin-1 or Latin-5 often holds Windows' characters (the euro, curly quotes); browsers read it so too. Source: WHATWG Encoding.
    private static Encoding? Find(string? name)
    {
        try
        {
            return name?.Trim().ToLowerInvariant() switch
            {
                null or "" => null,
                "iso-8859-1" or "latin1" or "us-ascii" => Encoding.GetEncoding(1252),
                "iso-8859-9" or "latin5" => Encoding.GetEncoding(1254),
                var other => Encoding.GetEncoding(other),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
