namespace Outreach.Replies.Answers;

/// <summary>How far a word may be misspelled and still be that word: the longer the further, and a short one not at all.</summary>
internal static class Typos
{
    /// <param name="exact">A word that weighs much and lies near ordinary words (a stop word, a number): only when it is long.</param>
    public static int Allowed(int length, bool exact) => length switch
    {
        _ when exact => length >= 8 ? 1 : 0,
        < 4 => 0,
        < 9 => 1,
        _ => 2,
    };

    /// <summary>In a word of four letters only two letters may have changed places: a changed letter makes another word.</summary>
    public static bool SameLetters(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length != b.Length)
            return false;
        Span<char> left = stackalloc char[a.Length], right = stackalloc char[b.Length];
        a.CopyTo(left);
        b.CopyTo(right);
        left.Sort();
        right.Sort();
        return left.SequenceEqual(right);
    }
}
