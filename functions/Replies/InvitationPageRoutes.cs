using System.Text;
using Outreach.Calls;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Residents;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Replies;

internal static class InvitationPageRoutes
{
    private static readonly TimeSpan OldestForm = TimeSpan.FromDays(2);
    private static readonly TimeSpan PressedTwice = TimeSpan.FromMinutes(2);

    public static void MapInvitationPage(this RouteGroupBuilder group)
    {
        var pages = group.MapGroup("").WithMetadata(new Opens(CodeKind.Invitation));
        pages.MapMethods("/i/{code}", ResidentPages.Reading, ShowAsync);
        pages.MapMethods("/i/{code}.ics", ResidentPages.Reading, Calendar);
        pages.MapPost("/i/{code}", AnswerAsync);
        pages.MapPost("/i/{code}/question", AskAsync);
        pages.MapPost("/i/{code}/call", AskForCallAsync);
        pages.MapPost("/i/{code}/answers", AnswerSmallAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit, HttpContext http, InvitationFacts facts, CancellationToken ct) =>
        await PageAsync(visit, http, ResidentForm.Empty with { FromPage = http.Request.Query.ContainsKey("asked") }, facts, ct);

    private static async Task<IResult> PageAsync(Visit visit, HttpContext http, ResidentForm form, InvitationFacts facts, CancellationToken ct) =>
        ResidentPages.Show<InvitationPage>(
            new { View = Canonical(visit), Facts = await facts.ReadAsync(visit, ct) with { KeepsPlaces = http.Request.Query.ContainsKey("full") }, Form = form },
            form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> AnswerAsync(Visit visit, HttpContext http, RecordReply replies, InvitationFacts facts, CancellationToken ct)
    {
        var form = await ResidentForm.ReadAsync(http.Request);
        var reply = AnswerWord.ReplyOf(form.Answer) ?? Reply.None;
        if (reply is Reply.None)
            form = form.With("party", "invitation.errors.answer");
        else if (reply is Reply.Yes)
            form = form.CheckParty();
        if (form.Errors.Count > 0)
            return await PageAsync(visit, http, form, facts, ct);
        if (reply is Reply.Yes or Reply.Maybe)
            await visit.ConfirmAsync(http, ct);
        // Only a start word undoes a stop; the page says so.
        var outcome = visit.Person!.StoppedAt is null && !IsPressedTwice(visit, reply, form.Party)
            ? await replies.HandleAsync(new ReplyCommand(visit.Group.Id, visit.Person.Id, visit.Meeting!.Id, reply, form.Party) { IsOnTheirPage = true, SeenAt = form.ShownAt }, ct)
            : null;
        return ResidentPages.SeeOther(http, Canonical(visit).Link(outcome is ReplyOutcome.Saved { KeepsPlaces: true } ? $"/i/{visit.Code}?full" : $"/i/{visit.Code}"));
    }

    private static async Task<IResult> AskAsync(Visit visit, HttpContext http, AskQuestion ask, InvitationFacts facts, CancellationToken ct)
    {
        var form = await ResidentForm.ReadAsync(http.Request);
        if (form.Question is not { } question)
            return await PageAsync(visit, http, form.With("question", "invitation.errors.question"), facts, ct);
        if (question.Length > AskQuestion.MaxLength)
            return await PageAsync(visit, http, form.With("question", "form.errors.tooLong"), facts, ct);
        var at = form.ShownAt is { } shown && shown <= visit.Now && shown > visit.Now - OldestForm ? shown : visit.Now;
        await ask.HandleAsync(new Question(visit.Group.Id, visit.Person!.Id, visit.Meeting!.Id, question, at), ct);
        return ResidentPages.SeeOther(http, Canonical(visit).Link($"/i/{visit.Code}?asked"));
    }

    private static async Task<IResult> AskForCallAsync(Visit visit, HttpContext http, AskForCall ask, CancellationToken ct)
    {
        await ask.HandleAsync(visit.Group.Id, visit.Meeting!, visit.Person!.Id, ct);
        return ResidentPages.SeeOther(http, Canonical(visit).Link($"/i/{visit.Code}"));
    }

    private static async Task<IResult> AnswerSmallAsync(Visit visit, HttpContext http, AnswerQuestions answer, InvitationFacts facts, CancellationToken ct)
    {
        var shown = await facts.ReadAsync(visit, ct);
        if (shown.Questions.Count > 0 && await Forms.ReadAsync(http.Request) is { } form)
        {
            var given = shown.Questions.ToDictionary(question => question.Id, question => form[$"q-{question.Id}"].ToString());
            await answer.HandleAsync(visit.Group.Id, visit.Meeting!.Id, visit.Person!.Id, shown.QuestionTime, given, ct);
        }

        // Before the meeting they are on the invitation, afterwards where the thanks lead to.
        return ResidentPages.SeeOther(http, Canonical(visit).Link($"/{(shown.QuestionTime is QuestionTime.After ? "n" : "i")}/{visit.Code}") + "#questions");
    }

    private static IResult Calendar(Visit visit, HttpContext http)
    {
        var meeting = visit.Meeting!;
        var questions = visit.View.Text("frame.questions", ("contact", meeting.ContactName), ("phone", meeting.ContactPhone));
        var file = Outreach.Meetings.Calendar.Write(meeting, visit.Settings.Link($"/i/{visit.Code}"), questions, visit.Now);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{meeting.Id}.ics\"";
        return Results.Text(file, Outreach.Meetings.Calendar.MediaType, Encoding.UTF8);
    }

    /// <summary>Later, the same answer is given anew: to what the page says now, and after what they wrote meanwhile.</summary>
    private static bool IsPressedTwice(Visit visit, Reply reply, int party) =>
        visit.Invitation is { } before && before.Reply == reply && (reply is not Reply.Yes || before.Party == party) && visit.Now - before.RepliedAt < PressedTwice;

    // A form's own address is not one to come back to.
    private static PageView Canonical(Visit visit) => visit.View with { Path = $"/i/{visit.Code}" };
}
