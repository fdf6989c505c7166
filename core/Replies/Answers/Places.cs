using Outreach.Records;

namespace Outreach.Replies.Answers;

/// <summary>What may fill a place in a phrase: a number, an hour, names, people. Each tells where it ends, and how many or which it is.</summary>
internal sealed class Places(AnswerLanguage language, IReadOnlyList<AnswerWord> words, int[] ids)
{
    /// <summary>Before one person: "my two lovely little".</summary>
    private const int MaxDeterminers = 4;

    public void Numbers(Action<int, int> found, int at)
    {
        if (words[at].Number is { } number)
            found(at + 1, number);
        else
            Words(language.Numbers, found, at);
    }

    public void Hours(Action<int, int> found, int at)
    {
        if (words[at].Hour is { } hour)
            found(at + 1, hour);
        else
            Words(language.Numbers, found, at);
    }

    /// <summary>"Fatma", "Fatma, Ali and Bo". "Fatma, Ali" may be a companion and the writer.</summary>
    public void Names(Action<int, int> found, int at) => Names(found, at, 0, isListed: false);

    private void Names(Action<int, int> found, int at, int before, bool isListed)
    {
        if (at == ids.Length || !words[at].IsCapital || language.Knows(ids[at]))
            return;
        var (end, count) = (at + 1, before + 1);
        if (!isListed)
            found(end, count);
        if (end == ids.Length)
            return;
        if (language.Joins.Contains(ids[end]) && !words[end].AfterBreak)
            Names(found, end + 1, count, isListed: false);
        else if (words[end].AfterBreak)
            Names(found, end, count, isListed: true);
    }

    /// <summary>"my wife", "the two little ones", "my wife and the two little ones", "my wife, my mother".</summary>
    public void People(Action<int, int> found, int at) => People(found, at, 0);

    private void People(Action<int, int> found, int at, int before) => Person(
        (end, count) =>
        {
            found(end, before + count);
            if (end == ids.Length || before + count >= Invitation.MaxParty)
                return;
            if (language.Joins.Contains(ids[end]) && end + 1 < ids.Length)
                People(found, end + 1, before + count);
            else if (words[end].AfterBreak || language.IsJoined(words[end].Text))
                People(found, end, before + count);
        },
        at);

    public void Somebody(Action<int> found, int at)
    {
        People((end, _) => found(end), at);
        Determined(
            group =>
            {
                if (language.Groups.Contains(ids[group]))
                    found(group + 1);
            },
            at);
    }

    private void Person(Action<int, int> found, int at) => AnyAge(
        (end, count) =>
        {
            found(end, count);
            if (end < ids.Length && ids[end] is Lexicon.Unknown && words.IsNameInside(end))
                found(end + 1, count);      // "my neighbour Ans"
            Age(language.Ages, age => found(age, count), end);
        },
        at);

    /// <summary>"My mother | of 84": no number of people.</summary>
    private void Age(PhraseTree tree, Action<int> found, int at)
    {
        if (tree.Kind is not PieceKind.Unknown)
            found(at);
        if (at == ids.Length)
            return;
        if (ids[at] >= 0 && tree.After(ids[at]) is { } next)
            Age(next, found, at + 1);
        if (tree.AfterNumber is { } afterNumber)
            Numbers((end, _) => Age(afterNumber, found, end), at);
    }

    private void AnyAge(Action<int, int> found, int at) => Determined(
        noun =>
        {
            Words(language.People, found, noun);
            Numbers(
                (end, number) =>
                {
                    if (end < ids.Length && !words[end].AfterBreak)
                        Determined(counted => Counted(found, counted, number), end);
                },
                noun);
        },
        at);

    /// <summary>"little" may come before a person, and be one: each word after a determiner is tried.</summary>
    private void Determined(Action<int> found, int at)
    {
        for (var most = at + MaxDeterminers; at < ids.Length && at <= most; at++)
        {
            found(at);
            if (!language.Determiners.Contains(ids[at]) || at + 1 < ids.Length && words[at + 1].AfterBreak)
                return;
        }
    }

    private void Counted(Action<int, int> found, int at, int number)
    {
        if (language.Groups.Contains(ids[at]))
            found(at + 1, number);
        Words(language.People, (end, count) => found(end, count * number), at);
    }

    public void Words(PhraseTree tree, Action<int, int> found, int at)
    {
        while (at < ids.Length && ids[at] >= 0 && tree.After(ids[at]) is { } next)
        {
            (tree, at) = (next, at + 1);
            if (tree.Kind is not PieceKind.Unknown)
                found(at, tree.Meaning.Count);
        }
    }
}
