namespace Outreach.Contacts;

/// <summary>A postal address; street and number are always there.</summary>
/// <param name="Postcode">"1234 AB" for the Netherlands; empty for a door that was typed in without one.</param>
public sealed record Address(string Street, string HouseNumber, string? Addition, string Postcode, string? City);
