using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>
/// Somebody is erased: what the kept files of lists say of them goes too. A file that may be read again loses their rows; of any other, only the rows that became
/// nobody are kept. Cut off between, it is done again.
/// </summary>
public sealed class ForgetInFiles(IBlobs blobs, ListStore lists, PeopleStore people, ContactHasher hasher, RejectedRows rejected, DiscardList discard, Settings settings)
{
    public async Task HandleAsync(GroupId group, Person person, CancellationToken ct)
    {
        foreach (var list in (await lists.ListAsync(group, ct)).Where(list => list.FileDeletedAt is null))
        {
            // A list that nobody said yes to may be uploaded again, without them.
            if (list.IsDraft)
                await discard.HandleAsync(group, list.Id, ct);
            else if (await MayBeReadAgainAsync(group, list, ct))
                await TakeOutAsync(group, list, person, ct);
            else
                await rejected.KeepOnlyAsync(group, list, ct);
        }
    }

    private async Task<bool> MayBeReadAgainAsync(GroupId group, UploadedList list, CancellationToken ct) =>
        list.State is ListState.Reading || list.Questions.Count > 0 || (await lists.ProblemsAsync(group, list, ct)).Any(problem => problem is { AreTwo: false, AreOne: false });

    private async Task TakeOutAsync(GroupId group, UploadedList list, Person person, CancellationToken ct)
    {
        var name = UploadedList.BlobOf(group, list.Id);
        if (await OpenAsync(name, list, ct) is not { } file)
            return;
        Rows rows;
        using (file)
            rows = await FindAsync(group, list, file, person, ct);
        if (rows.Theirs.Count > 0 && await OpenAsync(name, list, ct) is { } whole)
        {
            MemoryStream rest;
            using (whole)
                rest = CleanCopy.Of(whole, rows.Theirs);
            await blobs.WriteAsync(name, rest, ct);
        }

        await lists.ForgetWarningsAsync(group, list.Id, rows.NamingThem, ct);
    }

    private async Task<ListFile?> OpenAsync(string name, UploadedList list, CancellationToken ct) =>
        await blobs.ReadAsync(name, ct) is { } content ? ListFile.Open(content, list.FileName, ImportList.RulesOf(settings, list)) : null;

    private async Task<Rows> FindAsync(GroupId group, UploadedList list, ListFile file, Person person, CancellationToken ct)
    {
        var contacts = hasher.Of(group, person).Concat(person.GivenUp).ToHashSet();
        PersonId[] ids = [person.Id, .. person.Joined];
        var rows = new Rows([], []);
        foreach (var row in file.Rows().Where(row => row.Candidate is not null))
        {
            var mine = Newcomer.HashesOf(row.Candidate!, group, hasher);
            var isBornOfIt = ids.Any(id => id == PersonId.OfRow(id.Shard, list.Id, row.Row));
            if (!isBornOfIt && !mine.Any(contacts.Contains))
                continue;
            rows.NamingThem.Add(row.Row);
            if (isBornOfIt || !await IsOfAnotherAsync(group, list, row.Row, mine, ct))
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
