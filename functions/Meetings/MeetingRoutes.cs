using System.Text.Json;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Meetings;

internal sealed record NewMeeting(
    string? Title, string? Series, Audience? Audience, string? Area, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string? Place, int? Capacity,
    string? ContactName, string? ContactPhone, IReadOnlyList<string>? Languages, int? Quota, IReadOnlyDictionary<string, string>? PersonalLines, bool? Confirm);

internal sealed record ChangedMeeting(
    string? Title, string? Series, Audience? Audience, string? Area, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string? Place, JsonElement Capacity,
    string? ContactName, string? ContactPhone, IReadOnlyList<string>? Languages, int? Quota, IReadOnlyDictionary<string, string>? PersonalLines,
    bool? Cancelled, string? Report, bool? Confirm)
{
    /// <summary>As <see cref="MeetingChange.Capacity"/> has it. Left out it stays, null lifts it, and 0 is not a number of places.</summary>
    public int? Places => Capacity.ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.Null => 0,
        JsonValueKind.Number when Capacity.TryGetInt32(out var places) && places > 0 => places,
        _ => -1,
    };
}

/// <summary>Somebody to call or to ring at: they would come, and no message tells them of the change.</summary>
internal sealed record UntoldPerson(PersonId Person, string? Name, string? Phone, string? Address, string Said);

/// <param name="Untold">Of one meeting that moved or was called off.</param>
/// <param name="HoldOldDate">Of one meeting: were asked before the change, have not answered, and not heard of it yet.</param>
/// <param name="OldLetters">Of those, how many hold a posted letter that gives the old date.</param>
internal sealed record MeetingAnswer(
    MeetingId Id, string Title, string? Series, Audience Audience, string? Area, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, int? Capacity,
    string ContactName, string ContactPhone, IReadOnlyList<string> Languages, int Quota, IReadOnlyDictionary<string, string> PersonalLines,
    DateTimeOffset? CancelledAt, DateTimeOffset? ReportedAt, string? Report, IReadOnlyList<UntoldPerson>? Untold = null, int? HoldOldDate = null, int? OldLetters = null)
{
    public MeetingAnswer With(Untold untold) => this with
    {
        Untold = [.. untold.ToCall.Select(e => new UntoldPerson(e.Person.Id, e.Person.Name, e.Person.NumberToCall, PaperLists.DoorOf(e.Person)?.StreetLine, EnumWord.Of(e.Invitation.Reply)))],
        HoldOldDate = untold.HoldOldDate,
        OldLetters = untold.OldLetters,
    };

    public static MeetingAnswer Of(Meeting m, Settings settings) => new(
        m.Id, m.Title, m.Series, m.Audience, m.Area, settings.Local(m.StartsAt), settings.Local(m.EndsAt), m.Place, m.Capacity, m.ContactName, m.ContactPhone,
        m.Languages, m.Quota, m.PersonalLines, m.CancelledAt, m.ReportedAt, m.Report);
}

/// <summary>What a caller hears of one meeting: with who does not know of its change.</summary>
internal sealed class DescribeMeeting(ReadUntold readUntold, Settings settings)
{
    public async Task<MeetingAnswer> HandleAsync(GroupId group, Meeting meeting, CancellationToken ct) =>
        MeetingAnswer.Of(meeting, settings).With(await readUntold.HandleAsync(group, meeting, ct));
}

internal static class MeetingRoutes
{
    public static void MapMeetings(this RouteGroupBuilder api)
    {
        api.MapPost("/meetings", CreateAsync).Produces<MeetingAnswer>(StatusCodes.Status201Created);
        api.MapGet("/meetings", async (Caller caller, MeetingStore meetings, Settings settings, CancellationToken ct) =>
            Results.Ok(new Items<MeetingAnswer>((await meetings.ListAsync(caller.Group, ct)).Select(m => MeetingAnswer.Of(m, settings))))).Produces<Items<MeetingAnswer>>();
        api.MapGet("/meetings/{id}", async (NamedMeeting at, DescribeMeeting describe, CancellationToken ct) => Results.Ok(await describe.HandleAsync(at.Group, at.Meeting, ct))).Produces<MeetingAnswer>();
        api.MapPatch("/meetings/{id}", ChangeAsync).Produces<MeetingAnswer>();
    }

    private static async Task<IResult> CreateAsync(NewMeeting body, Caller caller, GroupStore groups, CreateMeeting create, Settings settings, CancellationToken ct)
    {
        var group = await groups.GetAsync(caller.Group, ct);
        if (body.Confirm is not true && WrittenWords.OfMeeting(body.Title, body.Place, body.PersonalLines, group.Language).Labels() is { Count: > 0 } found)
            return Problems.Labels(found, Problems.ConfirmInBody);
        if (body.Audience is not { } audience)
            return Refused(MeetingProblem.Audience);
        var draft = new MeetingDraft(
            body.Title, body.Series, audience, body.Area, body.StartsAt, body.EndsAt, body.Place, body.Capacity, body.ContactName, body.ContactPhone,
            body.Languages ?? [], body.Quota ?? Meeting.DefaultQuota, body.PersonalLines);
        var (meeting, problem) = await create.HandleAsync(caller.Group, draft, ct);
        return meeting is null ? Refused(problem!.Value) : Results.Created($"/api/meetings/{meeting.Id}", MeetingAnswer.Of(meeting, settings));
    }

    private static async Task<IResult> ChangeAsync(NamedMeeting at, ChangedMeeting body, GroupStore groups, ChangeMeeting change, DescribeMeeting describe, CancellationToken ct)
    {
        if (body.Confirm is not true && Written(body, (await groups.GetAsync(at.Group, ct)).Language).Labels() is { Count: > 0 } found)
            return Problems.Labels(found, Problems.ConfirmInBody);
        var wish = new MeetingChange
        {
            Title = body.Title,
            Series = body.Series,
            Audience = body.Audience,
            Area = body.Area,
            StartsAt = body.StartsAt,
            EndsAt = body.EndsAt,
            Place = body.Place,
            Capacity = body.Places,
            ContactName = body.ContactName,
            ContactPhone = body.ContactPhone,
            Languages = body.Languages,
            Quota = body.Quota,
            PersonalLines = body.PersonalLines,
            Cancelled = body.Cancelled,
            Report = body.Report,
        };
        var (changed, problem) = await change.HandleAsync(at.Group, at.Id, wish, ct);
        if (problem is not null)
            return Refused(problem.Value);
        return changed is null
            ? Problems.NotFound("meeting")
            : Results.Ok(await describe.HandleAsync(at.Group, changed, ct));
    }

    private static IEnumerable<WrittenWords> Written(ChangedMeeting body, string groupLanguage)
    {
        var written = WrittenWords.OfMeeting(body.Title, body.Place, body.PersonalLines, groupLanguage);
        return body.Report is null ? written : written.Append(new WrittenWords(WrittenPlace.Report, groupLanguage, body.Report));
    }

    private static IResult Refused(MeetingProblem problem) => problem switch
    {
        MeetingProblem.Title => Problems.Invalid("title", "Give the meeting a title, of 100 characters at most."),
        MeetingProblem.Audience => Problems.Invalid("audience", $"Say who the meeting is for: {string.Join(", ", EnumWord.All<Audience>())}."),
        MeetingProblem.Past => Problems.Invalid("past", "The meeting begins in the past. Give a day and time to come."),
        MeetingProblem.Far => Problems.Invalid("far", "The meeting is more than two years away. Look at the year."),
        MeetingProblem.Times => Problems.Invalid("times", "Give a start and an end; the end comes after the start, within 24 hours."),
        MeetingProblem.Place => Problems.Invalid("place", "Say where the meeting is, in 200 characters at most."),
        MeetingProblem.Contact => Problems.Invalid("contact", "Name a person, and a phone number that is answered: contactName and contactPhone."),
        MeetingProblem.Capacity => Problems.Invalid("capacity", $"Give a number of places from 1 to {Meeting.MaxCapacity}, or none."),
        MeetingProblem.Quota => Problems.Invalid("quota", "An attendee may name 0 to 20 neighbours."),
        MeetingProblem.Languages => Problems.Invalid("languages", $"Choose languages from {string.Join(", ", Language.All.Select(l => l.Code))}."),
        MeetingProblem.Cancelled => Problems.Of(StatusCodes.Status409Conflict, "cancelled", "This meeting is called off, and people have been told so. Make a new meeting."),
        MeetingProblem.Over => Problems.Of(StatusCodes.Status409Conflict, "over", "This meeting is over: it cannot be called off, and its day and time stay as they were. Make a new meeting."),
        MeetingProblem.Early => Problems.Of(StatusCodes.Status409Conflict, "early", "This meeting is not over yet. The report goes to everybody who was invited, so send it after the meeting."),
        _ => Problems.Invalid("text", "This text is too long: 1,000 characters at most."),
    };
}
