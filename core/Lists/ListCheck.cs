using Outreach.People;
using Outreach.Storage;

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
    /// <summary>False when an upload would fail: the file was refused, or holds no row.</summary>
    public bool IsReadable => Rows > 0;
}

/// <summary>Reads a whole list and says what an upload into an empty group would say. Nothing is stored.</summary>
public static class ListCheck
{
    public const int MaxProblems = 100;

    private static readonly ContactHasher Hasher = new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));

    /// <param name="rejectedRows">Where the rejected rows go with their reasons, if anywhere.</param>
    public static ListReport Run(Stream content, string fileName, ListRules rules, Stream? rejectedRows = null)
    {
        using var list = ListFile.Open(content, fileName, rules);
        if (list.Refusal is { } refusal)
            return new(0, 0, 0, 0, 0, list.IgnoredColumns, [refusal]);

        using var rejectedFile = rejectedRows is null ? null : new RejectedFile(rejectedRows, list, rules);
        var (accepted, merged, rejected) = (0, 0, 0);
        var problems = new List<RowProblem>();
        var seen = new SeenContacts(int.MaxValue);
        foreach (var row in list.Rows())
        {
            if (row.Problems.Count > 0 && problems.Count < MaxProblems)
                problems.AddRange(row.Problems.Take(MaxProblems - problems.Count));
            if (row.EndsReading)
                continue;
            if (row.Candidate is null)
            {
                rejected++;
                rejectedFile?.Write(row);
            }
            else if (IsNew(row.Candidate, seen))
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
    /// <summary>By the contact points that decide about it when people are registered, under a key that is never kept.</summary>
    private static bool IsNew(Candidate candidate, SeenContacts seen)
    {
        var isNew = true;
        foreach (var contact in Newcomer.HashesOf(candidate, GroupId.Default, Hasher))
            isNew &= seen.Add(contact);
        return isNew;
    }
}
