using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Somebody who was named, until their invitation has left: no next meeting may be planned yet, or one may begin or be called off before a message can leave.</summary>
/// <param name="CameTo">The meeting after which they were named: it decides which one is next.</param>
public sealed record WaitingNominee(PersonId Person, MeetingId CameTo, DateTimeOffset At) : IStored<WaitingNominee>
{
    static JsonTypeInfo<WaitingNominee> IStored<WaitingNominee>.Json => RecordsJson.Default.WaitingNominee;

    /// <summary>A person whose data came from somebody else hears of it within a month (AVG, article 14.3a): somebody who cannot be told by then is forgotten.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Where they are invited; null: nowhere yet.</summary>
    public MeetingId? InvitedTo { get; init; }

    /// <param name="invitation">To <see cref="InvitedTo"/>.</param>
    /// <param name="target">Where they would be invited now.</param>
    public WaitingStep Decide(Person? person, Invitation? invitation, Meeting? target, DateTimeOffset now)
    {
        var isOver = now >= At + Longest;
        if (person is null or { StoppedAt: not null })
            return WaitingStep.Drop;
        if (invitation is { Delivery: Delivery.Queued or Delivery.Sending } && !isOver)
            return WaitingStep.Keep;
        if (invitation is not (null or { Delivery: Delivery.Created, Reply: Reply.None }))
            return WaitingStep.Drop;
        return target is not null ? WaitingStep.Invite : isOver ? WaitingStep.Forget : WaitingStep.Wait;
    }
}

public enum WaitingStep
{
    Wait,

    /// <summary>Their invitation is on its way.</summary>
    Keep,
    Invite,

    /// <summary>They waited too long.</summary>
    Forget,

    /// <summary>Erased, stopped or invited meanwhile: there is nobody to invite.</summary>
    Drop,
}

/// <summary>People who wait for a next meeting, a row each beside the meetings of the group.</summary>
public sealed class WaitingNominees(ITables tables)
{
    /// <summary>Named by two neighbours, they wait from the first time.</summary>
    public async Task AddAsync(GroupId group, WaitingNominee nominee, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Insert(MeetingKeys.Nominee(nominee.Person), RowJson.Write(nominee))], ct);
        }
        catch (ConflictException)
        {
            // Waits already.
        }
    }

    public Task ChangeAsync(GroupId group, WaitingNominee nominee, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Upsert(MeetingKeys.Nominee(nominee.Person), RowJson.Write(nominee))], ct);

    public async Task<IReadOnlyList<WaitingNominee>> ListAsync(GroupId group, CancellationToken ct) =>
        await tables.ListValuesAsync<WaitingNominee>(TableNames.Meetings, group.Value, MeetingKeys.Nominees, ct);

    public async Task RemoveAsync(GroupId group, PersonId person, CancellationToken ct)
    {
        if (await tables.GetAsync(TableNames.Meetings, group.Value, MeetingKeys.Nominee(person), ct) is { } row)
            await tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Delete(row.Key, row.ETag)], ct);
    }
}
