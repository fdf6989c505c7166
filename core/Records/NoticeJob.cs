using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

[JsonConverter(typeof(EnumWordConverter<OrganiserNotice>))]
public enum OrganiserNotice
{
    /// <summary>Questions wait in the inbox.</summary>
    Inbox,

    /// <summary>A week after the meeting nobody has told the neighbourhood what came of it.</summary>
    NoReport,

    /// <summary>A line of the contact card was not looked at for half a year.</summary>
    StaleCard,

    /// <summary>More was done than may be done in a day.</summary>
    Limit,
}

/// <summary>A notice on its way to organisers, on the queue <c>messages</c>.</summary>
/// <param name="To">Those who have not got it yet; null: all whom it is for.</param>
public sealed record NoticeJob(OrganiserNotice Notice, MeetingId? Meeting, DateTimeOffset At, IReadOnlyList<string>? To = null, int Tries = 0)
{
    /// <summary>The limit that was reached; owners hear of it.</summary>
    public AbuseLimit? Limit { get; init; }
}

/// <summary>When the people of a group were last told of something.</summary>
public sealed record NoticeSent(DateTimeOffset At) : IStored<NoticeSent>
{
    static JsonTypeInfo<NoticeSent> IStored<NoticeSent>.Json => RecordsJson.Default.NoticeSent;
}
