using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Where the package is that somebody brings. What is said by message has a life of its own.</summary>
[JsonConverter(typeof(WelcomeStateWords))]
public enum WelcomeState
{
    /// <summary>Somebody is new here, and nothing is packed for them yet.</summary>
    Asked,
    Packed,
    OnItsWay,
    HandedOver,

    /// <summary>Nobody of that name was found there.</summary>
    NotFound,

    /// <summary>They do not want it, or it is no longer needed.</summary>
    Declined,
}

/// <summary>Also the words from when a package was only waiting, sent or closed.</summary>
internal sealed class WelcomeStateWords : JsonConverter<WelcomeState>
{
    private static readonly EnumWordConverter<WelcomeState> Current = new();

    public override WelcomeState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.ValueTextEquals("closed") ? WelcomeState.Declined
        : reader.TokenType is JsonTokenType.String && (reader.ValueTextEquals("waiting") || reader.ValueTextEquals("sent")) ? WelcomeState.Asked
        : Current.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, WelcomeState value, JsonSerializerOptions options) => Current.Write(writer, value, options);
}

/// <summary>The welcome of one new resident: a package that somebody brings, and some messages in the first months.</summary>
public sealed record WelcomePackage : IStored<WelcomePackage>
{
    static JsonTypeInfo<WelcomePackage> IStored<WelcomePackage>.Json => RecordsJson.Default.WelcomePackage;

    public const int DaysToBring = 14;

    public required PersonId Person { get; init; }

    public required Code Code { get; init; }

    public string? Name { get; init; }

    public required DateOnly MovedIn { get; init; }

    public WelcomeState State { get; init; }

    /// <summary>Name of the volunteer who brings it.</summary>
    public string? By { get; init; }

    /// <summary>The day by which it should be there.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The poster or the host of a building by which they came.</summary>
    public Code? Way { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it entered its current state.</summary>
    [JsonPropertyName("doneAt")]
    public DateTimeOffset? StateAt { get; init; }

    /// <summary>They came to live elsewhere after it was brought: somebody says whether they get another.</summary>
    public bool MovedAgain { get; init; }

    /// <summary>Where they live by what we do not take over before somebody has asked them: a form that anybody may have filled in, an earlier day of moving in, or a day that is still to come.</summary>
    public Address? HomeToCheck { get; init; }

    /// <summary>The steps by message, when each was taken.</summary>
    public DateTimeOffset? WelcomedAt { get; init; }

    public DateTimeOffset? FollowedUpAt { get; init; }

    public DateTimeOffset? InvitedAt { get; init; }

    public DateTimeOffset? AskedToWelcomeAt { get; init; }

    /// <summary>Would like to be invited to meet neighbours; null: has not said.</summary>
    public bool? WantsToMeet { get; init; }

    /// <summary>Would like to welcome the next one; null: has not said.</summary>
    public bool? WantsToWelcome { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? AnsweredNextAt { get; init; }

    [JsonIgnore]
    public bool IsOpen => State is WelcomeState.Asked or WelcomeState.Packed or WelcomeState.OnItsWay;

    /// <summary>It is to be brought, or somebody is to say whether it is.</summary>
    [JsonIgnore]
    public bool NeedsSomebody => IsOpen || IsHomeUnsure;

    /// <summary>Somebody is to ask where they live now.</summary>
    [JsonIgnore]
    public bool IsHomeUnsure => MovedAgain || HomeToCheck is not null;

    /// <summary>Nobody is new after five years, and nobody is planned for more than a year ahead: such a date has a mistyped year.</summary>
    public static bool IsLikely(DateOnly movedIn, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.Date);
        return movedIn >= today.AddYears(-5) && movedIn <= today.AddYears(1);
    }

    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>Said twice, it stays as it was the first time.</summary>
    public WelcomePackage Move(WelcomeState state, string? by, DateTimeOffset now) =>
        (state == State ? this : this with { State = state, StateAt = state is WelcomeState.Asked ? null : now }) with { By = by ?? By };

    /// <summary>Somebody has seen where they live now, and decided.</summary>
    public WelcomePackage Settled() => this with { MovedAgain = false, HomeToCheck = null };

    /// <summary>They live elsewhere now. What is not brought yet goes there; what was brought is not brought again before somebody says so.</summary>
    public WelcomePackage Follow(DateOnly movedIn, DateOnly dueOn, DateTimeOffset now) => State switch
    {
        WelcomeState.HandedOver => this with { MovedAgain = true },
        WelcomeState.Declined => this,
        WelcomeState.NotFound => Move(WelcomeState.Asked, null, now) with { DueOn = dueOn },
        _ => this with { DueOn = dueOn },
    } with
    { MovedIn = movedIn, HomeToCheck = null };

    /// <summary>Their move was refused: it is as it was, and somebody asks them.</summary>
    public WelcomePackage Stay(WelcomePackage before, Address home) =>
        this with { State = before.State, StateAt = before.StateAt, MovedIn = before.MovedIn, MovedAgain = before.MovedAgain, DueOn = before.DueOn, HomeToCheck = home };
}

/// <summary>Welcome packages of a group.</summary>
public sealed class WelcomeStore(ITables tables)
{
    /// <summary>The id of a person begins with two hex digits; what else lies beside the packages comes after those.</summary>
    private const string AfterPersons = "g";

    public async Task<Stored<WelcomePackage>?> FindAsync(GroupId group, PersonId person, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Welcome, group.Value, person.Value, ct) is { } row ? RowJson.Read<WelcomePackage>(row) : null;

    public async Task<IReadOnlyList<Stored<WelcomePackage>>> ListAsync(GroupId group, CancellationToken ct) =>
        await tables.ListAsync<WelcomePackage>(TableNames.Welcome, group.Value, new KeyRange("", AfterPersons), ct);

    /// <summary>False when this person is being welcomed already.</summary>
    public async Task<bool> AddAsync(GroupId group, WelcomePackage package, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Welcome, group.Value, [Operation.Insert(package.Person.Value, RowJson.Write(package))], ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    public Task SaveAsync(GroupId group, Stored<WelcomePackage> before, WelcomePackage after, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Welcome, group.Value, [Operation.Replace(after.Person.Value, RowJson.Write(after), before.ETag)], ct);

    /// <returns>As it is now; null when nobody with this id is being welcomed.</returns>
    public Task<WelcomePackage?> ChangeAsync(GroupId group, PersonId person, Func<WelcomePackage, WelcomePackage> change, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await FindAsync(group, person, ct) is not { } stored)
            return null;
        var after = change(stored.Value);
        if (after != stored.Value)
            await SaveAsync(group, stored, after, ct);
        return after;
    });

    public async Task RemoveAsync(GroupId group, PersonId person, CancellationToken ct)
    {
        if (await FindAsync(group, person, ct) is { } stored)
            await tables.SubmitAsync(TableNames.Welcome, group.Value, [Operation.Delete(person.Value, stored.ETag)], ct);
    }
}
