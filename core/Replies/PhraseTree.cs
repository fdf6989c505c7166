namespace Outreach.Replies;

/// <summary>Phrases by their words; a place in a phrase may take any number or any person.</summary>
internal sealed class PhraseTree
{
    private readonly Dictionary<int, PhraseTree> next = [];
    private PhraseTree? afterNumber;
    private PhraseTree? afterPerson;
    private PhraseTree? afterTime;

    public const int NumberPlace = -2;
    public const int PersonPlace = -3;
    public const int TimePlace = -5;

    public PieceKind Kind { get; private set; }

    /// <summary>Of a number or a person: how many.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a {person} stands in the phrase: someone beside the one who writes.</summary>
    public bool NamesPerson { get; private set; }

    public PhraseTree? After(int word) => next.GetValueOrDefault(word);

    public PhraseTree? AfterNumber => afterNumber;

    public PhraseTree? AfterPerson => afterPerson;

    public PhraseTree? AfterTime => afterTime;

    /// <summary>False when the phrase was there already: the first meaning holds.</summary>
    public bool Add(ReadOnlySpan<int> words, PieceKind kind, int count = 0, bool namesPerson = false)
    {
        if (words.IsEmpty)
        {
            if (Kind is not PieceKind.Unknown)
                return false;
            (Kind, Count, NamesPerson) = (kind, count, namesPerson);
            return true;
        }
        return Child(words[0]).Add(words[1..], kind, count, namesPerson || words[0] == PersonPlace);
    }

    private PhraseTree Child(int word)
    {
        if (word == NumberPlace)
            return afterNumber ??= new PhraseTree();
        if (word == PersonPlace)
            return afterPerson ??= new PhraseTree();
        if (word == TimePlace)
            return afterTime ??= new PhraseTree();
        return next.TryGetValue(word, out var child) ? child : next[word] = new PhraseTree();
    }
}
