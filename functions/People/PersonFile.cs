using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Privacy;
using Outreach.Records;

namespace Outreach.Functions.People;

/// <summary>One file with all that is held of somebody, to hand over and to read without the program. Its name does not say whose it is.</summary>
internal static class PersonFile
{
    public static void MapPersonFile(this RouteGroupBuilder pages) => pages.MapGet("/people/{id}/file", DownloadAsync).Audited(AuditKind.Exported);

    private static async Task<IResult> DownloadAsync(string id, OrganiserPage page, HttpContext http, ReadPerson read, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await read.HandleAsync(page.Group.Id, person, ct) is not { } held)
            return page.NotFound();
        http.Response.Headers.ContentDisposition = $"attachment; filename=outreach-{person}.html";
        return page.View<PersonFilePage>(new { Held = held });
    }
}
