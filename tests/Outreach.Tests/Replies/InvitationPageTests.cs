using System.Net;
using AngleSharp.Dom;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class InvitationPageTests(ServedNeighbourhood neighbourhood) : IClassFixture<ServedNeighbourhood>
{
    [Fact]
    public async Task The_page_says_what_when_where_and_who_asks()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());

        var page = await neighbourhood.PageAsync($"/i/{invitation.Code}");

        var text = page.TextContent;
        Assert.Contains("Dag Ömer Yıldız,", text, StringComparison.Ordinal);
        Assert.Contains("Soep en verhalen", text, StringComparison.Ordinal);
        Assert.Contains("donderdag 4 maart 2027, van 19.00 tot 21.00 uur", text, StringComparison.Ordinal);
        Assert.Contains("Buurthuis De Linde, Lindelaan 12", text, StringComparison.Ordinal);
        Assert.Contains("Fatima van Buurtgroep De Linde", text, StringComparison.Ordinal);
        Assert.Equal("tel:0612345678", page.QuerySelector(".contact a")!.GetAttribute("href"));
        Assert.Equal(["yes", "no", "maybe"], page.QuerySelectorAll("button[name=answer]").Select(button => button.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task The_same_answer_again_counts_from_when_it_was_given_again()
    {
        var meeting = await neighbourhood.MeetingAsync();
        var invitation = await neighbourhood.InviteAsync(meeting);
        await neighbourhood.FollowAsync($"/i/{invitation.Code}", ("answer", "yes"), ("party", "3"));
        var first = await neighbourhood.InvitationAsync(meeting, invitation.Person);
        await neighbourhood.AdvanceAsync(TimeSpan.FromMinutes(5));

        await neighbourhood.FollowAsync($"/i/{invitation.Code}", ("answer", "yes"), ("party", "3"));

        var second = await neighbourhood.InvitationAsync(meeting, invitation.Person);
        Assert.Equal((first.Reply, first.Party), (second.Reply, second.Party));
        Assert.True(second.RepliedAt > first.RepliedAt);
    }

    [Fact]
    public async Task A_yes_with_three_people_is_saved_and_shown()
    {
        var meeting = await neighbourhood.MeetingAsync();
        var invitation = await neighbourhood.InviteAsync(meeting);

        var page = await neighbourhood.FollowAsync($"/i/{invitation.Code}", ("answer", "yes"), ("party", "3"));

        var saved = await neighbourhood.InvitationAsync(meeting, invitation.Person);
        Assert.Equal((Reply.Yes, 3), (saved.Reply, saved.Party));
        Assert.Contains("Fijn dat u komt!", Notice(page), StringComparison.Ordinal);
        Assert.Contains("We rekenen op u, samen 3 mensen.", Notice(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", Reply.No, "Jammer, maar geen probleem.")]
    [InlineData("maybe", Reply.Maybe, "U hoeft nog niet te kiezen.")]
    public async Task A_mind_may_change(string answer, Reply reply, string words)
    {
        var meeting = await neighbourhood.MeetingAsync();
        var invitation = await neighbourhood.InviteAsync(meeting);
        await neighbourhood.FollowAsync($"/i/{invitation.Code}", ("answer", "yes"));

        var page = await neighbourhood.FollowAsync($"/i/{invitation.Code}", ("answer", answer));

        Assert.Equal(reply, (await neighbourhood.InvitationAsync(meeting, invitation.Person)).Reply);
        Assert.Contains(words, Notice(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_sent_twice_changes_nothing()
    {
        var meeting = await neighbourhood.MeetingAsync();
        var invitation = await neighbourhood.InviteAsync(meeting);
        await neighbourhood.FollowAsync($"/i/{invitation.Code}", ("answer", "yes"), ("party", "2"));
        var first = await neighbourhood.InvitationAsync(meeting, invitation.Person);
        await neighbourhood.AdvanceAsync(TimeSpan.FromSeconds(1));

        await neighbourhood.FollowAsync($"/i/{invitation.Code}", ("answer", "yes"), ("party", "2"));

        Assert.Equal(first.RepliedAt, (await neighbourhood.InvitationAsync(meeting, invitation.Person)).RepliedAt);
    }

    [Theory]
    [InlineData("", "1", "Kies ja, nee of misschien.")]
    [InlineData("perhaps", "1", "Kies ja, nee of misschien.")]
    [InlineData("yes", "0", "Vul een getal in van 1 tot en met 20.")]
    [InlineData("yes", "21", "Vul een getal in van 1 tot en met 20.")]
    [InlineData("yes", "many", "Vul een getal in van 1 tot en met 20.")]
    public async Task What_is_no_answer_is_said_and_changes_nothing(string answer, string party, string words)
    {
        var meeting = await neighbourhood.MeetingAsync();
        var invitation = await neighbourhood.InviteAsync(meeting);

        var page = await ServedNeighbourhood.ReadAsync(await neighbourhood.PostAsync($"/i/{invitation.Code}", ("answer", answer), ("party", party)), HttpStatusCode.UnprocessableEntity);

        Assert.Contains(words, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#party"));
        Assert.Equal(Reply.None, (await neighbourhood.InvitationAsync(meeting, invitation.Person)).Reply);
    }

    [Fact]
    public async Task Whoever_comes_after_the_last_place_is_offered_the_waiting_list()
    {
        var meeting = await neighbourhood.MeetingAsync(capacity: 2);
        var (first, second) = (await neighbourhood.InviteAsync(meeting), await neighbourhood.InviteAsync(meeting));
        await neighbourhood.FollowAsync($"/i/{first.Code}", ("answer", "yes"), ("party", "2"));

        var offer = await neighbourhood.PageAsync($"/i/{second.Code}");
        var page = await neighbourhood.FollowAsync($"/i/{second.Code}", ("answer", "yes"));

        Assert.Contains("Zet mij op de wachtlijst", offer.TextContent, StringComparison.Ordinal);
        Assert.Contains("U staat op de wachtlijst.", Notice(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_is_called_off_takes_no_answer()
    {
        var meeting = await neighbourhood.MeetingAsync();
        var invitation = await neighbourhood.InviteAsync(meeting);
        await neighbourhood.Get<ChangeMeeting>().HandleAsync(GroupId.Default, meeting.Id, new MeetingChange { Cancelled = true }, CancellationToken.None);

        var page = await neighbourhood.FollowAsync($"/i/{invitation.Code}", ("answer", "yes"));

        Assert.Contains("gaat helaas niet door", Notice(page), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("button[name=answer]"));
        Assert.Contains("STATUS:CANCELLED", await neighbourhood.Client.GetStringAsync($"/i/{invitation.Code}.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_reaches_the_inbox_once_however_often_it_is_sent()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());
        var page = await neighbourhood.PageAsync($"/i/{invitation.Code}");
        var shown = page.QuerySelector("input[name=shown]")!.GetAttribute("value")!;

        await neighbourhood.FollowAsync($"/i/{invitation.Code}/question", ("question", "Is er een lift?"), ("shown", shown));
        var thanks = await neighbourhood.FollowAsync($"/i/{invitation.Code}/question", ("question", "Is er een lift?"), ("shown", shown));

        var items = await neighbourhood.Get<Inbox>().ListAsync(GroupId.Default, open: true, CancellationToken.None);
        Assert.Equal("Is er een lift?", Assert.Single(items, item => item.Person == invitation.Person).Text);
        Assert.Contains("Fatima leest uw vraag", thanks.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_question_is_said_and_goes_nowhere()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());

        var page = await ServedNeighbourhood.ReadAsync(await neighbourhood.PostAsync($"/i/{invitation.Code}/question", ("question", " ")), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("true", page.QuerySelector("#question")!.GetAttribute("aria-invalid"));
        Assert.True(page.QuerySelector("#question")!.Closest("details")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("nl", null)]
    [InlineData("ar", "nl")]
    public async Task What_when_and_where_have_pictograms_and_say_which_language_the_organiser_wrote_in(string language, string? theirs)
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());

        var page = await neighbourhood.PageAsync($"/i/{invitation.Code}?lang={language}");

        Assert.Equal(3, page.QuerySelectorAll(".facts dt svg.icon[aria-hidden=true]").Length);
        Assert.Equal([theirs, null, theirs], page.QuerySelectorAll(".facts dd bdi").Select(words => words.GetAttribute("lang")));
    }

    [Fact]
    public async Task A_language_that_is_chosen_is_remembered()
    {
        var meeting = await neighbourhood.MeetingAsync();
        var invitation = await neighbourhood.InviteAsync(meeting);

        var chosen = await neighbourhood.PageAsync($"/i/{invitation.Code}?lang=en");
        var later = await neighbourhood.PageAsync($"/i/{invitation.Code}");

        Assert.Equal("en", chosen.GetAttribute("lang"));
        Assert.Equal("en", later.GetAttribute("lang"));
        Assert.Equal("en", (await neighbourhood.PersonAsync(invitation.Person)).Language);
        Assert.Equal("en", (await neighbourhood.InvitationAsync(meeting, invitation.Person)).Language);
    }

    [Fact]
    public async Task Whoever_said_stop_sees_that_and_how_to_undo_it()
    {
        var meeting = await neighbourhood.MeetingAsync();
        var invitation = await neighbourhood.InviteAsync(meeting);
        await neighbourhood.FollowAsync($"/s/{invitation.Code}", ("from", "page"));

        var page = await neighbourhood.FollowAsync($"/i/{invitation.Code}", ("answer", "yes"));

        Assert.Contains("U krijgt geen berichten meer", Notice(page), StringComparison.Ordinal);
        Assert.Contains("START", Notice(page), StringComparison.Ordinal);
        Assert.Equal(Reply.Stop, (await neighbourhood.InvitationAsync(meeting, invitation.Person)).Reply);
    }

    [Fact]
    public async Task The_calendar_file_is_one_event_in_utc_with_folded_lines()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());

        var answer = await neighbourhood.Client.GetAsync($"/i/{invitation.Code}.ics");

        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("DTSTART:20270304T180000Z", lines);
        Assert.Contains("LOCATION:Buurthuis De Linde\\, Lindelaan 12", lines);
        Assert.All(lines, line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    private static string Notice(IElement page) => page.QuerySelector(".notice")?.TextContent ?? "";
}
