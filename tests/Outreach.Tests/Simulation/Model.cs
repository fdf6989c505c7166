using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Tests.Simulation;

internal enum Word
{
    Yes,
    No,
    Maybe,
    Question,
    Stop,
    Start,
}

/// <param name="At">For what was said on a page, or by an organiser on their behalf: when that was done.</param>
/// <param name="Party">Of a yes: 0 when no number was said.</param>
/// <param name="Meetings">What it is about: one in each group, for a number that several groups know.</param>
/// <param name="Id">The provider's id of the message; null for what was said on a page.</param>
internal sealed record Said(DateTimeOffset At, Word Word, int Party, IReadOnlyList<MeetingId> Meetings, string? Id)
{
    /// <summary>What is said meanwhile another way may count as earlier or as later.</summary>
    public DateTimeOffset Began { get; init; } = At;

    /// <summary>Who hears it: on a page one group, else all that know the sender.</summary>
    public required IReadOnlyList<GroupId> Groups { get; init; }
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

    /// <summary>Has a machine that answers what comes in, so many times yet.</summary>
    public int AnswersBack { get; set; }

    /// <summary>When they heard of a meeting that it moved or is off.</summary>
    public List<(MeetingId Meeting, DateTimeOffset At)> News { get; } = [];

    /// <summary>The meetings to which they were asked by SMS twice, in vain.</summary>
    public HashSet<MeetingId> LostTwice { get; } = [];

    /// <summary>The messages that confirmed a stop.</summary>
    public HashSet<string> StopsConfirmed { get; } = [];

    public bool IsReachableByPhone => Phone is not null && !PhoneIsBad && !PhoneIsOff;

    /// <summary>By phone, or where that fails by e-mail.</summary>
    public bool IsReachable => IsReachableByPhone || (Email is not null && !EmailIsBad);

    /// <summary>By the first group; the other knows them still.</summary>
    public bool IsErased { get; set; }

    public List<Said> Words { get; } = [];

    public HashSet<MeetingId> AskedTo { get; } = [];

    public HashSet<MeetingId> ListedFor { get; } = [];

    public HashSet<MeetingId> ToldOfCancelling { get; } = [];

    /// <summary>Fills in a page just now, or an organiser does for them: one thing at a time. Meanwhile they may write.</summary>
    public bool IsOnAPage { get; set; }

    /// <summary>Said stop to the provider, not to us.</summary>
    public bool HasStoppedElsewhere { get; set; }

    /// <summary>When the program was done with the stop: from then on that group must be silent.</summary>
    public Dictionary<GroupId, long> SilentSince { get; } = [];

    public bool HasStopped(GroupId group) => HasStoppedElsewhere || Words.Any(w => w.Word is Word.Stop && (w.Id is not null || w.Groups.Contains(group)));

    /// <summary>
    /// The answer as the resident remembers it, or both when they said two things at a time. A start word reads as a question to a group that was never told to stop.
    /// </summary>
    public IEnumerable<(Reply Reply, int Party)> AnswersTo(GroupId group, MeetingId meeting) =>
    [
        .. Parties.SelectMany(kept => new[] { AnswerTo(group, meeting, w => w.At, kept), AnswerTo(group, meeting, w => w.Began, kept) }),
        .. Words.Where(w => w.Word is Word.Start).Select(_ => (Reply.Question, 0)),
    ];

    /// <summary>What a yes without a number may leave standing: which answer came in before it nobody can tell.</summary>
    private IEnumerable<int> Parties => Words.Select(w => w.Party).Where(party => party > 0).Append(1).Distinct();

    /// <summary>The last one counts; nothing between a stop and a start.</summary>
    /// <param name="kept">The number of a yes that names none.</param>
    private (Reply Reply, int Party) AnswerTo(GroupId group, MeetingId meeting, Func<Said, DateTimeOffset> when, int kept)
    {
        var (answer, stopped) = ((Reply: Reply.None, Party: 0), false);
        foreach (var said in Words.Where(w => w.Groups.Contains(group)).OrderBy(when))
        {
            var isAbout = said.Meetings.Contains(meeting) && !stopped;
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

internal sealed record Upload(GroupId Group, MeetingId Meeting, string Text, int Rows, int Bad)
{
    public ListId? Accepted { get; set; }
}

/// <summary>What people and providers know to be true, kept apart from the program.</summary>
internal sealed class Model(World world)
{
    public static readonly Dictionary<string, (string Yes, string No, string Maybe)> OwnWords = new()
    {
        ["nl"] = ("ja", "nee", "misschien"),
        ["en"] = ("yes", "no", "maybe"),
        ["tr"] = ("evet", "hayır", "belki"),
        ["pl"] = ("tak", "nie", "może"),
    };

    /// <summary>How a message says that a meeting is off.</summary>
    private static readonly Dictionary<string, string[]> CalledOff = new()
    {
        ["nl"] = ["niet door"],
        ["en"] = ["is cancelled"],
        ["tr"] = ["iptal oldu"],
        ["pl"] = ["odwołane", "nie odbędzie"],
    };

    private readonly HashSet<string> handled = [];

    /// <summary>The first invitation that arrived, and of which the provider says so.</summary>
    private readonly Dictionary<(GroupId, PersonId, MeetingId), string> asked = [];

    public List<Resident> Residents { get; } = [];

    public List<Upload> Uploads { get; } = [];

    /// <summary>Of the first group, in the order of the story.</summary>
    public List<Meeting> Meetings { get; } = [];

    /// <summary>Of the other group, that works in the same neighbourhood.</summary>
    public List<Meeting> Others { get; } = [];

    public static IReadOnlyList<GroupId> Groups { get; } = [Story.Group, Story.Other];

    public IEnumerable<(GroupId Group, Meeting Meeting)> All => Meetings.Select(m => (Story.Group, m)).Concat(Others.Select(m => (Story.Other, m)));

    /// <summary>Since when a meeting is off.</summary>
    public Dictionary<MeetingId, long> Cancelled { get; } = [];

    /// <summary>Every hour at which a meeting was to begin, by what was said last or before.</summary>
    public Dictionary<MeetingId, HashSet<DateTimeOffset>> Hours { get; } = [];

    /// <summary>Who had a place on the afternoon before a day of a meeting, and when that was.</summary>
    public Dictionary<(MeetingId, DateOnly), (DateTimeOffset At, HashSet<PersonId> People)> Seated { get; } = [];

    /// <summary>The meeting as it stands; it may have moved.</summary>
    public void Note(Meeting meeting)
    {
        var at = Meetings.FindIndex(m => m.Id == meeting.Id);
        Hours.TryAdd(meeting.Id, [Meetings[at].StartsAt]);
        Hours[meeting.Id].Add(meeting.StartsAt);
        Meetings[at] = meeting;
    }

    /// <summary>Who hears of it when messages may leave again is on their way by then.</summary>
    public bool CannotWait(MeetingId meeting, DateTimeOffset now, TimeSpan notice) =>
        Calendar.NextOpening(now) > Hours.GetValueOrDefault(meeting, []).Append(All.First(m => m.Meeting.Id == meeting).Meeting.StartsAt).Where(hour => hour > now).DefaultIfEmpty(DateTimeOffset.MaxValue).Min() - notice;

    /// <param name="arrives">It goes to a receiver that exists.</param>
    public void Took(Taken taken, bool arrives)
    {
        var run = Run.Current.Value!;
        world.Tell($"   out: {taken.Reference} to {taken.To}: {taken.Text[..Math.Min(30, taken.Text.Length)]}");
        if (!MessageKey.TryParseReference(taken.Reference, out var group, out var key) || world.ByContact(taken.To) is not { } resident)
            return;
        var saysOff = CalledOff[resident.Language].Any(words => taken.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
        // An answer leaves at any hour; its second try, hours later, does not, unless it is about a meeting that they might go to.
        var isAnswer = (key.Step is "joined" || key.Step.StartsWith("re-", StringComparison.Ordinal) || key.Step.StartsWith("answer-", StringComparison.Ordinal))
            && (saysOff || !key.Step.EndsWith("-again", StringComparison.Ordinal));
        if (world.Provider.All.Any(m => m != taken && m.Reference == taken.Reference && m.Tells))
            world.Broken($"sent twice: {key.Step}");
        if (taken.Language != resident.Language)
            world.Broken($"sent in {taken.Language} to who reads {resident.Language}: {key.Step}");
        if (resident.SilentSince.TryGetValue(group, out var silent) && silent < run.Since && !resident.Words.Any(w => w.Word is Word.Stop && w.Id is { } id && key.Step == $"re-{InboxItem.HashOf(id)}"))
            world.Broken($"messaged after stop: {key.Step}");
        if (resident.Words.Exists(w => w.Word is Word.Stop && w.Id is { } id && key.Step == $"re-{InboxItem.HashOf(id)}"))
            resident.StopsConfirmed.Add($"{group} {key.Step}");
        if (resident.StopsConfirmed.Count(step => step.StartsWith($"{group} ", StringComparison.Ordinal)) > 1 + resident.Words.Count(w => w.Word is Word.Start))
            world.Broken($"a stop was confirmed again: {key.Step}");
        if (arrives)
            AnswerBack(resident);
        var isNews = key.Step.StartsWith(nameof(MessageKind.MeetingChanged), StringComparison.Ordinal) || key.Step.StartsWith(nameof(MessageKind.MeetingCancelled), StringComparison.Ordinal);
        var about = All.FirstOrDefault(m => key.Step.Contains(m.Meeting.Id.Value, StringComparison.Ordinal)).Meeting;
        if (!isAnswer && run.StartedQuiet && Calendar.IsQuiet(taken.At) && !(isNews && about is not null && CannotWait(about.Id, taken.At, TimeSpan.FromHours(3))))
            world.Broken($"sent in quiet hours: {key.Step}");
        if (arrives && isNews && about is not null)
            resident.News.Add((about.Id, taken.At));
        if (arrives && saysOff && resident.Words.Find(w => w.Id is { } id && key.Step.StartsWith($"re-{InboxItem.HashOf(id)}", StringComparison.Ordinal)) is { } answered)
            HearItIsOff(resident, answered, taken.At);
        if (All.FirstOrDefault(m => key.Step.Contains(m.Meeting.Id.Value, StringComparison.Ordinal)) is not ({ } owner, { Id: var meeting }))
            return;
        if (owner != group)
            world.Broken($"{group} wrote about a meeting of {owner}: {key.Step}");
        if (!arrives && key.Step == $"ask-{meeting}-again")
            resident.LostTwice.Add(meeting);
        if (arrives && key.Step.StartsWith("ask-", StringComparison.Ordinal))
            Ask(resident, (group, key.Person, meeting), taken);
        if (arrives)
            AnswerBack(resident);
        if (key.Step.StartsWith(nameof(MessageKind.MeetingCancelled), StringComparison.Ordinal))
            resident.ToldOfCancelling.Add(meeting);
        else if (Cancelled.TryGetValue(meeting, out var since) && since < run.Since)
            world.Broken($"sent about a cancelled meeting: {key.Step}");
    }

    /// <summary>Who answers after a meeting was called off hears it in return.</summary>
    private static void HearItIsOff(Resident resident, Said said, DateTimeOffset at)
    {
        foreach (var meeting in said.Meetings)
        {
            resident.News.Add((meeting, at));
            resident.ToldOfCancelling.Add(meeting);
        }
    }

    private void Ask(Resident resident, (GroupId, PersonId, MeetingId Meeting) who, Taken taken)
    {
        resident.AskedTo.Add(who.Meeting);
        if (asked.GetValueOrDefault(who, taken.Reference) != taken.Reference)
            world.Broken($"asked twice: {taken.Reference}");
        if (taken.Tells)
            asked.TryAdd(who, taken.Reference);
    }

    /// <summary>Somebody who was asked says something, by message or on the page; now and then a stop comes from somebody who was not asked anything just now.</summary>
    public void Speak()
    {
        var resident = Residents[world.Chance.Next(Residents.Count)];
        if (resident is { IsErased: true } or { HasStoppedElsewhere: true } || resident.Words.LastOrDefault()?.At >= world.Now)
            return;
        var meetings = AskedOf(resident);
        var word = world.Chance.Next(20) switch { < 9 => Word.Yes, < 12 => Word.No, < 14 => Word.Maybe, < 17 => Word.Question, < 18 => Word.Stop, _ => Word.Start };
        // While a meeting ends, its books are closed: what is said just then may be in them or not.
        if (All.Any(m => (world.Now - m.Meeting.EndsAt).Duration() < TimeSpan.FromMinutes(90)))
            return;
        if (meetings.Count == 0 && (word is not (Word.Stop or Word.Start) || !Rows.IsKnown(world, resident)) || !MaySay(resident, word))
            return;
        if (meetings.Count == 1 && word is not (Word.Question or Word.Start) && !resident.IsOnAPage && world.Chance.Next(4) == 0)
            Happenings.SayOnPage(world, resident, meetings[0], word);
        else
            Write(resident, word, meetings);
    }

    /// <summary>A machine answers what came in, with one of a few texts and a number that counts up; after some it is switched off.</summary>
    private void AnswerBack(Resident resident)
    {
        var isStopped = resident.HasStoppedElsewhere || resident.Words.LastOrDefault(w => w.Word is Word.Stop or Word.Start) is { Word: Word.Stop };
        if (resident.AnswersBack is 0 or > 12 || isStopped || resident.IsErased || resident.Words.LastOrDefault()?.At >= world.Now || AskedOf(resident) is not { Count: > 0 } meetings
            || All.Any(m => (world.Now - m.Meeting.EndsAt).Duration() < TimeSpan.FromMinutes(90)))
            return;
        string[] texts = ["Waar kan ik mijn fiets het beste zetten, nummer", "Is er die avond ook taart, vraagt toestel", "Hoe laat begint het eigenlijk, toestel"];
        Write(resident, Word.Question, meetings, $"{texts[world.Chance.Next(texts.Length)]} {resident.AnswersBack++}");
    }

    /// <summary>Who said stop says nothing more but the start word or stop again, and that once the stop is done.</summary>
    private bool MaySay(Resident resident, Word word) =>
        resident.Words.LastOrDefault(w => w.Word is Word.Stop or Word.Start) is { Word: Word.Stop, Id: { } stop } ? word is Word.Start or Word.Stop && handled.Contains(stop) : word is not Word.Start;

    /// <summary>The meetings that an answer by message is about: nobody answers while a group that knows them has not asked yet.</summary>
    private List<MeetingId> AskedOf(Resident resident)
    {
        // While one is about to begin or is on, nobody can tell which of two an answer is about.
        if (All.Any(m => resident.ListedFor.Contains(m.Meeting.Id) && world.Now >= m.Meeting.StartsAt - TimeSpan.FromHours(3) && world.Now < m.Meeting.EndsAt.AddMinutes(90)))
            return [];
        var open = All.Where(m => world.Now < m.Meeting.StartsAt - TimeSpan.FromHours(3) && resident.ListedFor.Contains(m.Meeting.Id)).Select(m => m.Meeting.Id).ToList();
        return open.TrueForAll(resident.AskedTo.Contains) ? open : [];
    }

    private void Write(Resident resident, Word word, IReadOnlyList<MeetingId> meetings, string? own = null)
    {
        var said = new Said(world.Now, word, word is Word.Yes ? world.Chance.Next(4) : 1, meetings, $"in{Residents.IndexOf(resident)}-{resident.Words.Count}")
        {
            Groups = [.. Model.Groups.Where(group => Rows.People(world, group).Any(p => Rows.IsOf(resident, p)))],
        };
        resident.Words.Add(said);
        if (word is Word.Start)
            resident.SilentSince.Clear();
        world.Tell($"{resident.Name} says {word} {said.Party}");
        var words = OwnWords[resident.Language];
        var text = own ?? word switch { Word.Yes => said.Party > 0 ? $"{words.Yes} {said.Party}" : words.Yes, Word.No => words.No, Word.Maybe => words.Maybe, Word.Stop => resident.Words.Count % 2 == 0 ? "stop" : "STOP!!", Word.Start => "start", _ => "Hoe laat begint het eigenlijk?" };
        world.Webhook(resident is { Phone: { } phone } and ({ IsReachableByPhone: true } or { Email: null })
            ? new InboundEvent(InboundKind.Sms, said.Id!, phone, null, text, said.At)
            : new InboundEvent(InboundKind.Email, said.Id!, resident.Email!, null, text, said.At));
    }

    public void Handled(InboundBatch batch)
    {
        foreach (var inbound in batch.Events.Where(e => handled.Add(e.Id)))
        {
            if (world.ByContact(inbound.From) is not { } resident)
                continue;
            if (inbound.Report is DeliveryReport.OptedOut && MessageKey.TryParseReference(inbound.Reference, out var group, out _))
                resident.SilentSince[group] = world.Moment;
            foreach (var stopped in resident.Words.Where(w => w.Id == inbound.Id && w.Word is Word.Stop).SelectMany(w => w.Groups))
                resident.SilentSince[stopped] = world.Moment;
        }
    }
}
