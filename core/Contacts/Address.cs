namespace Outreach.Contacts;

/// <summary>A postal address; street, number and postcode are always there.</summary>
/// <param name="Postcode">"1234 AB" for the Netherlands.</param>
public sealed record Address(string Street, string HouseNumber, string? Addition, string Postcode, string? City);
