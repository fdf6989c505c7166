using Outreach.Records;

namespace Outreach.Lists.Rows;

/// <summary>Whether a row, or what somebody typed in, gives a way to reach its person.</summary>
internal static class CandidateReach
{
    /// <summary>A number or an address for mail.</summary>
    public static bool HasContact(this Candidate candidate) => candidate.Mobile is not null || candidate.Landline is not null || candidate.Email is not null;

    /// <summary>The same, or a house: a letter or a neighbour can come there.</summary>
    public static bool IsReachable(this Candidate candidate) => candidate.HasContact() || candidate.Address is not null;
}
