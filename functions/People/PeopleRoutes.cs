using System.Text.Json.Serialization;
using Outreach.Contacts;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Lists.Files;
using Outreach.People;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.People;

/// <summary>All that is held of somebody, but for the conversation.</summary>
internal sealed record PersonAnswer(Person Person, string? Name, IEnumerable<Invitation> Invitations);

/// <param name="Direction">in or out.</param>
/// <param name="Code">Why it failed, in the provider's words.</param>
internal sealed record MessageAnswer(
    string Direction, [property: JsonConverter(typeof(EnumWordConverter<MessageKind>))] MessageKind? Kind, Channel Channel, MeetingId? Meeting, string? Language, string? Subject, string? Text, DateTimeOffset At, MessageState State, string? Code);

/// <summary>What is to be put right. What is left out stays, an empty text takes away.</summary>
/// <param name="Phone">The number that is used first; a fixed line beside it is the landline.</param>
/// <param name="Basis">For a number or e-mail address that is new: consent, relation or none.</param>
internal sealed record CorrectionBody(
    string? Name, string? Phone, string? Landline, string? Email, string? Language, string? Street, string? HouseNumber, string? Postcode, string? Basis, string? BasisNote)
{
    public CandidateForm Over(Person person)
    {
        var known = Correction.FormOf(person);
        return new CandidateForm(
            Name ?? known.Name, Phone ?? known.Phone, Email ?? known.Email, Language ?? known.Language, Street ?? known.Street, HouseNumber ?? known.HouseNumber, Postcode ?? known.Postcode)
        {
            Landline = Landline ?? known.Landline,
        };
    }
}

/// <param name="Contact">The number or e-mail address that somebody called wrong.</param>
internal sealed record RightNumberBody(string? Contact);

internal static class PeopleRoutes
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        api.MapGet("/people/{id}", GetAsync).Produces<PersonAnswer>().Audited(AuditKind.ReadPerson);
        api.MapGet("/people/{id}/messages", MessagesAsync).Produces<Items<MessageAnswer>>().Audited(AuditKind.ReadPerson);
        api.MapPersonFileCall();
        api.MapPatch("/people/{id}", CorrectAsync).Produces<PersonAnswer>().Audited(AuditKind.Corrected);
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
            await new LimitedStream(request.Body).CopyToAsync(content, ct);
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

    private static async Task<IResult> GetAsync(string id, Caller caller, PeopleStore people, MeetingStore meetings, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await people.FindAsync(caller.Group, person, ct) is not { } found)
            return Problems.NotFound("person");
        return Results.Ok(await AnswerAsync(caller.Group, found.Value, people, meetings, ct));
    }

    internal static async Task<PersonAnswer> AnswerAsync(GroupId group, Person person, PeopleStore people, MeetingStore meetings, CancellationToken ct)
    {
        var invitations = new List<Invitation>();
        foreach (var meeting in await meetings.ListAsync(group, ct))
        {
            if (await people.FindAsync(group, meeting.Id, person.Id, ct) is { } invitation)
                invitations.Add(invitation.Value);
        }

        return new PersonAnswer(person, person.Name, invitations);
    }

    private static async Task<IResult> CorrectAsync(
        string id, CorrectionBody body, Caller caller, PeopleStore people, MeetingStore meetings, CorrectPerson correct, Settings settings, TimeProvider clock, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await people.FindAsync(caller.Group, person, ct) is not { } found)
            return Problems.NotFound("person");
        if (body.Over(found.Value).TryRead(settings.Countries, mustReach: false, out var candidate) is { } wrong)
            return Problems.Candidate(wrong);
        if (GroundOf(body, clock.GetUtcNow(), out var ground) is { } refused)
            return refused;
        var corrected = await correct.HandleAsync(caller.Group, person, known => Correction.Of(candidate, known), ground, ct);
        return corrected.Problem switch
        {
            null => Results.Ok(await AnswerAsync(caller.Group, corrected.Person!, people, meetings, ct)),
            CorrectionProblem.Unknown => Problems.NotFound("person"),
            CorrectionProblem.NoGround => Problems.Invalid(
                "basis", "Say on what ground you may write to the new number or address: basis=consent, relation or none.", "With consent or relation, write in basisNote when and how it was given."),
            CorrectionProblem.PhoneTaken => Problems.Of(StatusCodes.Status409Conflict, "phone-taken", "This number belongs to somebody else in your group. Nothing was changed."),
            CorrectionProblem.EmailTaken => Problems.Of(StatusCodes.Status409Conflict, "email-taken", "This e-mail address belongs to somebody else in your group. Nothing was changed."),
            _ => Problems.Of(StatusCodes.Status409Conflict, "address-taken", "Somebody else of this name is known at this address. Nothing was changed."),
        };
    }

    private static IResult? GroundOf(CorrectionBody body, DateTimeOffset now, out Ground? ground)
    {
        ground = null;
        if (body.Basis is null)
            return null;
        if (!EnumWord.TryParse<Basis>(body.Basis, out var basis) || basis is Basis.Refused or Basis.Form)
            return Problems.Invalid("basis", "Give the basis as consent, relation or none.");
        var note = body.BasisNote?.Trim();
        if (basis is not Basis.None && note is not { Length: > 0 and <= UploadedList.MaxNoteLength })
            return Problems.Invalid("basis-note", $"Write in basisNote when and how it was given, in {UploadedList.MaxNoteLength} characters at most.");
        ground = new Ground(basis, note, now);
        return null;
    }

    /// <summary>Somebody called their number or address wrong, and an organiser knows better.</summary>
    private static async Task<IResult> RightNumberAsync(
        string id, RightNumberBody body, Caller caller, PeopleStore people, MeetingStore meetings, UndoWrongNumber undo, Settings settings, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person))
            return Problems.NotFound("person");
        return await undo.HandleAsync(caller.Group, person, RightNumber.Read(body.Contact, settings.Countries), ct) switch
        {
            UndoOutcome.Undone => Results.Ok(await AnswerAsync(caller.Group, (await people.FindAsync(caller.Group, person, ct))!.Value, people, meetings, ct)),
            UndoOutcome.Unknown => Problems.NotFound("person"),
            UndoOutcome.Stays => Problems.Of(StatusCodes.Status409Conflict, "wrong-number-stays", "This cannot be undone any more: it was over a week ago, or stop was said."),
            UndoOutcome.Taken => Problems.Of(StatusCodes.Status409Conflict, "taken", "This number or address belongs to somebody else in your group by now."),
            _ => Problems.Invalid("contact", "This is not the number or address that somebody called wrong. Give it as it was: it is not kept."),
        };
    }

    private static async Task<IResult> MessagesAsync(string id, Caller caller, PeopleStore people, CancellationToken ct)
    {
        if (!PersonId.TryParse(id, out var person) || await people.FindAsync(caller.Group, person, ct) is null)
            return Problems.NotFound("person");
        return Results.Ok(new Items<MessageAnswer>(await ConversationAsync(caller.Group, person, people, ct)));
    }

    internal static async Task<IReadOnlyList<MessageAnswer>> ConversationAsync(GroupId group, PersonId person, PeopleStore people, CancellationToken ct)
    {
        var items = new List<MessageAnswer>();
        await foreach (var message in people.ConversationAsync(group, person, ct))
        {
            var m = message.Value;
            items.Add(new MessageAnswer(m.State is MessageState.Received ? "in" : "out", m.Kind, m.Channel, m.Meeting, m.Language, m.Subject, m.Text, m.At, m.State, m.Code));
        }

        return items;
    }

    private static async Task<IResult> EraseAsync(string id, Caller caller, Erase erase, CancellationToken ct) =>
        PersonId.TryParse(id, out var person) && await erase.HandleAsync(caller.Group, person, "asked for", ct)
            ? Results.NoContent()
            : Problems.NotFound("person");
}
