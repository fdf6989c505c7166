using Outreach.Functions.Meetings;
using Outreach.Functions.Texts;
using Outreach.Functions.Web;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.PlainLanguage;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Texts;

namespace Outreach.Functions.Sending;

/// <summary>One of the organiser's own words in every invitation, as the plain-language check reads it.</summary>
public sealed record CheckedWords(WrittenWords Written, PlainReport Check);

/// <summary>What the sending page shows.</summary>
public sealed record SendPlan(Meeting Meeting, IReadOnlyList<LanguagePreview> Languages, IReadOnlyList<CheckedWords> Words, TextChecks Checks, DateTimeOffset LeavesAt, decimal SmsPrice)
{
    public int People => Languages.Sum(language => language.People);

    /// <summary>A list that keeps anything from leaving.</summary>
    public UploadedList? Held { get; init; }

    public bool NeedsConfirm => Words.Any(own => own.Check.NeedsConfirm);
}

internal static class InvitationPages
{
    public static void MapInvitationPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/send", AskAsync);
        pages.MapPost("/meetings/{id}/send", SendAsync);
        pages.MapPost("/meetings/{id}/mailings/{mailing}", ChangeMailingAsync);
    }

    private static async Task<IResult> AskAsync(string id, OrganiserPage page, MeetingStore meetings, ListStore lists, ReadOverview read, PreviewSend preview, OwnTextStore texts, CheckTexts check, IConfiguration configuration, CancellationToken ct) =>
        await meetings.FindAsync(page, id, ct) is { } meeting
            ? page.View<SendPage>(new { Plan = await PlanAsync(page, meeting, lists, preview, texts, check, configuration, ct), (await read.HandleAsync(page.Group.Id, meeting, ct)).Leaving })
            : page.NotFound();

    private static async Task<IResult> SendAsync(
        string id, OrganiserPage page, HttpContext http, MeetingStore meetings, ListStore lists, PreviewSend preview, OwnTextStore texts, CheckTexts check, SendInvitations send, IConfiguration configuration, CancellationToken ct)
    {
        if (await meetings.FindAsync(page, id, ct) is not { } meeting)
            return page.NotFound();
        var plan = await PlanAsync(page, meeting, lists, preview, texts, check, configuration, ct);
        var state = FormState.Of(http);
        if (plan.Held is not null)
            return page.View<SendPage>(new { Plan = plan }, state.But("", page["list.held"]));
        if (plan.NeedsConfirm && !state.Has("labels"))
            state = state.But("labels", page["plain.confirmMissing"]);
        else if (state.Has("perHour") && state.Number("perHour") is null or < 1)
            state = state.But("perHour", page["send.wrongPerHour"]);
        else if (await send.HandleAsync(page.Group.Id, meeting.Id, state.Number("perHour"), ct) is { } pressed)
            return Results.LocalRedirect($"/meetings/{id}?done={(pressed is { Queued: 0, OnTheirWay: > 0 } ? "sent-already" : "sent")}");
        else
            state = state.But("", page["send.over"]);
        return page.View<SendPage>(new { Plan = plan }, state);
    }

    private static async Task<SendPlan> PlanAsync(OrganiserPage page, Meeting meeting, ListStore lists, PreviewSend preview, OwnTextStore texts, CheckTexts check, IConfiguration configuration, CancellationToken ct)
    {
        var written = WrittenWords.InInvitations(meeting, await texts.OfAsync(page.Group.Id, meeting.Id, ct), page.Group.Language);
        return new SendPlan(
            meeting,
            meeting.IsOpen(page.Now) ? await preview.HandleAsync(page.Group, meeting, ct) : [],
            // A name of a place is as it is, however hard: there only labels count.
            [.. written.Select(own => new CheckedWords(own, own.Check(page.Words.Code))).Where(own => own.Written.Place is not WrittenPlace.Place || own.Check.NeedsConfirm)],
            await check.OfAsync(page.Group.Id, ct),
            new SendingHours(page.Settings.Zone).NextOpening(page.Now),
            SmsPrice.Of(configuration))
        {
            Held = (await lists.HeldAsync(page.Group.Id, ct)).FirstOrDefault(list => list.Meeting == meeting.Id),
        };
    }

    private static async Task<IResult> ChangeMailingAsync(string id, string mailing, OrganiserPage page, HttpContext http, Mailings mailings, CancellationToken ct)
    {
        var (state, done) = FormState.Of(http)["verb"] switch
        {
            "pause" => (MailingState.Paused, "paused"),
            "resume" => (MailingState.Running, "resumed"),
            _ => (MailingState.Cancelled, "mailing-cancelled"),
        };
        return MeetingId.TryParse(id, out var meeting) && await mailings.ChangeAsync(page.Group.Id, meeting, mailing, state, ct)
            ? Results.LocalRedirect($"/meetings/{id}?done={done}")
            : page.NotFound();
    }
}
