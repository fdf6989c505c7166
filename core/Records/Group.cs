using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>A project group: the tenant. Nothing leaks between groups.</summary>
public sealed record Group : IStored<Group>
{
    static JsonTypeInfo<Group> IStored<Group>.Json => RecordsJson.Default.Group;

    public required GroupId Id { get; init; }

    /// <summary>The name under which it asks, in every message.</summary>
    public required string Name { get; init; }

    /// <summary>For people whose language we do not know.</summary>
    public required string Language { get; init; }

    /// <summary>E-mail addresses of those who sign in.</summary>
    public IReadOnlyList<string> Organisers { get => field ?? []; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Project groups and the keys that open them.</summary>
public sealed class GroupStore(ITables tables)
{
    private const string All = "all";

    public async Task<Stored<Group>?> FindAsync(GroupId group, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Groups, All, group.Value, ct) is { } row ? RowJson.Read<Group>(row) : null;

    public async Task<Group> GetAsync(GroupId group, CancellationToken ct) =>
        (await FindAsync(group, ct))?.Value ?? throw new InvalidOperationException($"There is no group {group}.");

    public async Task<IReadOnlyList<Group>> ListAsync(CancellationToken ct)
    {
        var groups = new List<Group>();
        await foreach (var row in tables.QueryAsync(TableNames.Groups, All, "", "~", null, ct))
            groups.Add(RowJson.Read<Group>(row.Json));
        return groups;
    }

    public Task SaveAsync(Group group, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Groups, All, [Operation.Upsert(group.Id.Value, RowJson.Write(group))], ct);
}
