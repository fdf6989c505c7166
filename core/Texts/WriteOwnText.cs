using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Texts;

/// <param name="Confirmed">The organiser looked again at words that label people, and wants them.</param>
/// <param name="By">Who wrote it.</param>
public sealed record OwnTextDraft(MessageKind Kind, string Language, OwnParts Parts, bool Confirmed, string? By)
{
    /// <summary>The first thing that is wrong, or null. Nothing is saved while something is.</summary>
    public OwnTextProblem? Check()
    {
        if (OwnText.KindFor(Kind) != Kind)
            return new OwnTextProblem(OwnTextProblemCode.Kind);
        if (Languages.Language.Find(Language)?.Code != Language)
            return new OwnTextProblem(OwnTextProblemCode.Language);
        return Parts.Written.Select(part => Check(part.Place, part.Words)).FirstOrDefault(problem => problem is not null)
            ?? (Confirmed || Words.Labels().Count == 0 ? null : new OwnTextProblem(OwnTextProblemCode.Labels));
    }

    public IEnumerable<WrittenWords> Words => Parts.Written.Select(part => new WrittenWords(part.Place, Language, part.Words));

    private static OwnTextProblem? Check(WrittenPlace place, string text)
    {
        if (text.Length > OwnParts.MaxLengthOf(place))
            return new OwnTextProblem(OwnTextProblemCode.TooLong, place);
        return Placeholders.FirstUnknown(text) is var (found, at) ? new OwnTextProblem(OwnTextProblemCode.Placeholder, place, found, at) : null;
    }
}

public enum OwnTextProblemCode
{
    /// <summary>No text that can be replaced.</summary>
    Kind,
    Language,
    TooLong,

    /// <summary>Brackets around something that we do not know, or that stay open.</summary>
    Placeholder,

    /// <summary>A word that labels people needs a second look.</summary>
    Labels,
}

/// <param name="Place">In which part, when it is about one.</param>
/// <param name="Found">The characters that it is about, as they stand in the text.</param>
/// <param name="At">Their position.</param>
public sealed record OwnTextProblem(OwnTextProblemCode Code, WrittenPlace Place = WrittenPlace.Text, string? Found = null, int At = 0);

/// <summary>An organiser replaces a standard text of a meeting by their own, or takes it back. A mailing that is on its way keeps the words it left with.</summary>
public sealed class WriteOwnText(MeetingStore meetings, OwnTextStore texts, TimeProvider clock)
{
    /// <returns>Neither when there is no such meeting.</returns>
    public Task<(OwnText? Saved, OwnTextProblem? Problem)> HandleAsync(GroupId group, MeetingId meeting, OwnTextDraft draft, CancellationToken ct) =>
        Retry.OnConflictAsync(() => TryAsync(group, meeting, draft, ct));

    private async Task<(OwnText? Saved, OwnTextProblem? Problem)> TryAsync(GroupId group, MeetingId id, OwnTextDraft draft, CancellationToken ct)
    {
        if (await meetings.FindAsync(group, id, ct) is not { } meeting)
            return (null, null);
        if (!OwnText.Kinds.Contains(draft.Kind))
            return (null, new OwnTextProblem(OwnTextProblemCode.Kind));
        if (draft.Check() is { } problem)
            return (null, problem);
        var own = TextOf(draft);
        await texts.AddAsync(group, meeting, own, ct);
        return (own, null);
    }

    /// <summary>One that the group says to new residents.</summary>
    public async Task<(OwnText? Saved, OwnTextProblem? Problem)> OfWelcomeAsync(GroupId group, OwnTextDraft draft, CancellationToken ct)
    {
        if (!OwnText.WelcomeKinds.Contains(draft.Kind))
            return (null, new OwnTextProblem(OwnTextProblemCode.Kind));
        if (draft.Check() is { } problem)
            return (null, problem);
        var own = TextOf(draft);
        await texts.AddToWelcomeAsync(group, own, ct);
        return (own, null);
    }

    private OwnText TextOf(OwnTextDraft draft)
    {
        var parts = new OwnParts(OrNone(SmsCharacters.OneLine(draft.Parts.Subject)), OrNone(draft.Parts.Sms), OrNone(draft.Parts.Text));
        return new OwnText(draft.Kind, draft.Language, parts, draft.By, clock.GetUtcNow());
    }

    private static string? OrNone(string? text) => SmsCharacters.Clean(text) is { Length: > 0 } words ? words : null;
}
