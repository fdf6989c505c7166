using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Texts;

/// <summary>Which text an address names, in which language.</summary>
internal sealed record TextName(string Kind, string Language);

internal sealed record OwnTextBody(string? Subject, string? Sms, string? Text, bool? Confirm, string? By)
{
    public OwnParts Parts => new(Subject, Sms, Text);
}

internal sealed record OwnTextAnswer(string? Subject, string? Sms, string? Text, string? By, DateTimeOffset? At)
{
    public static OwnTextAnswer? Of(OwnText? own) => own is null ? null : new(own.Parts.Subject, own.Parts.Sms, own.Parts.Text, own.By, own.At == default ? null : own.At);
}

internal sealed record PlainMarkAnswer(int Start, int Length, string Kind, string Why, string? Rewrite, bool NeedsConfirm);

internal sealed record PlainAnswer(string? Level, IEnumerable<PlainMarkAnswer> Marks)
{
    public static PlainAnswer? Of(WrittenPlace place, OwnText? own, string organiserLanguage) => own?.Check(place, organiserLanguage) is not { } report
        ? null
        : new(report.Level?.ToString(), report.Marks.Select(m => new PlainMarkAnswer(m.Start, m.Length, EnumWord.Of(m.Kind), m.Why, m.Rewrite, m.NeedsConfirm)));
}

internal sealed record TextSampleAnswer(string? Name, bool MadeUp, string Subject, string Sms, int Segments, int Characters, string? ForcingSign, string Text, string Html)
{
    public static TextSampleAnswer Of(TextSample s) => new(
        s.Name, s.IsMadeUp, s.Message.Subject, s.Message.Sms, s.Size.Segments, s.Size.Characters, s.Size.FirstForcingCharacter, s.Message.Text, s.Message.Html);
}

internal sealed record TextPreviewAnswer(
    string Kind, string Language, int People, int Unnamed, OwnTextAnswer? Own, PlainAnswer? SubjectCheck, PlainAnswer? SmsCheck, PlainAnswer? TextCheck, CheckedAnswer? Checked, IEnumerable<TextSampleAnswer> Samples);

/// <summary>An organiser's own texts of a meeting.</summary>
internal static class TextRoutes
{
    private const string OneText = "/meetings/{id}/texts/{kind}/{language}";

    public static void MapTexts(this RouteGroupBuilder api)
    {
        api.MapGet("/meetings/{id}/texts", ListAsync);
        api.MapPut(OneText, WriteAsync);
        api.MapDelete(OneText, (NamedMeeting at, [AsParameters] TextName name, TextDesk desk, HttpRequest request, CancellationToken ct) =>
            WriteAsync(at, name, new OwnTextBody(null, null, null, null, null), desk, request, ct));
        api.MapPost(OneText + "/preview", PreviewAsync).NotAudited();
    }

    public static MessageKind? KindOf(string kind) =>
        Enum.GetValues<MessageKind>().Where(known => string.Equals(NameOf(known), kind, StringComparison.OrdinalIgnoreCase)).Select(known => (MessageKind?)known).FirstOrDefault();

    public static string NameOf(MessageKind kind) => EnumWord.Of(kind);

    private static async Task<IResult> ListAsync(NamedMeeting at, TextDesk desk, CancellationToken ct)
    {
        var open = await desk.OpenAsync(at, ct);
        return Results.Ok(new
        {
            placeholders = Placeholder.All.Select(p => new { nl = $"(({p.Dutch}))", en = $"(({p.English}))" }),
            longest = new { subject = OwnParts.MaxLengthOf(WrittenPlace.Subject), sms = OwnParts.MaxLengthOf(WrittenPlace.Sms), text = OwnParts.MaxLengthOf(WrittenPlace.Text) },
            items = open.Readers.Select(readers => new
            {
                language = readers.Language.Code,
                people = readers.Count,
                unnamed = readers.Unnamed,
                texts = OwnText.Kinds.ToDictionary(NameOf, kind => new
                {
                    own = OwnTextAnswer.Of(open.Own.Find(kind, readers.Language.Code)),
                    @checked = CheckedAnswer.Of(open.Checks.Find(kind, readers.Language)),
                }),
            }),
        });
    }

    private static async Task<IResult> WriteAsync(NamedMeeting at, [AsParameters] TextName name, OwnTextBody body, TextDesk desk, HttpRequest request, CancellationToken ct)
    {
        if (KindOf(name.Kind) is not { } kind)
            return Problems.NotFound("text");
        var draft = new OwnTextDraft(kind, name.Language, body.Parts, body.Confirm is true, body.By);
        var (saved, problem) = await desk.Write.HandleAsync(at.Group, at.Id, draft, ct);
        if (problem is not null)
            return Refused(problem, draft, OwnText.Kinds);
        return saved is null || await desk.OpenAsync(at, kind, name.Language, ct) is not { } open
            ? Problems.NotFound("meeting")
            : Answer(open, saved.Parts.IsStandard ? null : saved, desk, Caller.LanguageOf(request));
    }

    private static async Task<IResult> PreviewAsync(NamedMeeting at, [AsParameters] TextName name, OwnTextBody body, TextDesk desk, HttpRequest request, CancellationToken ct)
    {
        if (KindOf(name.Kind) is not { } kind)
            return Problems.NotFound("text");
        // Words that label people are among the checks; only saving asks about them.
        var draft = new OwnTextDraft(kind, name.Language, body.Parts, Confirmed: true, null);
        if (draft.Check() is { } problem)
            return Refused(problem, draft, OwnText.Kinds);
        var own = draft.Parts.IsStandard ? null : new OwnText(kind, name.Language, draft.Parts, null, default);
        return await desk.OpenAsync(at, kind, name.Language, ct) is { } open ? Answer(open, own, desk, Caller.LanguageOf(request)) : Problems.NotFound("text");
    }

    /// <param name="organiser">The language in which hard words are explained.</param>
    private static IResult Answer(OpenText open, OwnText? own, TextDesk desk, string organiser) => Results.Ok(new TextPreviewAnswer(
        NameOf(open.Kind), open.Readers.Language.Code, open.Readers.Count, open.Readers.Unnamed, OwnTextAnswer.Of(own),
        PlainAnswer.Of(WrittenPlace.Subject, own, organiser), PlainAnswer.Of(WrittenPlace.Sms, own, organiser), PlainAnswer.Of(WrittenPlace.Text, own, organiser),
        CheckedAnswer.Of(open.Check),
        desk.Samples(open, own).Select(TextSampleAnswer.Of)));

    public static IResult Refused(OwnTextProblem problem, OwnTextDraft draft, IReadOnlyList<MessageKind> kinds) => problem.Code switch
    {
        OwnTextProblemCode.Kind => Problems.Invalid("kind", $"This text cannot be replaced. Choose {string.Join(", ", kinds.Select(NameOf))}."),
        OwnTextProblemCode.Language => Problems.Invalid("language", $"Choose a language from {string.Join(", ", Language.All.Select(l => l.Code))}."),
        OwnTextProblemCode.TooLong => Problems.Invalid("too-long", $"'{EnumWord.Of(problem.Place)}' is too long: {OwnParts.MaxLengthOf(problem.Place)} characters at most."),
        OwnTextProblemCode.Placeholder => Problems.Invalid(
            "placeholder", $"We do not know {problem.Found}, at character {problem.At + 1} of '{EnumWord.Of(problem.Place)}'. Nothing was saved.",
            "There are " + string.Join(", ", Placeholder.All.Select(p => $"(({p.English}))")) + "; in Dutch " + string.Join(", ", Placeholder.All.Select(p => $"(({p.Dutch}))")) + "."),
        _ => Problems.Labels(draft.Words.Labels(), Problems.ConfirmInBody),
    };
}

/// <summary>A meeting with its texts and who reads them.</summary>
internal sealed record OpenTexts(Group Group, Meeting Meeting, OwnTexts Own, TextChecks Checks, IReadOnlyList<Readers> Readers);

/// <summary>One of the texts of a meeting, and who reads it.</summary>
internal sealed record OpenText(OpenTexts Texts, MessageKind Kind, Readers Readers)
{
    public OwnText? Saved => Texts.Own.Find(Kind, Readers.Language.Code);

    public TextCheck? Check => Texts.Checks.Find(Kind, Readers.Language);
}

/// <summary>What pages and calls about own texts have in common.</summary>
internal sealed class TextDesk(GroupStore groups, OwnTextStore texts, CheckTexts check, ReadTexts read, WriteOwnText write)
{
    public WriteOwnText Write => write;

    public async Task<OpenTexts> OpenAsync(NamedMeeting at, CancellationToken ct)
    {
        var group = await groups.GetAsync(at.Group, ct);
        return new OpenTexts(group, at.Meeting, await texts.OfAsync(at.Group, at.Id, ct), await check.OfAsync(at.Group, ct), await read.HandleAsync(group, at.Meeting, ct));
    }

    /// <returns>Null for a language that is not known.</returns>
    public async Task<OpenText?> OpenAsync(NamedMeeting at, MessageKind kind, string language, CancellationToken ct)
    {
        var all = await OpenAsync(at, ct);
        return all.Readers.FirstOrDefault(found => found.Language.Code == language) is { } readers ? new OpenText(all, kind, readers) : null;
    }

    /// <param name="own">Null: the standard text.</param>
    public IReadOnlyList<TextSample> Samples(OpenText text, OwnText? own) => read.Samples(text.Texts.Group, text.Texts.Meeting, text.Kind, text.Readers, own);
}
