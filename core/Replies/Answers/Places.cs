using Outreach.Records;

namespace Outreach.Replies.Answers;

/// <summary>What may fill a place in a phrase: a number, an hour, names, people. Each tells where it may end, and how many or which it is.</summary>
internal sealed class Places(AnswerLanguage language, IReadOnlyList<AnswerWord> words, int[] ids)
{
    /// <summary>Before one person: "my two lovely little".</summary>
    private const int MaxDeterminers = 4;

    public IEnumerable<(int End, int Count)> Numbers(int at) => words[at].Number is { } number ? [(at + 1, number)] : Words(language.Numbers, at);

    public IEnumerable<(int End, int Hour)> Hours(int at) => words[at].Hour is { } hour ? [(at + 1, hour)] : Words(language.Numbers, at);

    /// <summary>"Fatma", "Fatma, Ali and Bo". "Fatma, Ali" may be a companion and the writer.</summary>
    public IEnumerable<(int End, int Count)> Names(int at)
    {
        var isListed = false;
        for (var count = 1; at < ids.Length && words[at].IsCapital && !language.Knows(ids[at]); count++)
        {
            var end = at + 1;
            if (!isListed)
                yield return (end, count);
            if (end == ids.Length)
                yield break;
            isListed = words[end].AfterBreak;
            if (!isListed && !language.Joins.Contains(ids[end]))
                yield break;
            at = isListed ? end : end + 1;
        }
    }

    /// <summary>"my wife", "the two little ones", "my wife and the two little ones", "my wife, my mother".</summary>
    public IEnumerable<(int End, int Count)> People(int at) => People(at, 0);

    /// <param name="before">How many were named before them.</param>
    private IEnumerable<(int End, int Count)> People(int at, int before)
    {
        foreach (var (end, own) in Person(at))
        {
            var count = before + own;
            yield return (end, count);
            if (count >= Invitation.MaxParty || NextPerson(end) is not { } next)
                continue;
            foreach (var more in People(next, count))
                yield return more;
        }
    }

    /// <summary>Where one more person may begin behind those who are named; null where nothing joins them.</summary>
    private int? NextPerson(int end)
    {
        if (end == ids.Length)
            return null;
        if (language.Joins.Contains(ids[end]) && end + 1 < ids.Length)
            return end + 1;
        return words[end].AfterBreak || language.IsJoined(words[end].Text) ? end : null;
    }

    /// <returns>Where they end: it is not known how many they are.</returns>
    public IEnumerable<int> Somebody(int at)
    {
        foreach (var (end, _) in People(at))
            yield return end;
        foreach (var group in Determined(at))
        {
            if (language.Groups.Contains(ids[group]))
                yield return group + 1;
        }
    }

    private IEnumerable<(int End, int Count)> Person(int at)
    {
        foreach (var (end, count) in AnyAge(at))
        {
            yield return (end, count);
            if (end < ids.Length && ids[end] is Lexicon.Unknown && words.IsNameInside(end))
                yield return (end + 1, count);      // "my neighbour Ans"
            foreach (var age in Age(language.Ages, end))
                yield return (age, count);
        }
    }

    /// <summary>"My mother | of 84": no number of people.</summary>
    private IEnumerable<int> Age(PhraseTree tree, int at)
    {
        if (tree.Kind is not PieceKind.Unknown)
            yield return at;
        if (at == ids.Length)
            yield break;
        if (ids[at] >= 0 && tree.After(ids[at]) is { } next)
        {
            foreach (var end in Age(next, at + 1))
                yield return end;
        }

        if (tree.AfterNumber is not { } afterNumber)
            yield break;
        foreach (var (number, _) in Numbers(at))
        {
            foreach (var end in Age(afterNumber, number))
                yield return end;
        }
    }

    private IEnumerable<(int End, int Count)> AnyAge(int at)
    {
        foreach (var noun in Determined(at))
        {
            foreach (var person in Words(language.People, noun))
                yield return person;
            foreach (var several in Several(noun))
                yield return several;
        }
    }

    /// <summary>"two little ones", "3 children".</summary>
    private IEnumerable<(int End, int Count)> Several(int at)
    {
        foreach (var (end, number) in Numbers(at))
        {
            if (end == ids.Length || words[end].AfterBreak || IsParty(end))
                continue;
            foreach (var counted in Determined(end).SelectMany(noun => Counted(noun, number)))
                yield return counted;
        }
    }

    /// <summary>"My wife and my mother, three people": what follows the number tells how many come, not who comes besides.</summary>
    private bool IsParty(int noun) => ids[noun] >= 0 && language.Phrases.AfterNumber?.After(ids[noun])?.Kind is PieceKind.Party;

    /// <summary>"little" may come before a person, and be one: each word after a determiner is tried.</summary>
    private IEnumerable<int> Determined(int at)
    {
        for (var most = at + MaxDeterminers; at < ids.Length && at <= most; at++)
        {
            yield return at;
            if (!language.Determiners.Contains(ids[at]) || at + 1 < ids.Length && words[at + 1].AfterBreak)
                yield break;
        }
    }

    private IEnumerable<(int End, int Count)> Counted(int at, int number)
    {
        if (language.Groups.Contains(ids[at]))
            yield return (at + 1, number);
        foreach (var (end, count) in Words(language.People, at))
            yield return (end, count * number);
    }

    public IEnumerable<(int End, int Count)> Words(PhraseTree tree, int at)
    {
        while (at < ids.Length && ids[at] >= 0 && tree.After(ids[at]) is { } next)
        {
            (tree, at) = (next, at + 1);
            if (tree.Kind is not PieceKind.Unknown)
                yield return (at, tree.Meaning.Count);
        }
    }
}
