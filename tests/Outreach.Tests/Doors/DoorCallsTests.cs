using System.Net;
using Outreach.Lists;
using Outreach.Tests.Support;

namespace Outreach.Tests.Doors;

public sealed class DoorCallsTests
{
    [Fact]
    public async Task A_file_of_addresses_that_is_too_large_is_refused_as_such()
    {
        await using var program = await ServedProgram.StartAsync();
        var meeting = await program.CreateMeetingAsync();
        // Without its length, as a program sends what it makes on the way.
        using var call = new HttpRequestMessage(HttpMethod.Post, $"/api/meetings/{meeting}/doors/file?filename=deuren.csv") { Content = new ByteArrayContent(new byte[ListRules.MaxBytes + 1]) };
        call.Headers.TransferEncodingChunked = true;

        using var answer = await program.Http.SendAsync(call);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Split it in two", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
