using System.Net;
using System.Text;
using System.Text.Json;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

public sealed class WalkInCallsTests : IAsyncLifetime
{
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Theory]
    [InlineData("0612345601", true)]
    [InlineData("0612345602", false)]
    public async Task The_answer_says_when_a_number_was_left_out_because_it_is_of_somebody_else(string phone, bool isLeftOut)
    {
        var meeting = await program.CreateMeetingAsync();
        (await program.UploadAsync(meeting, Encoding.UTF8.GetBytes("naam,telefoon\nSelam Haile,0612345601\n"))).EnsureSuccessStatusCode();
        await program.AdvanceAsync(TimeSpan.FromMinutes(1));

        var answer = await program.Http.PostAsJsonAsync($"/api/meetings/{meeting}/walk-ins", new { name = "Els Visser", phone }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(isLeftOut, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("withoutContact").GetBoolean());
    }
}
