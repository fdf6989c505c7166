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

    /// <summary>The regional group that this one belongs to, and that sees its totals.</summary>
    public GroupId? Region { get; init; }

    /// <summary>E-mail addresses of owners whom the settings of the installation name; only an operator changes them.</summary>
    public IReadOnlyList<string> Organisers { get => field ?? []; init; }

    /// <summary>People invited by an owner, or by the command line.</summary>
    public IReadOnlyList<Member> Members { get => field ?? []; init; }

    /// <summary>How many days an owner chose to keep what, by the names of the rules.</summary>
    public IReadOnlyDictionary<string, int> KeptDays { get => field ?? new Dictionary<string, int>(); init; }

    /// <summary>How many messages an owner lets leave in a day; null: as many as the installation lets a group.</summary>
    public int? MessagesPerDay { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Addresses that the group's notices go to.</summary>
    public IEnumerable<string> NoticeAddresses =>
        Organisers.Concat(Members.Where(member => member.Role >= Role.Organiser).Select(member => member.Email)).Distinct(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Owners =>
        Organisers.Concat(Members.Where(member => member.Role is Role.Owner).Select(member => member.Email)).Distinct(StringComparer.OrdinalIgnoreCase);

    public bool HasOwner => Organisers.Count > 0 || Members.Any(member => member.Role is Role.Owner);

    /// <summary>Null: nobody of this group.</summary>
    public Role? RoleOf(string email) =>
        Organisers.Any(known => Member.Same(known, email)) ? Role.Owner : Members.FirstOrDefault(member => member.Is(email))?.Role;
}

/// <summary>Project groups and who works in them.</summary>
public sealed class GroupStore(ITables tables, TimeProvider clock)
{
    /// <summary>All groups lie in one partition: there are few.</summary>
    internal const string Partition = "all";

    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private volatile Recent? _recent;

    public async Task<Stored<Group>?> FindAsync(GroupId group, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Groups, Partition, group.Value, ct) is { } row ? RowJson.Read<Group>(row) : null;

    /// <exception cref="InvalidOperationException">There is no such group.</exception>
    public async Task<Group> GetAsync(GroupId group, CancellationToken ct) =>
        (await FindAsync(group, ct))?.Value ?? throw new InvalidOperationException($"There is no group {group}.");

    /// <summary>As it was some seconds ago at most: for what comes in by the hundred, as answers to a mailing do.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async Task<Group> GetRecentAsync(GroupId group, CancellationToken ct) =>
        (await ListRecentAsync(ct)).FirstOrDefault(one => one.Id == group) ?? await GetAsync(group, ct);

    public async Task<IReadOnlyList<Group>> ListAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var groups = await tables.ListValuesAsync<Group>(TableNames.Groups, Partition, KeyRange.All, ct);
        _recent = new Recent(groups, now);
        return groups;
    }

    /// <summary>At most 5 seconds old; this process's own changes are always included.</summary>
    public async Task<IReadOnlyList<Group>> ListRecentAsync(CancellationToken ct) =>
        _recent is { } recent && (clock.GetUtcNow() - recent.ReadAt).Duration() < MaxAge ? recent.Groups : await ListAsync(ct);

    /// <exception cref="ConflictException">There is a group with this id.</exception>
    public Task AddAsync(Group group, CancellationToken ct) => SubmitAsync(Operation.Insert(group.Id.Value, RowJson.Write(group)), ct);

    /// <exception cref="ConflictException">Somebody changed it meanwhile.</exception>
    public Task ChangeAsync(Stored<Group> before, Group after, CancellationToken ct) => SubmitAsync(Operation.Replace(after.Id.Value, RowJson.Write(after), before.ETag), ct);

    private async Task SubmitAsync(Operation change, CancellationToken ct)
    {
        await tables.SubmitAsync(TableNames.Groups, Partition, [change], ct);
        _recent = null;
    }

    private sealed record Recent(IReadOnlyList<Group> Groups, DateTimeOffset ReadAt);
}
