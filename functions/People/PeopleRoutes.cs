using System.Text.Json.Serialization;
using Outreach.Contacts;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Lists.Files;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.People;

/// <summary>All that is held of somebody, but for the conversation.</summary>
internal sealed record PersonAnswer(Person Person, string? Name, IEnumerable<Invitation> Invitations);

/// <param name="Direction">in or out.</param>
/// <param name="Code">Why it failed, in the provider's words.</param>
internal sealed record MessageAnswer(
    string Direction, [property: JsonConverter(typeof(EnumWordConverter<MessageKind>))] MessageKind? Kind, Channel Channel, MeetingId? Meeting, string? Language, string? Subject, string? Text, DateTimeOffset At, MessageState State, string? Code)
{
    public static MessageAnswer Of(Message m) => new(m.State is MessageState.Received ? "in" : "out", m.Kind, m.Channel, m.Meeting, m.Language, m.Subject, m.Text, m.At, m.State, m.Code);
}

/// <param name="Contact">The number or e-mail address that somebody reported as wrong.</param>
internal sealed record RightNumberBody(string? Contact);

internal sealed class DescribePerson(PeopleStore people, MeetingStore meetings)
{
    public async Task<PersonAnswer> HandleAsync(GroupId group, PersonId id, CancellationToken ct) => await HandleAsync(group, (await people.FindAsync(group, id, ct))!.Value, ct);

    public async Task<PersonAnswer> HandleAsync(GroupId group, Person person, CancellationToken ct)
    {
        var invitations = new List<Invitation>();
        foreach (var meeting in await meetings.ListAsync(group, ct))
        {
            if (await people.FindAsync(group, meeting.Id, person.Id, ct) is { } invitation)
                invitations.Add(invitation.Value);
        }

        return new PersonAnswer(person, person.Name, invitations);
    }
}

internal static class PeopleRoutes
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        api.MapGet("/people/{id}", async (NamedPerson named, DescribePerson describe, CancellationToken ct) => Results.Ok(await describe.HandleAsync(named.Group, named.Person, ct))).Produces<PersonAnswer>().Audited(AuditKind.ReadPerson);
        api.MapGet("/people/{id}/messages", MessagesAsync).Produces<Items<MessageAnswer>>().Audited(AuditKind.ReadPerson);
        api.MapPersonFileCall();
        api.MapPatch("/people/{id}", (NamedPerson named, CorrectionBody body, CorrectByCall correct, CancellationToken ct) => correct.HandleAsync(named, body, ct)).Produces<PersonAnswer>().Audited(AuditKind.Corrected);
        api.MapPost("/people/{id}/right-number", RightNumberAsync).Produces<PersonAnswer>();
        api.MapDelete("/people/{id}", EraseAsync).Produces(StatusCodes.Status204NoContent).Audited(AuditKind.Erased);
        api.MapPost("/opt-outs", OptOutsAsync).Accepts<Stream>("*/*").Produces<OptOutReport>().DisableAntiforgery();
    }

    /// <summary>The opt-outs of another tool, as a list (csv or xlsx) in the body.</summary>
    private static async Task<IResult> OptOutsAsync(string? filename, HttpRequest request, Caller caller, ImportOptOuts import, CancellationToken ct)
    {
        using var content = new MemoryStream();
        try
        {
            await new LimitedStream(request.Body, leaveOpen: true).CopyToAsync(content, ct);
        }
        catch (UnreadableFileException)
        {
            return Problems.TooLarge();
        }

        content.Position = 0;
        var language = Caller.LanguageOf(request);
        var report = await import.HandleAsync(caller.Group, content, UploadedList.NameOf(filename), language, ct);
        return report.Problem is { } problem ? Problems.Invalid("file-unreadable", problem) : Results.Ok(report);
    }

    /// <summary>Somebody called their number or address wrong, and an organiser knows better.</summary>
    private static async Task<IResult> RightNumberAsync(NamedPerson named, RightNumberBody body, UndoWrongNumber undo, DescribePerson describe, Settings settings, CancellationToken ct) =>
        await undo.HandleAsync(named.Group, named.Id, RightNumber.Read(body.Contact, settings.Countries), ct) switch
        {
            UndoOutcome.Undone => Results.Ok(await describe.HandleAsync(named.Group, named.Id, ct)),
            UndoOutcome.Unknown => Problems.NotFound("person"),
            UndoOutcome.Stays => Problems.Of(StatusCodes.Status409Conflict, "wrong-number-stays", "This cannot be undone any more: it was over a week ago, or stop was said."),
            UndoOutcome.Taken => Problems.Of(StatusCodes.Status409Conflict, "taken", "This number or address belongs to somebody else in your group by now."),
            _ => Problems.Invalid("contact", "This is not the number or address that somebody said was wrong. Give it as it was: it is not kept."),
        };

    private static async Task<IResult> MessagesAsync(NamedPerson named, PeopleStore people, CancellationToken ct)
    {
        var items = new List<MessageAnswer>();
        await foreach (var message in people.ConversationAsync(named.Group, named.Id, ct))
            items.Add(MessageAnswer.Of(message.Value));
        return Results.Ok(new Items<MessageAnswer>(items));
    }

    private static async Task<IResult> EraseAsync(string id, Caller caller, Erase erase, CancellationToken ct) =>
        PersonId.TryParse(id, out var person) && await erase.HandleAsync(caller.Group, person, "asked for", ct)
            ? Results.NoContent()
            : Problems.NotFound("person");
}
