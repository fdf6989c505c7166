using System.Globalization;
using Outreach.Calls;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
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

    private static async Task<IResult> ShowAsync(NamedMeeting at, OrganiserPage page, HttpContext http, PeopleStore people, ReadCalls read, CancellationToken ct)
    {
        var calls = await read.HandleAsync(at.Group, at.Meeting, ct);
        var paging = Paging.Of(TableQuery.Of(http), calls.Count, MaxShown);
        return page.View<CallsPage>(new
        {
            at.Meeting,
            Counts = calls.CountBy(call => call.Turn).ToDictionary(),
            Calls = (IReadOnlyList<CallEntry>)[.. paging.Cut(calls, MaxShown)],
            Paging = paging,
            Noted = await people.PaperEntryAsync(at, http.Request.Query["noted"], ct),
            What = EnumWord.TryParse<CallNoted>(http.Request.Query["what"], out var said) ? said : CallNoted.Noted,
        });
    }

    private static async Task<IResult> RecordAsync(NamedMeeting at, string person, OrganiserPage page, HttpContext http, RecordCall record, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var word = state["reply"]?.Split('-') ?? [];
        if (!PersonId.TryParse(person, out var who) || word is not [var answer, ..] || !EnumWord.TryParse<CallAnswer>(answer, out var outcome))
            return page.NotFound();
        var party = word is [_, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var tapped) ? tapped : state.Number("party") ?? 1;
        return await record.HandleAsync(new CallCommand(at.Group, at.Id, who, outcome, party, state["number"]) { SeenAt = state.ShownAt }, ct) switch
        {
            CallNoted.NotInvited => page.NotFound(),
            CallNoted.Stopped => page.Notice("calls.stopped", "calls.stoppedWhy", StatusCodes.Status409Conflict),
            CallNoted.TooLate => page.Notice("paper.tooLate", "send.over", StatusCodes.Status409Conflict),
            var noted => Results.LocalRedirect($"/meetings/{at.Id}/paper/calls?noted={who}&what={EnumWord.Of(noted)}"),
        };
    }
}
