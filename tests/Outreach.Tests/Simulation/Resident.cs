using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Tests.Simulation;

internal enum Word
{
    Yes,
    No,
    Maybe,
    Question,
    Stop,
    Start,

    /// <summary>That somebody else has this number now, or this address.</summary>
    WrongNumber,
}

/// <param name="At">For what was said on a page, or by an organiser on their behalf: when that was done.</param>
/// <param name="Party">Of a yes: 0 when no number was said.</param>
/// <param name="Meetings">What it is about: one in each group, for a number that several groups know.</param>
/// <param name="Id">The provider's id of the message; null for what was said on a page.</param>
internal sealed record Said(DateTimeOffset At, Word Word, int Party, IReadOnlyList<MeetingId> Meetings, string? Id)
{
    /// <summary>What is said meanwhile another way may count as earlier or as later.</summary>
    public DateTimeOffset Began { get; init; } = At;

    /// <summary>The groups that hear it: on a page one group, otherwise all that know the sender.</summary>
    public required IReadOnlyList<GroupId> Groups { get; init; }

    /// <summary>What they were first asked to just after: when it comes in only then, it may count for that too.</summary>
    public HashSet<MeetingId> JustBefore { get; } = [];
}

/// <summary>Somebody of the neighbourhood, as they know it themselves.</summary>
internal sealed class Resident(string name, string? phone, string? email)
{
    public string Name => name;

    public string? Phone => phone;

    public string? Email => email;

    public string Language { get; init; } = "nl";

    public string? Street { get; init; }

    public bool PhoneIsBad { get; init; }

    public bool EmailIsBad { get; init; }

    /// <summary>Nothing that is sent there arrives, and nobody says why.</summary>
    public bool PhoneIsOff { get; init; }

    /// <summary>How many more times their machine answers what comes in.</summary>
    public int AnswersBack { get; set; }

    /// <summary>When they heard of a meeting that it moved or is off.</summary>
    public List<(MeetingId Meeting, DateTimeOffset At)> News { get; } = [];

    /// <summary>When they heard that a place came free for them.</summary>
    public List<(MeetingId Meeting, DateTimeOffset At)> Places { get; } = [];

    /// <summary>The meetings to which they were asked by SMS twice, in vain.</summary>
    public HashSet<MeetingId> LostTwice { get; } = [];

    /// <summary>What came in, but for answers to what they wrote, and whether it was about something else than a meeting to come.</summary>
    public List<(GroupId Group, DateTimeOffset At, bool IsElse)> Heard { get; } = [];

    /// <summary>The messages that confirmed a stop.</summary>
    public HashSet<string> StopsConfirmed { get; } = [];

    public bool IsReachableByPhone => Phone is not null && !PhoneIsBad && !PhoneIsOff;

    /// <summary>By phone, or where that fails by e-mail.</summary>
    public bool IsReachable => IsReachableByPhone || (Email is not null && !EmailIsBad);

    /// <summary>On none of the lists: the groups know them from a form, until they say more themselves.</summary>
    public bool IsOnNoList { get; init; }

    /// <summary>The groups that have more than a form: a list, a nomination, or their own answer.</summary>
    public HashSet<GroupId> HaveConsent { get; } = [];

    /// <summary>What went to where a form said, before its owner answered.</summary>
    public HashSet<(GroupId Group, string To, string Reference)> AfterForms { get; } = [];

    /// <summary>The meetings that they said yes to with a code.</summary>
    public HashSet<MeetingId> JoinedFor { get; } = [];

    /// <summary>The meetings to which somebody wants to ask them, on a list that nobody has a question about.</summary>
    public HashSet<MeetingId> MayBeAskedTo { get; } = [];

    /// <summary>Came to live here: they are asked to the next meeting, without a list.</summary>
    public bool IsWelcomed { get; set; }

    /// <summary>The groups on whose list stands that they want no contact.</summary>
    public HashSet<GroupId> RefusedIn { get; } = [];

    /// <summary>Where nothing may go any more, because somebody else has it: since the program was done with that.</summary>
    public Dictionary<(GroupId Group, string To), long> WrongSince { get; } = [];

    /// <summary>Somebody else wrote from their number or address.</summary>
    public bool IsSomebodyElse => Words.LastOrDefault() is { Word: Word.WrongNumber, Id: not null };

    /// <summary>By the first group; the other knows them still.</summary>
    public bool IsErased { get; set; }

    public List<Said> Words { get; } = [];

    public HashSet<MeetingId> AskedTo { get; } = [];

    public HashSet<MeetingId> ListedFor { get; } = [];

    public HashSet<MeetingId> ToldOfCancelling { get; } = [];

    /// <summary>Fills in a page just now, or an organiser does for them: one thing at a time. Meanwhile they may write.</summary>
    public bool IsOnAPage { get; set; }

    /// <summary>How many neighbours are naming them now. They may be asked at any moment, so nobody can tell to which meeting they would answer.</summary>
    public int BeingNamed { get; set; }

    /// <summary>A form makes them known just now: whether its group hears what they write meanwhile nobody can tell.</summary>
    public bool IsJoining { get; set; }

    /// <summary>Said stop to the provider, not to us.</summary>
    public bool HasStoppedElsewhere { get; set; }

    /// <summary>When the program was done with the stop: from then on that group must be silent.</summary>
    public Dictionary<GroupId, long> SilentSince { get; } = [];

    public bool HasStopped(GroupId group) => HasStoppedElsewhere || RefusedIn.Contains(group) || Words.Any(w => w.Word is Word.Stop && (w.Id is not null || w.Groups.Contains(group)));

    /// <summary>The group has their word, or somebody else's for whom it vouches: it may write unasked.</summary>
    public bool HasConsented(GroupId group) => HaveConsent.Contains(group) || Words.Exists(w => w is { Id: not null, Word: Word.Yes or Word.Maybe } && w.Groups.Contains(group));

    /// <summary>
    /// The answer as the resident remembers it, or both when they said two things at a time. A start word reads as a question to a group that was never told to stop.
    /// </summary>
    /// <param name="isLimited">The places are counted: somebody who has some keeps them when there is no room for more.</param>
    public IEnumerable<(Reply Reply, int Party)> AnswersTo(GroupId group, MeetingId meeting, bool isLimited) =>
    [
        .. Parties.SelectMany(kept => AnswersTo(group, meeting, kept, isHeard: _ => true).Concat(WithoutDoubt(group, meeting, isLimited, kept)))
            .SelectMany(answer => isLimited && answer.Reply is Reply.Yes ? Parties.Where(kept => kept <= answer.Party).Select(kept => (answer.Reply, kept)) : [answer]),
        // To one that was, what they are invited to is open again.
        .. Words.Where(w => w.Word is Word.Start).SelectMany(_ => new[] { (Reply.Question, 0), (Reply.None, 0) }),
        // A person finds out whose number it is: what came from there before counts, except a question, and nothing after.
        .. Words.Where(w => w.Word is Word.WrongNumber).SelectMany(_ => new[] { (Reply.Question, 0), (Reply.None, 0) }),
        // After a start word too it is a person who finds out whose number it is.
        .. Parties.SelectMany(kept => AnswersTo(group, meeting, kept, isHeard: said => !IsAfterWrongNumber(said))),
        .. Parties.SelectMany(kept => AroundWrongNumber.SelectMany(last => ((Func<Said, DateTimeOffset>[])[w => w.At, w => w.Began]).Select(when =>
            AnswerTo(group, meeting, w => w.Word is Word.WrongNumber ? w.At + OnItsWay : when(w), kept, isHeard: w => !IsAroundWrongNumber(w) || w.At <= last)))),
    ];

    /// <summary>Without what a person reads, where there is any: then a question of theirs is open. Of several, those up to one of them may have been read as answers.</summary>
    private IEnumerable<(Reply Reply, int Party)> WithoutDoubt(GroupId group, MeetingId meeting, bool isLimited, int kept)
    {
        var doubted = Words.Where(said => said.Id is not null && ((isLimited && IsDoubtAfterYes(said)) || IsAfterSomethingElse(group, said))).ToHashSet();
        if (doubted.Count == 0)
            return [];
        var heardUntil = doubted.Select(said => said.At).Prepend(DateTimeOffset.MinValue);
        IEnumerable<Func<Said, bool>> orders = [_ => true, said => !IsAfterWrongNumber(said), .. AroundWrongNumber.Select(last => (Func<Said, bool>)(said => !IsAroundWrongNumber(said) || said.At <= last))];
        return orders.SelectMany(isHeard => heardUntil.SelectMany(until => AnswersTo(group, meeting, kept, said => (said.At <= until || !doubted.Contains(said)) && isHeard(said))))
            .SelectMany(answer => answer.Reply is Reply.None ? new[] { answer, (Reply.Question, 0) } : [answer]);
    }

    /// <summary>Their place would be another's.</summary>
    private bool IsDoubtAfterYes(Said said) => said.Word is Word.Maybe && Words.Exists(yes => yes.Word is Word.Yes && yes.At <= said.At);

    /// <summary>A bare word after thanks or a welcome may be about those. One machine stamps what comes in, another what leaves.</summary>
    private bool IsAfterSomethingElse(GroupId group, Said said) =>
        Heard.Exists(one => one.IsElse && one.Group == group && one.At <= said.At.AddMinutes(2) && !Heard.Exists(later => !later.IsElse && later.Group == group && later.At > one.At && later.At <= said.At.AddMinutes(-2)));

    private (Reply Reply, int Party)[] AnswersTo(GroupId group, MeetingId meeting, int kept, Func<Said, bool> isHeard) =>
    [
        AnswerTo(group, meeting, w => w.At, kept, isHeard),
        AnswerTo(group, meeting, w => w.Began, kept, isHeard),
        AnswerTo(group, meeting, w => w.At, kept, isHeard, orJustBefore: true),
    ];

    private bool IsAfterWrongNumber(Said said) => said.Id is not null && Words.Exists(wrong => wrong.Word is Word.WrongNumber && wrong.At <= said.At);

    /// <summary>Messages sent this close together may come in in either order.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromHours(1);

    /// <summary>Nobody can tell what came in before the word that the number is wrong: when the last one was said that did, or none of them.</summary>
    private IEnumerable<DateTimeOffset> AroundWrongNumber => Words.Where(IsAroundWrongNumber).SelectMany(said => new[] { said.At, said.At.AddTicks(-1) });

    private bool IsAroundWrongNumber(Said said) =>
        said is { Id: not null, Word: not Word.WrongNumber } && Words.Exists(wrong => wrong.Word is Word.WrongNumber && (wrong.At - said.At).Duration() < OnItsWay);

    /// <summary>What a yes without a number may leave standing: which answer came in before it nobody can tell.</summary>
    private IEnumerable<int> Parties => Words.Select(w => w.Party).Where(party => party > 0).Append(1).Distinct();

    /// <summary>The last one counts; nothing between a stop and a start.</summary>
    /// <param name="kept">The number of a yes that names none.</param>
    private (Reply Reply, int Party) AnswerTo(GroupId group, MeetingId meeting, Func<Said, DateTimeOffset> when, int kept, Func<Said, bool> isHeard, bool orJustBefore = false)
    {
        var (answer, stopped, isWrong) = ((Reply: Reply.None, Party: 0), false, false);
        foreach (var said in Words.Where(w => w.Groups.Contains(group)).OrderBy(when))
        {
            var isAbout = (said.Meetings.Contains(meeting) || (orJustBefore && said.JustBefore.Contains(meeting))) && !stopped && !(isWrong && said.Id is not null) && isHeard(said);
            isWrong = said.Word switch { Word.WrongNumber => true, Word.Start => false, _ => isWrong };
            stopped = said.Word switch { Word.Stop => true, Word.Start => false, _ => stopped };
            answer = said.Word switch
            {
                Word.Stop when said.Meetings.Contains(meeting) => (Reply.Stop, 0),
                Word.Yes when isAbout => (Reply.Yes, said.Party > 0 ? said.Party : kept),
                Word.No when isAbout => (Reply.No, 0),
                Word.Maybe when isAbout => (Reply.Maybe, 0),
                Word.Question when isAbout && answer.Reply is Reply.None => (Reply.Question, 0),
                _ => answer,
            };
        }

        return answer;
    }
}
