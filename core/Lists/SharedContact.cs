using Outreach.Records;

namespace Outreach.Lists;

/// <summary>Names on one number or address that no one person goes by: the organiser is asked whether they are one or two.</summary>
internal static class SharedContact
{
    /// <param name="others">The names that were known there.</param>
    public static RowProblem Warning(int row, string? name, IReadOnlyList<string> others, string nameColumn, Wording wording) =>
        new(row, nameColumn, ProblemCodes.SharedContact, wording.OneOrTwo(others.Count > 1 ? null : name, others), name ?? "", Rejected: false) { AreTwo = false, AreApart = others.Count > 1 };
}
