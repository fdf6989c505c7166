using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Welcome;

[JsonConverter(typeof(EnumWordConverter<WayKind>))]
public enum WayKind
{
    /// <summary>A poster in a hall or a shop: new residents fill in the form themselves.</summary>
    Poster,

    /// <summary>The host of a building or a street, who says who moved in, and brings the package.</summary>
    Host,
}

/// <summary>A code by which new residents make themselves known, or a host makes them known.</summary>
/// <param name="Name">Where the poster hangs, or who the host is.</param>
/// <param name="Place">The building or the street of a host.</param>
public sealed record WelcomeWay(Code Code, WayKind Kind, string Name, string? Place, DateTimeOffset MadeAt) : IStored<WelcomeWay>
{
    static JsonTypeInfo<WelcomeWay> IStored<WelcomeWay>.Json => WelcomeJson.Default.WelcomeWay;

    public const int MaxNameLength = 100;

    public const int MaxWays = 200;
}

/// <summary>The ways by which new residents come lie beside their packages.</summary>
public sealed class WelcomeWays(ITables tables, Codes codes, TimeProvider clock)
{
    public async Task<IReadOnlyList<WelcomeWay>> ListAsync(GroupId group, CancellationToken ct)
    {
        var ways = await tables.ListValuesAsync<WelcomeWay>(TableNames.Welcome, group.Value, WayKeys.All, ct);
        return [.. ways.OrderBy(way => way.MadeAt).ThenBy(way => way.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public async Task<WelcomeWay?> FindAsync(GroupId group, Code code, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Welcome, group.Value, WayKeys.Way(code), ct) is { } row ? RowJson.Read<WelcomeWay>(row.Json) : null;

    /// <returns>The one of that kind, name and place that is there already, when there is one: pressed twice it is one. Null when the name or the place is none.</returns>
    public async Task<WelcomeWay?> AddAsync(GroupId group, WayKind kind, string? name, string? place, CancellationToken ct)
    {
        var (named, at) = (OneLine.OrNull(name), OneLine.OrNull(place));
        if (named is not { Length: <= WelcomeWay.MaxNameLength } || at?.Length > WelcomeWay.MaxNameLength)
            return null;
        var known = await ListAsync(group, ct);
        if (known.FirstOrDefault(way => way.Kind == kind && IsSame(way.Name, named) && IsSame(way.Place, at)) is { } same)
            return same;
        if (known.Count >= WelcomeWay.MaxWays)
            return null;
        var made = new WelcomeWay(await codes.DrawAsync(new CodeRow(group, CodeKind.NewResident, null, null), ct), kind, named, at, clock.GetUtcNow());
        await tables.SubmitAsync(TableNames.Welcome, group.Value, [Operation.Insert(WayKeys.Way(made.Code), RowJson.Write(made))], ct);
        return made;
    }

    /// <summary>The code opens nothing from then on; people who came by it stay.</summary>
    /// <returns>False when there is no such way.</returns>
    public async Task<bool> RemoveAsync(GroupId group, Code code, CancellationToken ct)
    {
        if (await FindAsync(group, code, ct) is null)
            return false;
        await codes.RemoveAsync(code, ct);
        await Retry.OnConflictAsync(async () =>
        {
            if (await tables.GetAsync(TableNames.Welcome, group.Value, WayKeys.Way(code), ct) is { } row)
                await tables.SubmitAsync(TableNames.Welcome, group.Value, [Operation.Delete(row.Key, row.ETag)], ct);
        });
        return true;
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
