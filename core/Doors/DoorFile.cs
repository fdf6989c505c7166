using Outreach.Contacts;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Doors;

/// <summary>The addresses of an uploaded list. Of the people on it nothing else is kept but that they want no contact.</summary>
/// <param name="Addresses">Each house once, without those where somebody wants no contact.</param>
/// <param name="OptedOut">The rows that say so.</param>
/// <param name="Refused">Rows without an address that can be read, and why.</param>
public sealed record DoorFile(IReadOnlyList<Address> Addresses, IReadOnlyList<Candidate> OptedOut, IReadOnlyList<RowProblem> Refused)
{
    public bool IsEmpty => Addresses.Count + OptedOut.Count == 0;

    /// <summary>Columns that may hold a no. Nothing is read as long as there is one.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    public static DoorFile Read(Stream content, string fileName, ListRules rules)
    {
        using var file = ListFile.Open(content, fileName, rules);
        if (file.Refusal is { } refusal)
            return new DoorFile([], [], [refusal]);
        if (file.Questions.Count > 0)
            return new DoorFile([], [], []) { Asked = [.. file.Questions.Select(question => question.Column)] };
        var (addresses, optedOut, refused) = (new List<Address>(), new List<Candidate>(), new List<RowProblem>());
        foreach (var row in file.Rows().Where(row => !row.IsAboutFile))
        {
            if (row.Candidate is { IsOptedOut: true } candidate)
                optedOut.Add(candidate);
            else if (row.Candidate?.Address is { } address)
                addresses.Add(address);
            else
                refused.Add(row.Problems.FirstOrDefault(problem => problem.Rejected) ?? new RowProblem(row.Row, "", ProblemCodes.Unreachable, "", "", Rejected: true));
            if (addresses.Count > TypedStreets.MaxDoors)
                break;
        }

        var stopped = optedOut.Select(candidate => candidate.Address).OfType<Address>().Select(ContactHasher.Household).ToHashSet();
        return new DoorFile([.. addresses.DistinctBy(ContactHasher.Household).Where(address => !stopped.Contains(ContactHasher.Household(address)))], optedOut, refused);
    }
}
