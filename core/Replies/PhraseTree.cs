namespace Outreach.Replies;

internal enum PieceKind
{
    Unknown,
    Yes,
    Agree,
    No,
    Maybe,
    Stop,
    StopAnywhere,
    NotStop,
    Help,
    Start,
    Question,
    WrongNumber,
    Party,
    Extra,
    Alone,
    Number,
    Negation,
    Condition,
    Filler,
    Thanks,
    Courtesy,
    Closing,
    Message,
}

/// <summary>Phrases by their words; a place in a phrase may take any number or any person.</summary>
internal sealed class PhraseTree
{
    private readonly Dictionary<int, PhraseTree> next = [];
    private PhraseTree? afterNumber;
    private PhraseTree? afterPerson;

    public const int NumberPlace = -2;
    public const int PersonPlace = -3;

    public PieceKind Kind { get; private set; }

    /// <summary>Of a number or a person: how many.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a {person} stands in the phrase: someone beside the one who writes.</summary>
    public bool NamesPerson { get; private set; }

    public PhraseTree? After(int word) => next.GetValueOrDefault(word);

    public PhraseTree? AfterNumber => afterNumber;

    public PhraseTree? AfterPerson => afterPerson;

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
        return next.TryGetValue(word, out var child) ? child : next[word] = new PhraseTree();
    }
}
