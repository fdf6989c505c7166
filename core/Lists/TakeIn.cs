using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>Takes in the people of some rows of a list. Those whom a row shows to be one become one, or are named to the organiser.</summary>
public sealed class TakeIn(Register register, JoinPeople join, PeopleStore people)
{
    public void Prepare(GroupId group, IEnumerable<Newcomer> newcomers) => register.Prepare(group, newcomers);

    public async Task<Taken> RunAsync(Group group, UploadedList list, IReadOnlyList<Newcomer> newcomers, IReadOnlySet<string> blocked, SeenContacts seen, CancellationToken ct)
    {
        var outcomes = (await register.RunAsync(group, list.Meeting, newcomers, blocked, seen, ct)).ToArray();
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i].Bridged.Count == 0)
                continue;
            var isOne = await join.HandleAsync(group.Id, outcomes[i].Bridged, RowOf(list, newcomers[i]), newcomers[i].Candidate.Name, ct);
            outcomes[i] = (await register.RunAsync(group, list.Meeting, [newcomers[i] with { IsReadAgain = true, StaysApart = !isOne }], blocked, null, ct))[0];
        }

        return new Taken(outcomes, await CountJoinedAsync(group.Id, list, newcomers, outcomes, ct));
    }

    /// <summary>
    /// Who was counted as new and is nobody new after all: in this chunk that shows in their own row, in an earlier chunk it was counted already. Read from what
    /// is stored of the joining, so that a chunk that is read again counts the same.
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
/// <param name="NotNewAfterAll">So many of earlier rows, that counted as new.</param>
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
