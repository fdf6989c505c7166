using Outreach.Functions.Web;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Team;

namespace Outreach.Functions.Team;

/// <summary>Keys to the JSON API: for owners. A new one is shown once, on the answer to the form, and in no address.</summary>
internal static class KeyPages
{
    public static void MapKeyPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/group/keys", (OrganiserPage page, ApiKeys keys, CancellationToken ct) => ViewAsync(page, keys, FormState.Empty, null, ct)).Admit(Role.Owner);
        pages.MapPost("/group/keys", MakeAsync).Admit(Role.Owner);
        pages.MapPost("/group/keys/{id}/end", EndAsync).Admit(Role.Owner).Audited(AuditKind.Keys);
    }

    private static async Task<IResult> ViewAsync(OrganiserPage page, ApiKeys keys, FormState state, string? secret, CancellationToken ct) =>
        page.View<KeysPage>(new { Keys = await keys.ListAsync(page.Group.Id, ct), Secret = secret }, state);

    private static async Task<IResult> MakeAsync(OrganiserPage page, HttpContext http, ApiKeys keys, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (!EnumWord.TryParse<KeyScope>(state["scope"], out var scope))
            return await ViewAsync(page, keys, state.WithError("scope", page["keys.wrong.scope"]), null, ct);
        var (isDay, expiresAt) = LastDayOf(state["lastDay"], page);
        var (secret, _, problem) = isDay ? await keys.MakeAsync(page.Group.Id, state["name"], scope, expiresAt, ct) : (null, null, ApiKeyProblem.Expiry);
        if (problem is not null)
            return await ViewAsync(page, keys, state.WithError(problem is ApiKeyProblem.Expiry ? "lastDay" : "name", page.Word("keys.wrong", problem.Value)), null, ct);
        await Auditing.WriteAsync(http, AuditKind.Keys);
        http.Response.Headers.CacheControl = "no-store";
        return await ViewAsync(page, keys, FormState.Empty, secret, ct);
    }

    private static (bool IsDay, DateTimeOffset? Until) LastDayOf(string? typed, OrganiserPage page)
    {
        if (typed is null)
            return (true, null);
        return page.WrittenDay(typed) is { } day ? (true, page.Settings.Midnight(day.AddDays(1))) : (false, null);
    }

    private static async Task<IResult> EndAsync(string id, OrganiserPage page, ApiKeys keys, CancellationToken ct) =>
        await keys.EndAsync(page.Group.Id, id, ct) is null ? page.NotFound() : Results.LocalRedirect("/group/keys?done=key-ended");
}
