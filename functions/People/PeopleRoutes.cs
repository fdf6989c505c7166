using Outreach.Functions.Lists;
using Outreach.Functions.Web;
using Outreach.Invitations;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Messages;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Functions.People;

/// <summary>All that is held of somebody, but for the conversation.</summary>
internal sealed record PersonAnswer(Person Person, string? Name, IEnumerable<Invitation> Invitations);

/// <param name="Direction">in or out.</param>
/// <param name="Code">Why it failed, in the provider's words.</param>
internal sealed record MessageAnswer(
    string Direction, string? Kind, Channel Channel, MeetingId? Meeting, string? Language, string? Subject, string? Text, DateTimeOffset At, MessageState State, string? Code);

internal static class PeopleRoutes
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        api.MapGet("/people/{id}", GetAsync).Produces<PersonAnswer>();
        api.MapGet("/people/{id}/messages", MessagesAsync).Produces<Items<MessageAnswer>>();
        api.MapDelete("/people/{id}", EraseAsync).Produces(StatusCodes.Status204NoContent);
        api.MapPost("/opt-outs", OptOutsAsync).Accepts<Stream>("*/*").Produces<OptOutReport>().DisableAntiforgery();
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
        var report = await import.HandleAsync(caller.Group, content, UploadedList.NameOf(filename), language, ct);
        return report.Problem is { } problem ? Problems.Invalid("file-unreadable", problem) : Results.Ok(report);
    }

    private static async Task<IResult> GetAsync(string id, Caller caller, PeopleStore people, MeetingStore meetings, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await people.FindAsync(caller.Group, person, ct) is not { } found)
            return Problems.NotFound("person");
        var invitations = new List<Invitation>();
        foreach (var meeting in await meetings.ListAsync(caller.Group, ct))
        {
            if (await people.FindAsync(caller.Group, meeting.Id, person, ct) is { } invitation)
                invitations.Add(invitation.Value);
        }

        return Results.Ok(new PersonAnswer(found.Value, found.Value.Name, invitations));
    }

    private static async Task<IResult> MessagesAsync(string id, Caller caller, PeopleStore people, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await people.FindAsync(caller.Group, person, ct) is null)
            return Problems.NotFound("person");
        var items = new List<MessageAnswer>();
        await foreach (var message in people.ConversationAsync(caller.Group, person, ct))
        {
            var m = message.Value;
            items.Add(new MessageAnswer(m.State is MessageState.Received ? "in" : "out", m.Kind?.ToString(), m.Channel, m.Meeting, m.Language, m.Subject, m.Text, m.At, m.State, m.Code));
        }

        return Results.Ok(new Items<MessageAnswer>(items));
    }

    private static async Task<IResult> EraseAsync(string id, Caller caller, Erase erase, CancellationToken ct) =>
        PersonId.TryParse(id, out var person) && await erase.HandleAsync(caller.Group, person, "asked for", ct)
            ? Results.NoContent()
            : Problems.NotFound("person");
}
