namespace Outreach.PlainLanguage;

/// <summary>What the plain-language check says of a text. It advises; it never blocks.</summary>
/// <param name="Marks">In the order of the text; what is missing from the text comes last.</param>
/// <param name="Level">Null when the language has no formula here, or the text is too short to tell.</param>
/// <param name="ReadingEase">The outcome of the formula: about 100 is very easy, 0 very hard. Null as the level is.</param>
public sealed record PlainReport(IReadOnlyList<PlainMark> Marks, PlainLevel? Level, double? ReadingEase, PlainCounts Counts)
{
    /// <summary>A word labels people: ask the organiser once more before sending.</summary>
    public bool NeedsConfirm => Marks.Any(mark => mark.NeedsConfirm);
}

/// <param name="Start">Index in the text; its end, with length 0, for what is missing.</param>
/// <param name="Why">One line for the organiser, in the organiser's language.</param>
/// <param name="Rewrite">What may be written instead, when known.</param>
public sealed record PlainMark(int Start, int Length, PlainKind Kind, PlainWeight Weight, string Why, string? Rewrite)
{
    public bool NeedsConfirm => Kind is PlainKind.Label;
}

public sealed record PlainCounts(int Words, int Sentences, int MaxSentenceLength, int Hints, int Marks);

/// <summary>What the text need not say because the frame around it does: the place, the day and hour, the name and number of who asks.</summary>
public sealed record MustHaves(bool Place = false, bool Time = false, bool Contact = false);

public enum PlainKind
{
    LongSentence,
    LongWord,
    RareWord,
    Passive,
    DoubleNegation,
    Jargon,
    Abbreviation,

    /// <summary>A word that says what is wrong with people.</summary>
    Label,
    Formal,
    Shouting,
    Exclamations,
    MissingPlace,
    MissingDay,
    MissingTime,
    MissingName,
    MissingNumber,
}

/// <summary>A hint may well stay; a mark is better changed.</summary>
public enum PlainWeight
{
    Hint,
    Mark,
}

/// <summary>Levels of the Common European Framework of Reference, from easy to hard.</summary>
public enum PlainLevel
{
    A2,
    B1,
    B2,
    C1,
}
