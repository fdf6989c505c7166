namespace Outreach.Replies.Answers;

/// <summary>
/// Reads what residents answer: in their own language first, then in the others. It never guesses. A text is understood
/// when every word in it is, or when those that are not cannot turn the answer round (<see cref="Certainty"/>); what is left goes to a person. Stop is looked for in every language before all else.
/// </summary>
public sealed class ReplyReader
{
    /// <summary>The longest text that an SMS can bring; what is longer is a letter, for a person to read.</summary>
    public const int MaxTextLength = 1600;

    private const int MaxSentenceLength = 100;
    private const int MaxSentences = 5000;

    private static readonly char[] SentenceEnds = ['\n', '\r', '.', '!', '?', ';', '…', '؟', '۔', '።', '\u2028', '\u2029'];

    private const string AnyLanguage = "und";

    private static readonly string[] HeardAllDay = ["nl", "en"];

    private static readonly PieceKind[] Shared = [PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing, PieceKind.Message];

    private readonly Lexicon _lexicon = new();
    private readonly AnswerLanguage[] _languages;

    public ReplyReader()
        : this(AnswerFiles.LoadAll())
    {
    }

    internal ReplyReader(IReadOnlyDictionary<string, AnswerFile> files)
    {
        _languages = [.. files.Where(file => file.Key != AnyLanguage)
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => Language(file.Key, file.Value))];
        var shared = files.Values.SelectMany(file => file.Lines()).Where(line => Shared.Contains(line.Kind))
            .SelectMany(line => AnswerLine.Of(line.Line, _lexicon).Phrases().Where(IsCourtesy).Select(phrase => (line.Kind, Phrase: phrase.ToArray()))).ToArray();
        var everywhere = (files.GetValueOrDefault(AnyLanguage)?.Lines() ?? []).Select(line => (line.Kind, Line: AnswerLine.Of(line.Line, _lexicon))).ToArray();
        foreach (var language in _languages)
        {
            foreach (var (kind, phrase) in shared)
                language.Phrases.Add(phrase, kind);
            foreach (var (kind, line) in everywhere)
                language.Phrases.Add(line, kind);
        }
    }

    /// <summary>The languages that are understood.</summary>
    public IReadOnlyList<string> Languages => [.. _languages.Select(language => language.Code)];

    /// <param name="text">The resident's words alone: no quoted history, no signature.</param>
    /// <param name="language">The person's language (nl, en, …), when we know it.</param>
    /// <param name="names">Names that say nothing: of the contact in our message, and of the person.</param>
    public Reading Read(string text, string? language, params ReadOnlySpan<string?> names)
    {
        if (text.AsSpan().Trim() is var trimmed && (trimmed.IsEmpty || trimmed.Length > MaxTextLength))
            return !trimmed.IsEmpty && StopIn(text) is not null ? new Reading(ReplyKind.Stop) { SaysMore = true } : new Reading(ReplyKind.Unclear);
        var answer = AnswerWords.Of(text);
        var (words, known) = Find(answer.Joined(), NameWords(names));
        var order = InOrder(language);
        var whole = Array.ConvertAll(order, each => Stopping.WithPlaceCancelled(Statement.Of(each, words, known, isHeard: each.Code == language || HeardAllDay.Contains(each.Code))));

        var stop = Array.FindIndex(whole, Stopping.IsStop);
        if (stop >= 0 && !IsTakenBack(whole, language))
            return new Reading(ReplyKind.Stop, Language: Named(whole[stop])) { SaysMore = !IsMereStop(whole, language) };
        if (stop < 0 && whole.Where(each => IsFamiliar(each, language)).All(Stopping.OpensAsWeWriteIt))
            return new Reading(ReplyKind.Stop) { SaysMore = true };
        if (Array.Find(whole, WrongNumbers.IsSaid) is { } wrongNumber)
            return new Reading(ReplyKind.WrongNumber, Language: wrongNumber.Language.Code);

        var said = Array.ConvertAll(whole, Names.CutOff);
        var verdicts = Array.ConvertAll(said, each => VerdictOf(each, answer.Asks, language));
        var agreed = language == order[0].Code && verdicts[0] is { } own ? own : Agreed(verdicts) ?? Mixed(said, answer.Asks, language);
        if (agreed is { Kind: not ReplyKind.Unclear } && !IsDoubted(agreed, whole, language) && !(answer.TrailsOff && IsBareYes(agreed, whole)))
            return agreed;
        return Undecided(answer.Asks, whole) with { IsAcknowledgement = !answer.Asks && said.Any(Verdict.IsThanks) };
    }

    private static bool IsTakenBack(Statement[] whole, string? language) => whole.Any(each => IsFamiliar(each, language) && Stopping.IsTakenBack(each));

    /// <summary>Their own language reads nothing else in it; or another does, and none that they know well reads all of it as something more: "JA (niet STOP)".</summary>
    private static bool IsMereStop(Statement[] whole, string? language) =>
        whole[0].Language.Code == language && Stopping.IsMere(whole[0])
        || Array.Exists(whole, Stopping.IsMere) && !whole.Any(each => IsFamiliar(each, language) && !each.Has(PieceKind.Unknown) && !Stopping.IsMere(each));

    /// <summary>Their own language, or one that they hear all day.</summary>
    private static bool IsFamiliar(Statement said, string? language) => said.Language.Code == language || HeardAllDay.Contains(said.Language.Code);

    /// <summary>"Yes, sure...": no word of coming.</summary>
    private static bool IsBareYes(Reading reading, Statement[] whole) =>
        reading is { Kind: ReplyKind.Yes, NamesParty: false } && !whole.Any(each => each.Language.Code == reading.Language && each.Pieces.Any(piece => piece.Kind is PieceKind.Yes && each.SaysComing(piece)));

    /// <summary>Whether their own language, or one that they hear all day, says the opposite.</summary>
    private static bool IsDoubted(Reading reading, Statement[] whole, string? language)
    {
        if (reading.Kind is not (ReplyKind.Yes or ReplyKind.No) || Array.Find(whole, each => each.Language.Code == reading.Language) is not { } read)
            return false;
        return reading.Kind is ReplyKind.Yes && whole[0].Language.Code == language && Verdict.Denies(whole[0])
            || whole.Any(each => each != read && IsFamiliar(each, language) && Verdict.Contradicts(each, read, reading.Kind));
    }

    private static Reading? VerdictOf(Statement said, bool asks, string? language) =>
        Verdict.Of(said, asks, Named(said), isOwn: said.Language.Code == language) is { } reading
            ? reading with
            {
                IsAcknowledgement = reading is { Kind: ReplyKind.Yes, NamesParty: false } && Verdict.IsMereAgreement(said),
                Respelled = reading.Kind is ReplyKind.Yes ? said.Respelled() : null,
                Refused = reading.Kind is ReplyKind.No ? NamedDays.Refused(said) : null,
            }
            : null;

    /// <summary>"Ja gelirim": what the mother tongue leaves over is Dutch or English, which they hear all day.</summary>
    private static Reading? Mixed(Statement[] said, bool asks, string? language)
    {
        var heard = said.Where(each => HeardAllDay.Contains(each.Language.Code)).OrderBy(each => Array.IndexOf(HeardAllDay, each.Language.Code)).ToArray();
        var mixed = from each in said
                    from other in heard
                    where each != other && each.MixedWith(other) is not null
                    select VerdictOf(each.MixedWith(other)!, asks, language);
        return Agreed([.. mixed]);
    }

    /// <summary>A line or a sentence of a letter that says stop on its own; null when there is none.</summary>
    public string? StopIn(string letter) =>
        letter.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => part.Length <= MaxSentenceLength).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxSentences)
            .FirstOrDefault(part => Read(part, null).Kind is ReplyKind.Stop);

    private AnswerLanguage Language(string code, AnswerFile file)
    {
        var language = new AnswerLanguage(code, _lexicon);
        language.Add(file);
        return language;
    }

    /// <summary>Greetings and thanks of every language, save those that mean something else in another one.</summary>
    private bool IsCourtesy(ReadOnlyMemory<int> phrase) =>
        _languages.Select(language => language.Phrases.KindOf(phrase)).All(kind => kind is PieceKind.Unknown or PieceKind.Filler || Shared.Contains(kind));

    private static HashSet<string> NameWords(ReadOnlySpan<string?> names)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            found.UnionWith(AnswerWords.Of(name ?? "").Words.Where(word => word.Text.Length > 2).Select(word => word.Text));
        return found;
    }

    // An emoji that no language names is decoration.
    private (IReadOnlyList<AnswerWord> Words, int[] Known) Find(IReadOnlyList<AnswerWord> words, HashSet<string> names)
    {
        var found = words.Select(word => (Word: word, Id: IdOf(word.Text, names)))
            .Where(word => !word.Word.IsSymbol || word.Id is not Lexicon.Unknown).ToArray();
        return (Array.ConvertAll(found, word => word.Word), Array.ConvertAll(found, word => word.Id));
    }

    private int IdOf(string word, HashSet<string> names)
    {
        var id = _lexicon.Find(word);
        return id is Lexicon.Unknown && names.Contains(word) ? Lexicon.Name : id;
    }

    private AnswerLanguage[] InOrder(string? language) =>
        [.. _languages.Where(each => each.Code == language), .. _languages.Where(each => each.Code != language)];

    /// <summary>What the languages that understand the text make of it; nothing when they differ ("no" is a yes somewhere).</summary>
    private static Reading? Agreed(Reading?[] verdicts)
    {
        var understood = verdicts.OfType<Reading>().ToArray();
        if (understood.Select(reading => (reading.Kind, reading.Party)).Distinct().Count() != 1)
            return null;
        return understood.Length == 1 ? understood[0] : understood[0] with { IsOneOfMany = true };
    }

    private static Reading Undecided(bool asks, Statement[] said)
    {
        // One word of another language may be anything: "ne" asks in Turkish and denies in French.
        var question = Array.Find(said, each => each.Pieces.Any(piece => piece.Kind is PieceKind.Question or PieceKind.NotMe && (each == said[0] || piece.End - piece.Start > 1)));
        if (question is not null)
            return new Reading(ReplyKind.Question, Language: question.Language.Code);
        return new Reading(asks ? ReplyKind.Question : ReplyKind.Unclear);
    }

    /// <summary>No language when nothing but emoji decided.</summary>
    private static string? Named(Statement said) => said.Pieces.All(piece => said.Words[piece.Start].IsSymbol) ? null : said.Language.Code;
}
