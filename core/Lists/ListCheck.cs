using Outreach.Records;

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
    IReadOnlyList<RowProblem> Problems)
{
    /// <summary>Columns that may hold a no: nothing is sent before somebody says what they mean.</summary>
    public IReadOnlyList<ListQuestion> Questions { get; init; } = [];

    /// <summary>False when an upload would fail: the file was refused, or holds no row.</summary>
    public bool IsReadable => Rows > 0;
}

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
        var (suppressed, rejected) = (0, 0);
        var problems = new List<RowProblem>();
        var people = new CheckedPeople();
        var wording = new Wording(rules.OrganiserLanguage);
        foreach (var row in list.Rows())
        {
            AddProblems(row);
            if (row.IsAboutFile)
                continue;
            if (row.Candidate is null)
            {
                rejected++;
                rejectedFile?.Write(row);
            }
            else if (row.Candidate.IsOptedOut)
            {
                suppressed++;
            }
            else
            {
                AddShared(row, people.Add(row.Candidate));
            }
        }

        return new(people.Accepted + people.Merged + suppressed + rejected, people.Accepted, people.Merged, suppressed, rejected, list.IgnoredColumns, problems) { Questions = list.Questions };

        void AddShared(ListRow row, IReadOnlyList<string> others)
        {
            if (others.Count > 0 && problems.Count < MaxProblems)
                problems.Add(SharedContact.Warning(row.Row, row.Candidate!.Name, others, list.NameColumn, wording));
        }

        void AddProblems(ListRow row)
        {
            if (row.Problems.Count > 0 && (problems.Count < MaxProblems || row.IsAboutFile))
                problems.AddRange(row.Problems.Where(_ => problems.Count < MaxProblems || row.IsAboutFile));
        }
    }
}
