namespace Outreach.Lists;

/// <summary>What an upload would say.</summary>
/// <param name="Rows">Not blank; always accepted + merged + suppressed + rejected.</param>
/// <param name="Problems">The first 100.</param>
public sealed record ListReport(
    int Rows,
    int Accepted,
    int Merged,
    int Suppressed,
    int Rejected,
    IReadOnlyList<IgnoredColumn> IgnoredColumns,
    IReadOnlyList<RowProblem> Problems);

/// <summary>Reads a whole list and says what an upload into an empty group would say. Nothing is stored.</summary>
public static class ListCheck
{
    public const int MaxProblems = 100;

    /// <param name="rejectedRows">Where the rejected rows go with their reasons, if anywhere.</param>
    public static ListReport Run(Stream content, string fileName, ListRules rules, Stream? rejectedRows = null)
    {
        using var list = ListFile.Open(content, fileName, rules);
        if (list.Refusal is { } refusal)
            return new(0, 0, 0, 0, 0, list.IgnoredColumns, [refusal]);

        using var rejectedFile = rejectedRows is null ? null : new RejectedFile(rejectedRows, list, rules);
        var (accepted, merged, rejected) = (0, 0, 0);
        var problems = new List<RowProblem>();
        var people = new PeopleSeen();
        foreach (var row in list.Rows())
        {
            if (row.Problems.Count > 0 && problems.Count < MaxProblems)
                problems.AddRange(row.Problems.Take(MaxProblems - problems.Count));
            if (row.Candidate is null)
            {
                rejected++;
                rejectedFile?.Write(row);
            }
            else if (people.Add(row.Candidate))
            {
                accepted++;
            }
            else
            {
                merged++;
            }
        }

        return new(accepted + merged + rejected, accepted, merged, Suppressed: 0, rejected, list.IgnoredColumns, problems);
    }
}
