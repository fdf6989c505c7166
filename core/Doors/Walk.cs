using System.Globalization;
using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Doors;

/// <summary>How volunteers walk: street by street, one side and then the other, in each house from the ground floor up.</summary>
public static class Walk
{
    public static readonly IComparer<Address> Order = Comparer<Address>.Create(Compare);

    /// <summary>How far a pair's share may differ from an equal one (0.25 = 25 %), so that it can end where a side of a street ends.</summary>
    private const double Leeway = 0.25;

    public static bool IsOdd(Address address) => NumberOf(address) % 2 == 1;

    /// <summary>"3 hoog", "2e etage", "bg": 0 for the ground, null where the addition says nothing of a floor.</summary>
    public static int? FloorOf(string? addition)
    {
        if (addition is null)
            return null;
        if (Ground.IsMatch(addition))
            return 0;
        return Floor.Match(addition) is { Success: true } floor ? int.Parse(floor.Groups["floor"].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Cuts a walk in parts of about the same length, at the end of a side of a street where one is near.</summary>
    /// <param name="ordered">In the order of <see cref="Order"/>.</param>
    /// <returns>For each address, the number of its part, from 1.</returns>
    public static IReadOnlyList<int> Divide(IReadOnlyList<Address> ordered, int parts)
    {
        var part = new int[ordered.Count];
        var start = 0;
        for (var p = 1; p <= parts; p++)
        {
            var end = p == parts ? ordered.Count : CutAfter(ordered, start, (double)(ordered.Count - start) / (parts - p + 1));
            Array.Fill(part, p, start, end - start);
            start = end;
        }

        return part;
    }

    private static int CutAfter(IReadOnlyList<Address> ordered, int start, double share)
    {
        var aim = Math.Min(ordered.Count, start + (int)Math.Round(share, MidpointRounding.AwayFromZero));
        for (var off = 0; off <= share * Leeway; off++)
        {
            foreach (var cut in (ReadOnlySpan<int>)[aim - off, aim + off])
            {
                if (cut > start && cut < ordered.Count && !IsSameSide(ordered[cut - 1], ordered[cut]))
                    return cut;
            }
        }

        return aim;
    }

    public static bool IsSameSide(Address one, Address other) =>
        string.Equals(one.Street, other.Street, StringComparison.OrdinalIgnoreCase) && IsOdd(one) == IsOdd(other);

    // What has no number comes last.
    private static int NumberOf(Address address) => address.Number ?? int.MaxValue;

    private static int Compare(Address? one, Address? other)
    {
        var street = string.Compare(one!.Street, other!.Street, StringComparison.OrdinalIgnoreCase);
        if (street != 0)
            return street;
        if (IsOdd(one) != IsOdd(other))
            return IsOdd(one) ? -1 : 1;
        var number = NumberOf(one).CompareTo(NumberOf(other));
        if (number != 0)
            return number;
        var floor = (FloorOf(one.Addition) ?? 0).CompareTo(FloorOf(other.Addition) ?? 0);
        return floor != 0 ? floor : string.Compare(one.Addition, other.Addition, StringComparison.OrdinalIgnoreCase);
    }

    private static readonly Regex Ground = new(@"\b(?:bg|hs|huis|begane grond|beneden|parterre|ground)\b", RegexOptions.IgnoreCase);

    private static readonly Regex Floor = new(@"\b(?<floor>[0-9]{1,2})(?:e|de|ste)? ?(?:hoog|hg|h|etage|et|verdieping|verd|floor|fl)\b", RegexOptions.IgnoreCase);
}
