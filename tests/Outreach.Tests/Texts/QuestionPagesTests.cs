using System.Net;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Tests.Web;

namespace Outreach.Tests.Texts;

public sealed class QuestionPagesTests : AsOrganiser
{
    [Fact]
    public async Task A_question_is_asked_of_who_comes_in_their_language_and_counted_without_names()
    {
        var meeting = await Site.InvitedAsync("Naam;Mobiel;Taal\nBea Prins;0612345601;nl\nÖmer Yıldız;0612345602;tr\n");
        await Site.FollowAsync(
            meeting + "/questions", meeting + "/questions", ("text-before-1-nl", "Wat verwacht u?"), ("choices-before-1-nl", "Gezellig\nLeerzaam"), ("text-before-1-tr", "Ne bekliyorsunuz?"), ("choices-before-1-tr", "Hoş\nÖğretici"));
        var page = await PathOfAsync(meeting, "Ömer");
        Assert.Null((await Site.PageAsync(page)).QuerySelector("#questions"));
        await Site.ReplyAsync("+31612345602", "evet");

        var form = (await Site.PageAsync(page)).QuerySelector("#questions")!;
        var field = form.QuerySelector("input[type=radio]")!.GetAttribute("name")!;
        var answer = await Site.Browser.PostAsync(page + "/answers", new FormUrlEncodedContent([KeyValuePair.Create(field, "1")]));

        Assert.Equal("Ne bekliyorsunuz?", form.QuerySelector("legend")!.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.NotNull((await Site.PageAsync(page)).QuerySelector("#questions .notice"));
        await Site.AdvanceAsync(TimeSpan.FromDays(11));
        var after = await Site.PageAsync(meeting + "/after");
        Assert.Equal(["0", "1"], after.QuerySelectorAll("#questions ~ .shares .number").Select(td => td.TextContent));
        Assert.DoesNotContain("Ömer", after.QuerySelector("#questions")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_meeting_it_is_asked_of_who_came_on_the_page_that_the_thanks_lead_to()
    {
        var meeting = await Site.InvitedAsync();
        await Site.FollowAsync(meeting + "/questions", meeting + "/questions", ("text-after-1-nl", "Wat nam u mee?"));
        await Site.ReplyAsync("+31612345601", "ja");
        await Site.ReplyAsync("+31612345602", "ja");
        await Site.AdvanceAsync(TimeSpan.FromDays(10.5));
        var id = new MeetingId(meeting.Split('/')[^1]);
        var bea = (await Site.Get<ListInvitations>().HandleAsync(GroupId.Default, id, null, 10, CancellationToken.None)).Items.Single(item => item.Person!.Name == "Bea Prins").Person!.Id;
        await Site.Get<MarkAttendance>().HandleAsync(GroupId.Default, id, bea, attended: true, came: null, CancellationToken.None);

        var thanks = (await PathOfAsync(meeting, "Bea")).Replace("/i/", "/n/", StringComparison.Ordinal);
        var form = (await Site.PageAsync(thanks)).QuerySelector("#questions form")!;

        Assert.Null((await Site.PageAsync(await PathOfAsync(meeting, "Bea"))).QuerySelector("#questions"));
        Assert.Null((await Site.PageAsync((await PathOfAsync(meeting, "Ömer")).Replace("/i/", "/n/", StringComparison.Ordinal))).QuerySelector("#questions"));
        var answer = await Site.Browser.PostAsync(form.GetAttribute("action")!.Split('?')[0], new FormUrlEncodedContent([KeyValuePair.Create(form.QuerySelector("input")!.GetAttribute("name")!, "De soep")]));
        Assert.StartsWith(thanks, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.NotNull((await Site.PageAsync(thanks)).QuerySelector("#questions .notice"));
        Assert.Contains("De soep", (await Site.PageAsync(meeting + "/after")).QuerySelector("#questions")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_must_not_be_asked_is_refused_and_stays_on_the_form()
    {
        var meeting = await Site.MeetingAsync();

        var page = await OrganiserSite.ReadAsync(await Site.PostAsync(meeting + "/questions", ("text-before-2-nl", "Wat is uw geloof?")), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("#text-before-2-nl", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal("Wat is uw geloof?", page.QuerySelector("#text-before-2-nl")!.GetAttribute("value"));
    }

    private async Task<string> PathOfAsync(string meeting, string name) =>
        "/i/" + (await Site.Get<ListInvitations>().HandleAsync(GroupId.Default, new MeetingId(meeting.Split('/')[^1]), null, 10, CancellationToken.None)).Items.Single(item => item.Person!.Name!.StartsWith(name, StringComparison.Ordinal)).Invitation.Code;
}
