using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Welcome;

/// <summary>From now on a new resident is known. Whoever we knew at another address has moved, and lives where they say now.</summary>
public sealed class TakeInResident(RegisterOne register, CorrectPerson correct, PeopleStore people, SignUps signUps, TimeProvider clock)
{
    /// <returns>Null when they said stop before.</returns>
    internal async Task<PersonId?> HandleAsync(GroupId group, NewResident resident, CancellationToken ct)
    {
        var newcomer = await NewcomerAsync(group, resident, clock.GetUtcNow(), ct);
        var registered = await register.HandleAsync(group, null, [newcomer], ct);
        return registered.Kind is RegisterKind.Suppressed ? null : registered.Person;
    }

    /// <summary>Letters and volunteers go to where they live now. What was said of the house they left does not go along.</summary>
    /// <returns>False when it is refused: another of that name is known there.</returns>
    internal async Task<bool> MoveAsync(GroupId group, PersonId id, Address home, CancellationToken ct) =>
        await correct.HandleAsync(group, id, person => Candidate.Of(person) with { Address = home }, null, ct) is { Problem: null };

    /// <returns>Their home, when we know them at another; else null.</returns>
    internal async Task<Address?> ElsewhereAsync(GroupId group, PersonId id, NewResident resident, CancellationToken ct) =>
        resident.Candidate.Address is { } home && await people.FindAsync(group, id, ct) is { Value.Address: { } known } && ContactHasher.Household(known) != ContactHasher.Household(home)
            ? home
            : null;

    private async Task<Newcomer> NewcomerAsync(GroupId group, NewResident resident, DateTimeOffset now, CancellationToken ct)
    {
        var origin = new Origin(Source.Welcome);
        return resident.Ground is { } ground
            ? new Newcomer(resident.Candidate, ground, origin)
            : new Newcomer(resident.Candidate, new Ground(Basis.Form, "welcome", now), origin) { IsAskedAtOnce = !await signUps.TakeAsync(group, AbuseLimit.Welcome, null, resident.Candidate, ct) };
    }
}
