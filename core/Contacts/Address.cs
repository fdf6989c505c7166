using System.Text.Json.Serialization;

namespace Outreach.Contacts;

/// <summary>A postal address; street and number are always there.</summary>
/// <param name="Postcode">"1234 AB" for the Netherlands; empty for a door that was typed in without one.</param>
public sealed record Address(string Street, string HouseNumber, string? Addition, string Postcode, string? City)
{
    /// <summary>A Dutch postcode is one street or less; elsewhere it is a district or a whole town.</summary>
    [JsonIgnore]
    public bool IsPostcodeOfOneStreet => Postcode is [.., >= 'A' and <= 'Z'];

    /// <summary>"Lindelaan 12 B".</summary>
    [JsonIgnore]
    public string StreetLine => $"{Street} {HouseNumber} {Addition}".TrimEnd();

    /// <summary>"1234 AB Boskerk", or what is known of it.</summary>
    [JsonIgnore]
    public string TownLine => $"{Postcode} {City}".Trim();
}
