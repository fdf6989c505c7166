using Outreach.Meetings;
using Outreach.Storage;

namespace Outreach.Messages;

/// <param name="Confirmed">The organiser looked again at words that label people, and wants them.</param>
/// <param name="By">Who wrote it.</param>
public sealed record OwnTextDraft(MessageKind Kind, string Language, string? Sms, string? Text, bool Confirmed, string? By)
{
    /// <summary>The first thing that is wrong, or null. Nothing is saved then.</summary>
    public OwnTextProblem? Check()
    {
        if (!OwnText.Kinds.Contains(Kind))
            return new OwnTextProblem(OwnTextProblemCode.Kind, "");
        if (Languages.Language.Find(Language)?.Code != Language)
            return new OwnTextProblem(OwnTextProblemCode.Language, "");
        return Check("sms", Sms, OwnText.LongestSms) ?? Check("text", Text, OwnText.LongestText)
            ?? (Confirmed ? null : Labels("sms", Sms) ?? Labels("text", Text));
    }

    private static OwnTextProblem? Check(string field, string? text, int longest)
    {
        if (text?.Length > longest)
            return new OwnTextProblem(OwnTextProblemCode.TooLong, field);
        return Placeholders.FirstUnknown(text ?? "") is var (found, at) ? new OwnTextProblem(OwnTextProblemCode.Placeholder, field, found, at) : null;
    }

    private OwnTextProblem? Labels(string field, string? text) =>
        OwnText.Check(text ?? "", Language, Language).Marks.FirstOrDefault(mark => mark.NeedsConfirm) is { } label
            ? new OwnTextProblem(OwnTextProblemCode.Labels, field, text!.Substring(label.Start, label.Length), label.Start)
            : null;
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

/// <param name="Field">sms or text.</param>
/// <param name="Found">The signs that it is about, as they stand in the text.</param>
/// <param name="At">Where they stand.</param>
public sealed record OwnTextProblem(OwnTextProblemCode Code, string Field, string? Found = null, int At = 0);

/// <summary>An organiser replaces a standard text of a meeting by their own, or takes it back. A mailing that is on its way keeps the words it left with.</summary>
public sealed class WriteOwnText(MeetingStore meetings, OwnTextStore texts, TimeProvider clock)
{
    /// <returns>Neither when there is no such meeting.</returns>
    public async Task<(OwnText? Saved, OwnTextProblem? Problem)> HandleAsync(GroupId group, MeetingId meeting, OwnTextDraft draft, CancellationToken ct)
    {
        if (await meetings.FindAsync(group, meeting, ct) is null)
            return (null, null);
        if (draft.Check() is { } problem)
            return (null, problem);
        var own = new OwnText(draft.Kind, draft.Language, Words(draft.Sms), Words(draft.Text), draft.By, clock.GetUtcNow());
        await texts.AddAsync(group, meeting, own, ct);
        return (own, null);
    }

    private static string? Words(string? text) => SmsSigns.Clean(text) is { Length: > 0 } words ? words : null;
}
