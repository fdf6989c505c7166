using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>The life of the asking message, apart from what the person answers.</summary>
[JsonConverter(typeof(EnumWordConverter<Delivery>))]
public enum Delivery
{
    /// <summary>On the list; nothing was sent.</summary>
    Created,

    /// <summary>The organiser pressed send; waiting for its turn.</summary>
    Queued,

    /// <summary>Claimed by a sender: it may or may not have left.</summary>
    Sending,
    Sent,

    /// <summary>On the printable list of letters, doors or calls.</summary>
    HandedOn,
    Delivered,
    TemporaryFailure,
    PermanentFailure,

    /// <summary>Not sent because the person or every contact point opted out.</summary>
    Suppressed,
}

[JsonConverter(typeof(EnumWordConverter<Reply>))]
public enum Reply
{
    None,
    Yes,
    No,
    Maybe,
    Question,
    Stop,
}

[JsonConverter(typeof(EnumWordConverter<Attendance>))]
public enum Attendance
{
    Unknown,
    Attended,
    NoShow,
}

[JsonConverter(typeof(EnumWordConverter<HeardState>))]
public enum HeardState
{
    /// <summary>A message is written, and has not left.</summary>
    OnItsWay,
    Told,

    /// <summary>No message reaches them: somebody has to call or ring.</summary>
    ByHand,
}

/// <param name="Of">When the meeting changed or was called off, or the place came free.</param>
public sealed record Heard(DateTimeOffset Of, HeardState State)
{
    /// <summary>The last change before it that they heard of.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>The last change that they have heard of.</summary>
    [JsonIgnore]
    public DateTimeOffset? LastTold => State is HeardState.Told ? Of : After;

    /// <summary>There is something to tell them, after what they know.</summary>
    public static Heard OnItsWay(DateTimeOffset of, Heard? before) => new(of, HeardState.OnItsWay) { After = before?.LastTold };
}

/// <summary>One person asked to one meeting; never twice. Its code is the resident's key.</summary>
public sealed partial record Invitation : IStored<Invitation>
{
    /// <summary>The most people who come on one invitation, the resident included.</summary>
    public const int MaxParty = 20;

    static JsonTypeInfo<Invitation> IStored<Invitation>.Json => RecordsJson.Default.Invitation;

    public required MeetingId Meeting { get; init; }

    public required PersonId Person { get; init; }

    public required Code Code { get; init; }

    public Channel Channel { get; init; }

    public required string Language { get; init; }

    public Source Source { get; init; }

    public int Wave { get; init; }

    public PersonId? Nominator { get; init; }

    /// <summary>The code of the poster, flyer or gathering by which they signed up.</summary>
    public Code? Place { get; init; }

    /// <summary>The list that put them on this meeting's.</summary>
    public ListId? List { get; init; }

    public Delivery Delivery { get; init; }

    /// <summary>The mailing in which this invitation is queued.</summary>
    public string? Mailing { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public Reply Reply { get; init; }

    /// <summary>People who come, the resident included; 0 until a yes.</summary>
    public int Party { get; init; }

    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>Said yes, but the places were taken.</summary>
    public bool Waiting { get; init; }

    public DateTimeOffset? NudgedAt { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>The day of the meeting that they were reminded of.</summary>
    public DateOnly? RemindedOf { get; init; }

    /// <summary>The last change of the meeting that concerned them, and whether they have heard of it.</summary>
    public Heard? News { get; init; }

    /// <summary>When a place came free for them, and whether they have heard of it.</summary>
    public Heard? PlaceFreed { get; init; }

    /// <summary>They would rather be called, and said so on their page.</summary>
    public DateTimeOffset? AskedCallAt { get; init; }

    public Called? Called { get; init; }

    /// <summary>Neither message nor call was answered: from then on somebody should ring at their door.</summary>
    public DateTimeOffset? VisitSince { get; init; }

    /// <summary>When their last answers were confirmed, newest first: whoever answers without end is a machine.</summary>
    public IReadOnlyList<DateTimeOffset> Confirmed { get => field ?? []; init; }

    public Attendance Attendance { get; init; }

    /// <summary>How many came, this person included; 0 where nobody counted.</summary>
    public int Came { get; init; }

    /// <summary>How many were there, this person included: as the host counted them, else as they said; 0 for somebody who was not seen.</summary>
    [JsonIgnore]
    public int PeopleWhoCame => Attendance is not Attendance.Attended ? 0 : Came > 0 ? Came : Math.Max(1, Party);

    /// <param name="change">A change of the meeting, or that it is off.</param>
    public bool HasHeardOf(DateTimeOffset change) => News is { State: HeardState.Told } heard && heard.Of == change;

    /// <summary>They know how the meeting is now.</summary>
    public Invitation Told(Meeting meeting) => meeting.NewsAt is { } change ? this with { News = new Heard(change, HeardState.Told) } : this;

    /// <summary>To small questions, by their id.</summary>
    public IReadOnlyDictionary<string, string> Answers { get => field ?? ReadOnlyDictionary<string, string>.Empty; init; }

    /// <summary>Thanked for coming, or told that they were missed.</summary>
    public DateTimeOffset? ThankedAt { get; init; }

    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>How many people this attendee has named or passed a code on to.</summary>
    public int Nominations { get; init; }

    public IReadOnlyList<Code> PassOnCodes { get => field ?? []; init; }

    /// <summary>How often it was put back on the list (<see cref="Follow"/>): each time is a new message.</summary>
    public int PutBack { get; init; }

    /// <summary>Put on the list, or put back on it: a mailing takes who was on it before.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A click on Send is for them: on a list, not written to, and not a walk-in.</summary>
    [JsonIgnore]
    public bool IsUnsent => Delivery is Delivery.Created && Reply is Reply.None && Source is not Source.WalkIn;

    /// <summary>A letter, door or call that nobody has answered yet.</summary>
    [JsonIgnore]
    public bool IsByHand => Reply is Reply.None && (Delivery is Delivery.HandedOn || VisitSince is not null);

    /// <summary>Where somebody has to go, call or write by hand.</summary>
    [JsonIgnore]
    public Channel ByHand => VisitSince is null ? Channel : Channel.Door;
}
