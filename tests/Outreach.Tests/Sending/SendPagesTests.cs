using System.Net;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Tests.Web;

namespace Outreach.Tests.Sending;

public sealed class SendPagesTests : AsOrganiser
{
    [Fact]
    public async Task No_more_people_are_asked_than_the_page_said()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel\nBea Prins;0612345601\n");
        var sure = await Site.PageAsync(meeting + "/send?step=confirm");
        await Site.UploadAsync(meeting, "Naam;Mobiel\nPiet Bos;0612345602\n");

        using var pressed = await Site.SubmitAsync(meeting + "/send", sure.QuerySelector("form.sure, .sure form")!);
        var shown = await OrganiserSite.ReadAsync(pressed, HttpStatusCode.UnprocessableEntity);
        await Site.DrainAsync();

        Assert.Contains("Er zijn nu 2 mensen", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Site.Get<LocalOutbox>().ListAsync("+31612345602", CancellationToken.None));
        using var again = await Site.SubmitAsync(meeting + "/send", shown.QuerySelector("form.sure, .sure form")!);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await Site.DrainAsync();
        Assert.Single(await Site.Get<LocalOutbox>().ListAsync("+31612345602", CancellationToken.None));
    }
}
