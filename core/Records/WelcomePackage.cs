using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

[JsonConverter(typeof(Words<WelcomeState>))]
public enum WelcomeState
{
    /// <summary>Nobody has brought or sent anything yet.</summary>
    Waiting,

    /// <summary>Sent by SMS or e-mail.</summary>
    Sent,

    /// <summary>Brought by somebody, by hand.</summary>
    HandedOver,

    /// <summary>The new resident does not want it, or it is no longer needed.</summary>
    Closed,
}

/// <summary>The welcome of one new resident: a package, and some weeks later a first invitation.</summary>
public sealed record WelcomePackage : IStored<WelcomePackage>
{
    static JsonTypeInfo<WelcomePackage> IStored<WelcomePackage>.Json => RecordsJson.Default.WelcomePackage;

    public static readonly TimeSpan FollowUpAfter = TimeSpan.FromDays(21);

    public required PersonId Person { get; init; }

    public required Code Code { get; init; }

    public string? Name { get; init; }

    public required DateOnly MovedIn { get; init; }

    public WelcomeState State { get; init; }

    /// <summary>Who handed it over.</summary>
    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public DateTimeOffset? FollowedUpAt { get; init; }

    /// <summary>Would like to be invited to meet neighbours; null: has not said.</summary>
    public bool? WantsToMeet { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Nobody is new after five years, and who comes later than in a year is not to be planned for: a mistyped year.</summary>
    public static bool IsLikely(DateOnly movedIn, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.Date);
        return movedIn >= today.AddYears(-5) && movedIn <= today.AddYears(1);
    }

    /// <summary>Some weeks after the package: would you like to meet your neighbours?</summary>
    public bool NeedsFollowUp(DateTimeOffset now) =>
        State is WelcomeState.Sent or WelcomeState.HandedOver && FollowedUpAt is null && DoneAt is { } done && now >= done + FollowUpAfter;
}

/// <summary>Welcome packages of a group.</summary>
public sealed class WelcomeStore(ITables tables)
{
    public async Task<Stored<WelcomePackage>?> FindAsync(GroupId group, PersonId person, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Welcome, group.Value, person.Value, ct) is { } row ? RowJson.Read<WelcomePackage>(row) : null;

    public async Task<IReadOnlyList<Stored<WelcomePackage>>> ListAsync(GroupId group, CancellationToken ct)
    {
        var all = new List<Stored<WelcomePackage>>();
        await foreach (var row in tables.QueryAsync(TableNames.Welcome, group.Value, "", "~", null, ct))
            all.Add(RowJson.Read<WelcomePackage>(row));
        return all;
    }

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

    public async Task RemoveAsync(GroupId group, PersonId person, CancellationToken ct)
    {
        if (await FindAsync(group, person, ct) is { } stored)
            await tables.SubmitAsync(TableNames.Welcome, group.Value, [Operation.Delete(person.Value, stored.ETag)], ct);
    }
}
