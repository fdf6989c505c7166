using System.Globalization;

namespace Outreach.Contacts;

/// <summary>What a text turned out to be when it was read as a phone number.</summary>
public enum PhoneKind
{
    Invalid,

    /// <summary>A number somewhere, but not in the default country: only a + and the country code can tell where. Never guessed.</summary>
    CountryMissing,

    /// <summary>A good number in a country that the group does not send to.</summary>
    CountryNotAllowed,

    /// <summary>Can receive SMS.</summary>
    Mobile,

    /// <summary>A fixed line (or a number that behaves like one): for the call list.</summary>
    Landline,
}

/// <summary>A phone number in E.164 ("+31612345678"): plus, country code, national number, at most 15 digits.</summary>
public readonly record struct PhoneNumber(string Value)
{
    /// <summary>The fewest digits of a number that can be called, also one that is dialled in one country only: 112.</summary>
    public const int MinDigits = 3;

    // A cell with more digits than this is not a number: 15 of E.164, 2 of the prefix 00, and a trunk zero.
    private const int MaxTyped = 18;

    public override string ToString() => Value;

    /// <summary>True for a number that the group may reach, by SMS or by voice.</summary>
    public static bool TryParse(string? text, CountryRules rules, out PhoneNumber number, out PhoneKind kind)
    {
        kind = Read(text, rules, out number);
        return kind is PhoneKind.Mobile or PhoneKind.Landline;
    }

    /// <summary>Reads a number as people type it. <paramref name="number"/> is set for a mobile, a landline and a country that is not allowed.</summary>
    public static PhoneKind Read(ReadOnlySpan<char> text, CountryRules rules, out PhoneNumber number)
    {
        number = default;
        Span<char> buffer = stackalloc char[MaxTyped];
        if (!TryCollectDigits(text, buffer, out var length, out var plus) || length < 3)
            return PhoneKind.Invalid;

        ReadOnlySpan<char> digits = buffer[..length];
        if (plus)
            return Accept(NumberPlans.International(digits), rules, out number);
        return digits.StartsWith("00")
            ? Accept(NumberPlans.International(digits[2..]), rules, out number)
            : National(digits, rules, out number);
    }

    /// <summary>A number without a country code that would be a mobile in another country that the group sends to.</summary>
    public static bool IsMobileElsewhere(ReadOnlySpan<char> text, CountryRules rules)
    {
        Span<char> buffer = stackalloc char[MaxTyped];
        if (!TryCollectDigits(text, buffer, out var length, out var plus) || plus)
            return false;
        ReadOnlySpan<char> digits = buffer[..length];
        if (digits.StartsWith("00"))
            return false;
        foreach (var country in rules.Allowed)
        {
            if (country != rules.Default && NumberPlans.Knows(country) && NumberPlans.National(digits, country).Kind is PhoneKind.Mobile)
                return true;
        }

        return false;
    }

    private static PhoneKind National(ReadOnlySpan<char> digits, CountryRules rules, out PhoneNumber number)
    {
        number = default;
        if (!NumberPlans.Knows(rules.Default))
            return PhoneKind.CountryMissing;

        // Without its zero (Excel lost it) only a mobile counts: 512345678 would be a Dutch landline, and is more often a Polish mobile.
        var national = NumberPlans.National(digits, rules.Default);
        if (national.Kind is PhoneKind.Mobile || (national.Exists && (IsComplete(digits, rules.Default) || national == NumberPlans.International(digits))))
            return Accept(national, rules, out number);
        return national.Exists || NumberPlans.ExistsSomewhere(digits) ? PhoneKind.CountryMissing : PhoneKind.Invalid;
    }

    private static bool IsComplete(ReadOnlySpan<char> digits, string country) => digits[0] == '0' || !NumberPlans.HasTrunkZero(country);

    private static PhoneKind Accept(PlannedNumber planned, CountryRules rules, out PhoneNumber number)
    {
        number = planned.Exists ? new(planned.E164) : default;
        return planned.Exists && !rules.Allows(planned.CallingCode) ? PhoneKind.CountryNotAllowed : planned.Kind;
    }

    /// <summary>Keeps digits of any script, and skips what people and address books put between them. False when the text is anything else.</summary>
    private static bool TryCollectDigits(ReadOnlySpan<char> text, Span<char> digits, out int length, out bool plus)
    {
        (length, plus) = (0, false);
        text = WithoutPrefix(text);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsDigit(c, out var digit))
            {
                if (length == digits.Length)
                    return false;
                digits[length++] = digit;
            }
            else if (c is '+' or '\uFF0B' && length == 0 && !plus)
                plus = true;
            else if (c is 'e' or 'E' && length > 0 && !plus)
                return TryExpandExponent(text, digits, ref length);
            else if (c == '(' && IsTrunkInBrackets(text[i..], out var skip) && HasCountryCode(digits[..length], plus))
                i += skip;
            else if (!IsSeparator(c) && !(c == ',' && length == 1 && text[i..].IndexOfAny('e', 'E') > 0))
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
    }

    private static bool IsDigit(char c, out char digit)
    {
        digit = c;
        if (c < 0x80)
            return char.IsAsciiDigit(c);
        var value = CharUnicodeInfo.GetDecimalDigitValue(c);
        digit = (char)('0' + value);
        return value >= 0;
    }

    private static bool IsSeparator(char c) =>
        c is ' ' or '.' or '-' or '/' or '(' or ')' or '[' or ']' or '\'' or '\u2212'
        || (c >= 0x80 && char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation)
        || c is '\t' or '\r' or '\n';

    // "+31 (0)6 …": the zero in brackets is the trunk zero, in every country but Italy, whose zeros belong to the number.
    private static bool IsTrunkInBrackets(ReadOnlySpan<char> text, out int skip)
    {
        var end = text.IndexOf(')');
        skip = end;
        return end > 0 && text[1..end].Trim() is "0";
    }

    private static bool HasCountryCode(ReadOnlySpan<char> digits, bool plus)
    {
        var code = plus ? digits : digits.StartsWith("00") ? digits[2..] : default;
        return code.Length > 0 && code is not "39";
    }

    // Excel's "3.1612345678E+10". With fewer decimals than the exponent says, digits were lost: it is not a number any more.
    private static bool TryExpandExponent(ReadOnlySpan<char> text, Span<char> digits, ref int length)
    {
        var e = text.IndexOfAny('e', 'E');
        var mantissa = text[..e].Trim();
        return mantissa.Length == length + 1
            && mantissa[1] is '.' or ','
            && int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var exponent)
            && exponent == length - 1;
    }
}
