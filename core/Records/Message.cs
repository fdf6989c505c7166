using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

[JsonConverter(typeof(EnumWordConverter<MessageState>))]
public enum MessageState
{
    /// <summary>Waits for a sender.</summary>
    Queued,

    /// <summary>Claimed: it may have left. Reconciled with the provider before anything is sent again.</summary>
    Sending,
    Sent,
    Delivered,
    PermanentFailure,

    /// <summary>Not sent, for the <see cref="DropReason"/> in <see cref="Message.Code"/>.</summary>
    Dropped,

    /// <summary>From the resident.</summary>
    Received,
}

/// <summary>One message of a conversation with a person, out or in. Its key is fixed when it is decided on, so that it is written and sent once.</summary>
public sealed partial record Message : IStored<Message>
{
    static JsonTypeInfo<Message> IStored<Message>.Json => RecordsJson.Default.Message;

    public required PersonId Person { get; init; }

    /// <summary>When it was decided on or received; orders the conversation.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What makes it one: the kind for what we send ("nudge"), the provider's id for what comes in.</summary>
    public required string Step { get; init; }

    /// <summary>Null for what a resident wrote.</summary>
    public MessageKind? Kind { get; init; }

    public MeetingId? Meeting { get; init; }

    public Channel Channel { get; init; }

    public string Language { get; init; } = "nl";

    /// <summary>The number or address it went to or came from.</summary>
    public string? Address { get; init; }

    public string? Subject { get; init; }

    /// <summary>Opens the page it links to, when that is not the invitation's.</summary>
    public Code? Page { get; init; }

    /// <summary>The words; null until they are written at the moment of sending.</summary>
    public string? Text { get; init; }

    /// <summary>The organiser's own words in it: an answer, what came of it.</summary>
    public string? OwnText { get; init; }

    /// <summary>Takes the organiser's own texts as they stood then: a mailing says the same from the first to the last. Null: as they stand.</summary>
    public DateTimeOffset? WordedAt { get; init; }

    /// <summary>Ends with one line that offers this language, to somebody who keeps answering in it.</summary>
    public string? OfferLanguage { get; init; }

    /// <summary>Ends with the question whether it was them who filled in the form.</summary>
    public bool AsksWhetherItWasThem { get; init; }

    /// <summary>Says that there is no room for as many as they asked for, and that they keep the places that they had.</summary>
    public bool KeepsPlaces { get; init; }

    /// <summary>Says to somebody who had said yes that they are not expected any more.</summary>
    public bool NotExpected { get; init; }

    /// <summary>Goes to somebody who has a part in the meeting: they expect to hear of it, whatever they were asked or answered.</summary>
    public bool IsOfPart { get; init; }

    public MessageState State { get; init; }

    /// <summary>The resident wrote first: no sending hours, no limit, no basis needed.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Of a reminder: the day of the meeting that it reminds of.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Of a message that tells that a meeting moved or is off, or that answers and says so by the way: when that was decided.</summary>
    public DateTimeOffset? NewsOf { get; init; }

    /// <summary>The first did not arrive, though the number or address is good: after this one the next channel has its turn.</summary>
    public bool IsSecondTry { get; init; }

    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>When it was first found claimed by somebody who is gone. From then on we wait for the provider's report, however long nobody was there to hear one.</summary>
    public DateTimeOffset? DoubtedAt { get; init; }

    public int Tries { get; init; }

    public string? ProviderId { get; init; }

    public string? Code { get; init; }

    /// <summary>Thanks without the question to name neighbours, for somebody who was asked twice in a row.</summary>
    public bool WithoutLink { get; init; }

    /// <summary>Does it carry the invitation itself, so that its fate is the invitation's delivery?</summary>
    [JsonIgnore]
    public bool IsInvitation => Kind is MessageKind.Invitation or MessageKind.NomineeInvitation;

    /// <summary>Its words and its number or address are no longer kept.</summary>
    [JsonIgnore]
    public bool IsForgotten => Text is null && OwnText is null && Subject is null && Address is null or "";

    /// <summary>An empty number or address is neither unknown nor that of another contact point.</summary>
    public Message Forgotten() => this with { Text = null, OwnText = null, Subject = null, Address = Address is null ? null : "" };

    [JsonIgnore]
    public bool HasLink => !WithoutLink;

    [JsonIgnore]
    public MessageKey Key => new(Person, At.UtcTicks, Step);
}

/// <summary>Where a message lies: its row key within the shard of its person.</summary>
public readonly record struct MessageKey(PersonId Person, long Ticks, string Step)
{
    public string RowKey => RowKeys.Message(this);

    /// <summary>Our opaque reference at a provider: "group.person.ticks.step". No personal data.</summary>
    public string ReferenceIn(GroupId group) => $"{group.Value}.{Person.Value}.{Ticks:x}.{Step}";

    public static bool TryParseReference(string? reference, out GroupId group, out MessageKey key)
    {
        (group, key) = (default, default);
        var parts = (reference ?? "").Split('.', 4);
        if (parts.Length != 4 || !GroupId.TryParse(parts[0], out group) || !PersonId.TryParse(parts[1], out var person)
            || !long.TryParse(parts[2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks))
            return false;
        key = new MessageKey(person, ticks, parts[3]);
        return true;
    }
}
