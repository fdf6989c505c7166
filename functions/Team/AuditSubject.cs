using Outreach.Ids;

namespace Outreach.Functions.Team;

/// <summary>Whom or what a line of the audit is about, and the page that shows it.</summary>
/// <param name="Title">Of a meeting; null: a person, whose name no audit tells.</param>
internal sealed record AuditSubject(string Page, string? Title)
{
    /// <param name="what">The address of the page or call.</param>
    /// <param name="titles">Of the meetings that are still there, by their ids.</param>
    /// <returns>Null where it is about neither.</returns>
    public static AuditSubject? Of(string what, IReadOnlyDictionary<string, string> titles) =>
        what.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => part == "api").ToList() switch
        {
            ["people", var person, ..] when PersonId.TryParse(person, out _) => new($"/people/{person}", null),
            ["meetings", var meeting, ..] when titles.TryGetValue(meeting, out var title) => new($"/meetings/{meeting}", title),
            _ => null,
        };
}
