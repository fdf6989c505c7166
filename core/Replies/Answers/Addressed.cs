namespace Outreach.Replies.Answers;

/// <summary>The one a text addresses: neither a companion nor a word of another language.</summary>
internal static class Addressed
{
    /// <summary>A capital inside a sentence: somebody's name, however near a word of ours it lies.</summary>
    public static bool IsNameInside(this IReadOnlyList<AnswerWord> words, int at) => at > 0 && words[at].IsCapital && !words[at].AfterBreak;

    /// <param name="ids">Of the words; those that address somebody lose their meaning.</param>
    /// <param name="isHeard">Whether they speak the language or hear it all day: in another one "Hi Maya" and "Regards, Kes" hold a name.</param>
    public static void Hide(AnswerLanguage language, IReadOnlyList<AnswerWord> words, int[] ids, bool isHeard)
    {
        for (var at = 1; at < ids.Length; at++)
        {
            if (IsAddress(language, words, ids, at))
                ids[at] = Lexicon.Name;
            else if (!isHeard && !words[at].AfterBreak && IsBeforeName(language.Phrases.After(ids[at - 1]), words[at]))
                ids[at] = Lexicon.Unknown;
        }
    }

    /// <summary>"Yes, love", "tabii kızım": right behind an answer, and nothing follows that could make it somebody who comes or cannot.</summary>
    private static bool IsAddress(AnswerLanguage language, IReadOnlyList<AnswerWord> words, int[] ids, int at) =>
        language.IsAddress(ids[at])
        && (FollowsAnAnswer(language.Phrases, ids, at) && language.IsComing(ids[at - 1]) == language.IsSelf(ids[at - 1]) || FollowsComing(language, ids, at))
        && (at + 1 == ids.Length || words[at + 1].AfterBreak || language.IsSelf(ids[at + 1]) || FollowsANo(language.Phrases, ids, at) && !language.IsComing(ids[at + 1]));

    /// <summary>"Kom ik, kind".</summary>
    private static bool FollowsComing(AnswerLanguage language, int[] ids, int at) => at > 1 && language.IsSelf(ids[at - 1]) && language.IsComing(ids[at - 2]) && !language.IsSelf(ids[at - 2]);

    /// <summary>"I cannot, bro, have to work": whoever has to, it is a no.</summary>
    private static bool FollowsANo(PhraseTree phrases, int[] ids, int at) =>
        at > 1 && phrases.After(ids[at - 2])?.After(ids[at - 1])?.Kind is PieceKind.No;

    private static bool FollowsAnAnswer(PhraseTree phrases, int[] ids, int at) =>
        IsAnswer(phrases.After(ids[at - 1])) || at > 1 && IsAnswer(phrases.After(ids[at - 2])?.After(ids[at - 1]));

    private static bool IsBeforeName(PhraseTree? end, AnswerWord name) => end?.Kind is PieceKind.Closing || end?.Kind is PieceKind.Courtesy && name.IsCapital;

    private static bool IsAnswer(PhraseTree? end) => end?.Kind is PieceKind.Yes or PieceKind.Agree or PieceKind.No or PieceKind.Thanks or PieceKind.Courtesy;
}
