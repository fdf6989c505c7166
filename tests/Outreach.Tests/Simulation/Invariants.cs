using System.Globalization;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Simulation;

/// <summary>The rows as they lie in the store, past the program.</summary>
internal static class Rows
{
    public static IEnumerable<Invitation> Invitations(World world, MeetingId meeting) => Read<Invitation>(world, $"inv|{meeting}|");

    /// <summary>The meeting as it stands: it may have moved.</summary>
    public static Meeting Now(World world, Meeting meeting) => Read<Meeting>(world, $"meeting|{meeting.Id}", TableNames.Meetings).Single();

    public static IEnumerable<Person> People(World world, GroupId group) => Read<Person>(world, "person|", TableNames.People, group);

    public static bool IsOf(Resident resident, Person person) =>
        (resident.Phone is { } phone && person.Mobile?.Value == phone) || (resident.Email is { } email && person.Email?.Value == email);

    /// <summary>By every group that has them on a list.</summary>
    public static bool IsKnown(World world, Resident resident) =>
        world.Model.All.Where(m => resident.ListedFor.Contains(m.Meeting.Id) || resident.JoinedFor.Contains(m.Meeting.Id)).Select(m => m.Group).Distinct().ToList() is { Count: > 0 } groups
        && groups.TrueForAll(group => People(world, group).Any(p => IsOf(resident, p)));

    public static IEnumerable<T> Read<T>(World world, string prefix, string table = TableNames.People, GroupId? group = null)
        where T : IStored<T> => world.Tables.Dump(table)
        .Where(r => r.Row.Key.StartsWith(prefix, StringComparison.Ordinal) && (group is null || r.Partition.Split('|')[0] == group.Value.Value)).Select(r => RowJson.Read<T>(r.Row.Json));
}

/// <summary>What must hold at the end of every history. Those about messages are checked while they leave (<see cref="Model.Took"/>).</summary>
internal static class Invariants
{
    public static void Check(World world)
    {
        foreach (var queue in world.Queues.NotEmpty())
            world.Broken($"queue {queue} is not empty");
        foreach (var job in Rows.Read<Job>(world, "outbox|"))
            world.Broken($"outbox: {job.Id}");
        foreach (var message in Rows.Read<Message>(world, "msg|").Where(m => m.State is MessageState.Queued or MessageState.Sending))
            world.Broken($"never left: {message.Step} {message.State}");
        foreach (var upload in world.Model.Uploads)
            Uploaded(world, upload);
        foreach (var (group, meeting) in world.Model.All)
        {
            Tallied(world, meeting);
            Seated(world, Rows.Now(world, meeting));
            foreach (var resident in world.Model.Residents)
                Known(world, group, meeting, resident);
        }

        foreach (var resident in world.Model.Residents)
            Received(world, resident);
        AnsweredSeldom(world);
        AskedSeldom(world);
        Noticed(world);
        Apart(world);
    }

    /// <summary>What must be gone a month after the last meeting.</summary>
    public static void CheckForgotten(World world)
    {
        var heardOf = world.Model.All.SelectMany(m => Rows.Invitations(world, m.Meeting.Id))
            .Where(i => i.Reply is not Reply.None || i.Attendance is Attendance.Attended).Select(i => i.Person).ToHashSet();
        // What somebody asked is read before they are forgotten, also what they asked before we knew them.
        var open = Rows.Read<InboxItem>(world, "open|", TableNames.Inbox, Story.Group).ToList();
        var asking = open.Select(item => item.Person).ToHashSet();
        var strangers = open.Where(item => item is { Person: null, From: not null }).Select(item => WholeProgram.Hasher.Of(Story.Group, item.Channel, item.From!)).ToHashSet();
        foreach (var person in Rows.People(world, Story.Group).Where(p => p.Source is Source.Nomination && !heardOf.Contains(p.Id) && !asking.Contains(p.Id) && !WholeProgram.Hasher.Of(Story.Group, p).Any(strangers.Contains)))
            world.Broken($"a silent nominee is not forgotten: {person.Id}");
        if (world.Blobs.ListAsync("", default).ToBlockingEnumerable().Any())
            world.Broken("an uploaded file is still there");
        foreach (var meeting in world.Model.Meetings)
            Tallied(world, meeting);
    }

    private static void Uploaded(World world, Upload upload)
    {
        var list = Rows.Read<UploadedList>(world, $"list|{upload.Accepted}", TableNames.Lists, upload.Group).Single();
        var least = upload.Rows - upload.RowsOfGone(world.Model.Residents);
        // Of whom all have gone before it was read to the end, a list is an empty one.
        var isWhole = list.State is ListState.Ready || (list is { State: ListState.Failed, Rows: 0 } && least == 0);
        if (!isWhole || list.Rows > upload.Rows || list.Rows < least || list.Rejected != upload.Bad || list.Rows != list.Accepted + list.Merged + list.Suppressed + list.Rejected)
            world.Broken($"list {list.Id}: {upload.Rows} rows with {upload.Bad} bad became {list.State} {list.Rows} = {list.Accepted} + {list.Merged} + {list.Suppressed} + {list.Rejected}");
    }

    private static void Tallied(World world, Meeting meeting)
    {
        var (stored, counted) = (Tally.Empty, Tally.Empty);
        foreach (var tally in Rows.Read<Tally>(world, $"tally|{meeting.Id}"))
            stored.Add(tally);
        foreach (var invitation in Rows.Invitations(world, meeting.Id))
            counted.Add(null, invitation);
        if (!stored.Same(counted))
            world.Broken("the tally is not what a recount says");
    }

    private static void Seated(World world, Meeting meeting)
    {
        // Nobody sits at a meeting that was called off; an answer after that changes no seat.
        if (meeting is not { Capacity: { } capacity, CancelledAt: null })
            return;
        var seats = Rows.Read<Seats>(world, $"seats|{meeting.Id}", TableNames.Meetings).SingleOrDefault() ?? new Seats();
        var yes = Rows.Invitations(world, meeting.Id).Where(i => i.Reply is Reply.Yes).ToLookup(i => i.Waiting, i => (i.Person, i.Party));
        if (seats.Holders.Sum(s => s.Party) > capacity)
            world.Broken("more seats than the capacity");
        if (!seats.Holders.Select(s => (s.Person, s.Party)).ToHashSet().SetEquals(yes[false]) || !seats.Waiting.Select(s => (s.Person, s.Party)).ToHashSet().SetEquals(yes[true]))
            world.Broken($"seats {Text(seats.Holders)} and line {Text(seats.Waiting)}, but yes {Text(yes[false])} and waiting {Text(yes[true])}");
        // Nobody moves up any more once it has begun: what came free shortly before or after that stays free, also where a list or a carrier says no for somebody.
        var late = meeting.StartsAt.AddHours(-12);
        var cameFreeLate = world.Model.Residents.Exists(resident => resident.IsErased || resident.HasStoppedElsewhere || resident.RefusedIn.Count > 0 || resident.Words.Exists(word => word.At >= late));
        if (!cameFreeLate && seats.Waiting is [var first, ..] && seats.Holders.Sum(s => s.Party) + first.Party <= capacity)
            world.Broken($"somebody waits for a place that is free: seats {Text(seats.Holders)} of {capacity}, line {Text(seats.Waiting)}");

        static string Text<T>(IEnumerable<T> items) => string.Join(" ", items);
    }

    private static void Known(World world, GroupId group, Meeting meeting, Resident resident)
    {
        var isErased = resident.IsErased && group == Story.Group;
        var mine = Rows.People(world, group).Where(p => Rows.IsOf(resident, p)).Select(p => p.Id).ToHashSet();
        // Erasing that was cut off leaves their own row, which goes once somebody has read what came from their number since; a list may tell of them again before.
        if (mine.Count > 1)
            mine.RemoveWhere(id => world.Tables.Dump(TableNames.People).Count(row => row.Row.Key.Contains(id.Value, StringComparison.Ordinal)) == 1);
        if (mine.Count > (isErased ? 0 : 1))
            world.Broken($"{resident.Name} is {mine.Count} people");
        var invitations = Rows.Invitations(world, meeting.Id).Where(i => mine.Contains(i.Person)).ToList();
        var mayMiss = isErased || resident.HasStopped(group) || !resident.ListedFor.Contains(meeting.Id) || resident.Words.Exists(word => word.Word is Word.WrongNumber);
        if (invitations.Count > 1 || (invitations.Count == 0 && !mayMiss))
            world.Broken($"{resident.Name} has {invitations.Count} invitations");
        if (invitations is not [var invitation])
            return;
        var isCancelled = world.Model.Cancelled.ContainsKey(meeting.Id);
        var (now, person) = (Rows.Now(world, meeting), Rows.People(world, group).Single(p => p.Id == invitation.Person));
        if (!mayMiss && resident.IsReachable && isCancelled && invitation.Reply is Reply.Yes && !resident.ToldOfCancelling.Contains(meeting.Id) && !News.NeedsCall(now, person, invitation, now.StartsAt.AddMinutes(-1)))
            world.Broken($"{resident.Name} would come to a cancelled meeting, and nobody is told so");
        if (!mayMiss && !resident.HasStoppedElsewhere)
            Knows(world, now, resident, invitation, person);
        if (isCancelled || resident.HasStoppedElsewhere)
            return;
        if (!mayMiss)
        {
            Reminded(world, now, resident, invitation);
            KnowsPlace(world, now, resident, invitation);
        }

        if (!mayMiss && resident.IsReachable && !resident.AskedTo.Contains(meeting.Id) && !(IsLost(resident, meeting) && IsAtTheEnd(invitation, person, now, resident.Street is null)))
            world.Broken($"{resident.Name} was never asked: {invitation.Delivery} {invitation.Channel}");
        if (!mayMiss && !resident.IsReachable && invitation.Reply is Reply.None && !IsAtTheEnd(invitation, person, now, resident.Street is null))
            world.Broken($"nobody rings at the door of {resident.Name}: {invitation.Delivery} {invitation.Channel}");
        var answers = resident.AnswersTo(group, meeting.Id, meeting.Capacity is not null).ToList();
        var held = (invitation.Reply, invitation.Reply is Reply.Yes ? invitation.Party : 0);
        if (WasClearedBetween(world, resident))
            answers.Add((Reply.None, 0));
        // Of two things said at one moment the no counts.
        if (invitation.Reply is Reply.No && resident.Words.Count(word => word.At == invitation.RepliedAt) > 1 && resident.Words.Exists(word => word.Word is Word.No && word.At == invitation.RepliedAt))
            answers.Add(held);
        if (!(resident.HasStopped(group) && invitation.Reply is Reply.Stop) && !answers.Contains(held))
            world.Broken($"{resident.Name} said {string.Join(" or ", answers.Distinct())}, {group} holds {held} of {invitation.RepliedAt:MM-dd HH:mm:ss}");
    }

    /// <summary>Just after a change, on a day without trouble: where the next morning is too late, all who would come and can be reached know.</summary>
    public static void Told(World world, Meeting before, Meeting after)
    {
        if (after.NewsAt is not { } of || before.NewsAt == of || !world.Model.CannotWait(after.Id, world.Now, TimeSpan.FromHours(1)))
            return;
        foreach (var resident in world.Model.Residents.Where(r => r is { IsErased: false, HasStoppedElsewhere: false } && !r.HasStopped(Story.Group) && !r.Words.Exists(word => word.Word is Word.WrongNumber) && r.ListedFor.Contains(after.Id)))
        {
            var isReached = resident.Phone is null ? resident.IsReachable : resident.IsReachableByPhone;
            if (isReached && Mine(world, resident, after) is ({ Reply: Reply.Yes or Reply.Maybe } invitation, var person) && !(invitation.RepliedAt >= of) && person.IsReachableUnasked
                && !resident.News.Exists(news => news.Meeting == after.Id && news.At >= of.AddMinutes(-1)) && !News.NeedsCall(after, person, invitation, world.Now))
                world.Broken($"{resident.Name} is not told in time: {invitation.News}");
        }
    }

    private static (Invitation, Person)? Mine(World world, Resident resident, Meeting meeting) =>
        Rows.People(world, Story.Group).FirstOrDefault(p => Rows.IsOf(resident, p)) is { } person && Rows.Invitations(world, meeting.Id).FirstOrDefault(i => i.Person == person.Id) is { } invitation
            ? (invitation, person)
            : null;

    /// <summary>Everybody who said yes or maybe has heard of every change before the meeting, or is named to the organiser.</summary>
    private static void Knows(World world, Meeting meeting, Resident resident, Invitation invitation, Person person)
    {
        if (invitation.Reply is Reply.Yes or Reply.Maybe && meeting.NewsAt is { } of && !(invitation.RepliedAt >= of)
            && !resident.News.Exists(news => news.Meeting == meeting.Id && news.At >= of.AddMinutes(-1) && news.At < meeting.StartsAt)
            && !News.NeedsCall(meeting, person, invitation, meeting.StartsAt.AddMinutes(-1)))
            world.Broken($"{resident.Name} does not know of a change, and nobody is told so: {invitation.News}");
    }

    /// <summary>Everybody for whom a place came free has heard of it, or is named to the organiser. Machines whose clocks differ put an hour between the two.</summary>
    private static void KnowsPlace(World world, Meeting meeting, Resident resident, Invitation invitation)
    {
        if (invitation is { Reply: Reply.Yes, Waiting: false, PlaceFreed: { } freed } && !(invitation.RepliedAt > freed.Of) && freed.Of < meeting.StartsAt.AddMinutes(-15)
            && !resident.Places.Exists(place => place.Meeting == meeting.Id && place.At >= freed.Of.AddMinutes(-65))
            && !FreedPlace.NeedsCall(meeting, invitation, meeting.StartsAt.AddMinutes(-1)))
            world.Broken($"{resident.Name} does not know of a place, and nobody is told so: {freed}");
    }

    /// <summary>The SMS got lost twice, and there is no other way: nobody could know that a third would arrive.</summary>
    private static bool IsLost(Resident resident, Meeting meeting) => resident.LostTwice.Contains(meeting.Id) && resident is { Email: null } or { EmailIsBad: true };

    /// <summary>Everybody who had a place on the afternoon before, and said nothing since, was reminded of that day, however often the meeting moved before.</summary>
    private static void Reminded(World world, Meeting meeting, Resident resident, Invitation invitation)
    {
        var day = Calendar.Day(meeting.StartsAt);
        if (!world.Model.Seated.TryGetValue((meeting.Id, day), out var seated) || !seated.People.Contains(invitation.Person)
            || invitation is not { Reply: Reply.Yes, Waiting: false } || resident.Words.Exists(word => word.At >= seated.At))
            return;
        if (invitation.RemindedOf != day || !Rows.Read<Message>(world, $"msg|{invitation.Person}|").Any(m => m.Kind is MessageKind.Reminder && m.Meeting == meeting.Id && m.Day == day))
            world.Broken($"{resident.Name} is not reminded of {day:MM-dd}");
    }

    /// <summary>Whatever came into the inbox, its organiser was told then, or had been within the hour.</summary>
    private static void Noticed(World world)
    {
        var told = world.Provider.All.Where(mail => mail.To == Story.Organiser && mail.Reference.Contains($"notice{OrganiserNotice.Inbox}", StringComparison.Ordinal)).Select(mail => mail.At).DefaultIfEmpty().Max();
        // Of what is answered before a notice could leave nobody is told.
        foreach (var item in Rows.Read<InboxItem>(world, "", TableNames.Inbox, Story.Group).Where(item => item.At > told.AddMinutes(65) && !(item.SettledAt < item.At.AddHours(12))))
            world.Broken($"no organiser heard of {item.Text} of {item.At:MM-dd HH:mm}");
    }

    /// <summary>They stopped and started again while they were being erased: of what they were asked before nothing may be left.</summary>
    private static bool WasClearedBetween(World world, Resident resident) => resident.Words.Exists(stop => stop.Word is Word.Stop
        && resident.Words.Exists(start => start.Word is Word.Start && world.Processes.Clearings.Exists(cleared => cleared >= stop.At && cleared <= start.At.AddDays(1))));

    /// <summary>Two machines do not go on answering each other.</summary>
    private static void AnsweredSeldom(World world)
    {
        foreach (var group in Model.Groups)
        {
            // What an organiser answers from the inbox is no machine's.
            var answers = Rows.Read<Message>(world, "msg|", TableNames.People, group)
                .Where(m => m is { IsAnswer: true, Kind: not MessageKind.InboxAnswer, IsSecondTry: false } && !m.Step.StartsWith("answer-", StringComparison.Ordinal));
            foreach (var same in answers.GroupBy(m => (m.Person, m.Kind, m.Meeting)))
            {
                var most = same.Key.Kind is MessageKind.APersonWillRead or MessageKind.Help or MessageKind.MeetingCancelled ? 2 : 6;
                var at = same.Select(m => m.At).Order().ToList();
                if (at.Where((_, i) => i >= most && at[i] - at[i - most] < TimeSpan.FromHours(23.9)).Any())
                    world.Broken($"answered more than {most} times in a day: {same.Key.Kind}");
            }
        }
    }

    /// <summary>
    /// Nobody is bothered a third time in a week. An hour is left for clocks that are set back; what a provider took and had said not to take has no time here, and what
    /// a stranger got, whose number is not kept, has bothered somebody else.
    /// </summary>
    private static void AskedSeldom(World world)
    {
        foreach (var mine in Model.Groups.SelectMany(group => Rows.Read<Message>(world, "msg|", group: group).Where(IsUnasked).GroupBy(m => m.Person)))
        {
            var at = mine.Select(m => m.TriedAt!.Value).Order().ToList();
            if (at.Where((_, i) => i >= Person.MaxUnasked && at[i] - at[i - Person.MaxUnasked] < SendRules.UnaskedWindow - TimeSpan.FromHours(1)).Any())
                world.Broken($"{mine.Key} asked more than {Person.MaxUnasked} times in a week: {string.Join(", ", mine.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Step} {m.TriedAt:MM-dd HH:mm:ss}")))}");
        }

        static bool IsUnasked(Message message) =>
            message is { IsAnswer: false, State: MessageState.Sent or MessageState.Delivered, TriedAt: not null, Address: not "" } && !MessageKinds.IsNews(message.Kind) && MessageKinds.IsUnasked(message.Kind, null);
    }

    /// <summary>Nothing that is sent arrives: on the list of letters or doors, or without an address counted as failed.</summary>
    private static bool IsAtTheEnd(Invitation invitation, Person person, Meeting meeting, bool hadNoAddress) => person.Address is null
        ? invitation.Delivery is Delivery.PermanentFailure || invitation is { Delivery: Delivery.HandedOn, Channel: Channel.Call } || IsTooLate(invitation, meeting)
        : invitation is { Delivery: Delivery.HandedOn, Channel: Channel.Letter or Channel.Door } || (invitation is { Delivery: Delivery.HandedOn, Channel: Channel.Call } && hadNoAddress) || IsTooLate(invitation, meeting);

    /// <summary>The second try would have come after the meeting had begun; while it waited its turn, the meeting may have moved to an earlier day.</summary>
    private static bool IsTooLate(Invitation invitation, Meeting meeting) => invitation.Delivery is Delivery.TemporaryFailure
        && (invitation.SentAt > meeting.StartsAt.AddDays(-2) || meeting.Before.Any(plan => plan.StartsAt > meeting.StartsAt && plan.Until > invitation.SentAt));

    /// <summary>What one group knows, the other does not: they call people by different names.</summary>
    private static void Apart(World world)
    {
        foreach (var (partition, row) in TableNames.All.SelectMany(world.Tables.Dump))
        {
            var isOther = partition.Split('|').Contains(Story.Other.Value);
            if (partition.Contains(isOther ? Story.Group.Value : Story.Other.Value, StringComparison.Ordinal) || row.Json.Span.IndexOf(isOther ? "Jikke"u8 : "Wobbe"u8) >= 0)
                world.Broken($"{partition} holds what is another group's: {row.Key}");
        }
    }

    private static void Received(World world, Resident resident)
    {
        // Nothing is kept about people whose number was wrong. People who stopped are erased the next night, with what they had said; if that was cut off and they
        // wrote again, they are still known, or known again, by what they wrote since.
        var stopped = Model.Groups.Where(resident.HasStopped).Select(group => Rows.People(world, group).FirstOrDefault(person => Rows.IsOf(resident, person))).ToList();
        if (resident.IsErased || stopped.Contains(null) || resident.Words.Exists(word => word.Word is Word.WrongNumber))
            return;
        var last = resident.Words.LastOrDefault(word => word.Word is Word.Stop)?.At;
        var words = resident.Words.Where(word => word.Id is not null && !(word.At < last) && stopped.TrueForAll(person => word.At >= person!.CreatedAt && world.Processes.Clearings.TrueForAll(cleared => word.At > cleared))).ToList();
        var said = words.Select(word => word.Id).ToHashSet();
        var ours = Model.Groups.Select(group => Rows.Read<Message>(world, "msg|", TableNames.People, group)
            .Where(m => m.State is MessageState.Received && (m.Address == resident.Phone || m.Address == resident.Email)).Select(m => (m.Person, m.ProviderId)).ToList()).ToList();
        var held = ours.SelectMany(one => one.Select(m => m.ProviderId)).ToHashSet();
        if (ours.Exists(one => one.Distinct().Count() != one.Count) || !said.IsSubsetOf(held) || (stopped is [] && !held.IsSubsetOf(said)))
            world.Broken($"{resident.Name} said {resident.Words.Count} things, we hold {string.Join(" and ", ours.Select(one => one.Count))}, lost {string.Join(' ', said.Except(held))}");
        var inbox = Rows.Read<InboxItem>(world, "", TableNames.Inbox).Where(i => i.From == resident.Phone || i.From == resident.Email).Select(i => i.At.UtcDateTime.Date).ToHashSet();
        // They ask the same each time: twice in a day, it is in the inbox once.
        if (words.Exists(w => w.Word is Word.Question && !inbox.Contains(w.At.UtcDateTime.Date)))
            world.Broken($"a question of {resident.Name} is in no inbox");
    }
}
