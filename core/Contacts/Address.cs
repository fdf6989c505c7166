using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Outreach.Contacts;

/// <summary>A postal address; street and number are always there.</summary>
/// <param name="Postcode">"1234 AB" for the Netherlands; empty for a door that was typed in without one.</param>
public sealed record Address(string Street, string HouseNumber, string? Addition, string Postcode, string? City)
{
    /// <summary>A Dutch postcode is one street or less; elsewhere it is a district or a whole town.</summary>
    [JsonIgnore]
    public bool IsPostcodeOfOneStreet => Postcode is [.., >= 'A' and <= 'Z'];

    /// <summary>The digits with which the house number begins, for its place and its side in the street; null where it begins with none.</summary>
    [JsonIgnore]
    public int? Number
    {
        get
        {
            var digits = HouseNumber.AsSpan();
            if (digits.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end)
                digits = digits[..end];
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
    }

    /// <summary>A letter comes to a box of the post; nobody can ring there.</summary>
    [JsonIgnore]
    public bool HasDoor => !Box.IsMatch(Street);

    /// <summary>"Lindelaan 12 B".</summary>
    [JsonIgnore]
    public string StreetLine => $"{Street} {HouseNumber} {Addition}".TrimEnd();

    /// <summary>"1234 AB Boskerk", or what is known of it.</summary>
    [JsonIgnore]
    public string TownLine => $"{Postcode} {City}".Trim();

    private static readonly Regex Box = new(@"^\W*(?:postbus|post ?box|p\.? ?o\.? ?box|antwoordn(?:umme)?r\.?|postfach|bo[iî]te postale|freepost)\b", RegexOptions.IgnoreCase);
}
