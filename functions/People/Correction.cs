using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Functions.People;

/// <summary>A person as a form that is filled in, and back.</summary>
internal static class Correction
{
    public static CandidateForm FormOf(Person person)
    {
        var (first, second) = person.Mobile is null ? (person.Landline, null) : (person.Mobile, person.Landline);
        var house = person.Address is { } home ? $"{home.HouseNumber} {home.Addition}".TrimEnd() : null;
        return new CandidateForm(person.Name, first?.Value, person.Email?.Value, person.Language, person.Address?.Street, house, person.Address?.Postcode) { Landline = second?.Value };
    }

    /// <summary>No form asks for the town: it stays while the postcode does.</summary>
    public static Candidate Of(Candidate typed, Person known) => typed.Address is { } address && known.Address is { } before && before.Postcode == address.Postcode
        ? typed with { Address = address with { City = before.City } }
        : typed;
}
