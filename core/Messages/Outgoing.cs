using System.Text.Json.Serialization;
using Outreach.Invitations;
using Outreach.Meetings;
using Outreach.People;
using Outreach.Storage;

namespace Outreach.Messages;

/// <summary>A message on its way out, with everything that decides about it.</summary>
/// <param name="Stored">As it lies in the store; null when it is born with its claim (a bulk invitation).</param>
/// <param name="Invitation">The invitation it is about, when it is about one.</param>
public sealed record Outgoing(Message Message, Stored<Message>? Stored, Stored<Person> Person, Stored<Invitation>? Invitation, Meeting? Meeting)
{
    /// <summary>The HTML part, written together with the text; not stored.</summary>
    public string? Html { get; init; }

    /// <summary>What the organiser wrote in the place of the standard texts of its meeting.</summary>
    public OwnTexts OwnTexts { get; init; } = OwnTexts.None;

    public bool IsInvitation => Message.IsInvitation;
}

/// <summary>Sends one message, or a notice to organisers: on the queue <c>messages</c>.</summary>
public sealed record SendMessageJob(GroupId Group, PersonId Person, long Ticks, string Step) : IQueueJob
{
    /// <summary>Then there is no message of a resident.</summary>
    public Replies.NoticeJob? Notice { get; init; }

    [JsonIgnore]
    public MessageKey Key => new(Person, Ticks, Step);

    public bool IsWhole() => Group.Value is not null && (Notice is not null || (Person.Value is not null && Step is not null));

    public static Job For(GroupId group, Replies.NoticeJob notice, DateTimeOffset now) => new(
        $"notice-{notice.Notice}-{notice.At.UtcTicks:x}",
        QueueNames.Messages,
        RowJson.WriteText(new SendMessageJob(group, default, 0, "") { Notice = notice }),
        now);

    /// <summary>Ready for the queue; the same message gives the same job.</summary>
    public static Job For(GroupId group, Message message, DateTimeOffset now, DateTimeOffset? dueAt = null) => new(
        $"{message.Person}{message.Key.Ticks:x}{message.Step}",
        QueueNames.Messages,
        RowJson.WriteText(new SendMessageJob(group, message.Person, message.Key.Ticks, message.Step)),
        now,
        dueAt);
}
