using System.Collections.Frozen;

namespace Outreach.Lists.Columns;

/// <summary>A set of words that is written as one text: "nee nein no". Capitals count.</summary>
internal static class WordSet
{
    public static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
