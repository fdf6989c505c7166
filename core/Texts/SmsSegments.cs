namespace Outreach.Texts;

public enum SmsEncoding
{
    /// <summary>160 characters in one message, 153 a part in more.</summary>
    Gsm7,

    /// <summary>70 characters in one message, 67 a part in more.</summary>
    Ucs2,
}

/// <summary>How many messages an operator bills for a text.</summary>
/// <param name="Characters">Characters as the encoding counts them: an escaped GSM-7 character and an emoji count two.</param>
/// <param name="FirstForcingCharacter">The first character outside GSM-7, which makes the whole text UCS-2; null in GSM-7.</param>
public readonly record struct SmsSegments(int Segments, SmsEncoding Encoding, int Characters, string? FirstForcingCharacter)
{
    // 3GPP TS 23.038, section 6.2.1.
    private const string Basic =
        "\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz" +
        "¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ";

    private const string Escaped = "\f^{}\\[]~|€";

    private static readonly byte[] GsmUnits = BuildGsmUnits();

    /// <summary>Parts beyond what the same number of GSM-7 characters would need.</summary>
    public int ExtraSegments => FirstForcingCharacter is null || Characters == 0 ? 0 : Segments - (Characters <= 160 ? 1 : (Characters + 152) / 153);

    public decimal Price(decimal pricePerSegment) => Segments * pricePerSegment;

    public static SmsSegments Count(string text)
    {
        var forcing = FirstOutsideGsm(text);
        var encoding = forcing is null ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;
        var (alone, part) = forcing is null ? (160, 153) : (70, 67);

        var (characters, parts, inPart) = (0, 0, part);
        foreach (var rune in text.EnumerateRunes())
        {
            var units = forcing is null ? GsmUnits[rune.Value] : rune.Utf16SequenceLength;
            characters += units;
            // A character that needs two places is never split over two parts.
            if (inPart + units > part)
                (parts, inPart) = (parts + 1, 0);
            inPart += units;
        }

        return new(characters is > 0 && characters <= alone ? 1 : parts, encoding, characters, forcing);
    }

    private static string? FirstOutsideGsm(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= GsmUnits.Length || GsmUnits[rune.Value] == 0)
                return rune.ToString();
        }

        return null;
    }

    private static byte[] BuildGsmUnits()
    {
        var units = new byte['€' + 1];
        foreach (var character in Basic)
            units[character] = 1;
        foreach (var character in Escaped)
            units[character] = 2;
        return units;
    }
}
