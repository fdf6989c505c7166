using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Where a person came from.</summary>
[JsonConverter(typeof(EnumWordConverter<Source>))]
public enum Source
{
    List,
    Nomination,
    Door,
    FlyerCode,
    Welcome,
    WalkIn,
    SignUp,
}

/// <summary>Somebody in the neighbourhood, with no more than is needed to ask them: never health, origin or belief.</summary>
public sealed record Person : IStored<Person>
{
    /// <summary>Unasked messages that may be sent to somebody within a week.</summary>
    public const int MaxUnasked = 2;

    static JsonTypeInfo<Person> IStored<Person>.Json => RecordsJson.Default.Person;

    public required PersonId Id { get; init; }

    public string? Name { get; init; }

    /// <summary>A code of <c>core/Languages</c>; null: the group's.</summary>
    public string? Language { get; init; }

    public Contact? Mobile { get; init; }

    public Contact? Landline { get; init; }

    public Contact? Email { get; init; }

    public Address? Address { get; init; }

    /// <summary>Somebody at this address asked not to be rung or written to there again.</summary>
    public DateTimeOffset? AddressStoppedAt { get; init; }

    /// <summary>A list says that they are not to be called.</summary>
    public DateTimeOffset? CallsRefusedAt { get; init; }

    /// <summary>The channel the person asked for, when they did.</summary>
    public Channel? Prefers { get; init; }

    public Source Source { get; init; }

    /// <summary>Distance from a seed along nominations: 0 for a seed.</summary>
    public int Wave { get; init; }

    public PersonId? Nominator { get; init; }

    /// <summary>The nominator agreed that we name them.</summary>
    public bool MayNameNominator { get; init; }

    /// <summary>The seed of the chain this person belongs to; null for a seed.</summary>
    public PersonId? Seed { get; init; }

    /// <summary>The list that brought them.</summary>
    public ListId? List { get; init; }

    /// <summary>Later lists that they are on too and that hold a question, so that nothing is sent before it is answered.</summary>
    public IReadOnlyList<ListId> AlsoOn { get => field ?? []; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The person said stop: nothing unasked is ever sent again, on any channel.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>When the last two unasked messages were claimed to be sent, newest first.</summary>
    public IReadOnlyList<DateTimeOffset> Unasked { get => field ?? []; init; }

    /// <summary>When a message that <see cref="MessageKinds.ChangesTheSubject"/> was last claimed to be sent.</summary>
    public DateTimeOffset? ToldElseAt { get; init; }

    /// <summary>Meetings after which this person was asked to nominate, newest first (at most two in a row without a pause).</summary>
    public IReadOnlyList<MeetingId> AskedToNominate { get => field ?? []; init; }

    /// <summary>How often they were asked to nominate, in all.</summary>
    public int TimesAsked { get; init; }

    /// <summary>When somebody of the group thanked them in person for bringing neighbours.</summary>
    public DateTimeOffset? ThankedAt { get; init; }

    /// <summary>What we answered by ourselves within a day, newest first.</summary>
    public IReadOnlyList<GivenAnswer> Answered { get => field ?? []; init; }

    /// <summary>Contact points that were corrected, until they are free for somebody else.</summary>
    public IReadOnlyList<ContactHash> GivenUp { get => field ?? []; init; }

    /// <summary>Those who turned out to be this person: what was said to and by them is part of this conversation.</summary>
    public IReadOnlyList<PersonId> Joined { get => field ?? []; init; }

    /// <summary>Further contact points, which are not written to: messages from there are from this person.</summary>
    public IReadOnlyList<ContactHash> AlsoAt { get => field ?? []; init; }

    /// <summary>What was taken for theirs and is not.</summary>
    public IReadOnlyList<WrongContact> Wrong { get => field ?? []; init; }

    /// <summary>People whom an organiser said not to be this one.</summary>
    public IReadOnlyList<PersonId> ApartFrom { get => field ?? []; init; }

    /// <summary>Answered in this language, and how often in a row: after three times we offer to change.</summary>
    public LanguageHint? LanguageHint { get; init; }

    /// <summary>The contact point that the one message goes to when a form gave more of them.</summary>
    [JsonIgnore]
    public Contact? Unconfirmed => Mobile is { IsUnconfirmed: true } ? Mobile : Email is { IsUnconfirmed: true } ? Email : null;

    /// <summary>The owner of this number or address has answered.</summary>
    public Person Confirm(string value, DateTimeOffset at) => this with
    {
        Mobile = Mobile?.Value == value ? Mobile.Confirmed(at) : Mobile,
        Email = string.Equals(Email?.Value, value, StringComparison.OrdinalIgnoreCase) ? Email?.Confirmed(at) : Email,
    };

    /// <summary>They have written from it: it works, whatever a provider said before.</summary>
    public Person WroteFrom(string value) => this with { Mobile = Working(Mobile, value), Email = Working(Email, value) };

    private static Contact? Working(Contact? contact, string value) =>
        contact is { BadCode: not (null or WrongContact.Code) } && string.Equals(contact.Value, value, StringComparison.OrdinalIgnoreCase) ? contact with { BadCode = null } : contact;

    /// <summary>A message is being sent: an unconfirmed contact has had the one that may go there.</summary>
    public Person WithOneMessageUsed(DateTimeOffset claimedAt) => this with { Mobile = Mobile?.Asked(AskedAt(Mobile, claimedAt)), Email = Email?.Asked(AskedAt(Email, claimedAt)) };

    /// <summary>The message that was claimed then has not arrived.</summary>
    public Person WithOneMessageReturned(DateTimeOffset? claimedAt) => claimedAt is not { } at ? this : this with { Mobile = NotAsked(Mobile, at), Email = NotAsked(Email, at) };

    private static Contact? NotAsked(Contact? contact, DateTimeOffset claimedAt) =>
        contact?.AskedAt is { } asked && asked == AskedAt(contact, claimedAt) ? contact with { AskedAt = null } : contact;

    /// <summary>Not the form's own confirmation, so later than the form, even on a stopped clock.</summary>
    private static DateTimeOffset AskedAt(Contact contact, DateTimeOffset claimedAt) => claimedAt > contact.Ground.At ? claimedAt : contact.Ground.At.AddTicks(1);

    public Person WithUnasked(DateTimeOffset claimedAt) => this with { Unasked = [.. Unasked.Append(claimedAt).OrderDescending().Take(MaxUnasked)] };

    /// <summary>What never arrived has bothered nobody.</summary>
    public Person WithoutUnasked(DateTimeOffset? claimedAt)
    {
        var rest = Unasked.ToList();
        return claimedAt is { } at && rest.Remove(at) ? this with { Unasked = rest } : this;
    }

    /// <summary>Where somebody picks up: the landline first. Null where nobody may call or can.</summary>
    [JsonIgnore]
    public string? NumberToCall => StoppedAt is not null ? null : Landline is { CanAnswer: true } landline ? landline.Value : Mobile is { CanAnswer: true } mobile ? mobile.Value : null;

    /// <summary>No call that they have not asked for.</summary>
    [JsonIgnore]
    public bool RefusesCalls => CallsRefusedAt is not null && Prefers is not Channel.Call;

    /// <summary>Somebody has just said that it is not theirs, and it has still to be taken off.</summary>
    [JsonIgnore]
    public bool HasWrongContact => Mobile is { BadCode: WrongContact.Code } || Landline is { BadCode: WrongContact.Code } || Email is { BadCode: WrongContact.Code };

    [JsonIgnore]
    public IEnumerable<ListId> Lists => List is { } list ? AlsoOn.Prepend(list) : AlsoOn;

    [JsonIgnore]
    public string Label => Name ?? "?";

    public bool IsReachableUnasked => StoppedAt is null && (Mobile is { IsOpen: true } || Email is { IsOpen: true });
}

/// <summary>An answer that no person wrote.</summary>
public sealed record GivenAnswer(DateTimeOffset At, MessageKind Kind);
