using Outreach.Functions.Web;
using Outreach.Functions.Web.Components;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Meetings;

/// <param name="Print">letter, large or card.</param>
/// <param name="Batch">To print once more.</param>
internal sealed record LettersChoice(string? Print, string? Batch);

/// <summary>What is done by hand: letters, doors and calls, and what people say there.</summary>
internal static class PaperPages
{
    private const int MaxDoors = 35;

    public static void MapPaperPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/paper", ListAsync);
        pages.MapGet("/meetings/{id}/paper/letters", LettersAsync);
        pages.MapPost("/meetings/{id}/paper/letters", PrintAsync);
        pages.MapPost("/meetings/{id}/paper/letters/returned", ReturnedAsync);
        pages.MapPost("/meetings/{id}/paper/letters/{batch}/{verb:regex(^(posted|back)$)}", ChangeBatchAsync);
        pages.MapGet("/meetings/{id}/paper/doors", DoorsAsync);
        pages.MapPost("/meetings/{id}/answers/{person}", AnswerAsync);
    }

    private static async Task<IResult> ListAsync(OrganiserPage page, ReadMeetings read, CancellationToken ct) => page.View<PaperPage>(new
    {
        Meetings = (IReadOnlyList<MeetingOverview>)[.. (await read.HandleAsync(page.Group.Id, ct)).Where(one => one.Meeting.IsOpen(page.Now)).OrderBy(one => one.Meeting.StartsAt)],
    });

    private static async Task<IResult> LettersAsync(string id, string? print, string? batch, OrganiserPage page, MeetingStore meetings, ReadLetters read, CancellationToken ct) =>
        await meetings.FindAsync(page.Group.Id, id, ct) is { } meeting ? await ViewLettersAsync(page, meeting, new LettersChoice(print, batch), FormState.Empty, read, ct) : page.NotFound();

    private static async Task<IResult> ViewLettersAsync(OrganiserPage page, Meeting meeting, LettersChoice choice, FormState state, ReadLetters read, CancellationToken ct)
    {
        var letters = await read.HandleAsync(page.Group.Id, meeting, choice.Batch, ct);
        if (choice.Batch is not null && letters.Batch is null)
            return page.NotFound();
        return page.View<LettersPage>(
            new { Meeting = meeting, letters.Letters, letters.Batches, letters.Batch, letters.OwnTexts, letters.Later, Format = choice.Print is "large" or "card" ? choice.Print : "letter" }, state);
    }

    private static async Task<IResult> DoorsAsync(string id, string? noted, OrganiserPage page, HttpContext http, MeetingStore meetings, PeopleStore people, PaperLists paper, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        var work = await WorkAsync(page, meeting, paper, ct);
        var paging = Paging.Of(TableQuery.Of(http), work.Doors.Count, MaxDoors);
        return page.View<DoorsPage>(new { Meeting = meeting, Doors = (IReadOnlyList<PaperEntry>)[.. paging.Cut(work.Doors, MaxDoors)], Paging = paging, Noted = await NotedAsync(noted, page.Group.Id, meeting.Id, people, ct) });
    }

    /// <summary>For a meeting that is over or called off nobody is invited or reminded any more.</summary>
    private static async Task<PaperWork> WorkAsync(OrganiserPage page, Meeting meeting, PaperLists paper, CancellationToken ct) =>
        meeting.IsOpen(page.Now) ? await paper.HandleAsync(page.Group.Id, meeting.Id, ct) : PaperLists.Sort([]);

    private static async Task<IResult> PrintAsync(string id, OrganiserPage page, HttpContext http, MeetingStore meetings, PostLetters post, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        var state = FormState.Of(http);
        IReadOnlyList<PersonId> persons = [.. http.Request.Form["person"].Select(person => PersonId.TryParse(person, out var who) ? who : (PersonId?)null).OfType<PersonId>()];
        var batch = await post.PrintAsync(page.Group.Id, meeting.Id, persons, state.Number("letters") ?? persons.Count, ct);
        if (batch is not null && state["do"] == "print")
            return Results.LocalRedirect($"/meetings/{id}/paper/letters?batch={batch.Id}&done=letters-printed");
        if (batch is not null)
            await post.HandleAsync(page.Group.Id, meeting.Id, batch.Id, ct);
        return Results.LocalRedirect($"/meetings/{id}/paper/letters?done=letters-posted");
    }

    private static async Task<IResult> ChangeBatchAsync(string id, string batch, string verb, OrganiserPage page, PostLetters post, CancellationToken ct)
    {
        var isDone = MeetingId.TryParse(id, out var meeting)
            && (verb == "posted" ? await post.HandleAsync(page.Group.Id, meeting, batch, ct) : await post.PutBackAsync(page.Group.Id, meeting, batch, ct));
        return isDone ? Results.LocalRedirect($"/meetings/{id}/paper/letters?done={(verb == "posted" ? "letters-posted" : "letters-back")}") : page.NotFound();
    }

    /// <summary>Typed, or scanned with whatever reads a code into a field.</summary>
    private static async Task<IResult> ReturnedAsync(string id, OrganiserPage page, HttpContext http, MeetingStore meetings, ReturnLetter returned, ReadLetters read, CancellationToken ct)
    {
        if (await meetings.FindAsync(page.Group.Id, id, ct) is not { } meeting)
            return page.NotFound();
        var state = FormState.Of(http);
        var outcome = Code.TryParse(state["code"]?.Split('/')[^1].Split('?')[0], out var code) ? await returned.HandleAsync(page.Group.Id, meeting.Id, code, ct) : ReturnOutcome.NotALetter;
        return outcome is ReturnOutcome.Noted
            ? Results.LocalRedirect($"/meetings/{id}/paper/letters?done=letter-returned#returned")
            : await ViewLettersAsync(page, meeting, new LettersChoice(null, null), state.But("code", page.Word("paper.returnOutcome", outcome)), read, ct);
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
            _ => Results.LocalRedirect(state["back"] == "doors" ? $"/meetings/{id}/paper/doors?noted={who}" : $"/people/{who}?done=answer-noted"),
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
