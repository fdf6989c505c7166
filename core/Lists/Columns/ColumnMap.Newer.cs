namespace Outreach.Lists.Columns;

/// <summary>Columns beside a number or an address that hold the one that came after it: "Mobiel" and "Nieuw mobiel".</summary>
internal sealed partial class ColumnMap
{
    /// <summary>Where the newer one stands: whoever has one is not reached by the older any more. Null: the field has one column.</summary>
    public int? NewerOf(Field field) => Newer.TryGetValue(field, out var index) ? index : null;

    private Dictionary<Field, int> Newer => field ??= Enumerable.Range(0, Header.Count)
        .Where(index => IgnoredAt(index) is IgnoreReason.Unknown)
        .Select(index => (Field: NewFieldOf(Header[index]), Index: index))
        .Where(newer => newer.Field is { } known && Has(known))
        .DistinctBy(newer => newer.Field)
        .ToDictionary(newer => newer.Field!.Value, newer => newer.Index);

    private static Field? NewFieldOf(string header) => Headers.Words(header).ToList() is [var first, _, ..] words && OtherSpellings.Newer.Contains(first) ? Headers.FieldOf(string.Concat(words.Skip(1))) : null;
}
