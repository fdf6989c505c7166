using Outreach.Ids;
using Outreach.Lists;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Welcome;

/// <summary>Makes whoever looks after a line of the contact card a person we know, who can be asked by a message.</summary>
public sealed class CardOwners(RegisterOne register, NumberOwner numbers, PeopleStore people, Codes codes, Settings settings, TimeProvider clock)
{
    /// <param name="reach">A number or an e-mail address.</param>
    /// <returns>Null when messages do not reach them there, they said stop, or we know it as somebody else's.</returns>
    public async Task<PersonId?> FindAsync(GroupId group, string name, string reach, CancellationToken ct)
    {
        var isEmail = reach.Contains('@', StringComparison.Ordinal);
        var form = new CandidateForm(name, isEmail ? null : reach, isEmail ? reach : null);
        if (form.TryRead(settings.Countries, mustReach: true, out var candidate) is not null || candidate is { Mobile: null, Email: null }
            || await numbers.IsAnothersAsync(group, candidate, ct))
            return null;
        var newcomer = new Newcomer(candidate, new Ground(Basis.Relation, "looks after the contact card", clock.GetUtcNow()), new Origin(Source.SignUp));
        var registered = await register.HandleAsync(group, null, [newcomer], ct);
        return registered is { Kind: not RegisterKind.Suppressed, Person: { } id } && await people.FindAsync(group, id, ct) is { Value.StoppedAt: null } ? id : null;
    }

    /// <summary>The number or address of an owner, as it was filled in.</summary>
    public async Task<string?> ReachAsync(GroupId group, CardEntry line, CancellationToken ct) =>
        line.OwnerPerson is { } id && await people.FollowAsync(group, id, ct) is { Value: { StoppedAt: null } person } ? person.Mobile?.Value ?? person.Email?.Value : null;

    public Task<Code> DrawAsync(GroupId group, string line, PersonId owner, CancellationToken ct) => codes.DrawAsync(new CodeRow(group, CodeKind.Card, owner, null, Line: line), ct);

    /// <summary>The former owner's page no longer opens.</summary>
    public Task EndAsync(Code? code, CancellationToken ct) => code is { } former ? codes.RemoveAsync(former, ct) : Task.CompletedTask;
}
