namespace Outreach.Records;

/// <param name="Times">Answers in a row in that language.</param>
public sealed record LanguageHint(string Language, int Times)
{
    private const int Enough = 3;

    /// <summary>When we asked whether they would rather read this language. We ask once, whatever they answer.</summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>What an answer tells of the language that somebody would rather read.</summary>
    /// <param name="heard">The language of the answer; null when its words were not of one language.</param>
    /// <param name="own">The language we write to them in.</param>
    /// <param name="canOffer">There is a message that the offer can go along with.</param>
    public static LanguageHint? After(LanguageHint? before, string? heard, string own, bool canOffer, DateTimeOffset now)
    {
        if (before?.OfferedAt is not null || heard is null)
            return before;
        if (heard == own)
            return null;
        var times = before?.Language == heard ? before.Times + 1 : 1;
        return new LanguageHint(heard, times) { OfferedAt = times >= Enough && canOffer ? now : null };
    }

    /// <summary>An answer to the offer: the code of the language, or its name.</summary>
    public bool IsAccepted(string? text)
    {
        var words = text?.Trim().TrimEnd('.', '!');
        return OfferedAt is not null && Languages.Language.Find(Language) is { } offered
            && (string.Equals(words, offered.Code, StringComparison.OrdinalIgnoreCase) || string.Equals(words, offered.Name, StringComparison.OrdinalIgnoreCase));
    }
}
