using System.Net;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
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

    [Fact]
    public async Task A_mailing_that_was_to_leave_after_the_meeting_was_moved_says_so()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel\nBea Prins;0612345601\n");
        var id = new MeetingId(meeting.Split('/')[^1]);
        var before = await Site.Get<MeetingStore>().GetAsync(GroupId.Default, id, CancellationToken.None);
        await Site.Get<SendInvitations>().HandleAsync(GroupId.Default, id, new SendWish(From: before.StartsAt.AddDays(-1)), CancellationToken.None);
        Assert.Null((await Site.PageAsync(meeting)).QuerySelector("#mailings + ul .error"));

        var moved = new MeetingChange { StartsAt = before.StartsAt.AddDays(-2), EndsAt = before.EndsAt.AddDays(-2) };
        Assert.Null((await Site.Get<ChangeMeeting>().HandleAsync(GroupId.Default, id, moved, CancellationToken.None)).Problem);

        Assert.Contains("Dan krijgt niemand ze meer", (await Site.PageAsync(meeting)).QuerySelector("#mailings + ul .error")!.TextContent, StringComparison.Ordinal);
    }
}
