using Outreach.Functions.Lists;
using Outreach.Functions.Web;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Messages;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Functions.People;

internal static class PeopleRoutes
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        api.MapGet("/people/{id}", GetAsync);
        api.MapGet("/people/{id}/messages", MessagesAsync);
        api.MapDelete("/people/{id}", EraseAsync);
        api.MapPost("/opt-outs", OptOutsAsync).DisableAntiforgery();
    }

    /// <summary>The opt-outs of another tool, as a list (csv or xlsx) in the body.</summary>
    private static async Task<IResult> OptOutsAsync(string? filename, HttpRequest request, Caller caller, ImportOptOuts import, CancellationToken ct)
    {
        using var content = new MemoryStream();
        try
        {
            await new CappedStream(request.Body, ListRules.MaxBytes).CopyToAsync(content, ct);
        }
        catch (TooLargeException)
        {
            return Problems.TooLarge();
        }

        content.Position = 0;
        var language = Caller.LanguageOf(request);
        var report = await import.HandleAsync(caller.Group, content, Path.GetFileName(filename ?? "list"), language, ct);
        return report.Problem is { } problem ? Problems.Invalid("file-unreadable", problem) : Results.Ok(report);
    }

    private static async Task<IResult> GetAsync(string id, Caller caller, PeopleStore people, MeetingStore meetings, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await people.FindAsync(caller.Group, person, ct) is not { } found)
            return Problems.NotFound("person");
        var invitations = new List<object>();
        foreach (var meeting in await meetings.ListAsync(caller.Group, ct))
        {
            if (await people.FindAsync(caller.Group, meeting.Id, person, ct) is { } invitation)
                invitations.Add(invitation.Value);
        }

        return Results.Ok(new { person = found.Value, name = found.Value.Name, invitations });
    }

    private static async Task<IResult> MessagesAsync(string id, Caller caller, PeopleStore people, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await people.FindAsync(caller.Group, person, ct) is null)
            return Problems.NotFound("person");
        var items = new List<object>();
        await foreach (var message in people.ConversationAsync(caller.Group, person, ct))
        {
            var m = message.Value;
            items.Add(new { direction = m.State is MessageState.Received ? "in" : "out", kind = m.Kind?.ToString(), m.Channel, m.Meeting, m.Language, m.Subject, m.Text, m.At, m.State, m.Code });
        }

        return Results.Ok(new { items });
    }

    private static async Task<IResult> EraseAsync(string id, Caller caller, Erase erase, CancellationToken ct) =>
        PersonId.TryParse(id, out var person) && await erase.HandleAsync(caller.Group, person, "asked for", ct)
            ? Results.NoContent()
            : Problems.NotFound("person");
}
