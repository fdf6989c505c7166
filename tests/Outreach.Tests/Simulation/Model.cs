using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Tests.Simulation;

internal sealed record Upload(GroupId Group, MeetingId Meeting, string Text, int Rows, int Bad)
{
    /// <summary>A column of which nobody can tell by itself whether it holds a no: sending waits until an organiser has said so.</summary>
    public const string Unclear = "nieuwsbrief";

    public ListId? Accepted { get; set; }

    /// <summary>Those on it while it has such a column that is not explained, and whether that has a tick for them.</summary>
    public List<(Resident Resident, bool IsTicked)> Held { get; } = [];

    /// <summary>Of people who stopped or were erased: while the list is to be read, or read again, their rows are taken out of it.</summary>
    public int RowsOfGone(IEnumerable<Resident> residents) => residents.Where(r => r.HasStopped(Group) || (r.IsErased && Group == Story.Group))
        .Sum(r => Text.Split('\n').Count(line => line.Contains($";{r.Phone};{r.Email};", StringComparison.Ordinal)));
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

    /// <summary>The people who had a place on the afternoon before a day of a meeting, and when that was.</summary>
    public Dictionary<(MeetingId, DateOnly), (DateTimeOffset At, HashSet<PersonId> People)> Seated { get; } = [];

    /// <summary>The meeting as it stands; it may have moved.</summary>
    public void Note(Meeting meeting)
    {
        var at = Meetings.FindIndex(m => m.Id == meeting.Id);
        Hours.TryAdd(meeting.Id, [Meetings[at].StartsAt]);
        Hours[meeting.Id].Add(meeting.StartsAt);
        Meetings[at] = meeting;
    }

    /// <summary>Whether somebody who hears of it only when messages may leave again is on their way by then.</summary>
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
        if (resident.SilentSince.TryGetValue(group, out var silent) && silent < run.Since && !resident.Words.Any(w => w.Word is Word.Stop && w.Id is { } id && key.Step == $"re-{InboxItem.IdFrom(id)}"))
            world.Broken($"messaged after stop: {key.Step}");
        if (resident.Words.Exists(w => w.Word is Word.Stop && w.Id is { } id && key.Step == $"re-{InboxItem.IdFrom(id)}"))
            resident.StopsConfirmed.Add($"{group} {key.Step}");
        // They wrote before the group knew them, and it has read that since: by then it has their word.
        if (resident.Words.Exists(w => w is { Id: { } id, Word: Word.Yes or Word.Maybe } && key.Step == $"re-{InboxItem.IdFrom(id)}"))
            resident.HaveConsent.Add(group);
        if (resident.StopsConfirmed.Count(step => step.StartsWith($"{group} ", StringComparison.Ordinal)) > 1 + resident.Words.Count(w => w.Word is Word.Start))
            world.Broken($"a stop was confirmed again: {key.Step}");
        IsAllowed(resident, taken, group, key.Step, run.Since, arrives);
        if (arrives)
            AnswerBack(resident);
        var isNews = key.Step.StartsWith(nameof(MessageKind.MeetingChanged), StringComparison.Ordinal) || key.Step.StartsWith(nameof(MessageKind.MeetingCancelled), StringComparison.Ordinal);
        var isPlace = key.Step.StartsWith(nameof(MessageKind.PlaceFreed), StringComparison.OrdinalIgnoreCase);
        var about = All.FirstOrDefault(m => key.Step.Contains(m.Meeting.Id.Value, StringComparison.Ordinal)).Meeting;
        if (!isAnswer && run.StartedQuiet && Calendar.IsQuiet(taken.At) && !((isNews || isPlace) && about is not null && CannotWait(about.Id, taken.At, TimeSpan.FromHours(3))))
            world.Broken($"sent in quiet hours: {key.Step}");
        if (arrives && isNews && about is not null)
            resident.News.Add((about.Id, taken.At));
        if (arrives && isPlace && about is not null)
            resident.Places.Add((about.Id, taken.At));
        if (Rows.Read<Message>(world, key.RowKey, group: group).FirstOrDefault() is { IsAnswer: false, Kind: { } heard })
        {
            var isElse = heard is MessageKind.Thanks or MessageKind.MissedYou or MessageKind.WhatCameOfIt or MessageKind.WelcomeFollowUp or MessageKind.WelcomeTheNext or MessageKind.CardCheck or MessageKind.PartReminder;
            if (isElse || arrives)
                resident.Heard.Add((group, taken.At, isElse));
        }

        // What confirms an answer says when the meeting is, as it stands by then.
        if (arrives && Rows.Read<Message>(world, key.RowKey, group: group).FirstOrDefault() is { Kind: MessageKind.ConfirmYes or MessageKind.ConfirmMaybe or MessageKind.ConfirmWaiting, Meeting: { } confirmed })
            resident.News.Add((confirmed, taken.At));
        if (arrives && saysOff && resident.Words.Find(w => w.Id is { } id && key.Step.StartsWith($"re-{InboxItem.IdFrom(id)}", StringComparison.Ordinal)) is { } answered)
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

    /// <summary>An unconfirmed contact gets one message; a wrong number none but the answer to what it says; and whoever is on a list with a column that may say no is not asked.</summary>
    private void IsAllowed(Resident resident, Taken taken, GroupId group, string step, long since, bool arrives)
    {
        var answersThem = step.StartsWith("re-", StringComparison.Ordinal) || step.StartsWith("answer-", StringComparison.Ordinal);
        if (arrives && !answersThem && !resident.HasConsented(group) && resident.AfterForms.Add((group, taken.To, taken.Reference))
            && resident.AfterForms.Count(one => (one.Group, one.To) == (group, taken.To)) > 1)
            world.Broken($"a form brought more than one message: {step}");
        if (resident.WrongSince.TryGetValue((group, taken.To), out var wrong) && wrong < since && !resident.Words.Exists(w => w.Word is Word.WrongNumber or Word.Stop && w.Id is { } id && step == $"re-{InboxItem.IdFrom(id)}"))
            world.Broken($"sent to a wrong number: {step}");
        if (step.StartsWith("ask-", StringComparison.Ordinal) && All.FirstOrDefault(m => step.Contains(m.Meeting.Id.Value, StringComparison.Ordinal)) is { Meeting: { } about } && !resident.MayBeAskedTo.Contains(about.Id)
            && !(resident.IsWelcomed && !Uploads.Exists(upload => upload.Group == group && upload.Held.Exists(held => held.Resident == resident))))
            world.Broken($"asked while their list may say no: {step}");
    }

    /// <summary>Somebody who answers after a meeting was called off hears that in return.</summary>
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
        if (resident.AskedTo.Add(who.Meeting))
            foreach (var said in resident.Words.Where(word => taken.At - word.At < TimeSpan.FromMinutes(1)))
                said.JustBefore.Add(who.Meeting);
        // Where somebody else had it, they have not been asked yet.
        if (asked.GetValueOrDefault(who, taken.Reference) != taken.Reference && !resident.Words.Exists(word => word.Word is Word.WrongNumber))
            world.Broken($"asked twice: {taken.Reference}");
        if (taken.Tells)
            asked.TryAdd(who, taken.Reference);
    }

    /// <summary>Somebody who was asked says something, by message or on the page; now and then a stop comes from somebody who was not asked anything just now.</summary>
    public void Speak()
    {
        var resident = Residents[world.Chance.Next(Residents.Count)];
        if (resident is { IsErased: true } or { HasStoppedElsewhere: true } or { IsSomebodyElse: true } or { BeingNamed: > 0 } or { IsJoining: true } or { RefusedIn.Count: > 0 } || resident.Words.LastOrDefault()?.At >= world.Now)
            return;
        var meetings = AskedOf(resident);
        var word = world.Chance.Next(20) switch { < 9 => Word.Yes, < 12 => Word.No, < 14 => Word.Maybe, < 17 => Word.Question, < 18 => Word.Stop, _ => world.Chance.Next(2) == 0 ? Word.Start : Word.WrongNumber };
        // While a meeting ends, its books are closed: what is said just then may be in them or not.
        if (All.Any(m => (world.Now - m.Meeting.EndsAt).Duration() < TimeSpan.FromMinutes(90)))
            return;
        if (meetings.Count == 0 && (word is not (Word.Stop or Word.Start) || !Rows.IsKnown(world, resident)) || !MaySay(resident, word))
            return;
        if (meetings.Count == 1 && word is not (Word.Question or Word.Start or Word.WrongNumber) && !resident.IsOnAPage && world.Chance.Next(4) == 0)
            Events.SayOnPage(world, resident, meetings[0], word);
        else
            Write(resident, word, meetings);
    }

    /// <summary>A machine answers what came in, with one of a few texts and a number that counts up; after some it is switched off.</summary>
    private void AnswerBack(Resident resident)
    {
        var isStopped = resident.HasStoppedElsewhere || resident.Words.LastOrDefault(w => w.Word is Word.Stop or Word.Start) is { Word: Word.Stop };
        if (resident.AnswersBack is 0 or > 12 || isStopped || resident.IsErased || resident.IsSomebodyElse || resident.BeingNamed > 0 || resident.IsJoining || resident.RefusedIn.Count > 0 || resident.Words.LastOrDefault()?.At >= world.Now || AskedOf(resident) is not { Count: > 0 } meetings
            || All.Any(m => (world.Now - m.Meeting.EndsAt).Duration() < TimeSpan.FromMinutes(90)))
            return;
        string[] texts = ["Waar kan ik mijn fiets het beste zetten, nummer", "Is er die avond ook taart, vraagt toestel", "Hoe laat begint het eigenlijk, toestel"];
        Write(resident, Word.Question, meetings, $"{texts[world.Chance.Next(texts.Length)]} {resident.AnswersBack++}");
    }

    /// <summary>Somebody who said stop says only the start word or stop again, once the stop is done.</summary>
    private bool MaySay(Resident resident, Word word) =>
        resident.Words.LastOrDefault(w => w.Word is Word.Stop or Word.Start) is { Word: Word.Stop, Id: { } stop } ? word is Word.Start or Word.Stop && handled.Contains(stop) : word is not Word.Start;

    /// <summary>The meetings that an answer by message is about: nobody answers while a group that knows them has not asked yet.</summary>
    private List<MeetingId> AskedOf(Resident resident)
    {
        // While one is about to begin or is on, nobody can tell which of two an answer is about.
        var theirs = All.Where(m => resident.ListedFor.Contains(m.Meeting.Id) || resident.JoinedFor.Contains(m.Meeting.Id)).Select(m => m.Meeting).ToList();
        if (theirs.Exists(m => world.Now >= m.StartsAt - TimeSpan.FromHours(3) && world.Now < m.EndsAt.AddMinutes(90)))
            return [];
        var open = theirs.Where(m => world.Now < m.StartsAt - TimeSpan.FromHours(3)).Select(m => m.Id).ToList();
        return open.TrueForAll(resident.AskedTo.Contains) ? open : [];
    }

    private void Write(Resident resident, Word word, IReadOnlyList<MeetingId> meetings, string? own = null)
    {
        var known = Groups.Where(group => Rows.People(world, group).Any(p => Rows.IsOf(resident, p))).ToList();
        var said = new Said(world.Now, word, word is Word.Yes ? world.Chance.Next(4) : 1, meetings, $"in{Residents.IndexOf(resident)}-{resident.Words.Count}")
        {
            // Whoever is known to none any more undoes a stop in all of them.
            Groups = word is Word.Start && known.Count == 0 ? Groups : known,
        };
        resident.Words.Add(said);
        // Whoever has the number asks for messages themselves.
        if (word is Word.Start)
        {
            resident.SilentSince.Clear();
            resident.WrongSince.Clear();
            resident.AfterForms.Clear();
        }

        world.Tell($"{resident.Name} says {word} {said.Party}");
        var words = OwnWords[resident.Language];
        var text = own ?? word switch { Word.Yes => said.Party > 0 ? $"{words.Yes} {said.Party}" : words.Yes, Word.No => words.No, Word.Maybe => words.Maybe, Word.Stop => (resident.Words.Count % 3) switch { 0 => "stop", 1 => "STOP!!", _ => "Geen herinneringen meer, ik kom gewoon" }, Word.Start => "start", Word.WrongNumber => "verkeerd nummer", _ => "Hoe laat begint het eigenlijk?" };
        world.Webhook(resident is { Phone: { } phone } and ({ IsReachableByPhone: true } or { Email: null })
            ? new InboundEvent(InboundKind.Sms, said.Id!, phone, null, text, said.At)
            : new InboundEvent(InboundKind.Email, said.Id!, resident.Email!, null, text, said.At));
    }

    /// <summary>Nothing that they wrote is on its way still.</summary>
    public bool HasHeard(Resident resident) => resident.Words.TrueForAll(word => word.Id is not { } id || handled.Contains(id));

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
            foreach (var wrong in resident.Words.Where(w => w.Id == inbound.Id && w.Word is Word.WrongNumber && !resident.Words.Exists(later => later.Word is Word.Start && later.At >= w.At)).SelectMany(w => w.Groups))
                resident.WrongSince[(wrong, inbound.From)] = world.Moment;
        }
    }
}
