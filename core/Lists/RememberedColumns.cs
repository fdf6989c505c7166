using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Lists.Columns;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>What organisers of a group said before that columns hold, where their header did not say it. By a hash: a row may have been taken for a header.</summary>
public sealed record RememberedColumns : IStored<RememberedColumns>
{
    private const int MaxHeaders = 500;

    private static readonly Dictionary<string, ColumnUse> None = [];

    static JsonTypeInfo<RememberedColumns> IStored<RememberedColumns>.Json => ListsJson.Default.RememberedColumns;

    public IReadOnlyDictionary<string, ColumnUse> By { get => field ?? None; init; }

    public ColumnUse? Find(string header) => By.TryGetValue(KeyOf(header), out var use) ? use : null;

    /// <param name="use">Null: what the header says itself.</param>
    public RememberedColumns With(string header, ColumnUse? use)
    {
        var by = new Dictionary<string, ColumnUse>(By);
        if (use is not { } said)
            by.Remove(KeyOf(header));
        else if (by.Count < MaxHeaders)
            by[KeyOf(header)] = said;
        return new() { By = by };
    }

    private static string KeyOf(string header) => TextHash.Of(Headers.Compact(header), 16);
}
