using Outreach.Functions.Web;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Functions.Privacy;

/// <summary>How long the group keeps what, for owners to set; and the record of processing, that everybody of the group may read.</summary>
internal static class RetentionPages
{
    public static void MapRetentionPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/group/retention", (OrganiserPage page) => page.View<RetentionPage>()).Admit(Role.Owner);
        pages.MapPost("/group/retention", ChangeAsync).Admit(Role.Owner).Audited(AuditKind.Settings);
        pages.MapGet("/group/processing", (OrganiserPage page, Processors processors) => page.View<ProcessingPage>(new { Processors = processors.All })).Admit(Role.Viewer);
    }

    private static async Task<IResult> ChangeAsync(OrganiserPage page, HttpContext http, ChangeRetention change, CancellationToken ct)
    {
        var (state, days) = (FormState.Of(http), new Dictionary<Kept, int>());
        foreach (var rule in RetentionRules.All.Where(rule => !rule.IsFixed && state.Has(EnumWord.Of(rule.What))))
        {
            if (state.Number(EnumWord.Of(rule.What)) is not { } chosen)
                return Refused(page, state, rule);
            days[rule.What] = chosen;
        }

        return await change.HandleAsync(page.Group.Id, days, ct) is { } wrong ? Refused(page, state, wrong) : Results.LocalRedirect("/group/retention?done=retention");
    }

    private static IResult Refused(OrganiserPage page, FormState state, RetentionRule rule) =>
        page.View<RetentionPage>(null, state.WithError(EnumWord.Of(rule.What), page["retention.wrong", rule.Min, rule.Max]));
}
