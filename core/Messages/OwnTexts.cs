using Outreach.Languages;
using Outreach.Storage;

namespace Outreach.Messages;

/// <summary>What an organiser wrote in the place of one standard text of a meeting, in one language. Never changed: a new text stands beside the old.</summary>
/// <param name="Sms">Null: the standard text.</param>
/// <param name="Text">Of e-mails and letters, paragraphs with an empty line between them; null: the standard text.</param>
public sealed record OwnText(MessageKind Kind, string Language, string? Sms, string? Text, string? By, DateTimeOffset At)
{
    public const int LongestSms = 480;
    public const int LongestText = 2000;

    /// <summary>The mailings that a meeting has. Who was named by a neighbour reads the text of the invitation, with who named them before it.</summary>
    public static readonly IReadOnlyList<MessageKind> Kinds = [MessageKind.Invitation, MessageKind.Nudge, MessageKind.Reminder, MessageKind.Thanks];

    /// <summary>The text that one of this kind takes the place of; null when it has none of its own.</summary>
    public static MessageKind? KindFor(MessageKind? kind) =>
        kind is MessageKind.NomineeInvitation ? MessageKind.Invitation : kind is { } one && Kinds.Contains(one) ? one : null;

    public bool IsStandard => Sms is null && Text is null;

    /// <summary>What the plain-language check says of it. What a placeholder stands for is not the organiser's to change.</summary>
    public static PlainReport Check(string text, string language, string organiserLanguage) =>
        PlainLanguage.Check(Placeholders.Masked(text), language, null, organiserLanguage);
}

/// <summary>All own texts of a meeting, old ones too, oldest first.</summary>
public sealed class OwnTexts(IReadOnlyList<OwnText> texts)
{
    public static readonly OwnTexts None = new([]);

    /// <param name="asOf">As they stood then; null: as they stand.</param>
    /// <returns>Null when the standard text is used.</returns>
    public OwnText? Find(MessageKind kind, string language, DateTimeOffset? asOf = null)
    {
        var wanted = OwnText.KindFor(kind);
        return texts.LastOrDefault(text => text.Kind == wanted && text.Language == language && (asOf is null || text.At <= asOf)) is { IsStandard: false } own ? own : null;
    }
}

/// <summary>Own texts, in the partition of the group's meetings.</summary>
public sealed class OwnTextStore(ITables tables)
{
    public async Task<OwnTexts> OfAsync(GroupId group, MeetingId? meeting, CancellationToken ct)
    {
        if (meeting is not { } id)
            return OwnTexts.None;
        var texts = new List<OwnText>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, group.Value, Prefix(id), RowKeys.After(Prefix(id)), null, ct))
            texts.Add(RowJson.Read<OwnText>(row.Json));
        return texts.Count == 0 ? OwnTexts.None : new OwnTexts([.. texts.OrderBy(text => text.At)]);
    }

    public Task AddAsync(GroupId group, MeetingId meeting, OwnText text, CancellationToken ct) => tables.SubmitAsync(
        TableNames.Meetings,
        group.Value,
        [Operation.Upsert($"{Prefix(meeting)}{text.Kind}|{text.Language}|{text.At.UtcTicks:x16}", RowJson.Write(text))],
        ct);

    private static string Prefix(MeetingId meeting) => $"text|{meeting}|";
}
