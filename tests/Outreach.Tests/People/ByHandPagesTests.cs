using System.Net;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Web;

namespace Outreach.Tests.People;

/// <summary>What organisers do themselves: fill in what people say, add somebody without a list, and take back a mistake.</summary>
public sealed class ByHandPagesTests : AsOrganiser
{
    private const string Caller = "Naam;Telefoon;Taal\nSelam Haile;0301234567;ti\n";

    [Fact]
    public async Task What_somebody_says_on_the_phone_is_filled_in_and_mended_without_touching_their_language()
    {
        var meeting = await Site.InvitedAsync(Caller);
        var calls = meeting + "/paper/calls";
        var action = (await Site.PageAsync(calls)).QuerySelector("form.answer")!.GetAttribute("action")!;

        var page = await Site.FollowAsync(calls, action, ("back", "calls"), ("party", "3"), ("reply", "yes"));
        Assert.Contains("Selam Haile: Ja", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((Reply.Yes, 3, "ti"), await AnswerAsync(meeting, action));
        Assert.Equal("1", (await Site.PageAsync(meeting)).QuerySelectorAll(".funnel .number")[3].TextContent);

        await Site.FollowAsync(calls, page.QuerySelector("[role=status] form")!.GetAttribute("action")!, ("back", "calls"), ("party", "1"), ("reply", "no"));
        Assert.Equal((Reply.No, 0, "ti"), await AnswerAsync(meeting, action));
    }

    [Fact]
    public async Task No_answer_is_filled_in_for_who_said_stop_nor_one_that_there_is_not()
    {
        var meeting = await Site.InvitedAsync();
        var person = (await Site.PageAsync("/people?q=bea")).QuerySelector(".data tbody a")!.GetAttribute("href")!;
        var action = (await Site.PageAsync(person)).QuerySelector("form.answer")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.NotFound, (await OrganiserSite.PostAsync(Site.Browser, person, action, ("reply", "perhaps"))).StatusCode);

        await Site.FollowAsync(person, person + "/stop");

        Assert.Equal(HttpStatusCode.NotFound, (await OrganiserSite.PostAsync(Site.Browser, person, action, ("reply", "yes"))).StatusCode);
        Assert.Equal("0", (await Site.PageAsync(meeting)).QuerySelectorAll(".funnel .number")[3].TextContent);
        Assert.Null((await Site.PageAsync(person)).QuerySelector("form.answer"));
    }

    [Fact]
    public async Task An_answer_after_the_meeting_is_refused_kindly()
    {
        var meeting = await Site.InvitedAsync(Caller);
        var action = (await Site.PageAsync(meeting + "/paper/calls")).QuerySelector("form.answer")!.GetAttribute("action")!;
        await Site.AdvanceAsync(TimeSpan.FromDays(11));

        Assert.Equal(HttpStatusCode.Conflict, (await OrganiserSite.PostAsync(Site.Browser, "/", action, ("reply", "yes"))).StatusCode);
    }

    [Fact]
    public async Task One_person_is_added_without_a_list_and_once()
    {
        var meeting = await Site.MeetingAsync();
        (string, string)[] somebody = [("name", "Bea Prins"), ("phone", "06 12345601"), ("language", "nl"), ("basis", "consent"), ("note", "op de markt gevraagd")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.PostAsync(meeting + "/invite", ("name", "Bea Prins"), ("basis", "consent"), ("note", "markt"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.PostAsync(meeting + "/invite", ("name", "Bea Prins"), ("phone", "06 12345601"))).StatusCode);

        await Site.FollowAsync(meeting + "/invite", meeting + "/invite", somebody);
        var page = await Site.FollowAsync(meeting + "/invite", meeting + "/invite", somebody);
        Assert.Equal(meeting + "/send", page.QuerySelector(".next a")!.GetAttribute("href"));
        await Site.FollowAsync(meeting + "/send", meeting + "/send", ("perHour", ""));
        await Site.DrainAsync();

        Assert.Single(await Site.Get<LocalOutbox>().ListAsync("+31612345601", CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_was_invited_before_is_shown_with_what_they_were_sent()
    {
        var meeting = await Site.InvitedAsync();
        var bea = (await Site.PageAsync("/people?q=bea")).QuerySelector(".data tbody a")!.GetAttribute("href")!;

        var added = await Site.PostAsync(meeting + "/invite", ("name", "Bea Prins"), ("phone", "06 12345601"), ("language", "nl"), ("basis", "consent"), ("note", "op de markt gevraagd"));
        var page = await Site.FollowAsync(bea, bea + "/invite", ("meeting", meeting.Split('/')[^1]));

        Assert.Equal(bea + "?done=already-invited", added.Headers.Location!.ToString());
        Assert.Contains("Deze persoon is al uitgenodigd", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_known_is_invited_to_the_next_meeting_from_their_page_unless_they_said_stop()
    {
        await Site.InvitedAsync();
        var next = await Site.MeetingAsync("Thee op het plein");
        var person = (await Site.PageAsync("/people?q=bea")).QuerySelector(".data tbody a")!.GetAttribute("href")!;

        await Site.FollowAsync(person, person + "/invite", ("meeting", next.Split('/')[^1]));

        Assert.Equal(2, (await Site.PageAsync(person)).QuerySelectorAll("form.answer").Length);
        var stopped = (await Site.PageAsync("/people?q=omer")).QuerySelector(".data tbody a")!.GetAttribute("href")!;
        await Site.FollowAsync(stopped, stopped + "/stop");
        Assert.Equal(HttpStatusCode.Conflict, (await OrganiserSite.PostAsync(Site.Browser, stopped, stopped + "/invite", ("meeting", next.Split('/')[^1]))).StatusCode);
    }

    [Fact]
    public async Task A_tick_that_is_taken_back_leaves_nothing_behind()
    {
        var meeting = await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "ja");
        var checkIn = meeting + "/checkin";
        var tick = $"{meeting}/{(await Site.PageAsync(checkIn)).QuerySelector(".guests button")!.GetAttribute("formaction")}";
        var page = await Site.FollowAsync(checkIn, tick, ("there", "yes"), ("q", ""));

        var undo = page.QuerySelector(".guests button.when-there")!.GetAttribute("value")!;
        await Site.FollowAsync(checkIn, tick, ("there", undo), ("q", ""));

        var id = PersonIdOf(tick);
        Assert.Equal(Attendance.Unknown, (await InvitationAsync(meeting, id)).Attendance);
    }

    [Fact]
    public async Task A_question_that_was_closed_by_mistake_is_opened_again()
    {
        await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "Is er een lift in het gebouw?");
        var item = (await Site.PageAsync("/inbox")).QuerySelector(".cards a")!.GetAttribute("href")!;
        await Site.FollowAsync(item, item + "/close");

        await Site.FollowAsync(item, item + "/reopen");

        Assert.Equal(item, (await Site.PageAsync("/inbox")).QuerySelector(".cards a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task While_invitations_leave_by_themselves_nobody_is_told_to_send_them_again()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel\nBea Prins;0612345601\nPiet Bos;0612345603\n");

        var page = await Site.FollowAsync(meeting + "/send", meeting + "/send", ("perHour", "1"));
        Assert.Equal(meeting + "#mailings", page.QuerySelector(".next a")!.GetAttribute("href"));
        Assert.NotNull((await Site.PageAsync(meeting + "/send")).QuerySelector(".task"));

        await Site.AdvanceAsync(TimeSpan.FromHours(3));
        page = await Site.PageAsync(meeting);
        Assert.Null(page.QuerySelector("form[action*='/mailings/']"));
        Assert.Contains("alles is weg", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static PersonId PersonIdOf(string action) => new(action.Split('/')[^1]);

    private async Task<(Reply, int, string)> AnswerAsync(string meeting, string action)
    {
        var invitation = await InvitationAsync(meeting, PersonIdOf(action));
        var person = (await Site.Get<PeopleStore>().FindAsync(GroupId.Default, invitation.Person, CancellationToken.None))!.Value;
        return (invitation.Reply, invitation.Party, person.Language!);
    }

    private async Task<Invitation> InvitationAsync(string meeting, PersonId person) =>
        (await Site.Get<PeopleStore>().FindAsync(GroupId.Default, new MeetingId(meeting.Split('/')[^1]), person, CancellationToken.None))!.Value;
}
