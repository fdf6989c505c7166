using Outreach.Ids;
using Outreach.Nominations;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>Somebody whom a code made known to us.</summary>
/// <param name="Given">What they gave, and is theirs.</param>
public sealed record Admitted(GroupId Group, PersonId Person, MeetingId Meeting, Candidate Given);

/// <summary>Takes in somebody who answers with a code, as one more of the chain that it came by, for the meeting that it leads to.</summary>
public sealed class AdmitByCode(PassOnCodes codes, GroupStore groups, PeopleStore people, MeetingStore meetings, RegisterOne register, NumberOwner owners)
{
    /// <returns>Who it is, or why not.</returns>
    public async Task<(Admitted? Admitted, PassedOnOutcome? Refusal)> HandleAsync(Code code, Candidate given, Ground ground, CancellationToken ct)
    {
        if (await codes.FindAsync(code, ct) is not { Value: var row } stored)
            return (null, new PassedOnOutcome.Unknown());
        if (row is { Kind: CodeKind.PassOn, UsedBy: { } user } && !await codes.BelongsToAsync(row.Group, given, user, ct))
            return (null, new PassedOnOutcome.Used());
        var all = await meetings.ListAsync(row.Group, ct);
        if (all.FirstOrDefault(m => m.Id == row.Meeting) is not { } meeting || Snowball.Target(meeting, all, ground.At) is not { } target)
            return (null, new PassedOnOutcome.NoMeeting());

        var group = await groups.GetAsync(row.Group, ct);
        if (ground.Basis is Basis.Form && await owners.IsAnothersAsync(group.Id, given, ct))
            return (null, new PassedOnOutcome.OthersNumber(group.Id, target.Id));
        given = await codes.WithoutStrangersAsync(group.Id, given, ct);
        var who = new Newcomer(given, ground, await OriginAsync(code, row, ct)) { IsAskedAtOnce = ground.Basis is Basis.Form };
        var registered = await register.HandleAsync(group, target.Id, [who], ct);
        if (registered.Person is not { } id || registered.Kind is RegisterKind.Suppressed)
            return (null, new PassedOnOutcome.Stopped(group.Id, target.Id));
        if (row.Kind is not CodeKind.PassOn || await codes.UseAsync(code, stored, id, ct))
            return (new Admitted(group.Id, id, target.Id, given), null);
        if (registered.Kind is RegisterKind.Accepted)
            await Retry.OnConflictAsync(() => TakeOffAsync(group.Id, target.Id, id, ct));
        return (null, new PassedOnOutcome.Used());
    }

    /// <summary>Somebody else used the code at the same moment, so nothing invites them.</summary>
    private async Task TakeOffAsync(GroupId group, MeetingId meeting, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, meeting, id, ct) is not { Value: { Delivery: Delivery.Created, Reply: Reply.None } } invitation)
            return;
        var changes = new Changes(Shard.Of(group, id));
        changes.Remove(invitation);
        await people.SaveAsync(changes, ct);
    }

    private async Task<Origin> OriginAsync(Code code, CodeRow row, CancellationToken ct) => row.Kind is CodeKind.Flyer
        ? new Origin(Source.FlyerCode) { Place = code }
        : Nominate.OriginOf((await people.FindAsync(row.Group, row.Person!.Value, ct))?.Value, row.Person.Value, mayName: true);
}
