using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.PlainLanguage;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Texts;

/// <summary>The parts of a message that an organiser can write; null: the standard text.</summary>
/// <param name="Subject">Of e-mails.</param>
/// <param name="Text">Of e-mails and letters, paragraphs with an empty line between them.</param>
public sealed record OwnParts(string? Subject, string? Sms, string? Text)
{
    public static readonly OwnParts None = new(null, null, null);

    [JsonIgnore]
    public bool IsStandard => this == None;

    /// <summary>How many characters fit there.</summary>
    public static int MaxLengthOf(WrittenPlace place) => place switch
    {
        WrittenPlace.Subject => 100,
        WrittenPlace.Sms => 480,
        _ => 2000,
    };

    /// <summary>What was written, each with its place.</summary>
    [JsonIgnore]
    public IEnumerable<(WrittenPlace Place, string Words)> Written
    {
        get
        {
            (WrittenPlace, string?)[] all = [(WrittenPlace.Subject, Subject), (WrittenPlace.Sms, Sms), (WrittenPlace.Text, Text)];
            return all.Where(part => part.Item2 is not null)!;
        }
    }
}

/// <summary>What an organiser wrote in the place of one standard text of a meeting, in one language. Never changed: a new text is kept beside the old.</summary>
public sealed record OwnText(MessageKind Kind, string Language, OwnParts Parts, string? By, DateTimeOffset At) : IStored<OwnText>
{
    static JsonTypeInfo<OwnText> IStored<OwnText>.Json => TextsJson.Default.OwnText;

    /// <summary>
    /// The messages of a meeting that can be said in other words. People named by a neighbour read the text of the invitation, with that neighbour's name before it.
    /// The rest says what has happened (a place on the waiting list, another day, no more messages) or is the organiser's own already.
    /// </summary>
    public static readonly IReadOnlyList<MessageKind> Kinds =
    [
        MessageKind.Invitation, MessageKind.Nudge, MessageKind.ConfirmYes, MessageKind.ConfirmNo, MessageKind.ConfirmMaybe,
        MessageKind.Reminder, MessageKind.Thanks, MessageKind.MissedYou,
    ];

    /// <summary>Of the welcome of new residents, which is about no meeting: these are the group's.</summary>
    public static readonly IReadOnlyList<MessageKind> WelcomeKinds = [MessageKind.Welcome, MessageKind.WelcomeFollowUp, MessageKind.WelcomeTheNext];

    /// <returns>Null when this part was not written.</returns>
    public PlainReport? Check(WrittenPlace place, string organiserLanguage) =>
        Parts.Written.Where(part => part.Place == place).Select(part => new WrittenWords(place, Language, part.Words).Check(organiserLanguage)).FirstOrDefault();

    /// <summary>The text that one of this kind takes the place of; null when it has none of its own.</summary>
    public static MessageKind? KindFor(MessageKind? kind) =>
        kind is MessageKind.NomineeInvitation ? MessageKind.Invitation : kind is { } one && (Kinds.Contains(one) || WelcomeKinds.Contains(one)) ? one : null;
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
        return texts.LastOrDefault(text => text.Kind == wanted && text.Language == language && (asOf is null || text.At <= asOf)) is { Parts.IsStandard: false } own ? own : null;
    }
}

/// <summary>Own texts, in the partition of the group's meetings.</summary>
public sealed class OwnTextStore(ITables tables)
{
    /// <summary>Those that a message of this kind may say.</summary>
    public Task<OwnTexts> ForAsync(GroupId group, Meeting? meeting, MessageKind? kind, CancellationToken ct) => OwnText.KindFor(kind) switch
    {
        null => Task.FromResult(OwnTexts.None),
        { } one when OwnText.WelcomeKinds.Contains(one) => OfWelcomeAsync(group, ct),
        _ => meeting is null or { HasOwnTexts: false } ? Task.FromResult(OwnTexts.None) : OfAsync(group, meeting.Id, ct),
    };

    public Task<OwnTexts> OfAsync(GroupId group, MeetingId meeting, CancellationToken ct) => ReadAsync(group, MeetingKeys.Texts(meeting), ct);

    public Task<OwnTexts> OfWelcomeAsync(GroupId group, CancellationToken ct) => ReadAsync(group, MeetingKeys.WelcomeTexts, ct);

    private async Task<OwnTexts> ReadAsync(GroupId group, string prefix, CancellationToken ct)
    {
        var texts = await tables.ListValuesAsync<OwnText>(TableNames.Meetings, group.Value, KeyRange.StartingWith(prefix), ct);
        return texts.Count == 0 ? OwnTexts.None : new OwnTexts([.. texts.OrderBy(text => text.At)]);
    }

    /// <exception cref="ConflictException">The meeting has changed since it was read.</exception>
    public Task AddAsync(GroupId group, Stored<Meeting> meeting, OwnText text, CancellationToken ct)
    {
        var id = meeting.Value.Id;
        var added = Operation.Upsert(KeyOf(MeetingKeys.Texts(id), text), RowJson.Write(text));
        var marked = Operation.Replace(MeetingKeys.Meeting(id), RowJson.Write(meeting.Value with { HasOwnTexts = true }), meeting.ETag);
        return tables.SubmitAsync(TableNames.Meetings, group.Value, [added, marked], ct);
    }

    public Task AddToWelcomeAsync(GroupId group, OwnText text, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Upsert(KeyOf(MeetingKeys.WelcomeTexts, text), RowJson.Write(text))], ct);

    private static string KeyOf(string prefix, OwnText text) => $"{prefix}{text.Kind}|{text.Language}|{text.At.UtcTicks:x16}";
}
