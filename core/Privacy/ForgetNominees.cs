using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>Removes whom somebody named after a meeting, and their own name from the invitations that those neighbours got.</summary>
public sealed class ForgetNominees(ITables tables, PeopleStore people, Codes codes)
{
    /// <param name="nominator">Their invitation to the meeting.</param>
    public async Task HandleAsync(GroupId group, Invitation nominator, CancellationToken ct)
    {
        var (partition, named) = (Shard.Of(group, nominator.Person).Partition, RowKeys.Nominations(nominator.Meeting, nominator.Person));
        // The texts first: whom they named can be found for as long as the rest is there.
        if (nominator.Nominations > 0)
        {
            foreach (var row in await tables.QueryAsync(TableNames.People, partition, KeyRange.StartingWith(named), null, ct).ToListAsync(ct))
                await ForgetAsync(group, (await people.FindAsync(group, new ContactHash(row.Key[named.Length..]), ct))?.Value.Person, nominator.Person, ct);
            foreach (var code in nominator.PassOnCodes)
                await ForgetAsync(group, (await codes.FindAsync(code, ct))?.Value.UsedBy, nominator.Person, ct);
        }

        await tables.DeleteRangeAsync(TableNames.People, partition, KeyRange.StartingWith(named), null, ct);
    }

    private async Task ForgetAsync(GroupId group, PersonId? nominee, PersonId nominator, CancellationToken ct)
    {
        if (nominee is not { } id || await people.FollowAsync(group, id, ct) is not { Value: var person } || person.Nominator != nominator)
            return;
        foreach (var known in person.Joined.Append(person.Id))
            await Retry.OnConflictAsync(() => ForgetTextsAsync(group, known, ct));
    }

    /// <summary>What is on its way has still to be asked about at the provider by its words: it goes with the other old texts.</summary>
    private async Task ForgetTextsAsync(GroupId group, PersonId nominee, CancellationToken ct)
    {
        var changes = new Changes(Shard.Of(group, nominee));
        await foreach (var message in people.MessagesAsync(group, nominee, ct))
        {
            if (message.Value is { Kind: MessageKind.NomineeInvitation, IsUnderway: false, IsForgotten: false })
                changes.Change(message, message.Value.Forgotten());
        }

        await people.SaveAsync(changes, ct);
    }
}
