using System.Net;
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

    /// <summary>The form as it stands, but for one field.</summary>
    private async Task<HttpResponseMessage> EditAsync(string meeting, (string, string) field)
    {
        var form = (await Site.PageAsync(meeting + "/edit")).QuerySelector("form:has(#title)")!;
        return await Site.Browser.PostAsync(meeting + "/edit", new FormUrlEncodedContent(OrganiserSite.Filled(form, field)));
    }
}
