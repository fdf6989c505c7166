using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>Takes in the people of some rows of a list. Those whom a row shows to be one become one, or are named to the organiser.</summary>
public sealed class TakeIn(Register register, RegisterSecond second, JoinPeople join, PeopleStore people, Suppressions suppressions)
{
    public void Prepare(GroupId group, IEnumerable<Newcomer> newcomers) => register.Prepare(group, newcomers);

    public async Task<Taken> RunAsync(Group group, UploadedList list, IReadOnlyList<Newcomer> newcomers, IReadOnlySet<string> blocked, SeenContacts seen, CancellationToken ct)
    {
        var outcomes = await RegisterAsync(group, list, newcomers, blocked, seen, ct);
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i].Bridged.Count == 0)
                continue;
            var isOne = await join.HandleAsync(group.Id, outcomes[i].Bridged, RowOf(list, newcomers[i]), new NameOfRow(newcomers[i].Candidate.Name), ct);
            outcomes[i] = (await register.RunAsync(group, list.Meeting, [newcomers[i] with { IsReadAgain = true, StaysApart = !isOne }], blocked, null, ct))[0];
        }

        var notNew = await CountJoinedAsync(group.Id, list, newcomers, outcomes, ct);
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i].OtherNames.Count > 0 && await IsSaidAsync(group.Id, list.Id, newcomers[i].Row, outcomes[i].Joined, ct))
                outcomes[i] = outcomes[i] with { OtherNames = [] };
        }

        return new Taken(outcomes, notNew);
    }

    /// <summary>Names differ, but somebody has said of this very row that they are one's.</summary>
    private async Task<bool> IsSaidAsync(GroupId group, ListId list, int row, IEnumerable<PersonId> joined, CancellationToken ct)
    {
        foreach (var id in joined)
        {
            if (await people.FindJoinedAsync(group, id, ct) is { Value.By: var by } && by.List == list && by.Row == row)
                return true;
        }

        return false;
    }

    /// <summary>An organiser has said of a row that it shows two whom we know to be one.</summary>
    /// <returns>How many people this list counted as new and who are not new after all; null when the two cannot be merged.</returns>
    public async Task<int?> JoinAsync(Group group, UploadedList list, Newcomer newcomer, CancellationToken ct)
    {
        var blocked = await suppressions.AllAsync(group.Id, ct);
        var together = newcomer with { IsReadAgain = true };
        var outcome = (await register.RunAsync(group, list.Meeting, [together], blocked, null, ct))[0];
        if (outcome.Bridged.Count > 0)
        {
            if (!await join.HandleAsync(group.Id, outcome.Bridged, RowOf(list, newcomer), new NameOfRow(newcomer.Candidate.Name, IsSaid: true), ct))
                return null;
            outcome = (await register.RunAsync(group, list.Meeting, [together], blocked, null, ct))[0];
        }

        var notNew = 0;
        foreach (var id in outcome.Joined)
            notNew += await people.FindJoinedAsync(group.Id, id, ct) is { Value: var joined } && joined.By == RowOf(list, newcomer) && joined.List == list.Id ? 1 : 0;
        return notNew;
    }

    private async Task<Registered[]> RegisterAsync(Group group, UploadedList list, IReadOnlyList<Newcomer> newcomers, IReadOnlySet<string> blocked, SeenContacts seen, CancellationToken ct)
    {
        if (list.Apart.Count == 0)
            return [.. await register.RunAsync(group, list.Meeting, newcomers, blocked, seen, ct)];
        var outcomes = new Registered[newcomers.Count];
        // First those with whom the others may share a number.
        var parts = newcomers.Index().ToLookup(newcomer => list.Apart.Contains(newcomer.Item.Row));
        var together = await register.RunAsync(group, list.Meeting, [.. parts[false].Select(newcomer => newcomer.Item)], blocked, seen, ct);
        foreach (var (newcomer, outcome) in parts[false].Zip(together))
            outcomes[newcomer.Index] = outcome;
        foreach (var (index, newcomer) in parts[true])
        {
            var added = await second.HandleAsync(group, list.Meeting, newcomer, ct);
            outcomes[index] = new Registered(added is null ? RegisterKind.Suppressed : RegisterKind.Accepted, added) { Own = added };
        }

        return outcomes;
    }

    /// <summary>
    /// People counted as new who were later merged. For this chunk their own outcome says so; earlier chunks counted them already. Derived from stored merges, so
    /// that reading a chunk twice gives the same count.
    /// </summary>
    private async Task<int> CountJoinedAsync(GroupId group, UploadedList list, IReadOnlyList<Newcomer> newcomers, Registered[] outcomes, CancellationToken ct)
    {
        var earlier = 0;
        for (var i = 0; i < outcomes.Length; i++)
        {
            foreach (var id in outcomes[i].Joined)
            {
                if (await people.FindJoinedAsync(group, id, ct) is not { Value: var joined } || joined.By != RowOf(list, newcomers[i]) || joined.List != list.Id)
                    continue;
                var own = Array.FindIndex(outcomes, outcome => outcome.Own == id);
                if (own < 0)
                    earlier++;
                else if (outcomes[own].Kind is RegisterKind.Accepted)
                    outcomes[own] = outcomes[own] with { Kind = RegisterKind.Merged };
            }
        }

        return earlier;
    }

    private static JoiningRow RowOf(UploadedList list, Newcomer newcomer) => new(list.Id, list.Reading, newcomer.Row);
}

/// <param name="Outcomes">One for each newcomer, in order.</param>
/// <param name="NotNewAfterAll">Number of people from earlier chunks who counted as new.</param>
public sealed record Taken(IReadOnlyList<Registered> Outcomes, int NotNewAfterAll)
{
    /// <summary>By row.</summary>
    internal ILookup<int, RowProblem> Warnings(IReadOnlyList<Newcomer> newcomers, string nameColumn, Wording wording) => newcomers.Zip(Outcomes)
        .Where(pair => pair.Second.OtherNames.Count > 0)
        .ToLookup(pair => pair.First.Row, pair => WarningOf(pair.First, pair.Second, nameColumn, wording));

    private static RowProblem WarningOf(Newcomer newcomer, Registered outcome, string nameColumn, Wording wording)
    {
        var warning = SharedContact.Warning(newcomer.Row, newcomer.Candidate.Name, outcome.OtherNames, nameColumn, wording);
        return outcome.Kind is RegisterKind.Accepted ? warning with { AreTwo = true } : warning;
    }
}
