namespace Outreach.Replies.Answers;

/// <summary>
/// Phrases by their words; a place in a phrase may take any number or any person. A branch grows when a text first comes along it: written out, the choices of all
/// lines would be a million phrases, and few of them are ever read.
/// </summary>
internal sealed class PhraseTree
{
    public const int NumberPlace = -2;
    public const int PersonPlace = -3;
    public const int ClockPlace = -5;
    public const int NamePlace = -6;
    public const int SomebodyPlace = -7;
    public const int NamesPlace = -8;

    // In the order in which they were added.
    private readonly List<PhraseRest> _rests = [];
    private Dictionary<int, PhraseTree>? _next;

    /// <summary>The meaning of the phrase that ends here; its kind is unknown where none does.</summary>
    public Meaning Meaning { get; private set; }

    public PieceKind Kind => Meaning.Kind;

    public PhraseTree? AfterNumber => After(NumberPlace);

    public PhraseTree? AfterPerson => After(PersonPlace);

    public PhraseTree? AfterClock => After(ClockPlace);

    public PhraseTree? AfterSomebody => After(SomebodyPlace);

    public PhraseTree? AfterName => After(NamePlace);

    public PhraseTree? AfterNames => After(NamesPlace);

    /// <summary>Two texts that are read at once may both grow the branch: the same one, and either will do.</summary>
    public PhraseTree? After(int word) => (_next ??= Grow()).GetValueOrDefault(word);

    /// <summary>Adds every phrase that the line stands for. Where one was there already, the first meaning holds. Not while a text is read.</summary>
    public void Add(AnswerLine line, PieceKind kind, int count = 0) => Add(new PhraseRest(default, line.Places, new Meaning(kind, count)));

    /// <inheritdoc cref="Add(AnswerLine, PieceKind, int)"/>
    public void Add(int[] phrase, PieceKind kind) => Add(new PhraseRest(phrase, default, new Meaning(kind)));

    /// <summary>What the phrase means; <see cref="PieceKind.Unknown"/> when there is no such phrase.</summary>
    public PieceKind KindOf(ReadOnlyMemory<int> phrase)
    {
        PhraseTree? end = this;
        foreach (var word in phrase.Span)
            end = end?.After(word);
        return end?.Kind ?? PieceKind.Unknown;
    }

    private void Add(PhraseRest rest)
    {
        _rests.Add(rest);
        if (_next is { } grown)
            Branch(rest, grown);
    }

    private Dictionary<int, PhraseTree> Grow()
    {
        var next = new Dictionary<int, PhraseTree>();
        foreach (var rest in _rests)
            Branch(rest, next);
        return next;
    }

    private static void Branch(PhraseRest rest, Dictionary<int, PhraseTree> next)
    {
        foreach (var (word, after) in rest.Next())
        {
            if (!next.TryGetValue(word, out var child))
                next.Add(word, child = new PhraseTree());
            child.Reach(after);
        }
    }

    private void Reach(PhraseRest rest)
    {
        Add(rest);
        if (Kind is PieceKind.Unknown && rest.MayEnd)
            Meaning = rest.Meaning;
    }
}
