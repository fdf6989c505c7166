namespace Outreach.Replies.Answers;

/// <summary>What is left of a line behind the words that were read.</summary>
/// <param name="Choice">The words of a choice that was begun.</param>
/// <param name="Places">What may come in each place after it.</param>
/// <param name="Meaning">Of the whole phrase, if it ends here.</param>
internal readonly record struct PhraseRest(ReadOnlyMemory<int> Choice, ReadOnlyMemory<int[][]> Places, Meaning Meaning)
{
    /// <summary>Whether nothing more has to follow.</summary>
    public bool MayEnd
    {
        get
        {
            if (!Choice.IsEmpty)
                return false;
            foreach (var place in Places.Span)
            {
                if (AnswerLine.IsNeeded(place))
                    return false;
            }

            return true;
        }
    }

    /// <summary>Each word that may come next, with what is left behind it.</summary>
    public IEnumerable<(int Word, PhraseRest Left)> Next()
    {
        if (!Choice.IsEmpty)
        {
            yield return After(Choice, Places);
            yield break;
        }

        for (var at = 0; at < Places.Length; at++)
        {
            var place = Places.Span[at];
            foreach (var choice in place.Where(choice => choice.Length > 0))
                yield return After(choice, Places[(at + 1)..]);
            if (AnswerLine.IsNeeded(place))
                yield break;
        }
    }

    private (int Word, PhraseRest Left) After(ReadOnlyMemory<int> choice, ReadOnlyMemory<int[][]> places)
    {
        var word = choice.Span[0];
        return (word, new PhraseRest(choice[1..], places, Meaning.With(word)));
    }
}

/// <param name="Count">Of a number or a person: how many.</param>
/// <param name="NamesPerson">Whether the phrase has a {person}: someone beside the one who writes.</param>
/// <param name="NamesHour">Whether the phrase has a {clock}.</param>
internal readonly record struct Meaning(PieceKind Kind, int Count = 0, bool NamesPerson = false, bool NamesHour = false)
{
    /// <summary>The meaning of a phrase that has this word too.</summary>
    public Meaning With(int word) => this with { NamesPerson = NamesPerson || word == PhraseTree.PersonPlace, NamesHour = NamesHour || word == PhraseTree.ClockPlace };
}
