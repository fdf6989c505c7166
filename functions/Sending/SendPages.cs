using Outreach.Functions.Meetings;
using Outreach.Functions.Texts;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.PlainLanguage;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Texts;

namespace Outreach.Functions.Sending;

/// <summary>One of the organiser's own words in every invitation, as the plain-language check reads it.</summary>
public sealed record CheckedWords(WrittenWords Written, PlainReport Check);

/// <summary>What the sending page shows.</summary>
public sealed record SendPlan(Meeting Meeting, IReadOnlyList<LanguagePreview> Languages, IReadOnlyList<CheckedWords> Words, TextChecks Checks, decimal SmsPrice)
{
    public int People => Languages.Sum(language => language.People);

    public int Segments => Languages.Sum(language => language.Segments);

    /// <summary>Already being invited: it goes out automatically.</summary>
    public int Leaving { get; init; }

    public Places? Places { get; init; }

    /// <summary>Languages that nobody who grew up with them has read: the organiser looks at them before they go.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    /// <summary>A list that keeps anything from leaving.</summary>
    public UploadedList? Held { get; init; }

    public bool NeedsConfirm => Words.Any(own => own.Check.NeedsConfirm);
}

/// <summary>What the sending page is read from.</summary>
internal sealed record SendCall(
    OrganiserPage Page, HttpContext Http, ListStore Lists, ReadOverview Read, PreviewSend Preview, OwnTextStore Texts, CheckTexts Check, IConfiguration Configuration, CancellationToken Ct)
{
    public async Task<SendPlan> PlanAsync(Meeting meeting)
    {
        var written = WrittenWords.InInvitations(meeting, await Texts.OfAsync(Page.Group.Id, meeting.Id, Ct), Page.Group.Language);
        var (languages, checks) = (meeting.IsOpen(Page.Now) ? await Preview.HandleAsync(Page.Group, meeting, Ct) : [], await Check.OfAsync(Page.Group.Id, Ct));
        return new SendPlan(
            meeting,
            languages,
            // A name of a place is as it is, however hard: there only labels count.
            [.. written.Select(own => new CheckedWords(own, own.Check(Page.Words.Code))).Where(own => own.Written.Place is not WrittenPlace.Place || own.Check.NeedsConfirm)],
            checks,
            SmsPrice.Of(Configuration))
        {
            Held = (await Lists.HeldAsync(Page.Group.Id, Ct)).FirstOrDefault(list => list.Meeting == meeting.Id),
            Places = await Read.PlacesAsync(Page.Group.Id, meeting, Ct),
            Leaving = (await Read.HandleAsync(Page.Group.Id, meeting, Ct)).Leaving,
            Unseen = [.. languages.Select(language => language.Language).Where(code => IsUnchecked(code, checks))],
        };
    }

    /// <summary>A translation that nobody who grew up with it has read. What the group itself writes in, it reads itself.</summary>
    private bool IsUnchecked(string code, TextChecks checks) =>
        code != Page.Group.Language && code != Page.Words.Code && Language.Find(code) is { } language && checks.Find(MessageKind.Invitation, language) is null;
}

internal static class SendPages
{
    public static void MapSendPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/send", AskAsync);
        pages.MapPost("/meetings/{id}/send", SendAsync).Audited(AuditKind.Sent);
        pages.MapPost("/meetings/{id}/mailings/{mailing}", ChangeMailingAsync);
    }

    private static async Task<IResult> AskAsync(NamedMeeting at, [AsParameters] SendCall call)
    {
        var plan = await call.PlanAsync(at.Meeting);
        _ = EnumWord.TryParse<SendStep>(call.Http.Request.Query["step"], out var asked);
        var (step, state) = SendForm.Check(plan, FormState.OfQuery(call.Http), asked, call.Page);
        return View(call, plan, step, state);
    }

    private static async Task<IResult> SendAsync(NamedMeeting at, [AsParameters] SendCall call, SendInvitations send)
    {
        var page = call.Page;
        var plan = await call.PlanAsync(at.Meeting);
        var (step, state) = SendForm.Check(plan, FormState.Of(call.Http), SendStep.Confirm, page);
        if (plan.Held is not null)
            state = state.WithError("", page["list.held"]);
        if (state.FirstError is not null)
            return View(call, plan, step, state);
        // A colleague has confirmed another list since the number was shown.
        if (state.Number("people") < plan.People)
            return View(call, plan, SendStep.Confirm, state.WithError("", page.Count("send.more", plan.People)));
        return await send.HandleAsync(at.Group, at.Id, SendForm.WishOf(state, page), call.Ct) is { } pressed
            ? Results.LocalRedirect($"/meetings/{at.Id}?done={(pressed is { Queued: 0, OnTheirWay: > 0 } ? "sent-already" : pressed.Mailing?.From is null ? "sent" : "sent-later")}")
            : View(call, plan, step, state.WithError("", page["send.over"]));
    }

    private static IResult View(SendCall call, SendPlan plan, SendStep step, FormState state) => call.Page.View<SendPage>(new { Plan = plan, Step = step }, state);

    private static async Task<IResult> ChangeMailingAsync(NamedMeeting at, string mailing, OrganiserPage page, HttpContext http, Mailings mailings, CancellationToken ct)
    {
        var (state, done) = FormState.Of(http)["verb"] switch
        {
            "pause" => (MailingState.Paused, "paused"),
            "resume" => (MailingState.Running, "resumed"),
            _ => (MailingState.Cancelled, "mailing-cancelled"),
        };
        return await mailings.ChangeAsync(at.Group, at.Id, mailing, state, ct)
            ? Results.LocalRedirect($"/meetings/{at.Id}?done={done}")
            : page.NotFound();
    }
}
