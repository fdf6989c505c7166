namespace Outreach.Replies;

/// <summary>
/// Reads what residents answer: in their own language first, then in the others. It never guesses. A text is understood
/// only when every word in it is; what is left goes to a person. Stop is looked for in every language before all else.
/// </summary>
public sealed class ReplyReader
{
    /// <summary>The longest text that an SMS can bring; what is longer is a letter, for a person to read.</summary>
    public const int LongestText = 1600;

    private const string AnyLanguage = "und";

    private static readonly PieceKind[] Shared = [PieceKind.Thanks, PieceKind.Courtesy, PieceKind.Closing, PieceKind.Message];

    private readonly Lexicon lexicon = new();
    private readonly AnswerLanguage[] languages;

    public ReplyReader()
        : this(AnswerFile.LoadAll())
    {
    }

    internal ReplyReader(IReadOnlyDictionary<string, AnswerFile> files)
    {
        languages = [.. files.Where(file => file.Key != AnyLanguage)
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => Language(file.Key, file.Value))];
        var everywhere = files.GetValueOrDefault(AnyLanguage)?.Phrases() ?? [];
        var borrowed = Courtesies(files.Values).Concat(everywhere).ToArray();
        foreach (var language in languages)
            foreach (var (kind, phrase) in borrowed)
                language.Borrow(kind, phrase);
    }

    /// <summary>The languages that are understood.</summary>
    public IReadOnlyList<string> Languages => [.. languages.Select(language => language.Code)];

    /// <param name="text">The resident's words alone: no quoted history, no signature.</param>
    /// <param name="language">The person's language (nl, en, …), when we know it.</param>
    public Reading Read(string text, string? language)
    {
        if (text.AsSpan().Trim() is var trimmed && (trimmed.IsEmpty || trimmed.Length > LongestText))
            return new Reading(ReplyKind.Unclear);
        var answer = AnswerWords.Of(text);
        var (words, known) = Find(answer.Joined());
        var order = InOrder(language);
        var cuts = Array.ConvertAll(order, each => each.Cut(words, known));

        var stop = Array.FindIndex(cuts, pieces => Verdict.IsStop(pieces, words));
        if (stop >= 0)
            return new Reading(ReplyKind.Stop, Language: Named(cuts[stop], words, order[stop]));
        var wrongNumber = answer.Asks ? -1 : First(cuts, PieceKind.WrongNumber);
        if (wrongNumber >= 0)
            return new Reading(ReplyKind.WrongNumber, Language: order[wrongNumber].Code);

        var said = Array.ConvertAll(cuts, pieces => Names.CutOff(pieces, words));
        var verdicts = said.Select((pieces, at) => Verdict.Of(pieces, answer.Asks, Named(pieces, words, order[at]), isOwn: order[at].Code == language) is { } reading
            ? reading with { IsAcknowledgement = reading is { Kind: ReplyKind.Yes, NamesParty: false } && Verdict.IsMereAgreement(pieces, words) }
            : null).ToArray();
        var agreed = language == order[0].Code && verdicts[0] is { } ownReading ? ownReading : Agreed(verdicts);
        if (agreed is { Kind: not ReplyKind.Unclear })
            return agreed;
        return Undecided(answer.Asks, cuts, order) with { IsAcknowledgement = !answer.Asks && said.Any(Verdict.IsThanks) };
    }

    private AnswerLanguage Language(string code, AnswerFile file)
    {
        var language = new AnswerLanguage(code, lexicon);
        language.Add(file);
        return language;
    }

    /// <summary>Greetings and thanks of every language, save those that mean something else in another one.</summary>
    private static IEnumerable<(PieceKind Kind, string Phrase)> Courtesies(IEnumerable<AnswerFile> files)
    {
        var phrases = files.SelectMany(file => file.Phrases()).ToArray();
        var others = phrases.Where(phrase => !Shared.Contains(phrase.Kind) && phrase.Kind is not PieceKind.Filler)
            .Select(phrase => phrase.Phrase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return phrases.Where(phrase => Shared.Contains(phrase.Kind) && !others.Contains(phrase.Phrase));
    }

    // An emoji that no language names is decoration.
    private (IReadOnlyList<AnswerWord> Words, int[] Known) Find(IReadOnlyList<AnswerWord> words)
    {
        var found = words.Select(word => (Word: word, Id: lexicon.Find(word.Text)))
            .Where(word => !word.Word.IsSymbol || word.Id is not Lexicon.Unknown).ToArray();
        return (Array.ConvertAll(found, word => word.Word), Array.ConvertAll(found, word => word.Id));
    }

    private AnswerLanguage[] InOrder(string? language) =>
        [.. languages.Where(each => each.Code == language), .. languages.Where(each => each.Code != language)];

    /// <summary>What the languages that understand the text make of it; nothing when they differ ("no" is a yes somewhere).</summary>
    private static Reading? Agreed(Reading?[] verdicts)
    {
        var understood = verdicts.OfType<Reading>().ToArray();
        if (understood.Select(reading => (reading.Kind, reading.Party)).Distinct().Count() != 1)
            return null;
        return understood.Length == 1 ? understood[0] : understood[0] with { IsOneOfMany = true };
    }

    private static Reading Undecided(bool asks, Piece[][] cuts, AnswerLanguage[] order)
    {
        // One word of another language may be anything: "ne" asks in Turkish and denies in French.
        var question = Array.FindIndex(cuts, pieces => pieces.Any(piece =>
            piece.Kind is PieceKind.Question && (pieces == cuts[0] || piece.End - piece.Start > 1)));
        if (question >= 0)
            return new Reading(ReplyKind.Question, Language: order[question].Code);
        return new Reading(asks ? ReplyKind.Question : ReplyKind.Unclear);
    }

    private static int First(Piece[][] cuts, PieceKind kind) =>
        Array.FindIndex(cuts, pieces => pieces.Any(piece => piece.Kind == kind));

    /// <summary>No language when nothing but emoji decided.</summary>
    private static string? Named(Piece[] pieces, IReadOnlyList<AnswerWord> words, AnswerLanguage language) =>
        pieces.All(piece => words[piece.Start].IsSymbol) ? null : language.Code;
}
