using Outreach.Lists;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>A row with the phone of one and the e-mail address of another shows them to be one person.</summary>
public sealed class BridgingRowTests
{
    private const string Phone = "+31612345691";
    private const string Mail = "an9@voorbeeld.nl";
    private const string ByPhone = "An Proef;0612345691;";
    private const string ByMail = "An Proef;;an9@voorbeeld.nl";
    private const string ByBoth = "An Proef;0612345691;an9@voorbeeld.nl";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task Whatever_the_order_of_the_rows_they_are_one_person_with_one_invitation(int rowsAChunk)
    {
        string[][] orders = [[ByPhone, ByMail, ByBoth], [ByMail, ByPhone, ByBoth], [ByBoth, ByPhone, ByMail], [ByPhone, ByBoth, ByMail], [ByMail, ByBoth, ByPhone], [ByBoth, ByMail, ByPhone]];
        foreach (var rows in orders)
        {
            using var here = await Neighbourhood.OpenAsync();
            here.Get<ImportList>().RowsPerChunk = rowsAChunk;
            var meeting = await here.PlanAsync();

            var list = await here.ImportAsync(meeting, rows);

            Assert.Equal((3, 1, 2), (list.Rows, list.Accepted, list.Merged));
            await HoldsOnePersonAsync(here, meeting);
        }
    }

    [Fact]
    public async Task People_from_earlier_lists_become_one_and_who_was_sent_to_stays()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, ByPhone);
        await here.InviteAsync(meeting, "Bo Proef;0612345600;");
        await here.ImportAsync(meeting, ByMail);
        var sent = (await here.InvitationAsync(meeting, Phone))!;

        await here.InviteAsync(meeting, ByBoth);

        await HoldsOnePersonAsync(here, meeting);
        Assert.Equal((1, 0), ((await here.SentToAsync(Phone)).Count, (await here.SentToAsync(Mail)).Count));
        Assert.Equal(sent.Code, (await here.InvitationAsync(meeting, Mail))!.Code);
    }

    [Fact]
    public async Task A_code_that_was_sent_to_either_opens_the_one_invitation()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, ByPhone, ByMail);
        var codes = here.Invitations(meeting).Select(invitation => invitation.Code).ToList();
        await here.ReplyAsync(Mail, "ja");

        await here.ImportAsync(meeting, ByBoth);

        var one = await HoldsOnePersonAsync(here, meeting);
        Assert.Equal(2, codes.Count);
        foreach (var code in codes)
            Assert.Equal(one.Id, (await here.Get<Codes>().FindAsync(code, default))!.Value.Person);
        Assert.Equal(Reply.Yes, Assert.Single(here.Invitations(meeting)).Reply);
        Assert.Equal((1, 1), await here.FunnelAsync(meeting) is var funnel ? (funnel.Invited, funnel.Yes) : default);
    }

    [Fact]
    public async Task What_was_said_and_sent_stays_in_the_conversation_and_the_inbox()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, ByPhone, ByMail);
        await here.ReplyAsync(Mail, "ja");
        await here.ReplyAsync(Phone, "Is er ook een lift voor mijn buurvrouw?");

        await here.ImportAsync(meeting, ByBoth);

        var one = await HoldsOnePersonAsync(here, meeting);
        var texts = new List<string?>();
        await foreach (var message in here.Get<PeopleStore>().ConversationAsync(Neighbourhood.Group, one.Id, default))
            texts.Add(message.Value.Text);
        Assert.Contains("ja", texts);
        Assert.Contains("Is er ook een lift voor mijn buurvrouw?", texts);
        Assert.Equal(one.Id, Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Person);
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Mail)]
    public async Task A_stop_of_either_stops_both(string stops)
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), ByPhone, ByMail);
        await here.ReplyAsync(stops, "stop");
        var later = await here.PlanAsync(inDays: 20);
        await here.ImportAsync(later, ByBoth);
        var before = ((await here.SentToAsync(Phone)).Count, (await here.SentToAsync(Mail)).Count);

        await here.InviteAsync(later, ByPhone, ByMail);

        Assert.Equal(before, ((await here.SentToAsync(Phone)).Count, (await here.SentToAsync(Mail)).Count));
        Assert.All(here.Rows<Person>("person|"), person => Assert.NotNull(person.StoppedAt));
        Assert.Single(here.Rows<Person>("person|"));
    }

    [Fact]
    public async Task Two_who_answered_differently_stay_two_and_are_named()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "J. Proef;0612345691;", "Jan Proef;;an9@voorbeeld.nl");
        await here.ReplyAsync(Phone, "ja");
        await here.ReplyAsync(Mail, "nee");

        var list = await here.ImportAsync(meeting, "Jan Proef;0612345691;an9@voorbeeld.nl");

        Assert.Equal((0, 1, 2), (list.Accepted, list.Merged, here.Invitations(meeting).Count));
        var warning = Assert.Single(await here.Get<ListStore>().ProblemsAsync(Neighbourhood.Group, list, default));
        Assert.Equal((ProblemCodes.SharedContact, false), (warning.Code, warning.Rejected));
        Assert.Contains("J. Proef", warning.Message, StringComparison.Ordinal);
        Assert.Contains("Jan Proef", warning.Message, StringComparison.Ordinal);
        Assert.True(warning is { AreApart: true, AreTwo: false, AreOne: false });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Two_who_were_left_apart_are_one_once_an_organiser_says_so(int rowsAChunk)
    {
        using var here = await Neighbourhood.OpenAsync();
        here.Get<ImportList>().RowsPerChunk = rowsAChunk;
        var meeting = await here.PlanAsync();
        var list = await here.ImportTextAsync(meeting, "naam;mobiel;email;Nieuwsbrief\nAn Proef;0612345691;;ja\nZoë Ander;;an9@voorbeeld.nl;ja\nAn Proef;0612345691;an9@voorbeeld.nl;ja\n");
        Assert.Equal((3, 2, 1), (list.Rows, list.Accepted, list.Merged));

        var said = await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 4, areTwo: false, default);
        var again = await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 4, areTwo: false, default);

        Assert.All([said, again], outcome => Assert.Equal((3, 1, 2), outcome is SayWhoOutcome.Said { List: var after } ? (after.Rows, after.Accepted, after.Merged) : default));
        Assert.IsType<SayWhoOutcome.SaidOtherwise>(await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 4, areTwo: true, default));
        var one = Assert.Single(here.Rows<Person>("person|"));
        Assert.Equal((Phone, Mail), (one.Mobile!.Value, one.Email!.Value));
        Assert.Single(here.Invitations(meeting));

        // Read again, nobody asks once more.
        await here.Get<AnswerQuestion>().HandleAsync(new AnswerQuestionCommand(Neighbourhood.Group, list.Id, "Nieuwsbrief", ColumnMeaning.Consent), default);
        await here.DrainAsync();
        var reread = (await here.Get<ListStore>().FindAsync(Neighbourhood.Group, list.Id, default))!.Value;
        Assert.Equal((3, 1, 2), (reread.Rows, reread.Accepted, reread.Merged));
        Assert.DoesNotContain(await here.Get<ListStore>().ProblemsAsync(Neighbourhood.Group, reread, default), problem => problem is { Row: 4, AreTwo: not null });
        Assert.Single(here.Rows<Person>("person|"));
    }

    [Fact]
    public async Task Two_who_were_left_apart_stay_two_once_an_organiser_says_so()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, ByPhone, "Zoë Ander;;an9@voorbeeld.nl");
        var list = await here.ImportAsync(meeting, ByBoth);

        var said = await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 2, areTwo: true, default);

        Assert.Equal((1, 0, 1), said is SayWhoOutcome.Said { List: var after } ? (after.Rows, after.Accepted, after.Merged) : default);
        Assert.Equal(2, here.Rows<Person>("person|").Count);
        Assert.True(Assert.Single(await here.Get<ListStore>().ProblemsAsync(Neighbourhood.Group, list, default)).AreTwo);
    }

    [Fact]
    public async Task Whoever_each_have_a_place_or_neighbours_cannot_be_made_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, ByPhone, "Zoë Ander;;an9@voorbeeld.nl");
        foreach (var contact in (string[])[Phone, Mail])
        {
            await here.Get<Outreach.Meetings.MarkAttendance>().HandleAsync(Neighbourhood.Group, meeting.Id, (await here.WhoIsAsync(contact))!.Id, attended: true, came: null, default);
            Assert.IsType<Outreach.Nominations.NominateOutcome.Nominated>(await here.NominateAsync(meeting, contact, contact == Phone ? "0612345801" : "0612345802"));
        }

        var list = await here.ImportAsync(meeting, ByBoth);

        Assert.IsType<SayWhoOutcome.CannotBeOne>(await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 2, areTwo: false, default));
        Assert.NotEqual((await here.WhoIsAsync(Phone))!.Id, (await here.WhoIsAsync(Mail))!.Id);
    }

    [Fact]
    public async Task The_sweep_finishes_a_joining_that_nobody_comes_back_for()
    {
        for (var instruction = 1; ; instruction++)
        {
            var faults = new Faults();
            using var here = await Neighbourhood.OpenAsync(faults);
            var meeting = await here.PlanAsync();
            await here.ImportAsync(meeting, ByPhone, "Zoë Ander;;an9@voorbeeld.nl");
            var list = await here.ImportAsync(meeting, ByBoth);
            var left = instruction;
            faults.Hook = (moment, operation, _) =>
            {
                if (moment is Moment.After && operation == "SubmitAsync" && --left == 0)
                    throw new IOException("Killed here.");
            };
            var isKilled = await Record.ExceptionAsync(() => here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 2, areTwo: false, default)) is not null;
            faults.Hook = null;
            await here.AdvanceAsync(TimeSpan.FromMinutes(11));

            Assert.DoesNotContain(here.Rows<Joined>("joined|"), joined => joined.IsUnderway);
            Assert.Empty(here.Rows<ContactRow>("owed|"));
            Assert.Equal((await here.WhoIsAsync(Phone))!.Id, (await here.WhoIsAsync(Mail))!.Id);
            await here.FunnelAsync(meeting);
            if (!isKilled)
                return;
        }
    }

    [Theory]
    [InlineData(DeliveryReport.Delivered)]
    [InlineData(DeliveryReport.AddressBad)]
    [InlineData(DeliveryReport.OptedOut)]
    public async Task A_report_on_a_message_to_who_is_now_another_person_is_about_that_person(DeliveryReport told)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, ByPhone, ByMail);
        await here.ReplyAsync(Mail, "misschien");
        var goes = (await here.WhoIsAsync(Phone))!.Id;
        var sent = await ArrangeSentAsync(here, goes);
        await here.ImportAsync(meeting, ByBoth);
        var one = (await here.WhoIsAsync(Mail))!;
        Assert.NotEqual(goes, one.Id);

        var report = new InboundEvent(InboundKind.Delivery, "r1", Phone, null, null, here.Now, Reference: sent.Key.ReferenceIn(Neighbourhood.Group), Report: told, Code: "30003");
        await here.InboundAsync(report);
        await here.InboundAsync(report with { Id = "r2" });

        var after = (await here.WhoIsAsync(Mail))!;
        Assert.Equal(told is DeliveryReport.AddressBad ? "30003" : null, after.Mobile!.BadCode);
        Assert.Equal(told is DeliveryReport.OptedOut, after.StoppedAt is not null);
        Assert.Equal(told is DeliveryReport.Delivered ? MessageState.Delivered : told is DeliveryReport.AddressBad ? MessageState.PermanentFailure : MessageState.Sent, (await here.Get<PeopleStore>().FindAsync(Neighbourhood.Group, sent.Key, default))!.Value.State);
        await here.FunnelAsync(meeting);
    }

    [Fact]
    public async Task What_is_there_after_all_is_not_sent_to_who_is_now_another_person()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, ByPhone, ByMail);
        await here.ReplyAsync(Mail, "misschien");
        var sent = await ArrangeSentAsync(here, (await here.WhoIsAsync(Phone))!.Id);
        await here.ImportAsync(meeting, ByBoth);
        var report = new InboundEvent(InboundKind.Delivery, "r1", Phone, null, null, here.Now, Reference: sent.Key.ReferenceIn(Neighbourhood.Group), Report: DeliveryReport.Undelivered, Code: "30003");
        await here.InboundAsync(report);
        Assert.Equal(MessageState.Queued, Assert.Single(here.Rows<Message>("msg|"), message => message.IsSecondTry).State);

        await here.InboundAsync(report with { Id = "r2", Report = DeliveryReport.Delivered, Code = null });

        var again = Assert.Single(here.Rows<Message>("msg|"), message => message.IsSecondTry);
        Assert.Equal((MessageState.Dropped, DropReason.Arrived), (again.State, again.Code));
        Assert.Equal(MessageState.Delivered, (await here.Get<PeopleStore>().FindAsync(Neighbourhood.Group, sent.Key, default))!.Value.State);
        await here.FunnelAsync(meeting);
    }

    /// <summary>The local outbox delivers at once; a real phone may not have it yet.</summary>
    private static async Task<Message> ArrangeSentAsync(Neighbourhood here, Outreach.Ids.PersonId person)
    {
        var people = here.Get<PeopleStore>();
        var message = await people.MessagesAsync(Neighbourhood.Group, person, default).FirstAsync(message => message.Value.IsInvitation);
        var changes = new Changes(Shard.Of(Neighbourhood.Group, person));
        changes.Change(message, message.Value with { State = MessageState.Sent });
        await people.SaveAsync(changes, default);
        return message.Value;
    }

    [Fact]
    public async Task More_numbers_than_one_are_all_known_and_all_stopped()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, ByPhone, "An Proef;0612345692;an9@voorbeeld.nl");
        await here.ImportAsync(meeting, ByBoth);
        Assert.Equal((await here.WhoIsAsync(Phone))!.Id, (await here.WhoIsAsync("+31612345692"))!.Id);

        await here.ReplyAsync("+31612345692", "stop");

        Assert.NotNull((await here.WhoIsAsync(Phone))!.StoppedAt);
        Assert.True(await here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, Neighbourhood.HashOf(Phone), default));
        Assert.True(await here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, Neighbourhood.HashOf("+31612345692"), default));
    }

    [Fact]
    public async Task Whoever_is_erased_is_erased_under_each_id()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, ByPhone, ByMail);
        await here.ImportAsync(meeting, ByBoth);
        var one = await HoldsOnePersonAsync(here, meeting);

        Assert.True(await here.Get<Outreach.Privacy.Erase>().HandleAsync(Neighbourhood.Group, one.Joined[0], "asked", default));

        Assert.DoesNotContain(here.Tables.Dump(TableNames.People), row => row.Row.Key.Split('|')[0] is "person" or "joined" or "msg" or "inv" or "contact");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Killed_at_any_instruction_it_ends_the_same_and_invites_once(int rowsAChunk)
    {
        for (var instruction = 1; ; instruction++)
        {
            var faults = new Faults();
            using var here = await Neighbourhood.OpenAsync(faults);
            here.Get<ImportList>().RowsPerChunk = rowsAChunk;
            var meeting = await here.PlanAsync(capacity: 10);
            await here.InviteAsync(meeting, ByMail);
            await here.ReplyAsync(Mail, "ja");
            var content = new MemoryStream("naam;mobiel;email\n"u8.ToArray().Concat(System.Text.Encoding.UTF8.GetBytes($"{ByPhone}\nCo Proef;0612345693;\n{ByBoth}\n")).ToArray());
            var list = await here.Get<UploadList>().HandleAsync(new UploadListCommand(Neighbourhood.Group, meeting.Id, "lijst.csv", content, Basis.Consent, "markt", "nl"), default);
            var left = instruction;
            faults.Hook = (moment, operation, _) =>
            {
                if (moment is Moment.After && operation == "SubmitAsync" && --left == 0)
                    throw new IOException("Killed here.");
            };
            var job = new ImportListJob(Neighbourhood.Group, list.Id);
            var isKilled = await Record.ExceptionAsync(() => here.Get<ImportList>().HandleAsync(job, default)) is not null;
            faults.Hook = null;
            await here.AdvanceAsync(TimeSpan.FromMinutes(2));

            var after = (await here.Get<ListStore>().FindAsync(Neighbourhood.Group, list.Id, default))!.Value;
            Assert.Equal((ListState.Ready, 3, 1, 2), (after.State, after.Rows, after.Accepted, after.Merged));
            var one = (await here.WhoIsAsync(Phone))!;
            Assert.Equal((one.Id, 2), ((await here.WhoIsAsync(Mail))!.Id, here.Invitations(meeting).Count));
            Assert.DoesNotContain(here.Rows<Joined>("joined|"), joined => joined.IsUnderway);
            Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Phone))!.Reply);
            Assert.Equal(1, (await here.FunnelAsync(meeting)).Yes);
            await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
            await here.DrainAsync();
            Assert.Empty(await here.SentToAsync(Phone));
            if (!isKilled)
                return;
        }
    }

    private static async Task<Person> HoldsOnePersonAsync(Neighbourhood here, Outreach.Records.Meeting meeting)
    {
        var one = (await here.WhoIsAsync(Phone))!;
        Assert.Equal(one.Id, (await here.WhoIsAsync(Mail))!.Id);
        Assert.Equal((Phone, Mail), (one.Mobile!.Value, one.Email!.Value));
        Assert.Single(here.Invitations(meeting), invitation => invitation.Person == one.Id);
        Assert.Single(here.Rows<Person>("person|"), person => person.Name == "An Proef");
        await here.FunnelAsync(meeting);
        return one;
    }
}
