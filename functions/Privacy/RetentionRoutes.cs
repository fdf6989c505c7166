using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Functions.Privacy;

/// <param name="Min">With max, the bounds within which an owner may choose; equal where there is nothing to choose.</param>
internal sealed record RuleAnswer(string What, int Days, int Usual, int Min, int Max);

internal sealed record ProcessingAnswer(string What, string Ground, IEnumerable<string> Ends, IEnumerable<string> Places);

/// <param name="Days">By the names of the rules; what is left out stays.</param>
internal sealed record RetentionBody(Dictionary<string, int>? Days);

internal static class RetentionRoutes
{
    public static void MapRetention(this RouteGroupBuilder api)
    {
        api.MapGet("/retention", async (Caller caller, GroupStore groups, CancellationToken ct) => Results.Ok(Of(await groups.GetAsync(caller.Group, ct)))).Produces<Items<RuleAnswer>>();
        api.MapPatch("/retention", ChangeAsync).Produces<Items<RuleAnswer>>();
        api.MapGet("/processing", () => Results.Ok(new Items<ProcessingAnswer>(
            ProcessingRecord.All.Select(entry => new ProcessingAnswer(EnumWord.Of(entry.What), EnumWord.Of(entry.Ground), entry.Ends.Select(what => EnumWord.Of(what)), entry.Places))))).Produces<Items<ProcessingAnswer>>();
    }

    private static async Task<IResult> ChangeAsync(RetentionBody body, Caller caller, ChangeRetention change, GroupStore groups, CancellationToken ct)
    {
        var days = new Dictionary<Kept, int>();
        foreach (var (word, chosen) in body.Days ?? [])
        {
            if (!EnumWord.TryParse<Kept>(word, out var what))
                return Problems.Invalid("what", $"There is no rule of this name. Choose from: {string.Join(", ", RetentionRules.All.Where(rule => !rule.IsFixed).Select(rule => EnumWord.Of(rule.What)))}.");
            days[what] = chosen;
        }

        return await change.HandleAsync(caller.Group, days, ct) is { } wrong
            ? Problems.Invalid("days", wrong.IsFixed ? $"'{EnumWord.Of(wrong.What)}' is the same for everybody: {wrong.Days} days." : $"Keep '{EnumWord.Of(wrong.What)}' from {wrong.Min} to {wrong.Max} days.")
            : Results.Ok(Of(await groups.GetAsync(caller.Group, ct)));
    }

    private static Items<RuleAnswer> Of(Group group) => new(RetentionRules.All.Select(rule => new RuleAnswer(EnumWord.Of(rule.What), RetentionRules.DaysOf(group, rule.What), rule.Days, rule.Min, rule.Max)));
}
