using System.Net;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Tests.Web;

namespace Outreach.Tests.Meetings;

/// <summary>What the pages say of a meeting that was held, and of one that still comes.</summary>
public sealed class ChangePagesTests : AsOrganiser
{
    [Fact]
    public async Task A_meeting_that_is_over_is_not_moved_and_the_page_says_to_make_a_new_one()
    {
        var meeting = await Site.MeetingAsync();
        await Site.AdvanceAsync(TimeSpan.FromDays(12));

        foreach (var day in (string[])["2027-03-20", "2027-03-10"])
        {
            var refused = await OrganiserSite.ReadAsync(await EditAsync(meeting, ("day", day)), HttpStatusCode.UnprocessableEntity);
            Assert.Contains("Maak een nieuwe bijeenkomst", refused.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await EditAsync(meeting, ("title", "Thee op het plein"))).StatusCode);
    }

    [Fact]
    public async Task What_came_of_it_is_not_asked_before_the_end_and_what_was_written_stays_in_the_form()
    {
        var meeting = await Site.InvitedAsync();
        var report = meeting + "/report";
        var page = await Site.PageAsync(report);
        // The form that somebody else still has open, from before the meeting was put off.
        var token = await OrganiserSite.TokenAsync(Site.Browser, meeting + "/edit");
        using var refused = await Site.Browser.PostAsync(
            report, new FormUrlEncodedContent([KeyValuePair.Create("report", "Er komt een bankje."), KeyValuePair.Create("sure", "1"), KeyValuePair.Create("__RequestVerificationToken", token)]), TestContext.Current.CancellationToken);
        var shown = await OrganiserSite.ReadAsync(refused, HttpStatusCode.UnprocessableEntity);
        await Site.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Null(page.QuerySelector("textarea"));
        Assert.Equal("Er komt een bankje.", shown.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("na de bijeenkomst", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await Site.Get<LocalOutbox>().ListAsync("+31612345601", CancellationToken.None), sent => sent.Text.Contains("bankje", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_was_opened_before_a_colleague_changed_the_meeting_does_not_undo_it()
    {
        var meeting = await Site.MeetingAsync();
        var open = (await Site.PageAsync(meeting + "/edit")).QuerySelector("form:has(#title)")!;
        await EditAsync(meeting, ("place", "De Hoeksteen"));

        using var saved = await Site.SubmitAsync(meeting + "/edit", open, ("contactName", "Truus"));
        var shown = await OrganiserSite.ReadAsync(saved, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Een collega heeft deze bijeenkomst intussen veranderd", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("De Hoeksteen", shown.QuerySelector("#place")!.GetAttribute("value"));
        using var again = await Site.SubmitAsync(meeting + "/edit", shown.QuerySelector("form:has(#title)")!, ("contactName", "Truus"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    /// <summary>The form as it stands, but for one field.</summary>
    private async Task<HttpResponseMessage> EditAsync(string meeting, (string, string) field)
    {
        var form = (await Site.PageAsync(meeting + "/edit")).QuerySelector("form:has(#title)")!;
        return await Site.Browser.PostAsync(meeting + "/edit", new FormUrlEncodedContent(OrganiserSite.Filled(form, field)));
    }
}
