using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.People;

/// <summary>All that is held of somebody, as they may ask for it.</summary>
/// <param name="About">What this file is, for whoever opens it.</param>
internal sealed record PersonExport(string About, string Group, DateTimeOffset At, PersonAnswer Held, IEnumerable<MessageAnswer> Conversation);

/// <summary>One file with all that is held of somebody, to hand over. Its name does not say whose it is.</summary>
internal static class PersonFile
{
    public static void MapPersonFile(this RouteGroupBuilder pages) => pages.MapGet("/people/{id}/file", DownloadAsync);

    private static async Task<IResult> DownloadAsync(string id, OrganiserPage page, PeopleStore people, MeetingStore meetings, IOptions<JsonOptions> options, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await people.FindAsync(page.Group.Id, person, ct) is not { } found)
            return page.NotFound();
        var held = await PeopleRoutes.AnswerAsync(page.Group.Id, found.Value, people, meetings, ct);
        var export = new PersonExport(page["people.fileAbout"], page.Group.Name, page.Now, held, await PeopleRoutes.ConversationAsync(page.Group.Id, person, people, ct));
        var json = JsonSerializer.SerializeToUtf8Bytes(export, new JsonSerializerOptions(options.Value.SerializerOptions) { WriteIndented = true });
        return Results.File(json, "application/json", $"outreach-{person}.json");
    }
}
