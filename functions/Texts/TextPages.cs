using System.Security.Claims;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.PlainLanguage;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Texts;

/// <summary>What one invitation costs in a language: as it would be read first.</summary>
public sealed record LanguageCost(Language Language, int People, SmsSegments Size, bool IsMadeUp);

/// <summary>One text of a meeting in one language, as its page shows it.</summary>
/// <param name="Back">Where the texts are listed.</param>
public sealed record TextView(
    string Back, MessageKind Kind, Readers Readers, OwnText? Saved, OwnText? Draft, RenderedMessage Standard, IReadOnlyList<TextSample> Samples, IReadOnlyDictionary<WrittenPlace, PlainReport> Checks, TextCheck? Check)
{
    public bool NeedsConfirm => Checks.Values.Any(check => check.NeedsConfirm);
}

/// <summary>The organiser's own texts: which there are, and each with what real people would read.</summary>
internal static class TextPages
{
    public static void MapTextPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/texts", ListAsync);
        pages.MapGet("/meetings/{id}/texts/{kind}/{language}", ShowAsync);
        pages.MapPost("/meetings/{id}/texts/{kind}/{language}", ChangeAsync);
    }

    private static async Task<IResult> ListAsync(NamedMeeting at, OrganiserPage page, TextDesk desk, IConfiguration configuration, CancellationToken ct)
    {
        var open = await desk.OpenAsync(at, ct);
        var costs = open.Readers.Select(readers =>
        {
            var invitation = new OpenText(open, MessageKind.Invitation, readers);
            var sample = desk.Samples(invitation, invitation.Saved)[0];
            return new LanguageCost(readers.Language, readers.Count, sample.Size, sample.IsMadeUp);
        });
        return page.View<TextsPage>(new { open.Meeting, open.Own, open.Readers, Costs = (IReadOnlyList<LanguageCost>)[.. costs], SmsPrice = SmsPrice.Of(configuration) });
    }

    private static async Task<IResult> ShowAsync(NamedMeeting at, [AsParameters] TextName name, OrganiserPage page, TextDesk desk, CancellationToken ct)
    {
        if (await FindAsync(at, name, desk, ct) is not { } open)
            return page.NotFound();
        var state = new FormState((open.Saved?.Parts ?? OwnParts.None).Written.ToDictionary(part => EnumWord.Of(part.Place), part => part.Words));
        return View(page, desk, open, open.Saved, state);
    }

    private static async Task<IResult> ChangeAsync(NamedMeeting at, [AsParameters] TextName name, OrganiserPage page, HttpContext http, TextDesk desk, CancellationToken ct)
    {
        if (await FindAsync(at, name, desk, ct) is not { } open)
            return page.NotFound();
        var state = FormState.Of(http);
        var isStandard = state["verb"] == "standard";
        var draft = new OwnTextDraft(
            open.Kind, name.Language, isStandard ? OwnParts.None : PartsOf(state), state.Has("labels") || state["verb"] == "preview", http.User.FindFirstValue(ClaimTypes.Email));
        if (draft.Check() is { } problem)
            state = Refused(state, problem, page);
        else if (state["verb"] is "save" or "standard")
        {
            await desk.Write.HandleAsync(at.Group, at.Id, draft, ct);
            return Results.LocalRedirect($"/meetings/{at.Id}/texts/{name.Kind}/{name.Language}?done={(isStandard ? "text-standard" : "text-saved")}");
        }

        var readable = state.FirstError is null || state.FirstErrorField == "labels";
        var own = readable && !draft.Parts.IsStandard ? new OwnText(open.Kind, name.Language, draft.Parts, null, page.Now) : null;
        return View(page, desk, open, own, state);
    }

    public static OwnParts PartsOf(FormState state)
    {
        return new OwnParts(Words("subject"), Words("sms"), Words("text"));

        // Browsers send line ends as CR LF.
        string? Words(string field) => state[field]?.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static IResult View(OrganiserPage page, TextDesk desk, OpenText open, OwnText? draft, FormState state) =>
        page.View<EditTextPage>(
            new
            {
                View = new TextView(
                    $"/meetings/{open.Texts.Meeting.Id}/texts", open.Kind, open.Readers, open.Saved, draft, desk.Samples(open, null)[0].Message,
                    desk.Samples(open, draft), Checks(page, draft), open.Check),
            },
            state);

    public static Dictionary<WrittenPlace, PlainReport> Checks(OrganiserPage page, OwnText? draft) =>
        (draft?.Parts ?? OwnParts.None).Written.ToDictionary(part => part.Place, part => draft!.Check(part.Place, page.Words.Code)!);

    private static async Task<OpenText?> FindAsync(NamedMeeting at, TextName name, TextDesk desk, CancellationToken ct) =>
        TextRoutes.KindOf(name.Kind) is { } kind && OwnText.Kinds.Contains(kind) ? await desk.OpenAsync(at, kind, name.Language, ct) : null;

    public static FormState Refused(FormState state, OwnTextProblem problem, OrganiserPage page) => problem.Code switch
    {
        OwnTextProblemCode.Placeholder => state.WithError(
            EnumWord.Of(problem.Place), page["texts.wrongPlaceholder", problem.Found!, problem.At + 1, string.Join(", ", Placeholder.All.Select(p => $"(({p.NameIn(page.Words.Code)}))"))]),
        OwnTextProblemCode.TooLong => state.WithError(EnumWord.Of(problem.Place), page["texts.tooLong", OwnParts.MaxLengthOf(problem.Place)]),
        _ => state.WithError("labels", page["plain.confirmMissing"]),
    };
}
