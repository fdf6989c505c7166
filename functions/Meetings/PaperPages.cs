using Outreach.Functions.Web;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Texts;

namespace Outreach.Functions.Meetings;

/// <summary>What is done by hand: letters, doors and calls, and what people say there.</summary>
internal static class PaperPages
{
    public static void MapPaperPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/paper", ListAsync);
        pages.MapGet("/meetings/{id}/paper/letters", LettersAsync);
        pages.MapPost("/meetings/{id}/paper/letters", PostedAsync);
        pages.MapGet("/meetings/{id}/paper/{kind:regex(^(doors|calls)$)}", RoundAsync);
        pages.MapPost("/meetings/{id}/answers/{person}", AnswerAsync);
    }

    private static async Task<IResult> ListAsync(OrganiserPage page, ReadMeetings read, CancellationToken ct) => page.View<PaperPage>(new
    {
        Meetings = (IReadOnlyList<MeetingOverview>)[.. (await read.HandleAsync(page.Group.Id, ct)).Where(one => one.Meeting.IsOpen(page.Now)).OrderBy(one => one.Meeting.StartsAt)],
    });

    private static async Task<IResult> LettersAsync(string id, string? print, OrganiserPage page, MeetingStore meetings, PaperLists paper, OwnTextStore texts, CancellationToken ct)
    {
        if (await meetings.FindAsync(page, id, ct) is not { } meeting)
            return page.NotFound();
        var (letters, own) = ((await WorkAsync(page, meeting, paper, ct)).Letters, await texts.OfAsync(page.Group.Id, meeting.Id, ct));
        return page.View<LettersPage>(new { Meeting = meeting, Letters = letters, OwnTexts = own, IsLarge = print == "large" });
    }

    private static async Task<IResult> RoundAsync(string id, string kind, string? noted, OrganiserPage page, MeetingStore meetings, PeopleStore people, PaperLists paper, ReadWhoKnows whoKnows, CancellationToken ct)
    {
        if (await meetings.FindAsync(page, id, ct) is not { } meeting)
            return page.NotFound();
        var work = await WorkAsync(page, meeting, paper, ct);
        var entry = await NotedAsync(noted, page.Group.Id, meeting.Id, people, ct);
        return kind == "doors"
            ? page.View<DoorsPage>(new { Meeting = meeting, work.Doors, Noted = entry })
            : page.View<CallsPage>(new { Meeting = meeting, (await whoKnows.HandleAsync(page.Group.Id, meeting, ct)).ToCall, work.Calls, work.DayBefore, Noted = entry });
    }

    /// <summary>For a meeting that is over or called off nobody is invited or reminded any more.</summary>
    private static async Task<PaperWork> WorkAsync(OrganiserPage page, Meeting meeting, PaperLists paper, CancellationToken ct) =>
        meeting.IsOpen(page.Now) ? await paper.HandleAsync(page.Group.Id, meeting.Id, ct) : PaperLists.Sort([]);

    private static async Task<IResult> PostedAsync(string id, OrganiserPage page, HttpContext http, MeetingStore meetings, PostLetters post, CancellationToken ct)
    {
        if (await meetings.FindAsync(page, id, ct) is not { } meeting)
            return page.NotFound();
        var persons = http.Request.Form["person"].Select(person => PersonId.TryParse(person, out var who) ? who : (PersonId?)null).OfType<PersonId>();
        await post.HandleAsync(page.Group.Id, meeting.Id, persons, ct);
        return Results.LocalRedirect($"/meetings/{id}/paper/letters?done=letters-posted");
    }

    private static async Task<PaperEntry?> NotedAsync(string? noted, GroupId group, MeetingId meeting, PeopleStore people, CancellationToken ct) =>
        PersonId.TryParse(noted, out var id) && await people.FindAsync(group, id, ct) is { } person && await people.FindAsync(group, meeting, id, ct) is { } invitation
            ? new PaperEntry(person.Value, invitation.Value)
            : null;

    private static async Task<IResult> AnswerAsync(string id, string person, OrganiserPage page, HttpContext http, PeopleStore people, RecordReply replies, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (!MeetingId.TryParse(id, out var meeting) || !PersonId.TryParse(person, out var who) || ReplyOf(state["reply"]) is not { } reply
            || (await people.FindAsync(page.Group.Id, who, ct))?.Value is not { StoppedAt: null })
            return page.NotFound();
        var party = Math.Clamp(state.Number("party") ?? 1, 1, RecordReply.MaxParty);
        return await replies.HandleAsync(new ReplyCommand(page.Group.Id, who, meeting, reply, party), ct) switch
        {
            ReplyOutcome.NotInvited => page.NotFound(),
            ReplyOutcome.TooLate or ReplyOutcome.Cancelled => page.Notice("paper.tooLate", "send.over", StatusCodes.Status409Conflict),
            _ => Results.LocalRedirect(state["back"] is ("doors" or "calls") and var list ? $"/meetings/{id}/paper/{list}?noted={who}" : $"/people/{who}?done=answer-noted"),
        };
    }

    private static Reply? ReplyOf(string? word) => word switch
    {
        "yes" => Reply.Yes,
        "no" => Reply.No,
        "maybe" => Reply.Maybe,
        _ => null,
    };
}
