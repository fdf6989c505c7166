namespace Outreach.Replies.Answers;

/// <summary>One line of a language file: its places, each with the choices of words for it.</summary>
internal sealed class AnswerLine
{
    /// <summary>Wildcard at the start or end of a word: "*irse" is any word that ends in "irse".</summary>
    public const char Any = '*';

    private readonly int[][][] _places;

    private AnswerLine(int[][][] places) => _places = places;

    /// <summary>What may come in each place of the line, one after the other.</summary>
    public ReadOnlyMemory<int[][]> Places => _places;

    /// <param name="usual">The usual way to write a word, by its number.</param>
    public static AnswerLine Of(string line, Lexicon lexicon, Func<int, int>? usual = null) =>
        new([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => Choices(place, word => [.. Ids(word, lexicon).Select(usual ?? (id => id))]))]);

    /// <summary>Every phrase that the line stands for. The array is used again for the next one.</summary>
    public IEnumerable<ReadOnlyMemory<int>> Phrases()
    {
        var words = new int[_places.Sum(place => place.Max(choice => choice.Length))];
        var chosen = new int[_places.Length];
        do
        {
            var length = 0;
            for (var at = 0; at < _places.Length; at++)
            {
                var choice = _places[at][chosen[at]];
                choice.CopyTo(words, length);
                length += choice.Length;
            }
            if (length > 0)
                yield return words.AsMemory(0, length);
        }
        while (Next(chosen));
    }

    /// <summary>Its words, and whether each may be all that the line says.</summary>
    public IEnumerable<(int Id, bool IsAlone)> Words()
    {
        var needed = _places.Count(IsNeeded);
        return from place in _places
               let isAlone = needed == (IsNeeded(place) ? 1 : 0)
               from choice in place
               from id in choice
               where id >= 0
               select (id, isAlone && choice.Length == 1);
    }

    /// <summary>Whether the place needs a word.</summary>
    public static bool IsNeeded(int[][] place) => Array.TrueForAll(place, choice => choice.Length > 0);

    private bool Next(int[] chosen)
    {
        for (var at = chosen.Length - 1; at >= 0; at--)
        {
            if (++chosen[at] < _places[at].Length)
                return true;
            chosen[at] = 0;
        }
        return false;
    }

    private static int[][] Choices(string place, Func<string, int[]> ids) =>
        [.. place.Split('/').Select(choice => choice is "-" ? [] : choice.Split('_').SelectMany(ids).ToArray())];

    private static int[] Ids(string word, Lexicon lexicon) => word switch
    {
        "{n}" => [PhraseTree.NumberPlace],
        "{person}" => [PhraseTree.PersonPlace],
        "{somebody}" => [PhraseTree.SomebodyPlace],
        "{clock}" => [PhraseTree.ClockPlace],
        "{name}" => [PhraseTree.NamePlace],
        "{names}" => [PhraseTree.NamesPlace],
        _ => lexicon.Spelled(word),
    };
}
