namespace Outreach.Replies;

/// <summary>Phrases by their words; a place in a phrase may take any number or any person.</summary>
internal sealed class PhraseTree
{
    private Dictionary<int, PhraseTree>? next;      // none at the end of a phrase, where most of them are
    private PhraseTree? afterNumber;
    private PhraseTree? afterPerson;

    public const int NumberPlace = -2;
    public const int PersonPlace = -3;

    public PieceKind Kind { get; private set; }

    /// <summary>Of a number or a person: how many.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a {person} stands in the phrase: someone beside the one who writes.</summary>
    public bool NamesPerson { get; private set; }

    public PhraseTree? After(int word) => next?.GetValueOrDefault(word);

    public PhraseTree? AfterNumber => afterNumber;

    public PhraseTree? AfterPerson => afterPerson;

    /// <summary>Where the phrase was there already, the first meaning holds.</summary>
    public void Add(ReadOnlyMemory<int> phrase, PieceKind kind, int count = 0)
    {
        var end = this;
        foreach (var word in phrase.Span)
            end = end.Child(word);
        if (end.Kind is PieceKind.Unknown)
            (end.Kind, end.Count, end.NamesPerson) = (kind, count, phrase.Span.Contains(PersonPlace));
    }

    /// <summary>What the phrase means; <see cref="PieceKind.Unknown"/> when it stands nowhere.</summary>
    public PieceKind KindOf(ReadOnlyMemory<int> phrase)
    {
        PhraseTree? end = this;
        foreach (var word in phrase.Span)
            end = end?.After(word);
        return end?.Kind ?? PieceKind.Unknown;
    }

    private PhraseTree Child(int word)
    {
        if (word == NumberPlace)
            return afterNumber ??= new PhraseTree();
        if (word == PersonPlace)
            return afterPerson ??= new PhraseTree();
        next ??= new Dictionary<int, PhraseTree>(1);
        return next.TryGetValue(word, out var child) ? child : next[word] = new PhraseTree();
    }
}
