using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>Uploaded lists of a group and the problems in them.</summary>
public sealed class ListStore(ITables tables)
{
    public async Task<Stored<UploadedList>?> FindAsync(GroupId group, ListId list, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Lists, group.Value, ListKeys.List(list), ct) is { } row ? RowJson.Read<UploadedList>(row) : null;

    public async Task<IReadOnlyList<UploadedList>> ListAsync(GroupId group, CancellationToken ct) =>
        await tables.ListValuesAsync<UploadedList>(TableNames.Lists, group.Value, ListKeys.Lists, ct);

    /// <summary>The lists to whose people nothing may be sent yet.</summary>
    public async Task<IReadOnlyList<UploadedList>> HeldAsync(GroupId group, CancellationToken ct) => [.. (await ListAsync(group, ct)).Where(list => list.IsHeld)];

    /// <summary>May nothing be sent to this person yet?</summary>
    public async Task<bool> HoldsAsync(GroupId group, Person person, CancellationToken ct)
    {
        foreach (var list in person.Lists)
        {
            if (await FindAsync(group, list, ct) is { Value.IsHeld: true })
                return true;
        }

        return false;
    }

    /// <summary>In the order of the file, under the keys of their rows.</summary>
    internal async Task<IReadOnlyList<(string Key, RowProblem Problem)>> ProblemRowsAsync(GroupId group, UploadedList list, CancellationToken ct)
    {
        var problems = new List<(string, RowProblem)>();
        await foreach (var row in tables.QueryAsync(TableNames.Lists, group.Value, ListKeys.Problem(list.Id, 0), ListKeys.Problem(list.Id, list.Problems), null, ct))
            problems.Add((row.Key, RowJson.Read<RowProblem>(row.Json)));
        return problems;
    }

    public async Task<IReadOnlyList<RowProblem>> ProblemsAsync(GroupId group, UploadedList list, CancellationToken ct) =>
        [.. (await ProblemRowsAsync(group, list, ct)).Select(row => row.Problem)];

    /// <summary>Whether nobody has said yet of two names on one number or address whether they are one person's.</summary>
    internal async Task<bool> AsksWhoAsync(GroupId group, UploadedList list, CancellationToken ct) => (await ProblemsAsync(group, list, ct)).Any(problem => problem.AsksWho);

    /// <summary>Forgets the unusable values of rows that were taken in all the same.</summary>
    /// <param name="which">Of these; null: of all.</param>
    public async Task ForgetWarningsAsync(GroupId group, ListId list, IReadOnlySet<int>? which, CancellationToken ct)
    {
        var keys = new List<string>();
        await foreach (var row in tables.QueryAsync(TableNames.Lists, group.Value, ListKeys.Problems(list), null, ct))
        {
            if (RowJson.Read<RowProblem>(row.Json) is { Rejected: false } warning && which?.Contains(warning.Row) is not false)
                keys.Add(row.Key);
        }

        await tables.DeleteAsync(TableNames.Lists, group.Value, keys, ct);
    }

    public Task ForgetProblemsAsync(GroupId group, ListId list, CancellationToken ct) =>
        tables.DeleteRangeAsync(TableNames.Lists, group.Value, ListKeys.Problems(list), null, ct);

    public async Task<Stored<RememberedColumns>?> FindColumnsAsync(GroupId group, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Lists, group.Value, ListKeys.Columns, ct) is { } row ? RowJson.Read<RememberedColumns>(row) : null;

    public Task SaveColumnsAsync(GroupId group, Stored<RememberedColumns>? before, RememberedColumns after, CancellationToken ct)
    {
        var json = RowJson.Write(after);
        return tables.SubmitAsync(TableNames.Lists, group.Value, [before is null ? Operation.Insert(ListKeys.Columns, json) : Operation.Replace(ListKeys.Columns, json, before.ETag)], ct);
    }

    public Task AddAsync(GroupId group, UploadedList list, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Lists, group.Value, [Operation.Insert(ListKeys.List(list.Id), RowJson.Write(list))], ct);

    /// <summary>Saves progress with its problems. Problems are numbered, so that reading the same rows again writes the same.</summary>
    public async Task<Stored<UploadedList>> SaveAsync(GroupId group, Stored<UploadedList> before, UploadedList after, IReadOnlyList<RowProblem> problems, CancellationToken ct)
    {
        foreach (var batch in problems.Index().Chunk(RowRules.MaxOperations))
        {
            var rows = batch.Select(p => Operation.Upsert(ListKeys.Problem(after.Id, before.Value.Problems + p.Index), RowJson.Write(p.Item)));
            await tables.SubmitAsync(TableNames.Lists, group.Value, [.. rows], ct);
        }

        var etags = await tables.SubmitAsync(TableNames.Lists, group.Value, [Operation.Replace(ListKeys.List(after.Id), RowJson.Write(after), before.ETag)], ct);
        return new Stored<UploadedList>(after, etags[0]!);
    }

    /// <summary>What an organiser said of a problem, and what it makes of the counts.</summary>
    /// <param name="key">Of the problem's row.</param>
    public Task AnswerAsync(GroupId group, Stored<UploadedList> before, UploadedList after, string key, RowProblem problem, CancellationToken ct) =>
        tables.SubmitAsync(
            TableNames.Lists,
            group.Value,
            [Operation.Replace(ListKeys.List(after.Id), RowJson.Write(after), before.ETag), Operation.Upsert(key, RowJson.Write(problem))],
            ct);

    public async Task RemoveAsync(GroupId group, ListId list, CancellationToken ct)
    {
        await ForgetProblemsAsync(group, list, ct);
        await tables.DeleteAsync(TableNames.Lists, group.Value, [ListKeys.List(list)], ct);
    }
}
