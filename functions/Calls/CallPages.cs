using System.Globalization;
using Outreach.Calls;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Components;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Calls;

/// <summary>The call list of a meeting: by need, with the number to tap and what came of it in one tap.</summary>
internal static class CallPages
{
    /// <summary>More than this nobody calls in an evening.</summary>
    private const int MaxShown = 20;

    public static void MapCallPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/paper/calls", ShowAsync);
        pages.MapPost("/meetings/{id}/paper/calls/{person}", RecordAsync);
    }

    private static async Task<IResult> ShowAsync(string id, string? noted, string? what, OrganiserPage page, HttpContext http, MeetingStore meetings, PeopleStore people, ReadCalls read, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        var calls = await read.HandleAsync(page.Group.Id, meeting, ct);
        var paging = Paging.Of(TableQuery.Of(http), calls.Count, MaxShown);
        return page.View<CallsPage>(new
        {
            Meeting = meeting,
            Counts = calls.CountBy(call => call.Turn).ToDictionary(),
            Calls = (IReadOnlyList<CallEntry>)[.. paging.Cut(calls.OrderBy(call => call.Turn), MaxShown)],
            Paging = paging,
            Noted = await NotedAsync(noted, page.Group.Id, meeting.Id, people, ct),
            What = EnumWord.TryParse<CallNoted>(what, out var said) ? said : CallNoted.Noted,
        });
    }

    private static async Task<PaperEntry?> NotedAsync(string? noted, GroupId group, MeetingId meeting, PeopleStore people, CancellationToken ct) =>
        PersonId.TryParse(noted, out var id) && await people.FindAsync(group, id, ct) is { } person && await people.FindAsync(group, meeting, id, ct) is { } invitation
            ? new PaperEntry(person.Value, invitation.Value)
            : null;

    private static async Task<IResult> RecordAsync(string id, string person, OrganiserPage page, HttpContext http, RecordCall record, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var word = state["reply"]?.Split('-') ?? [];
        if (!MeetingId.TryParse(id, out var meeting) || !PersonId.TryParse(person, out var who) || word is not [var answer, ..] || !EnumWord.TryParse<CallAnswer>(answer, out var outcome))
            return page.NotFound();
        var party = word is [_, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var tapped) ? tapped : state.Number("party") ?? 1;
        return await record.HandleAsync(new CallCommand(page.Group.Id, meeting, who, outcome, party), ct) switch
        {
            CallNoted.NotInvited => page.NotFound(),
            CallNoted.TooLate => page.Notice("paper.tooLate", "send.over", StatusCodes.Status409Conflict),
            var noted => Results.LocalRedirect($"/meetings/{id}/paper/calls?noted={who}&what={EnumWord.Of(noted)}"),
        };
    }
}
