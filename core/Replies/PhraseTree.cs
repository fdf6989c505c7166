namespace Outreach.Replies;

/// <summary>Phrases by their words; a place in a phrase may take any number or any person.</summary>
internal sealed class PhraseTree
{
    public const int NumberPlace = -2;
    public const int PersonPlace = -3;
    public const int ClockPlace = -5;
    public const int NamePlace = -6;
    public const int SomebodyPlace = -7;
    public const int NamesPlace = -8;

    // Most have one child or none.
    private int _onlyWord;
    private PhraseTree? _only;
    private Dictionary<int, PhraseTree>? _next;

    public PieceKind Kind { get; private set; }

    /// <summary>Of a number or a person: how many.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a {person} stands in the phrase: someone beside the one who writes.</summary>
    public bool NamesPerson { get; private set; }

    /// <summary>Whether a {clock} stands in the phrase.</summary>
    public bool NamesHour { get; private set; }

    public PhraseTree? After(int word) => _next is not null ? _next.GetValueOrDefault(word) : _onlyWord == word ? _only : null;

    public PhraseTree? AfterNumber => After(NumberPlace);

    public PhraseTree? AfterPerson => After(PersonPlace);

    public PhraseTree? AfterClock => After(ClockPlace);

    public PhraseTree? AfterSomebody => After(SomebodyPlace);

    public PhraseTree? AfterName => After(NamePlace);

    public PhraseTree? AfterNames => After(NamesPlace);

    /// <summary>Adds every phrase that the line stands for. Where one was there already, the first meaning holds.</summary>
    public void Add(AnswerLine line, PieceKind kind, int count = 0) => Add(line.Places, new Meaning(kind, count), isFirst: true);

    /// <summary>Where the phrase was there already, the first meaning holds.</summary>
    public void Add(ReadOnlyMemory<int> phrase, PieceKind kind)
    {
        var end = this;
        foreach (var word in phrase.Span)
            end = end.Child(word);
        end.Mean(new Meaning(kind).With(phrase.Span));
    }

    /// <summary>What the phrase means; <see cref="PieceKind.Unknown"/> when it stands nowhere.</summary>
    public PieceKind KindOf(ReadOnlyMemory<int> phrase)
    {
        PhraseTree? end = this;
        foreach (var word in phrase.Span)
            end = end?.After(word);
        return end?.Kind ?? PieceKind.Unknown;
    }

    private void Add(ReadOnlySpan<int[][]> places, Meaning meaning, bool isFirst)
    {
        if (places.IsEmpty)
        {
            if (!isFirst)
                Mean(meaning);
            return;
        }
        foreach (var choice in places[0])
        {
            var end = this;
            foreach (var word in choice)
                end = end.Child(word);
            end.Add(places[1..], meaning.With(choice), isFirst && choice.Length == 0);
        }
    }

    private void Mean(Meaning meaning)
    {
        if (Kind is PieceKind.Unknown)
            (Kind, Count, NamesPerson, NamesHour) = meaning;
    }

    private PhraseTree Child(int word)
    {
        if (After(word) is { } known)
            return known;
        var child = new PhraseTree();
        if (_only is null && _next is null)
            (_onlyWord, _only) = (word, child);
        else
            (_next ??= new Dictionary<int, PhraseTree> { [_onlyWord] = _only! })[word] = child;
        return child;
    }

    private readonly record struct Meaning(PieceKind Kind, int Count = 0, bool NamesPerson = false, bool NamesHour = false)
    {
        /// <summary>Of a phrase in which these words stand too.</summary>
        public Meaning With(ReadOnlySpan<int> words) =>
            this with { NamesPerson = NamesPerson || words.Contains(PersonPlace), NamesHour = NamesHour || words.Contains(ClockPlace) };
    }
}
