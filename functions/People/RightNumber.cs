using Outreach.Contacts;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Functions.People;

/// <summary>A number or address that somebody reported as wrong, as an organiser gives it who knows better.</summary>
internal static class RightNumber
{
    /// <summary>Null for what is neither a number nor an address.</summary>
    public static Candidate? Read(string? contact, CountryRules countries)
    {
        var form = contact?.Contains('@', StringComparison.Ordinal) is true ? new CandidateForm(null, Email: contact) : new CandidateForm(null, Phone: contact);
        return form.TryRead(countries, mustReach: true, out var candidate) is null ? candidate : null;
    }
}
