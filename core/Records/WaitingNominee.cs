using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Somebody who was named while no next meeting was planned.</summary>
/// <param name="CameTo">The meeting after which they were named: it decides which one is next.</param>
public sealed record WaitingNominee(PersonId Person, MeetingId CameTo, DateTimeOffset At) : IStored<WaitingNominee>
{
    static JsonTypeInfo<WaitingNominee> IStored<WaitingNominee>.Json => RecordsJson.Default.WaitingNominee;

    /// <summary>A person whose data came from somebody else hears of it within a month (AVG, article 14.3a): somebody who cannot be told by then is forgotten.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public WaitingStep Decide(Person? person, Meeting? target, DateTimeOffset now) => person switch
    {
        null or { StoppedAt: not null } => WaitingStep.Drop,
        _ when target is not null => WaitingStep.Invite,
        _ when now < At + Longest => WaitingStep.Wait,
        _ => WaitingStep.Forget,
    };
}

public enum WaitingStep
{
    Wait,
    Invite,

    /// <summary>They waited too long.</summary>
    Forget,

    /// <summary>Erased or stopped meanwhile: there is nobody to invite.</summary>
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

    public async Task<IReadOnlyList<WaitingNominee>> ListAsync(GroupId group, CancellationToken ct)
    {
        var all = new List<WaitingNominee>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, group.Value, MeetingKeys.Nominees, null, ct))
            all.Add(RowJson.Read<WaitingNominee>(row.Json));
        return all;
    }

    public async Task RemoveAsync(GroupId group, PersonId person, CancellationToken ct)
    {
        if (await tables.GetAsync(TableNames.Meetings, group.Value, MeetingKeys.Nominee(person), ct) is { } row)
            await tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Delete(row.Key, row.ETag)], ct);
    }
}
