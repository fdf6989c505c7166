using System.Net;

namespace Outreach.Tests.Web;

/// <summary>What a phone kept without network, sent by the script of the page.</summary>
public sealed class QueuedTests : AsOrganiser
{
    [Fact]
    public async Task What_was_tapped_under_an_earlier_sign_in_is_taken_after_a_new_one()
    {
        var meeting = await Site.MeetingAsync();
        var before = await OrganiserSite.TokenAsync(Site.Browser, meeting + "/checkin");
        await Site.SignInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await WalkInAsync(Site.Browser, meeting, before, isQueued: false)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await WalkInAsync(Site.Browser, meeting, before, isQueued: true)).StatusCode);

        Assert.Contains("Walter", (await Site.PageAsync(meeting + "/checkin")).QuerySelector(".guests")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_in_as_a_phone_that_kept_something()
    {
        var meeting = await Site.MeetingAsync();
        using var stranger = Site.Stranger();

        Assert.Equal(HttpStatusCode.Redirect, (await WalkInAsync(stranger, meeting, "", isQueued: true)).StatusCode);
        using var asked = await stranger.SendAsync(Queued("/signin", ("email", OrganiserSite.Organiser)));
        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
    }

    private static async Task<HttpResponseMessage> WalkInAsync(HttpClient browser, string meeting, string token, bool isQueued)
    {
        using var call = Queued(meeting + "/walk-ins", ("__RequestVerificationToken", token), ("id", "0123456789abcdef"), ("name", "Walter"), ("came", "1"));
        if (!isQueued)
            call.Headers.Remove("X-Queued");
        return await browser.SendAsync(call);
    }

    private static HttpRequestMessage Queued(string path, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, path) { Headers = { { "X-Queued", "1" } }, Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
}
