using Outreach.Functions.Web;
using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Functions.People;

/// <summary>One file with all that is held of somebody, to hand over and to read without the program. Its name does not say whose it is.</summary>
internal static class PersonFile
{
    public static void MapPersonFile(this RouteGroupBuilder pages) => pages.MapGet("/people/{id}/file", DownloadAsync).Audited(AuditKind.Exported);

    public static void MapPersonFileCall(this RouteGroupBuilder api) =>
        api.MapGet("/people/{id}/file", CallAsync).Produces<string>(contentType: "text/html").Audited(AuditKind.Exported);

    private static async Task<IResult> DownloadAsync(string id, OrganiserPage page, HttpContext http, ReadPerson read, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await read.HandleAsync(page.Group.Id, person, ct) is not { } held)
            return page.NotFound();
        return Of(held, page, http);
    }

    private static async Task<IResult> CallAsync(string id, Caller caller, HttpContext http, ReadPerson read, GroupStore groups, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await read.HandleAsync(caller.Group, person, ct) is not { } held)
            return Problems.NotFound("person");
        return Of(held, OrganiserPage.OfCall(http, await groups.GetAsync(caller.Group, ct)), http);
    }

    private static IResult Of(HeldOfPerson held, OrganiserPage page, HttpContext http)
    {
        http.Response.Headers.ContentDisposition = $"attachment; filename=outreach-{held.Person.Id}.html";
        return page.View<PersonFilePage>(new { Held = held });
    }
}
