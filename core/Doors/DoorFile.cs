using Outreach.Contacts;
using Outreach.Lists;

namespace Outreach.Doors;

/// <summary>The addresses of an uploaded list. Of the people on it nothing else is kept.</summary>
/// <param name="Addresses">Each house once.</param>
/// <param name="Refused">Rows without an address that can be read, and why.</param>
public sealed record DoorFile(IReadOnlyList<Address> Addresses, IReadOnlyList<RowProblem> Refused)
{
    public static DoorFile Read(Stream content, string fileName, ListRules rules)
    {
        using var file = ListFile.Open(content, fileName, rules);
        if (file.Refusal is { } refusal)
            return new DoorFile([], [refusal]);
        var (addresses, refused) = (new List<Address>(), new List<RowProblem>());
        foreach (var row in file.Rows().Where(row => !row.IsAboutFile))
        {
            if (row.Candidate is { IsOptedOut: true })
                continue;
            if (row.Candidate?.Address is { } address)
                addresses.Add(address);
            else
                refused.Add(row.Problems.FirstOrDefault(problem => problem.Rejected) ?? new RowProblem(row.Row, "", Records.ProblemCodes.Unreachable, "", "", Rejected: true));
            if (addresses.Count > TypedStreets.MaxDoors)
                break;
        }

        return new DoorFile([.. addresses.DistinctBy(Records.ContactHasher.Household)], refused);
    }
}
