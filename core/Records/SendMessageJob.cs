using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Sends one message, or a notice to organisers: on the queue <c>messages</c>.</summary>
public sealed record SendMessageJob(GroupId Group, PersonId Person, long Ticks, string Step) : IQueueJob, IStored<SendMessageJob>
{
    static JsonTypeInfo<SendMessageJob> IStored<SendMessageJob>.Json => RecordsJson.Default.SendMessageJob;

    /// <summary>Set when the job is not about a resident's message.</summary>
    public NoticeJob? Notice { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    [JsonIgnore]
    public MessageKey Key => new(Person, Ticks, Step);

    public bool IsWhole() => Group.Value is not null && (Notice is not null || (Person.Value is not null && Step is not null));

    public static Job For(GroupId group, NoticeJob notice, DateTimeOffset now) => new(
        $"notice-{notice.Notice}{notice.Limit}-{notice.At.UtcTicks:x}",
        QueueNames.Messages,
        RowJson.WriteText(new SendMessageJob(group, default, 0, "") { Notice = notice }),
        now);

    /// <summary>Ready for the queue; the same message gives the same job.</summary>
    public static Job For(GroupId group, Message message, DateTimeOffset now, DateTimeOffset? dueAt = null) => new(
        $"{message.Person}{message.Key.Ticks:x}{message.Step}",
        QueueNames.Messages,
        RowJson.WriteText(new SendMessageJob(group, message.Person, message.Key.Ticks, message.Step) { DueAt = dueAt }),
        now,
        dueAt);
}
