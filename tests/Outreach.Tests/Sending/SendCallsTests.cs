using System.Text.Json;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Sending;

public sealed class SendCallsTests
{
    [Fact]
    public async Task Whoever_presses_send_again_hears_what_is_on_its_way_already()
    {
        await using var program = await ServedProgram.StartAsync();
        var meeting = await program.CreateMeetingAsync();
        await program.UploadAsync(meeting, ServedProgram.Bytes("naam;mobiel\nAn;0611111111\nBo;0611111112\nCas;0611111113\n"));
        // At night, when nothing leaves between two presses.
        await program.AdvanceAsync(TimeSpan.FromHours(12));

        var first = await SendAsync(program, meeting, "?perHour=1");
        var second = await SendAsync(program, meeting);
        await program.AdvanceAsync(TimeSpan.FromHours(16));
        var third = await SendAsync(program, meeting);

        Assert.Equal((3, 0, "0001"), first);
        Assert.Equal((0, 3, null), second);
        Assert.Equal((0, 0, null), third);
    }

    private static async Task<(int Queued, int OnTheirWay, string? Mailing)> SendAsync(ServedProgram program, string meeting, string query = "")
    {
        using var answer = await program.Http.PostAsync($"/api/meetings/{meeting}/send{query}", null);
        answer.EnsureSuccessStatusCode();
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (json.GetProperty("queued").GetInt32(), json.GetProperty("onTheirWay").GetInt32(), json.GetProperty("mailing").GetString());
    }
}
