using Outreach.People;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>Names on one number or address that no one person goes by: the organiser is asked whether they are one or two.</summary>
internal static class SharedContact
{
    /// <returns>The other names on the contact points of a row, when no one person goes by them and by the row's.</returns>
    public static IReadOnlyList<string> NamesApart(IReadOnlyList<string?> owners, string? name) =>
        owners.Append(name).ToList() is var all && all.Exists(one => all.Exists(other => !SameName.MayBeOne(one, other))) ? [.. owners.Select(owner => owner ?? "?").Distinct()] : [];

    /// <param name="others">The names that were known there.</param>
    public static RowProblem Warning(int row, string? name, IReadOnlyList<string> others, string nameColumn, Wording wording) =>
        new(row, nameColumn, ProblemCodes.SharedContact, wording.OneOrTwo(others.Count > 1 ? null : name, others), name ?? "", Rejected: false) { AreTwo = false, AreApart = others.Count > 1 };
}
