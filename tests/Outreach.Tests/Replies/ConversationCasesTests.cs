using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

/// <summary>Conversations that went wrong once, each with what is right.</summary>
public sealed class ConversationCasesTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";
    private const string Cas = "cas@post.example";

    [Fact]
    public async Task A_meeting_called_off_in_the_evening_before_its_morning_is_told_at_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await MorningAsync(here, "08:30");
        await here.AdvanceToAsync(At(meeting.StartsAt, -1, "20:30"));

        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = true }, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Contains("gaat niet door", (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
        Assert.Contains("gaat niet door", (await here.SentToAsync(Bo))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_at_night_is_about_what_they_were_asked_not_about_what_they_will_be_asked_in_the_morning()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = (await here.PlanAsync(inDays: 10), await here.PlanAsync(inDays: 20));
        await here.InviteAsync(first, "Ann;0611111111;");
        await here.AdvanceToAsync(At(Moments.Monday, 0, "23:00"));
        await here.InviteAsync(second, "Ann;0611111111;");

        await here.ReplyAsync(Ann, "ja");

        Assert.Equal((Reply.Yes, Reply.None), ((await here.InvitationAsync(first, Ann))!.Reply, (await here.InvitationAsync(second, Ann))!.Reply));
    }

    [Fact]
    public async Task A_yes_after_a_cancel_is_told_at_once_that_it_is_off()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = true }, default);
        var before = (await here.SentToAsync(Ann)).Count;

        await here.ReplyAsync(Ann, "ja, ik kom graag");

        Assert.Equal(before + 1, (await here.SentToAsync(Ann)).Count);
        Assert.Contains("gaat niet door", (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
        Assert.NotEqual(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Empty(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Theory]
    [InlineData("19:30", "09:00")]
    [InlineData("19:30", "09:30")]
    [InlineData("09:00", "19:30")]
    public async Task A_meeting_that_moves_in_the_evening_before_is_told_at_once_where_morning_is_too_late(string from, string to)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await MorningAsync(here, from);
        await here.AdvanceToAsync(At(meeting.StartsAt, -1, "20:30"));

        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { StartsAt = At(meeting.StartsAt, 0, to) }, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Contains(to.Replace(':', '.'), (await here.SentToAsync(Ann))[^1].Replace(':', '.'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nee", 0)]
    [InlineData("ja", 1)]
    public async Task Whoever_says_no_to_what_they_know_to_be_off_is_not_told_again(string answer, int more)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = true }, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));
        var before = (await here.SentToAsync(Ann)).Count;

        await here.ReplyAsync(Ann, answer);

        Assert.Equal((2, before + more), (before, (await here.SentToAsync(Ann)).Count));
    }

    [Fact]
    public async Task Whoever_was_told_of_a_change_only_hears_that_it_is_off_when_they_say_no()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Place = "De Fuik" }, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = true }, default);
        var before = (await here.SentToAsync(Ann)).Count;

        await here.ReplyAsync(Ann, "nee");

        Assert.Equal((2, 3), (before, (await here.SentToAsync(Ann)).Count));
    }

    [Fact]
    public async Task News_that_can_wait_leaves_in_the_morning()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await MorningAsync(here, "19:30");
        await here.AdvanceToAsync(At(meeting.StartsAt, -1, "20:30"));
        var before = (await here.SentToAsync(Ann)).Count;

        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Place = "De Fuik" }, default);
        await here.AdvanceAsync(TimeSpan.FromHours(2));
        var atNight = (await here.SentToAsync(Ann)).Count;
        await here.AdvanceToAsync(At(meeting.StartsAt, 0, "09:10"));

        Assert.Equal((before, before + 1), (atNight, (await here.SentToAsync(Ann)).Count));
    }

    [Fact]
    public async Task Whoever_would_come_and_cannot_be_told_by_message_is_named()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "naam;mobiel;telefoon\nAnn;0611111111;\nDora;;0301234567\n");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        foreach (var invitation in here.Invitations(meeting))
            await here.Get<RecordReply>().HandleAsync(new ReplyCommand(Neighbourhood.Group, invitation.Person, meeting.Id, Reply.Yes, 1), default);

        var (changed, _) = await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1) }, default);
        var at = await here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, changed!, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        var later = await here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, changed!, default);

        Assert.Equal("Dora", Assert.Single(at.ToCall).Person.Name);
        Assert.Equal("Dora", Assert.Single(later.ToCall).Person.Name);
    }

    [Fact]
    public async Task Whoever_can_only_be_called_is_named_at_night_too()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "naam;telefoon\nDora;0301234567\n");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        await here.Get<RecordReply>().HandleAsync(new ReplyCommand(Neighbourhood.Group, here.Invitations(meeting).Single().Person, meeting.Id, Reply.Yes, 1), default);
        await here.AdvanceToAsync(Moments.Monday.Date.AddHours(20.5));

        var (changed, _) = await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1) }, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.Equal("Dora", Assert.Single((await here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, changed!, default)).ToCall).Person.Name);
    }

    [Fact]
    public async Task Whoever_was_asked_and_is_silent_hears_once_of_a_change_and_is_counted_until_then()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Bo, "nee");

        var (changed, _) = await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1) }, default);
        var before = await here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, changed!, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(30));
        var after = await here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, changed!, default);

        Assert.Equal((1, 0), (before.HoldOldDate, after.HoldOldDate));
        Assert.Equal((2, 2), ((await here.SentToAsync(Ann)).Count, (await here.SentToAsync(Bo)).Count));
        Assert.Contains("STOP", (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_had_two_unasked_messages_this_week_hears_of_a_change_when_it_may_be_sent()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.AdvanceAsync(TimeSpan.FromDays(4));

        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = true }, default);
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        var early = (await here.SentToAsync(Ann)).Count;
        await here.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Equal((2, 3), (early, (await here.SentToAsync(Ann)).Count));
    }

    [Theory]
    [InlineData("Ik ben momenteel niet bereikbaar. Dit is een automatisch antwoord.", 1)]
    [InlineData("Ik ben momenteel niet bereikbaar. Dit is een automatisch antwoord. Referentie {0}", 1)]
    [InlineData("Ik ben momenteel niet bereikbaar. Uw kenmerk is AB{0}X.", 1)]
    public async Task A_machine_that_answers_is_answered_once_and_read_once(string text, int most)
    {
        foreach (var from in (string[])[Ann, Cas])
        {
            using var here = await Neighbourhood.OpenAsync();
            var meeting = await here.PlanAsync();
            await here.InviteAsync(meeting, "Ann;0611111111;", "Cas;;cas@post.example");
            var before = (await here.SentToAsync(from)).Count;

            for (var times = 1; times <= 12; times++)
                await here.ReplyAsync(from, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, times));

            Assert.Equal(most, (await here.SentToAsync(from)).Count - before);
            Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
            Assert.Equal(12, here.Rows<Message>("msg|").Count(message => message.State is MessageState.Received));
        }
    }

    [Fact]
    public async Task Whatever_a_machine_says_it_is_told_twice_a_day_that_a_person_will_read_it()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        foreach (var text in (string[])["waar staat de fiets", "hebben jullie ook thee", "komt de wethouder", "is er parkeerplaats", "mag mijn hond mee"])
            await here.ReplyAsync(Ann, text);

        Assert.Equal(1 + AnswerLimit.PerKind, (await here.SentToAsync(Ann)).Count);
        Assert.Equal(5, (await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Count);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("help")]
    public async Task A_machine_that_says_the_same_word_is_not_answered_for_ever(string word)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        for (var times = 0; times < 12; times++)
            await here.ReplyAsync(Ann, word);

        Assert.InRange((await here.SentToAsync(Ann)).Count, 2, 4);
    }

    [Fact]
    public async Task Whoever_answers_a_meeting_that_is_off_again_and_again_hears_twice_a_day_that_it_is()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { Cancelled = true }, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        var before = (await here.SentToAsync(Ann)).Count;

        for (var times = 0; times < 12; times++)
            await here.ReplyAsync(Ann, "ja");

        Assert.Equal(before + AnswerLimit.PerKind, (await here.SentToAsync(Ann)).Count);
    }

    [Fact]
    public async Task After_a_stop_there_is_one_confirmation_and_then_silence_until_start()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        foreach (var text in (string[])["STOP", "stop!!", "STOP!!! ik zei stop", "help", "hoe laat?", "ja", "verkeerd nummer"])
            await here.ReplyAsync(Ann, text);
        var silent = (await here.SentToAsync(Ann)).Count;
        await here.ReplyAsync(Ann, "START");
        await here.ReplyAsync(Ann, "STOP");

        Assert.Equal((2, 4), (silent, (await here.SentToAsync(Ann)).Count));
    }

    [Fact]
    public async Task A_new_date_has_its_own_reminder()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja");
        await here.AdvanceToAsync(At(meeting.StartsAt, -1, "16:05"));
        var reminded = (await here.SentToAsync(Ann)).Count;

        await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(7) }, default);
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        var told = (await here.SentToAsync(Ann)).Count;
        await here.AdvanceToAsync(At(meeting.StartsAt.AddDays(7), -1, "17:00"));

        Assert.Equal((3, 4, 5), (reminded, told, (await here.SentToAsync(Ann)).Count));
    }

    [Fact]
    public async Task The_same_name_within_two_minutes_walked_in_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var walkIn = here.Get<WalkIn>();

        var first = await walkIn.HandleAsync(new WalkInCommand(Neighbourhood.Group, meeting.Id, Neighbourhood.Candidate("Jan")), default);
        var twice = await walkIn.HandleAsync(new WalkInCommand(Neighbourhood.Group, meeting.Id, Neighbourhood.Candidate(" jan")), default);
        var other = await walkIn.HandleAsync(new WalkInCommand(Neighbourhood.Group, meeting.Id, Neighbourhood.Candidate("Janna")), default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(3));
        var namesake = await walkIn.HandleAsync(new WalkInCommand(Neighbourhood.Group, meeting.Id, Neighbourhood.Candidate("Jan")), default);

        Assert.Equal(first!.Invitation.Person, twice!.Invitation.Person);
        Assert.Equal(3, new[] { first, other!, namesake! }.Select(one => one.Invitation.Person).Distinct().Count());
        Assert.Equal(3, (await here.FunnelAsync(meeting)).Attended);
    }

    [Fact]
    public async Task An_answer_to_who_said_stop_is_not_sent_and_says_so()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "hoe laat begint het eigenlijk?");
        var item = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        await here.ReplyAsync(Ann, "stop");
        var before = (await here.SentToAsync(Ann)).Count;

        Assert.Equal(InboxAnswerOutcome.Stopped, await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, item.Id, "Om zeven uur.", sawOpen: false, default));
        await here.DrainAsync();

        Assert.Equal(before, (await here.SentToAsync(Ann)).Count);
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Fact]
    public async Task Posted_letters_are_not_offered_again()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "naam;straat;huisnummer;postcode\nAnn;Lindelaan;1;1234AB\nBo;Lindelaan;3;1234AB\n");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        var paper = new PaperLists(here.Get<Outreach.Records.PeopleStore>());
        var letters = (await paper.HandleAsync(Neighbourhood.Group, meeting.Id, default)).Letters;

        var batch = await here.Get<PostLetters>().PrintAsync(Neighbourhood.Group, meeting, [letters[0][0].Person.Id], 1, here.Now, default);
        await here.Get<PostLetters>().HandleAsync(Neighbourhood.Group, meeting, batch!.Id, default);

        Assert.Equal("Bo", Assert.Single((await paper.HandleAsync(Neighbourhood.Group, meeting.Id, default)).Letters)[0].Person.Name);
        Assert.Equal(2, (await here.FunnelAsync(meeting)).Invited);
    }

    /// <summary>Ann says yes and Bo maybe to a meeting at this hour of the day.</summary>
    private static async Task<Meeting> MorningAsync(Neighbourhood here, string hour)
    {
        var planned = await here.PlanAsync();
        var (meeting, _) = await here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, planned.Id, new MeetingChange { StartsAt = At(planned.StartsAt, 0, hour) }, default);
        await here.InviteAsync(meeting!, "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Bo, "misschien");
        return meeting!;
    }

    private static DateTimeOffset At(DateTimeOffset of, int days, string hour)
    {
        var hours = new SendingHours(WholeProgram.Settings.Zone);
        return hours.At(hours.Day(of).AddDays(days), TimeOnly.Parse(hour, System.Globalization.CultureInfo.InvariantCulture));
    }
}
