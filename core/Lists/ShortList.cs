using Outreach.Records;

namespace Outreach.Lists;

/// <summary>A list that is read in one go, and of which no file is kept.</summary>
/// <param name="Candidates">Of the rows that are of use.</param>
/// <param name="OptedOut">People who want no contact: nothing else is kept of them.</param>
/// <param name="Refused">Rows that are of no use, and why.</param>
public sealed record ShortList(IReadOnlyList<Candidate> Candidates, IReadOnlyList<Candidate> OptedOut, IReadOnlyList<RowProblem> Refused)
{
    /// <summary>Columns that may hold a no. No row is read as long as there is one.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>What else stands in rows of people who said no to it.</summary>
    public IReadOnlyList<Candidate> Closed { get; init; } = [];

    public bool IsEmpty => Candidates.Count + OptedOut.Count == 0;

    /// <param name="max">Where there are more, reading ends with one more than this.</param>
    public static ShortList Read(Stream content, string fileName, ListRules rules, int max, Func<Candidate, bool> isOfUse)
    {
        using var file = ListFile.Open(content, fileName, rules);
        if (file.Refusal is { } refusal)
            return new ShortList([], [], [refusal]);
        if (file.Questions.Count > 0)
            return new ShortList([], [], []) { Asked = [.. file.Questions.Select(question => question.Column)] };
        var (candidates, optedOut, closed, refused) = (new List<Candidate>(), new List<Candidate>(), new List<Candidate>(), new List<RowProblem>());
        foreach (var row in file.Rows())
        {
            closed.AddRange(row.Others.Where(other => other.IsOptedOut));
            if (row.IsAboutFile)
                refused.AddRange(row.Problems.Where(problem => problem.Rejected));
            else if (row.Candidate is { IsOptedOut: true } left)
                optedOut.Add(left);
            else if (row.Candidate is { } candidate && isOfUse(candidate))
                candidates.Add(candidate);
            else
                refused.Add(row.Problems.FirstOrDefault(problem => problem.Rejected) ?? new RowProblem(row.Row, "", ProblemCodes.Unreachable, "", "", Rejected: true));
            if (candidates.Count > max)
                break;
        }

        return new ShortList(candidates, optedOut, refused) { Closed = closed };
    }
}
