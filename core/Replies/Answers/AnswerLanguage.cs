using System.Collections.Frozen;

namespace Outreach.Replies.Answers;

/// <param name="Count">The number in it, how many people it names, or the hour.</param>
internal readonly record struct Piece(PieceKind Kind, int Start, int End, int Count = 0, bool NamesPerson = false, bool NamesHour = false);

/// <summary>One language: its phrases, numbers and people, and how far a word may be misspelled.</summary>
internal sealed class AnswerLanguage(string code, Lexicon lexicon)
{
    private readonly Spelling _spelling = new(lexicon);
    private FrozenSet<int> _coming = [];
    private FrozenSet<int> _selves = [];
    private FrozenSet<int> _openers = [];
    private FrozenSet<int> _others = [];
    private FrozenSet<int> _needs = [];
    private FrozenSet<int> _moments = [];
    private FrozenSet<int> _introductions = [];
    private FrozenSet<int> _requests = [];
    private FrozenSet<int> _addresses = [];
    private FrozenSet<int> _pleasures = [];
    private FrozenSet<int> _prepositions = [];
    private FrozenSet<int> _theirData = [];
    private FrozenSet<int> _cancels = [];
    private FrozenSet<int> _weakStops = [];
    private FrozenSet<int> _weighty = [];
    private FrozenSet<int> _people = [];
    private FrozenSet<int> _counting = [];

    public string Code => code;

    public PhraseTree Phrases { get; } = new();

    public PhraseTree Numbers { get; } = new();

    public PhraseTree People { get; } = new();

    public PhraseTree Times { get; } = new();

    /// <summary>What may follow a person: "of 12".</summary>
    public PhraseTree Ages { get; } = new();

    public FrozenSet<int> Groups { get; private set; } = [];

    public FrozenSet<int> Determiners { get; private set; } = [];

    public FrozenSet<int> Joins { get; private set; } = [];

    public FrozenSet<int> Ands { get; private set; } = [];

    public void Add(AnswerFile file)
    {
        _spelling.AddVariants(file.Spellings);
        foreach (var (word, count) in file.Numbers)
            AddOwn(Numbers, word, PieceKind.Number, count);
        foreach (var (word, count) in file.People)
            AddOwn(People, word, PieceKind.Extra, count);
        foreach (var time in file.Times)
            AddOwn(Times, time, PieceKind.Filler);
        foreach (var age in file.Ages)
            AddOwn(Ages, age, PieceKind.Filler);
        foreach (var (kind, line) in file.Lines())
            AddOwn(Phrases, line, kind);
        foreach (var group in file.Groups)
            AddOwn(Phrases, group, PieceKind.Condition);
        foreach (var time in file.Times)
            AddOwn(Phrases, time, PieceKind.Filler);
        (Groups, Determiners, Joins, Ands) = (Words(file.Groups), Words(file.Determiners), Words(file.Joins), Words(file.Ands));
        (_coming, _selves, _addresses) = (Words(file.Coming), Words(file.Selves), Words(file.Addresses));
        (_openers, _introductions, _requests) = (Words(file.Openers), Words(file.Introductions), Words(file.Requests));
        (_others, _needs, _moments) = (Words(file.Others ?? []), Words(file.Needs ?? []), Words(file.Moments ?? []));
        (_theirData, _cancels, _weakStops) = (Words(file.TheirData ?? []), Words(file.Cancels), Words(file.WeakStops));
        (_pleasures, _prepositions, _weighty) = (Words(file.Pleasures), Words(file.Prepositions), Words(file.Weighty));
        _people = [.. Groups, .. Words(file.People.Keys)];
        _counting = Words(file.Numbers.Where(number => number.Value > 1).Select(number => number.Key));
        _spelling.Close(file.Sounds);
    }

    /// <summary>Whether the word begins with an "and" of one letter, as in Arabic.</summary>
    public bool IsJoined(string word) => word.Length > 2 && Joins.Contains(lexicon.Find(word[..1]));

    /// <summary>Whether it names what we hold of them: "data".</summary>
    public bool IsTheirData(int id) => _theirData.Contains(id);

    public bool IsCancel(int id) => _cancels.Contains(id);

    public bool IsWeakStop(int id) => _weakStops.Contains(id);

    /// <summary>Whether the word says that somebody comes or can.</summary>
    public bool IsComing(int id) => _coming.Contains(id);

    /// <summary>Whether it says that somebody is glad: "fun".</summary>
    public bool IsPleasure(int id) => _pleasures.Contains(id);

    /// <summary>Whether it is a word of coming that means nothing of the kind before another word: "in".</summary>
    public bool IsPreposition(int id) => _prepositions.Contains(id);

    /// <summary>Whether it is who writes: "I", "we", "gelirim".</summary>
    public bool IsSelf(int id) => _selves.Contains(id);

    /// <summary>Whether a sentence of its own begins with it, also where nobody wrote a full stop.</summary>
    public bool IsOpener(int id) => _openers.Contains(id);

    /// <summary>Whether it is when the meeting is: "then".</summary>
    public bool IsMoment(int id) => _moments.Contains(id);

    /// <summary>Whether somebody may need it of us: "interpreter".</summary>
    public bool IsNeed(int id) => _needs.Contains(id);

    /// <summary>Whether it is somebody else: "he".</summary>
    public bool IsOther(int id) => _others.Contains(id);

    /// <summary>Whether it may say who writes, behind a greeting.</summary>
    public bool Introduces(int id) => _introductions.Contains(id);

    public string TextOf(int id) => lexicon.Text(id);

    /// <summary>Whether it may be in a request to stop: "could you".</summary>
    public bool IsRequest(int id) => _requests.Contains(id);

    /// <summary>Whether it is what one calls somebody: "love".</summary>
    public bool IsAddress(int id) => _addresses.Contains(id);

    /// <summary>Whether the word may weigh in a sentence that is not understood: it is listed so, or it occurs in phrases that do.</summary>
    public bool IsWeighty(int id) => _weighty.Contains(id) || _spelling.IsHeavy(id);

    /// <summary>Whether it is somebody, or more than one: who comes?</summary>
    public bool IsPeople(int id) => _people.Contains(id) || _counting.Contains(id);

    /// <summary>Whether the word names somebody beside the one who writes.</summary>
    public bool IsPerson(int id) => _people.Contains(id);

    /// <summary>Whether it may take something from a no.</summary>
    public bool WeighsAgainstNo(int id) => _weighty.Contains(id) || _spelling.IsHeavy(id) && !_spelling.IsOfNoes(id);

    /// <summary>Whether it occurs in reasons not to come, and so takes nothing from a no.</summary>
    public bool IsOfReasons(int id) => _spelling.StandsIn(id, PieceKind.Reason);

    /// <summary>Whether it is what is counted where somebody says how many come: "people", "seats".</summary>
    public bool IsOfParties(int id) => _spelling.StandsIn(id, PieceKind.Party);

    /// <summary>Whether it is in this language's file.</summary>
    public bool Knows(int id) => _spelling.Knows(id);

    /// <summary>Whether it is known by its beginning or end alone.</summary>
    public bool IsStem(int id) => _spelling.IsStem(id);

    /// <inheritdoc cref="Spelling.Spell(IReadOnlyList{AnswerWord}, ReadOnlySpan{int}, bool)"/>
    public int[] Spell(IReadOnlyList<AnswerWord> words, ReadOnlySpan<int> known, bool isHeard) => _spelling.Spell(words, known, isHeard);

    private void AddOwn(PhraseTree tree, string text, PieceKind kind, int count = 0)
    {
        var line = AnswerLine.Of(text, lexicon, _spelling.Usual);
        tree.Add(line, kind, count);
        foreach (var (id, isAlone) in line.Words())
            _spelling.Add(id, isExact: kind is PieceKind.Number || isAlone && kind is PieceKind.Stop or PieceKind.Start or PieceKind.Negation, kind);
    }

    private FrozenSet<int> Words(IEnumerable<string> lines) =>
        lines.SelectMany(line => AnswerLine.Of(line, lexicon, _spelling.Usual).Words()).Select(word => word.Id).ToFrozenSet();
}
