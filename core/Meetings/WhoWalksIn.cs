using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Meetings;

/// <summary>Who it is that walks in: known by their number or address, or a guest of whom we have a name at most.</summary>
public sealed class WhoWalksIn(PeopleStore people, RegisterOne register, NumberOwner owners, SignUps signUps, ContactHasher hasher, TimeProvider clock)
{
    private static readonly TimeSpan TappedTwice = TimeSpan.FromMinutes(2);

    /// <param name="tap">Made by the page: the same tap that is sent again is the same person.</param>
    public async Task<(PersonId Person, bool IsWithoutContact)> FindOrAddAsync(Group group, MeetingId meeting, Records.Candidate given, string? tap, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var candidate = await owners.WithoutOthersAsync(group.Id, given, given.Address, ct);
        var newcomer = new Newcomer(candidate, new Ground(Basis.Form, "walk-in", now), new Origin(Source.WalkIn)) { IsAskedAtOnce = !await signUps.TakeAsync(group.Id, AbuseLimit.WalkIn, meeting, candidate, ct) };
        if (candidate.IsReachable
            && (await register.HandleAsync(group, meeting, [newcomer], ct)).Person is { } known)
            return (known, candidate != given);
        var guest = newcomer with { Candidate = candidate with { Mobile = null, Landline = null, Email = null } };
        return (await Retry.OnConflictAsync(() => GuestAsync(group.Id, meeting, guest, tap, ct)), candidate != given);
    }

    /// <summary>
    /// Without a number or address there is nothing to know them by: each is a person of their own. Only the same name within two minutes is a button that was
    /// pressed twice; the row that says so is theirs, and goes when they are erased.
    /// </summary>
    private async Task<PersonId> GuestAsync(GroupId group, MeetingId meeting, Newcomer newcomer, string? tap, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var guest = hasher.OfGuest(group, meeting, tap is null ? newcomer.Candidate.Name ?? Base32.Random(16) : $"tap {tap}");
        var before = await people.FindAsync(group, guest, ct);
        if (before is not null && (tap is not null || now - before.Value.At < TappedTwice))
            return before.Value.Person;
        var id = PersonId.New(guest.Shard, now);
        var changes = new Changes(Shard.Of(group, id));
        changes.Add(newcomer.ToPerson(id, now) with { GivenUp = [guest] });
        if (before is null)
            changes.Claim(guest, new ContactRow(id, now));
        else
            changes.TakeOver(guest, before, new ContactRow(id, now));
        await people.SaveAsync(changes, ct);
        return id;
    }
}
