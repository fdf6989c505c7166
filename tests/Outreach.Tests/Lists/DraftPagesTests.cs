using System.Net;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Tests.Web;

namespace Outreach.Tests.Lists;

/// <summary>From a file to a yes, on the pages of an organiser.</summary>
public sealed class DraftPagesTests : AsOrganiser
{
    [Fact]
    public async Task A_list_is_looked_at_before_it_is_stored()
    {
        var meeting = await Site.MeetingAsync();

        var list = await Site.CheckAsync(meeting, "Naam;Mobiel;Taal;Geloof\nBea Prins;0612345601;nl;x\nCas;0612345602;tr;x\nFout;0612;nl;x\n");

        var page = await Site.PageAsync(list);
        Assert.Equal(["2", "0", "0", "1"], page.QuerySelectorAll(".stat dd").Take(4).Select(dd => dd.TextContent));
        Assert.StartsWith("€", page.QuerySelectorAll(".stat dd")[4].TextContent, StringComparison.Ordinal);
        Assert.Contains("Geloof", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nog niet klaar", (await Site.PageAsync(meeting)).QuerySelector($"a[href='{list}']")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await InvitationsAsync(meeting));

        await Site.SubmitAsync(list, "form[action$='/confirm']", ("do", "confirm"));
        await Site.DrainAsync();

        Assert.Equal(2, (await InvitationsAsync(meeting)).Count);
    }

    [Fact]
    public async Task What_was_typed_into_a_bad_row_is_read_whichever_button_is_pressed()
    {
        var meeting = await Site.MeetingAsync();
        var list = await Site.CheckAsync(meeting, "Naam;Mobiel\nFout;0612\n");

        await Site.SubmitAsync(list, "form[action$='/confirm']", ("do", "confirm"), ("cell-2-1", "0612345601"));
        await Site.DrainAsync();

        var page = await Site.PageAsync(list);
        Assert.Equal(["1", "0", "0", "0"], page.QuerySelectorAll(".stat dd").Take(4).Select(dd => dd.TextContent));
        Assert.Empty(await InvitationsAsync(meeting));
    }

    [Fact]
    public async Task A_choice_that_does_not_do_stays_on_the_page_with_the_reason()
    {
        var meeting = await Site.MeetingAsync();
        var sent = await Site.SendListAsync(meeting, "Naam;Mobiel\nBea;0612345601\n", "consent", "feest");
        var list = sent.Headers.Location!.ToString();

        var answer = await Site.SubmitAsync(list, "form[action$='/columns']", ("use-1", "ignore"));

        var page = await OrganiserSite.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#columns", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal("ignore", page.QuerySelector("#use-1 option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_list_is_undone_by_a_press_and_only_once_nothing_was_sent()
    {
        var meeting = await Site.MeetingAsync();
        var list = await Site.UploadAsync(meeting, "Naam;Mobiel\nBea Prins;0612345601\n");

        await Site.SubmitAsync(list, "form[action$='/undo']");

        Assert.Empty(await InvitationsAsync(meeting));
        Assert.Null((await Site.PageAsync(list)).QuerySelector("form[action$='/undo']"));
        var sent = await Site.InvitedAsync();
        Assert.Null((await Site.PageAsync(sent + "/lists")).QuerySelector("#drafts"));
        var other = (await Site.PageAsync(sent)).QuerySelector($"a[href^='{sent}/lists/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Conflict, (await OrganiserSite.PostAsync(Site.Browser, other, other + "/undo")).StatusCode);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var page = await OrganiserSite.ReadAsync(await Site.SendListAsync(await Site.MeetingAsync(), "", "", ""), HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["#file", "#basis-consent"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
    }

    private async Task<IReadOnlyList<Stored>> InvitationsAsync(string meeting)
    {
        var all = new List<Stored>();
        foreach (var shard in Shard.All(GroupId.Default))
        {
            await foreach (var invitation in Site.Get<PeopleStore>().InvitationsAsync(shard, new MeetingId(meeting.Split('/')[^1]), CancellationToken.None))
                all.Add(new Stored(invitation.Value.Person));
        }

        return all;
    }

    private sealed record Stored(PersonId Person);
}
