using System.Globalization;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Meetings;

/// <param name="Print">letter, large or card.</param>
/// <param name="Batch">To print once more.</param>
internal sealed record LettersChoice(string? Print, string? Batch)
{
    /// <summary>Whose letter was noted just now as one that came back.</summary>
    public PaperEntry? Returned { get; init; }
}

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
        pages.MapPost("/meetings/{id}/paper/letters/returned/undo", TakeBackAsync);
        pages.MapPost("/meetings/{id}/paper/letters/told", ToldAsync);
        pages.MapPost("/meetings/{id}/paper/letters/{batch}/{verb:regex(^(posted|back)$)}", ChangeBatchAsync);
        pages.MapGet("/meetings/{id}/paper/doors", DoorsAsync);
        pages.MapPost("/meetings/{id}/answers/{person}", AnswerAsync);
    }

    private static async Task<IResult> ListAsync(OrganiserPage page, ReadMeetings read, CancellationToken ct) => page.View<PaperPage>(new
    {
        Meetings = (IReadOnlyList<MeetingOverview>)[.. (await read.HandleAsync(page.Group.Id, ct)).Where(one => one.Meeting.IsOpen(page.Now)).OrderBy(one => one.Meeting.StartsAt)],
    });

    private static async Task<IResult> LettersAsync(NamedMeeting at, HttpContext http, OrganiserPage page, PeopleStore people, ReadLetters read, CancellationToken ct)
    {
        var asked = http.Request.Query;
        return await ViewLettersAsync(page, at.Meeting, new LettersChoice(asked["print"], asked["batch"]) { Returned = await people.PaperEntryAsync(at, asked["noted"], ct) }, FormState.Empty, read, ct);
    }

    private static async Task<IResult> ViewLettersAsync(OrganiserPage page, Meeting meeting, LettersChoice choice, FormState state, ReadLetters read, CancellationToken ct)
    {
        var letters = await read.HandleAsync(page.Group.Id, meeting, choice.Batch, ct);
        if (choice.Batch is not null && letters.Batch is null)
            return page.NotFound();
        return page.View<LettersPage>(
            new { Meeting = meeting, letters.Letters, letters.Batches, letters.Batch, letters.OwnTexts, letters.Later, letters.Old, choice.Returned, Format = choice.Print is "large" or "card" ? choice.Print : "letter" }, state);
    }

    private static async Task<IResult> DoorsAsync(NamedMeeting at, OrganiserPage page, HttpContext http, PeopleStore people, PaperLists paper, CancellationToken ct)
    {
        var work = await WorkAsync(page, at.Meeting, paper, ct);
        var paging = Paging.Of(TableQuery.Of(http), work.Doors.Count, MaxDoors);
        return page.View<DoorsPage>(new { at.Meeting, Doors = (IReadOnlyList<PaperEntry>)[.. paging.Cut(work.Doors, MaxDoors)], Paging = paging, Noted = await people.PaperEntryAsync(at, http.Request.Query["noted"], ct), IsKept = http.Request.Query.ContainsKey("kept") });
    }

    /// <summary>For a meeting that is over or called off nobody is invited or reminded any more.</summary>
    private static async Task<PaperWork> WorkAsync(OrganiserPage page, Meeting meeting, PaperLists paper, CancellationToken ct) =>
        meeting.IsOpen(page.Now) ? await paper.HandleAsync(page.Group.Id, meeting.Id, ct) : PaperLists.Sort([]);

    private static async Task<IResult> PrintAsync(NamedMeeting at, HttpContext http, OrganiserPage page, PostLetters post, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var persons = PersonsOf(http);
        // To print, they are shown again; what went into the post is what the page showed.
        var isToPrint = state["do"] == "print";
        var readAt = !isToPrint && DateTimeOffset.TryParseExact(state["readAt"], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var shownAt) ? shownAt : page.Now;
        var batch = await post.PrintAsync(at.Group, at.Meeting, persons, state.Number("letters") ?? persons.Count, readAt, ct);
        if (batch is not null && isToPrint)
            return Results.LocalRedirect($"/meetings/{at.Id}/paper/letters?batch={batch.Id}&done=letters-printed");
        if (batch is not null)
            await post.HandleAsync(at.Group, at.Meeting, batch.Id, ct);
        return Results.LocalRedirect($"/meetings/{at.Id}/paper/letters?done=letters-posted");
    }

    private static async Task<IResult> ToldAsync(NamedMeeting at, HttpContext http, OrganiserPage page, TellOfOldLetters tell, CancellationToken ct) =>
        await tell.HandleAsync(at.Group, at.Meeting, PersonsOf(http), FormState.Of(http).ShownAt, ct)
            ? Results.LocalRedirect($"/meetings/{at.Id}/paper/letters?done=letters-told#old")
            : page.Notice("meeting.movedMeanwhile", "meeting.movedMeanwhileWhy", StatusCodes.Status409Conflict);

    private static IReadOnlyList<PersonId> PersonsOf(HttpContext http) =>
        [.. http.Request.Form["person"].Select(person => PersonId.TryParse(person, out var who) ? who : (PersonId?)null).OfType<PersonId>()];

    private static async Task<IResult> ChangeBatchAsync(NamedMeeting at, string batch, string verb, OrganiserPage page, PostLetters post, CancellationToken ct)
    {
        var isDone = verb == "posted" ? await post.HandleAsync(at.Group, at.Meeting, batch, ct) : await post.PutBackAsync(at.Group, at.Id, batch, ct);
        return isDone ? Results.LocalRedirect($"/meetings/{at.Id}/paper/letters?done={(verb == "posted" ? "letters-posted" : "letters-back")}") : page.NotFound();
    }

    /// <summary>Typed, or scanned with whatever reads a code into a field.</summary>
    private static async Task<IResult> ReturnedAsync(NamedMeeting at, OrganiserPage page, HttpContext http, ReturnLetter returned, ReadLetters read, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var found = Code.TryParse(state["code"]?.Split('/')[^1].Split('?')[0], out var code) ? await returned.HandleAsync(at.Group, at.Id, code, ct) : new(ReturnOutcome.NotALetter);
        return found.Outcome is ReturnOutcome.Noted
            ? Results.LocalRedirect($"/meetings/{at.Id}/paper/letters?done=letter-returned&noted={found.Person}#returned")
            : await ViewLettersAsync(page, at.Meeting, new LettersChoice(null, null), state.WithError("code", page.Word("paper.returnOutcome", found.Outcome)), read, ct);
    }

    private static async Task<IResult> TakeBackAsync(NamedMeeting at, HttpContext http, OrganiserPage page, ReturnLetter returned, CancellationToken ct)
    {
        var state = FormState.Of(http);
        var isTakenBack = PersonId.TryParse(state["person"], out var person) && DateTimeOffset.TryParseExact(state["noted"], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var noted)
            && await returned.TakeBackAsync(at.Group, at.Id, person, noted, ct);
        return isTakenBack ? Results.LocalRedirect($"/meetings/{at.Id}/paper/letters?done=letter-kept#returned") : page.NotFound();
    }

    /// <summary>Somebody who was rung at or called just now, as the address of the page says it.</summary>
    internal static async Task<PaperEntry?> PaperEntryAsync(this PeopleStore people, NamedMeeting at, string? noted, CancellationToken ct) =>
        PersonId.TryParse(noted, out var id) && await people.FindAsync(at.Group, id, ct) is { } person && await people.FindAsync(at.Group, at.Id, id, ct) is { } invitation
            ? new PaperEntry(person.Value, invitation.Value)
            : null;

    private static async Task<IResult> AnswerAsync(NamedMeeting at, string person, OrganiserPage page, HttpContext http, RecordReply replies, CancellationToken ct)
    {
        var state = FormState.Of(http);
        if (!PersonId.TryParse(person, out var who) || AnswerWord.ReplyOf(state["reply"]) is not { } reply)
            return page.NotFound();
        // A number that was left as it was shown is nobody's word: they may have said another since.
        int? party = state.Number("party") is { } chosen && chosen != state.Number("partyShown") ? Math.Clamp(chosen, 1, Invitation.MaxParty) : null;
        return await replies.HandleAsync(new ReplyCommand(at.Group, who, at.Id, reply, party), ct) switch
        {
            ReplyOutcome.NotInvited => page.NotFound(),
            ReplyOutcome.TooLate or ReplyOutcome.Cancelled => page.Notice("paper.tooLate", "send.over", StatusCodes.Status409Conflict),
            var saved => Results.LocalRedirect(AfterAnswer(at, who, state["back"] == "doors", saved)),
        };
    }

    private static string AfterAnswer(NamedMeeting at, PersonId who, bool atDoors, ReplyOutcome saved) => atDoors
        ? $"/meetings/{at.Id}/paper/doors?noted={who}{(saved is ReplyOutcome.Saved { KeepsPlaces: true } ? "&kept" : "")}"
        : $"/people/{who}?done=answer-{saved switch { ReplyOutcome.Waiting => "waiting", ReplyOutcome.Saved { KeepsPlaces: true } => "kept", _ => "noted" }}";
}
