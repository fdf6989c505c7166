using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>
/// People are erased: what the kept files of lists say of them goes too. A file that may be read again loses their rows; of any other, only the rows that became
/// nobody are kept. Cut off between, it is done again.
/// </summary>
public sealed class ForgetInFiles(KeptFiles kept, ListStore lists, PeopleStore people, ContactHasher hasher, RejectedRows rejected, DiscardList discard)
{
    public async Task HandleAsync(GroupId group, IReadOnlyCollection<Person> gone, CancellationToken ct)
    {
        foreach (var list in (await lists.ListAsync(group, ct)).Where(list => list.FileDeletedAt is null))
        {
            // A list that nobody said yes to may be uploaded again, without them.
            if (list.IsDraft)
                await DiscardAsync(group, list, gone, ct);
            else if (await MayBeReadAgainAsync(group, list, ct))
                await TakeOutAsync(group, list, gone, ct);
            else
                await rejected.KeepOnlyAsync(group, list, ct);
        }
    }

    private async Task<bool> MayBeReadAgainAsync(GroupId group, UploadedList list, CancellationToken ct) =>
        list.State is ListState.Reading || list.Questions.Count > 0 || await lists.AsksWhoAsync(group, list, ct);

    private async Task DiscardAsync(GroupId group, UploadedList list, IReadOnlyCollection<Person> gone, CancellationToken ct)
    {
        if (await kept.OpenAsync(group, list, ct) is not { } file)
            return;
        bool mayHoldThem;
        using (file)
            mayHoldThem = file.Refusal is not null || (await FindAsync(group, list, file, gone, ct)).NamingThem.Count > 0;
        if (mayHoldThem)
            await discard.HandleAsync(group, list.Id, ct);
    }

    private async Task TakeOutAsync(GroupId group, UploadedList list, IReadOnlyCollection<Person> gone, CancellationToken ct)
    {
        if (await kept.OpenAsync(group, list, ct) is not { } file)
            return;
        Rows rows;
        using (file)
            rows = await FindAsync(group, list, file, gone, ct);
        if (rows.Theirs.Count > 0)
            await kept.RewriteAsync(group, list, ct, leftOut: rows.Theirs);
        await lists.ForgetWarningsAsync(group, list.Id, rows.NamingThem, ct);
    }

    private async Task<Rows> FindAsync(GroupId group, UploadedList list, ListFile file, IReadOnlyCollection<Person> gone, CancellationToken ct)
    {
        var contacts = gone.SelectMany(person => hasher.Of(group, person).Concat(person.GivenUp)).ToHashSet();
        var ids = gone.SelectMany(person => person.Joined.Append(person.Id)).ToHashSet();
        int[] shards = [.. ids.Select(id => id.Shard).Distinct()];
        var rows = new Rows([], []);
        foreach (var row in file.Rows().Where(row => row.Candidate is not null))
        {
            var mine = Newcomer.HashesOf(row.Candidate!, group, hasher);
            var isAddedByIt = shards.Any(shard => ids.Contains(PersonId.OfRow(shard, list.Id, row.Row)));
            if (!isAddedByIt && !mine.Any(contacts.Contains))
                continue;
            rows.NamingThem.Add(row.Row);
            if (isAddedByIt || !await IsOfAnotherAsync(group, list, row.Row, mine, ct))
                rows.Theirs.Add(row.Row);
        }

        return rows;
    }

    /// <summary>Somebody who shares a number with the one who goes, and was said to be a second person.</summary>
    private async Task<bool> IsOfAnotherAsync(GroupId group, UploadedList list, int row, IEnumerable<Contacts.ContactHash> contacts, CancellationToken ct)
    {
        foreach (var shard in contacts.Select(contact => contact.Shard).Distinct())
        {
            if (await people.FindAsync(group, PersonId.OfRow(shard, list.Id, row), ct) is not null)
                return true;
        }

        return false;
    }

    /// <param name="NamingThem">Also those of others on the same number, whose warnings name both.</param>
    private sealed record Rows(HashSet<int> Theirs, HashSet<int> NamingThem);
}
