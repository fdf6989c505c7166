namespace Outreach.Ids;

/// <summary>How many typing errors lie between two words.</summary>
internal static class EditDistance
{
    /// <summary>In characters: longer words are not compared.</summary>
    public const int MaxWordLength = 24;

    /// <summary>Letters that were left out, added, changed or swapped with their neighbour; above <paramref name="limit"/> it does not matter how far.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > MaxWordLength || b.Length > MaxWordLength)
            return limit + 1;
        Span<int> before = stackalloc int[MaxWordLength + 1], last = stackalloc int[MaxWordLength + 1], row = stackalloc int[MaxWordLength + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                best = Math.Min(best, row[j]);
            }
            if (best > limit)
                return limit + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.Length];
    }
}
