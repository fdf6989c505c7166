using Outreach.Calls;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Calls;

/// <param name="Why">The first is the reason that counts.</param>
/// <param name="Address">Where to ring, when there is no number or nobody answers.</param>
/// <param name="Say">What to say, in the language of the person.</param>
/// <param name="Unanswered">Calls in a row that nobody answered.</param>
internal sealed record CallAnswerItem(
    PersonId Person, string? Name, string? Phone, string? Address, string Language, IReadOnlyList<CallReason> Why, CallTurn Turn, DateTimeOffset? AgainAt, Reply Reply, int Party, int Unanswered, IReadOnlyList<string> Say)
{
    public static CallAnswerItem Of(CallEntry entry, Meeting meeting, Group group, Settings settings) => new(
        entry.Person.Id, entry.Person.Name, entry.Number, PaperLists.DoorOf(entry.Person)?.StreetLine, entry.Invitation.Language, entry.Why, entry.Turn, entry.AgainAt, entry.Invitation.Reply, entry.Invitation.Party,
        entry.Invitation.Called?.Unanswered ?? 0, WhatToSay.Of(entry, meeting, group, settings));
}

/// <param name="Phone">The number that was called; null: the one on the call list now.</param>
internal sealed record CallBody(CallAnswer? Outcome, int? Party, string? Phone);

/// <param name="Noted">noted; kept: there was no room for that many more, they keep the places that they had; again: they come back later today; visit: somebody should ring at their door.</param>
internal sealed record CallNotedAnswer(CallNoted Noted);

internal static class CallRoutes
{
    public static void MapCalls(this RouteGroupBuilder api)
    {
        api.MapGet("/meetings/{id}/calls", ListAsync).Produces<Items<CallAnswerItem>>();
        api.MapPost("/meetings/{id}/calls/{person}", RecordAsync).Produces<CallNotedAnswer>();
    }

    private static async Task<IResult> ListAsync(NamedMeeting at, GroupStore groups, ReadCalls read, Settings settings, CancellationToken ct)
    {
        var group = await groups.GetAsync(at.Group, ct);
        return Results.Ok(new Items<CallAnswerItem>((await read.HandleAsync(at.Group, at.Meeting, ct)).Select(entry => CallAnswerItem.Of(entry, at.Meeting, group, settings))));
    }

    private static async Task<IResult> RecordAsync(NamedMeeting at, string person, CallBody body, RecordCall record, CancellationToken ct)
    {
        if (!PersonId.TryParse(person, out var who))
            return Problems.NotFound("person");
        if (body.Outcome is not { } outcome)
            return Problems.Invalid("outcome", $"Say what came of the call: {string.Join(", ", EnumWord.All<CallAnswer>())}.");
        return await record.HandleAsync(new CallCommand(at.Group, at.Id, who, outcome, body.Party, body.Phone), ct) switch
        {
            CallNoted.NotInvited => Problems.NotFound("person"),
            CallNoted.Stopped => Problems.Of(StatusCodes.Status409Conflict, "stopped", "This person said stop. Nothing was noted."),
            CallNoted.TooLate => Problems.Of(StatusCodes.Status409Conflict, "too-late", "This meeting is over or called off."),
            var noted => Results.Ok(new CallNotedAnswer(noted)),
        };
    }
}
