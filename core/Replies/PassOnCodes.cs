using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>Codes that are handed over or are on a flyer, and who answers with them.</summary>
public sealed class PassOnCodes(Codes codes, PeopleStore people, ContactHasher hasher)
{
    public async Task<Stored<CodeRow>?> FindAsync(Code code, CancellationToken ct) =>
        await codes.FindAsync(code, ct) is { Value: { Kind: CodeKind.PassOn or CodeKind.Flyer, Meeting: not null } } stored ? stored : null;

    /// <summary>Whoever used the code may answer with it again: to change the answer, or because the first try was interrupted.</summary>
    public async Task<bool> BelongsToAsync(GroupId group, Candidate candidate, PersonId user, CancellationToken ct)
    {
        if (await people.FollowAsync(group, user, ct) is not { Value.Id: var now })
            return false;
        foreach (var hash in Newcomer.HashesOf(candidate, group, hasher))
        {
            if (await people.FindAsync(group, hash, ct) is { } contact && await people.FollowAsync(group, contact.Value.Person, ct) is { } owner && owner.Value.Id == now)
                return true;
        }

        return false;
    }

    public async Task<bool> UseAsync(Code code, Stored<CodeRow> stored, PersonId person, CancellationToken ct)
    {
        if (stored.Value.UsedBy is { } by)
            return by == person || (await people.FollowAsync(stored.Value.Group, by, ct))?.Value.Id == person;
        try
        {
            await codes.ChangeAsync(code, stored, stored.Value with { UsedBy = person }, ct);
            return true;
        }
        catch (ConflictException)
        {
            return (await codes.FindAsync(code, ct))?.Value.UsedBy == person;
        }
    }

    /// <summary>A form tells nothing new of somebody we know: only the contact points that are theirs already count, or else all of it is somebody new.</summary>
    public async Task<Candidate> WithoutStrangersAsync(GroupId group, Candidate given, CancellationToken ct)
    {
        if (given is not { Mobile: { } mobile, Email: { } email })
            return given;
        var (first, second) = (await OwnerAsync(group, hasher.Of(group, mobile), ct), await OwnerAsync(group, hasher.Of(group, email), ct));
        return first == second ? given : first is not null ? given with { Email = null } : given with { Mobile = null };
    }

    private async Task<PersonId?> OwnerAsync(GroupId group, ContactHash contact, CancellationToken ct) =>
        await people.FindAsync(group, contact, ct) is { Value.Person: var owner } && await people.FindAsync(group, owner, ct) is not null ? owner : null;
}
