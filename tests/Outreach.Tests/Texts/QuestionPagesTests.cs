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
    public async Task After_the_meeting_it_is_asked_of_who_came_and_of_nobody_else()
    {
        var meeting = await Site.InvitedAsync();
        await Site.FollowAsync(meeting + "/questions", meeting + "/questions", ("text-after-1-nl", "Wat nam u mee?"));
        await Site.ReplyAsync("+31612345601", "ja");
        await Site.ReplyAsync("+31612345602", "ja");
        await Site.AdvanceAsync(TimeSpan.FromDays(10.5));
        var id = new MeetingId(meeting.Split('/')[^1]);
        var bea = (await Site.Get<ListInvitations>().HandleAsync(GroupId.Default, id, null, 10, CancellationToken.None)).Items.Single(item => item.Person!.Name == "Bea Prins").Person!.Id;
        await Site.Get<MarkAttendance>().HandleAsync(GroupId.Default, id, bea, true, CancellationToken.None);

        var hers = await Site.PageAsync(await PathOfAsync(meeting, "Bea"));

        Assert.Null((await Site.PageAsync(await PathOfAsync(meeting, "Ömer"))).QuerySelector("#questions"));
        await Site.Browser.PostAsync(await PathOfAsync(meeting, "Bea") + "/answers", new FormUrlEncodedContent([KeyValuePair.Create(hers.QuerySelector("#questions input")!.GetAttribute("name")!, "De soep")]));
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
