using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>Some rows of a list, ready to be taken in.</summary>
/// <param name="OptedOut">Of whom nothing is kept but that they said no.</param>
internal sealed record ListChunk(IReadOnlyList<ListRow> Rows, IReadOnlyList<Newcomer> Newcomers, IReadOnlyList<Candidate> OptedOut)
{
    /// <summary>What the list calls its column of names.</summary>
    public string NameColumn { get; init; } = "";

    /// <summary>What else stands in rows of people who said no to it.</summary>
    public IReadOnlyList<Candidate> Closed { get; init; } = [];
}

/// <summary>Contact points that one run of an import knows of: which said no, and which it met already. Both grow.</summary>
internal sealed record MetContacts(HashSet<string> Blocked, SeenContacts Seen);

/// <summary>Takes in a chunk of a list: those who said no are noted, the others are registered, and the list counts them.</summary>
public sealed class TakeInChunk(ListStore lists, Suppressions suppressions, OptOutContacts optOut, TakeIn takeIn)
{
    internal async Task<MetContacts> StartAsync(GroupId group, CancellationToken ct) => new(await suppressions.AllAsync(group, ct), new SeenContacts());

    /// <summary>What can be done on another thread, while the chunk before is stored.</summary>
    internal ListChunk Prepare(GroupId group, UploadedList list, ListRow[] rows)
    {
        var newcomers = rows.Where(row => row.Candidate is { IsOptedOut: false }).Select(row => ImportList.NewcomerOf(list, row)).ToList();
        takeIn.Prepare(group, newcomers);
        return new ListChunk(rows, newcomers, [.. rows.Where(row => row.Candidate is { IsOptedOut: true }).Select(row => row.Candidate!)])
        {
            Closed = [.. rows.SelectMany(row => row.Others).Where(other => other.IsOptedOut)],
        };
    }

    /// <returns>The list with the counts and the place in the file that were saved.</returns>
    internal async Task<Stored<UploadedList>> HandleAsync(Group group, Stored<UploadedList> list, ListChunk chunk, MetContacts met, CancellationToken ct)
    {
        // A no first: it holds for all rows of the same person, wherever it stands.
        met.Blocked.UnionWith((await optOut.HandleAsync(group.Id, chunk.OptedOut.Concat(chunk.Closed), ct)).Select(hash => hash.Value));
        var taken = await takeIn.RunAsync(group, list.Value, chunk.Newcomers, met.Blocked, met.Seen, ct);
        var (outcomes, warnings) = (taken.Outcomes, taken.Warnings(chunk.Newcomers, chunk.NameColumn, new Wording(list.Value.Language)));
        var problems = ProblemsOf(chunk, warnings, UploadedList.MaxProblems - list.Value.Problems);
        var rows = chunk.Rows.Count(row => !row.IsAboutFile);
        var after = list.Value with
        {
            Checkpoint = chunk.Rows[^1].Row,
            Rows = list.Value.Rows + rows,
            Accepted = list.Value.Accepted + outcomes.Count(o => o.Kind is RegisterKind.Accepted) - taken.NotNewAfterAll,
            Merged = list.Value.Merged + outcomes.Count(o => o.Kind is RegisterKind.Merged) + taken.NotNewAfterAll,
            Suppressed = list.Value.Suppressed + chunk.OptedOut.Count + outcomes.Count(o => o.Kind is RegisterKind.Suppressed),
            Rejected = list.Value.Rejected + rows - outcomes.Count - chunk.OptedOut.Count,
            Problems = list.Value.Problems + problems.Count,
        };
        return await lists.SaveAsync(group.Id, list, after, problems, ct);
    }

    /// <param name="room">How many more are kept, besides all that are about the file.</param>
    private static List<RowProblem> ProblemsOf(ListChunk chunk, ILookup<int, RowProblem> warnings, int room)
    {
        var problems = new List<RowProblem>();
        foreach (var row in chunk.Rows)
        {
            foreach (var problem in row.Problems.Concat(warnings[row.Row]))
            {
                if (room > 0 || row.IsAboutFile)
                    problems.Add(problem);
                room--;
            }
        }

        return problems;
    }
}
