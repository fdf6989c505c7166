using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Sending;

[JsonConverter(typeof(EnumWordConverter<MailingState>))]
public enum MailingState
{
    Running,
    Paused,
    Cancelled,
}

/// <summary>Everything that one click on Send starts: a mailing to all who were not asked yet, that can be paused, resumed, cancelled and spread.</summary>
/// <param name="PerHour">Messages per hour, so that a few volunteers can answer; null: no limit.</param>
public sealed record Mailing(string Id, MeetingId Meeting, MailingState State, int Queued, int? PerHour, DateTimeOffset At) : IStored<Mailing>
{
    static JsonTypeInfo<Mailing> IStored<Mailing>.Json => SendingJson.Default.Mailing;

    /// <summary>Nothing of it leaves before; null: at once.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The turn of the next part of one that is spread; null before the first has left.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Languages that people of it are written to in.</summary>
    public IReadOnlyList<string> Languages { get => field ?? []; init; }
}

/// <summary>What came of a click on Send.</summary>
/// <param name="Mailing">The new mailing; null when nobody was left to invite.</param>
/// <param name="OnTheirWay">Invitations of earlier mailings that are still queued.</param>
public sealed record SendOutcome(Mailing? Mailing, int OnTheirWay)
{
    public int Queued => Mailing?.Queued ?? 0;
}

/// <summary>People of one shard, from the first up to and including the last.</summary>
public sealed record Slice(int Shard, PersonId From, PersonId To, int Count)
{
    /// <summary>Whether a mailing of that press asks them. Whoever was put on the list after it waits for the next press, which shows the price and the texts.</summary>
    public bool Takes(Invitation invitation, DateTimeOffset pressedAt) => invitation.CreatedAt <= pressedAt && Holds(invitation.Person);

    private bool Holds(PersonId person) =>
        person.Shard == Shard && string.CompareOrdinal(person.Value, From.Value) >= 0 && string.CompareOrdinal(person.Value, To.Value) <= 0;
}

/// <summary>A part of a mailing, on the queue <c>invitations</c>: at most a hundred people by SMS, a thousand by e-mail.</summary>
/// <param name="Slices">None, and no messages either: queues what is pending of the mailing, for a press that was interrupted before it had.</param>
/// <param name="DueAt">Not before this moment, for a mailing that is spread.</param>
/// <param name="Messages">Bulk that exists as messages already (nudges, reminders, thanks); then there are no slices.</param>
public sealed record SendInvitationsJob(
    GroupId Group,
    MeetingId Meeting,
    string? Mailing,
    IReadOnlyList<Slice> Slices,
    DateTimeOffset? DueAt = null,
    IReadOnlyList<string>? Messages = null) : IQueueJob, IStored<SendInvitationsJob>
{
    static JsonTypeInfo<SendInvitationsJob> IStored<SendInvitationsJob>.Json => SendingJson.Default.SendInvitationsJob;

    /// <summary>Of <see cref="Messages"/>; keys that are not ours are left out.</summary>
    [JsonIgnore]
    public IEnumerable<MessageKey> MessageKeys
    {
        get
        {
            foreach (var reference in Messages ?? [])
            {
                if (MessageKey.TryParseReference(reference, out _, out var key))
                    yield return key;
            }
        }
    }

    public bool IsWhole() => Group.Value is not null && Meeting.Value is not null && Slices is not null;

    public Job ForQueue(DateTimeOffset now, DateTimeOffset? dueAt) => new("", QueueNames.Invitations, RowJson.WriteText(dueAt is null ? this : this with { DueAt = dueAt }), now, dueAt);

    /// <summary>Ready for the queue: sends messages of one shard that are stored already.</summary>
    public static Job ForMessages(GroupId group, MeetingId meeting, string what, IReadOnlyList<Message> messages, DateTimeOffset now) => new(
        $"{what}-{meeting}-{messages[0].Person}-{now.UtcTicks:x}",
        QueueNames.Invitations,
        RowJson.WriteText(new SendInvitationsJob(group, meeting, null, [], Messages: [.. messages.Select(m => m.Key.ReferenceIn(group))])),
        now);
}
