using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Nominations;
using Outreach.OptOuts;
using Outreach.People;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Replies.Answers;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Simulation;

/// <summary>What may happen to a campaign on its way.</summary>
internal static class Events
{
    /// <summary>It moves, gets more places, is called off, or its mailings pause a while; mostly nothing.</summary>
    public static void Change(World world, Meeting meeting)
    {
        if (world.Chance.Next(2) == 0)
            world.Pass(TimeSpan.FromHours(world.Chance.Next(24)), 4);
        switch (world.Chance.Next(10))
        {
            case 0: Change(world, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddHours(1) }); break;
            case 4: Change(world, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddHours(world.Chance.Next(20, 60)) }); break;
            case 5: Change(world, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddHours(-world.Chance.Next(2, 40)) }); break;
            case 6: Change(world, meeting, new MeetingChange { Place = "De Fuik" }); break;
            case 1: Change(world, meeting, new MeetingChange { Capacity = meeting.Capacity + 3 }); break;
            case 2: Cancel(world, meeting); break;
            case 3: Pause(world, meeting); break;
        }
    }

    /// <summary>On an evening without trouble it is called off or moves at the last moment: whoever would come to the old hour or miss the new one hears of it before the morning.</summary>
    public static void ChangeLate(World world, Meeting meeting)
    {
        if (meeting.CancelledAt is not null || meeting.StartsAt <= world.Now.AddHours(2))
            return;
        world.Settle();
        var before = Rows.Now(world, meeting);
        world.Calm = true;
        var start = world.Now.AddMinutes(world.Chance.Next(60, 900));
        switch (world.Chance.Next(4))
        {
            case 0: Cancel(world, before); break;
            case 2: Change(world, before, new MeetingChange { StartsAt = before.StartsAt.AddDays(world.Chance.Next(2, 9)) }); break;
            case 1: Change(world, before, new MeetingChange { StartsAt = start }); break;
            default: Change(world, before, new MeetingChange { StartsAt = before.StartsAt.AddHours(world.Chance.Next(1, 30)) }); break;
        }

        world.SettleSoon();
        world.Clock.Advance(TimeSpan.FromSeconds(31));
        world.Processes.Tick("PlanReminders");
        world.SettleSoon();
        Invariants.Told(world, before, Rows.Now(world, meeting));
        world.Calm = false;
    }

    /// <summary>An organiser looks into the inbox and answers, or closes it, sometimes as the answer that it was.</summary>
    public static void ReadInbox(World world)
    {
        var group = world.Chance.Next(3) == 0 ? Story.Other : Story.Group;
        var items = Rows.Read<InboxItem>(world, "open|", TableNames.Inbox, group).ToList();
        if (items.Count == 0)
            return;
        var item = items[world.Chance.Next(items.Count)];
        if (world.Chance.Next(2) == 0)
            world.Ask("answer", i => i.Get<AnswerInbox>().HandleAsync(group, item.Id, "Om half acht. Tot dan!", sawOpen: false, default));
        else if (world.ByContact(item.From!) is { IsOnAPage: false, IsSomebodyElse: false, RefusedIn.Count: 0 } resident && world.Model.All.FirstOrDefault(m => m.Meeting.Id == item.Meeting).Meeting?.StartsAt > world.Now.AddHours(3))
            Page(world, resident, new Said(default, Word.Yes, 0, [item.Meeting!.Value], null) { Groups = [group] }, async i => await i.Get<CloseInbox>().HandleAsync(group, item.Id, ReplyKind.Yes, null, default) is InboxCloseOutcome.Closed or InboxCloseOutcome.ClosedWaiting);
        else
            world.Ask("close", i => i.Get<CloseInbox>().HandleAsync(group, item.Id, null, null, default));
    }

    /// <summary>A resident answers on the page of the invitation, or says stop there, to this group alone.</summary>
    public static void SayOnPage(World world, Resident resident, MeetingId meeting, Word word)
    {
        var group = world.Model.All.First(m => m.Meeting.Id == meeting).Group;
        Page(world, resident, new Said(default, word, word is Word.Yes ? 2 : 1, [meeting], null) { Groups = [group] }, async i =>
        {
            // Pressed again after a call that failed half way: what it had said may have been kept, and the person erased since.
            if (Rows.People(world, group).FirstOrDefault(p => Rows.IsOf(resident, p)) is not { Id: var person, StoppedAt: var stopped })
                return word is Word.Stop && !resident.Words.Exists(w => w.Word is Word.WrongNumber) && await IsBlockedAsync(i, group, resident);
            // As the page does: somebody who has stopped can change nothing there.
            if (stopped is not null && word is not Word.Stop)
                return false;
            if (word is Word.Stop)
                await i.Get<OptOut>().HandleAsync(group, person, "page", null, null, default);
            else
                await i.Get<RecordReply>().HandleAsync(new ReplyCommand(group, person, meeting, word switch { Word.Yes => Reply.Yes, Word.No => Reply.No, _ => Reply.Maybe }, 2), default);
            return true;
        });
    }

    private static async Task<bool> IsBlockedAsync(Started program, GroupId group, Resident resident)
    {
        var hasher = program.Get<ContactHasher>();
        var contact = resident.Phone is { } phone ? hasher.Of(group, new PhoneNumber(phone)) : hasher.Of(group, new EmailAddress(resident.Email!));
        return await program.Get<Suppressions>().BlocksAsync(group, contact, default);
    }

    private static void Page(World world, Resident resident, Said said, Func<Started, Task<bool>> work)
    {
        var (began, latest) = (world.Now, world.Now);
        resident.IsOnAPage = true;
        world.Ask($"page: {resident.Name} {said.Word}", async program =>
        {
            // Where the clock has gone back since, it counts from there.
            (began, latest) = (began < world.Now ? began : world.Now, latest > world.Now ? latest : world.Now);
            var isHeard = await work(program);
            if (isHeard)
                resident.Words.Add(said with { At = Latest(), Began = (began < world.Now ? began : world.Now).AddTicks(-1) });
            if (isHeard && said.Word is Word.Stop && !resident.Words.Exists(word => word.Word is Word.Start && word.At >= began))
                resident.SilentSince[said.Groups[0]] = world.Moment;
            resident.IsOnAPage = resident.IsJoining = false;
        });

        // Where the clock went back since they wrote last, or meanwhile, nobody can tell what came first.
        DateTimeOffset Latest() => resident.Words.Select(word => word.At).Append(latest).Append(world.Now).Max();
    }

    public static void Attend(World world, Meeting meeting)
    {
        foreach (var invitation in Rows.Invitations(world, meeting.Id).Where(i => i.Reply is Reply.Yes && world.Chance.Next(4) > 0))
            world.Ask("attendance", i => i.Get<MarkAttendance>().HandleAsync(Story.Group, meeting.Id, invitation.Person, attended: true, came: null, default));
        if (world.Chance.Next(2) == 0 && !world.Model.Cancelled.ContainsKey(meeting.Id))
            WalkIn(world, meeting);
        world.Chaos(30);
        world.Pass(TimeSpan.FromDays(1), 10);
    }

    public static void Nominate(World world, Meeting meeting)
    {
        var attendees = Rows.Invitations(world, meeting.Id).Where(i => i.Attendance is Attendance.Attended).ToList();
        for (var n = 0; n < 6 && attendees.Count > 0; n++)
        {
            var nominator = attendees[world.Chance.Next(attendees.Count)].Person;
            var nominee = world.Model.Residents[world.Chance.Next(world.Model.Residents.Count)];
            if (nominee.IsErased)
                continue;
            var candidate = Candidate(nominee);
            nominee.BeingNamed++;
            world.Ask("nominate", async i =>
            {
                nominee.HaveConsent.Add(Story.Group);
                nominee.MayBeAskedTo.Add(world.Model.Meetings[^1].Id);
                if (await i.Get<Outreach.Nominations.Nominate>().HandleAsync(new NominateCommand(Story.Group, nominator, meeting.Id, candidate, true, true), default) is NominateOutcome.Nominated)
                    nominee.ListedFor.Add(world.Model.Meetings[^1].Id);
                nominee.BeingNamed--;
            });
        }

        world.Chaos(40);
    }

    /// <summary>An organiser hears where somebody lives, writes that down, and presses send for those who could not be reached before.</summary>
    public static void Correct(World world)
    {
        var resident = world.Model.Residents[world.Chance.Next(world.Model.Residents.Count)];
        if (resident is not { IsErased: false, Street: null })
            return;
        Assert.Null(new CandidateForm(resident.Name, resident.Phone, resident.Email, resident.Language, "Lindelaan", "99", "1234AB").TryRead(WholeProgram.Settings.Countries, true, out var corrected));
        world.Ask("correct", async i =>
        {
            if (Rows.People(world, Story.Group).FirstOrDefault(p => Rows.IsOf(resident, p)) is not { } person)
                return;
            resident.HaveConsent.Add(Story.Group);
            await i.Get<CorrectPerson>().HandleAsync(Story.Group, person.Id, _ => corrected, new Ground(Basis.Relation, "belde", world.Now), default);
            foreach (var meeting in world.Model.Meetings.Where(meeting => world.Now < meeting.StartsAt).ToList())
                await i.Get<SendInvitations>().HandleAsync(Story.Group, meeting.Id, null, default);
        });
    }

    public static void Erase(World world)
    {
        if (world.Chance.Next(3) > 0)
            return;
        Story.Read(world);
        var resident = world.Model.Residents[world.Chance.Next(world.Model.Residents.Count)];
        resident.IsErased = true;
        // Of a wrong number nothing is kept: then only the address says who it is.
        var isKnownByAddress = resident.Email is not null && resident.Words.Exists(word => word.Word is Word.WrongNumber);
        foreach (var person in Rows.People(world, Story.Group).Where(p => p.Mobile?.Value == resident.Phone && (p.Mobile is not null || p.Email?.Value == resident.Email)
            || (isKnownByAddress && p.Mobile is null && p.Email?.Value == resident.Email)))
            world.Ask("erase", i => i.Get<Erase>().HandleAsync(Story.Group, person.Id, "asked", default));
        world.Settle();
    }

    /// <summary>An attendee hands over a code, and a neighbour says yes with it from their own phone.</summary>
    public static void PassOn(World world, Meeting first, Meeting second)
    {
        var attendees = Rows.Invitations(world, first.Id).Where(i => i.Attendance is Attendance.Attended).ToList();
        var silent = world.Model.Residents.Where(r => r is { Words: [], HasStoppedElsewhere: false, IsErased: false, IsOnAPage: false }).ToList();
        if (attendees.Count == 0 || silent.Count == 0)
            return;
        var (attendee, neighbour) = (attendees[world.Chance.Next(attendees.Count)].Person, silent[world.Chance.Next(silent.Count)]);
        Code? code = null;
        neighbour.IsJoining = true;
        Page(world, neighbour, new Said(default, Word.Yes, 2, [second.Id], null) { Groups = [Story.Group] }, async i =>
        {
            neighbour.HaveConsent.Add(Story.Group);
            neighbour.MayBeAskedTo.Add(second.Id);
            code ??= (await i.Get<Outreach.Nominations.PassOn>().HandleAsync(Story.Group, attendee, first.Id, default) as NominateOutcome.PassedOn)?.Code;
            if (code is not { } handed || await i.Get<AnswerPassedOn>().SentAsync(handed, Candidate(neighbour), 2, world.Now, default) is not PassedOnOutcome.SignedUp)
                return false;
            neighbour.AskedTo.Add(second.Id);
            neighbour.JoinedFor.Add(second.Id);
            return true;
        });
    }

    /// <summary>Anybody fills in somebody's number on the form of a flyer. It may be theirs, or a stranger's; it may be one that said no.</summary>
    public static void FillInForm(World world, Meeting meeting)
    {
        var resident = world.Chance.Next(2) == 0 ? world.Model.Residents[^1] : world.Model.Residents[world.Chance.Next(world.Model.Residents.Count)];
        if (resident is { IsErased: true } or { IsOnAPage: true } or { IsSomebodyElse: true } or { RefusedIn.Count: > 0 } || world.Now >= meeting.StartsAt.AddHours(-3) || !world.Model.HasHeard(resident))
            return;
        var party = world.Chance.Next(1, 4);
        // On no list that may say no: a mailing of this very moment may find them before their answer is written down.
        if (!world.Model.Uploads.Exists(upload => upload.Held.Exists(held => held.Resident == resident)))
            resident.MayBeAskedTo.Add(meeting.Id);
        resident.IsJoining = true;
        Page(world, resident, new Said(default, Word.Yes, party, [meeting.Id], null) { Groups = [Story.Group] }, async i =>
        {
            if (await new MakeFlyer(i.Get<MeetingStore>(), i.Get<Codes>()).HandleAsync(Story.Group, meeting.Id, default) is not { } code
                || await i.Get<AnswerPassedOn>().HandleAsync(code, Candidate(resident), Reply.Yes, party, default) is not PassedOnOutcome.SignedUp { Invitation.Meeting: var joined } || joined != meeting.Id)
                return false;
            resident.AskedTo.Add(meeting.Id);
            resident.JoinedFor.Add(meeting.Id);
            return true;
        });
    }

    /// <summary>Somebody who got the one message that a form brings opens its link, and says that it was them.</summary>
    public static void ConfirmOnPage(World world)
    {
        var resident = world.Model.Residents[^1];
        if (resident.IsErased || resident.HasStopped(Story.Group) || resident.IsSomebodyElse || resident.AfterForms.Where(one => one.Group == Story.Group).Select(one => one.To).FirstOrDefault() is not { } to)
            return;
        world.Ask("confirm", async i =>
        {
            if (Rows.People(world, Story.Group).FirstOrDefault(p => Rows.IsOf(resident, p)) is not { } person)
                return;
            resident.HaveConsent.Add(Story.Group);
            await i.Get<ConfirmContact>().HandleAsync(Story.Group, person, to, default);
        });
    }

    /// <summary>An organiser says what the columns mean that held lists back: that people who are ticked want no contact, or nothing.</summary>
    public static void Explain(World world)
    {
        var uploads = world.Model.Uploads.Where(upload => upload.Held.Count > 0).ToList();
        if (uploads.Count == 0)
            return;
        Story.Read(world);
        var means = world.Chance.Next(2) == 0 ? ColumnMeaning.NoContact : ColumnMeaning.Ignore;
        foreach (var (upload, resident, isTicked) in Held())
        {
            if (isTicked && means is ColumnMeaning.NoContact)
                resident.RefusedIn.Add(upload.Group);
            else
                resident.MayBeAskedTo.Add(upload.Meeting);
        }

        world.Ask("explain", async i =>
        {
            // An upload that was cut off and done again has left two lists: an organiser sees the questions of both.
            foreach (var list in Rows.Read<UploadedList>(world, "list|", TableNames.Lists, Story.Group).Where(list => list.Questions.Any(asked => asked.Means is null)).ToList())
            {
                var outcome = await i.Get<AnswerQuestion>().HandleAsync(new AnswerQuestionCommand(Story.Group, list.Id, Upload.Unclear, means), default);
                if (outcome is not AnswerOutcome.Answered)
                    world.Broken($"a column cannot be explained: {outcome.GetType().Name}");
            }
        });
        Story.Read(world);
        foreach (var (upload, resident, isTicked) in Held())
        {
            if (isTicked && means is ColumnMeaning.NoContact)
                resident.SilentSince[upload.Group] = world.Moment;
            else
                resident.ListedFor.Add(upload.Meeting);
        }

        foreach (var upload in uploads)
            upload.Held.Clear();

        IEnumerable<(Upload Upload, Resident Resident, bool IsTicked)> Held() => uploads.SelectMany(upload => upload.Held.Select(held => (upload, held.Resident, held.IsTicked)));
    }

    /// <summary>Nothing happens but the daily clearing out.</summary>
    public static void PassPerMonth(World world)
    {
        for (var days = 0; days < 32; days++)
        {
            world.Clock.Advance(TimeSpan.FromDays(1));
            world.Processes.Tick("Retain");
            world.Settle();
        }
    }

    private static void Change(World world, Meeting meeting, MeetingChange change)
    {
        world.Ask("change", async i =>
        {
            if ((await i.Get<ChangeMeeting>().HandleAsync(Story.Group, meeting.Id, change, default)).Meeting is { } changed)
                world.Model.Note(changed);
        });
        world.Chaos(20);
    }

    private static void Cancel(World world, Meeting meeting)
    {
        world.Settle();
        Change(world, meeting, new MeetingChange { Cancelled = true });
        world.Settle();
        world.Model.Cancelled[meeting.Id] = world.Moment;
    }

    private static void Pause(World world, Meeting meeting)
    {
        SetAll(MailingState.Paused);
        world.Chaos(20);
        world.Pass(TimeSpan.FromHours(3));
        SetAll(MailingState.Running);

        void SetAll(MailingState state)
        {
            world.Ask(state.ToString(), async i =>
            {
                foreach (var mailing in await i.Get<Mailings>().ListAsync(Story.Group, meeting.Id, default))
                    await i.Get<Mailings>().ChangeAsync(Story.Group, meeting.Id, mailing.Id, state, default);
            });
            world.Settle();
        }
    }

    private static void WalkIn(World world, Meeting meeting)
    {
        var resident = world.Model.Residents[world.Chance.Next(world.Model.Residents.Count)];
        world.Ask("walk-in", i => i.Get<WalkIn>().HandleAsync(new WalkInCommand(Story.Group, meeting.Id, Candidate(resident)), default));
        TapTwice(world, meeting, $"Toos{world.Chance.Next(1000)}");
    }

    /// <summary>Somebody without a number walks in, and the host taps the button twice.</summary>
    private static void TapTwice(World world, Meeting meeting, string name)
    {
        for (var taps = 0; taps < 2; taps++)
            world.Ask("tap", i => i.Get<WalkIn>().HandleAsync(new WalkInCommand(Story.Group, meeting.Id, new Candidate { Name = name }), default));
        world.Settle();
        var guests = Rows.People(world, Story.Group).Where(p => p.Name == name).Select(p => p.Id).ToHashSet();
        if (guests.Count != 1 || Rows.Invitations(world, meeting.Id).Count(i => guests.Contains(i.Person) && i.Attendance is Attendance.Attended) != 1)
            world.Broken($"who walked in once is {guests.Count} people");
    }

    public static Candidate Candidate(Resident resident)
    {
        Assert.Null(new CandidateForm(resident.Name, resident.Phone, resident.Email, resident.Language).TryRead(WholeProgram.Settings.Countries, true, out var candidate));
        return candidate;
    }
}
