using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Welcome;

/// <summary>New residents as they stand in a list of a housing corporation or a municipality.</summary>
/// <param name="OptedOut">Who want no contact: of them nothing is kept but that.</param>
/// <param name="Refused">Rows that become nobody, and why.</param>
public sealed record WelcomeFile(IReadOnlyList<Candidate> Residents, IReadOnlyList<Candidate> OptedOut, IReadOnlyList<RowProblem> Refused)
{
    /// <summary>Columns that may hold a no. Nobody is read as long as there is one.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>So many are taken in at a time: each is somebody whom a volunteer visits.</summary>
    public const int MaxResidents = 300;

    public static WelcomeFile Read(Stream content, string fileName, ListRules rules)
    {
        using var file = ListFile.Open(content, fileName, rules);
        if (file.Refusal is { } refusal)
            return new WelcomeFile([], [], [refusal]);
        if (file.Questions.Count > 0)
            return new WelcomeFile([], [], []) { Asked = [.. file.Questions.Select(question => question.Column)] };
        var (residents, optedOut, refused) = (new List<Candidate>(), new List<Candidate>(), new List<RowProblem>());
        foreach (var row in file.Rows().Where(row => !row.IsAboutFile))
        {
            if (row.Candidate is { } candidate)
                (candidate.IsOptedOut ? optedOut : residents).Add(candidate);
            else
                refused.Add(row.Problems.FirstOrDefault(problem => problem.Rejected) ?? new RowProblem(row.Row, "", ProblemCodes.Unreachable, "", "", Rejected: true));
            if (residents.Count > MaxResidents)
                break;
        }

        return new WelcomeFile(residents, optedOut, refused);
    }
}
