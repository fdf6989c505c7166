using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>
/// Somebody answers a letter with its code, from a number or address that we do not know. Its hash leads to them from then on, so that a later no or stop counts without
/// the code. The number itself is not kept: nothing goes there but answers.
/// </summary>
public sealed class RememberSender(PeopleStore people, ContactClaims claims, ContactHasher hasher)
{
    /// <summary>Nobody answers from more; a code that many write is no longer one person's.</summary>
    private const int MaxPlaces = 3;

    public Task HandleAsync(GroupId group, PersonId id, InboundEvent inbound, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FollowAsync(group, id, ct) is not { Value: { StoppedAt: null, AlsoAt.Count: < MaxPlaces } person } stored)
            return;
        var sender = hasher.Of(group, inbound);
        if (hasher.Of(group, person).Contains(sender) || !await claims.TryClaimAsync(group, sender, person.Id, ct))
            return;
        var changes = new Changes(Shard.Of(group, person.Id));
        changes.Change(stored, person with { AlsoAt = [.. person.AlsoAt, sender] });
        await people.SaveAsync(changes, ct);
    });
}
