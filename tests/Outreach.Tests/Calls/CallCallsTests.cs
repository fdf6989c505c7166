using System.Net;
using System.Text;
using System.Text.Json;
using Outreach.Tests.Support;

namespace Outreach.Tests.Calls;

/// <summary>A program may read the call list and say what came of a call.</summary>
public sealed class CallCallsTests : IAsyncLifetime
{
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task A_call_is_listed_with_its_reason_and_noted_with_its_outcome()
    {
        var meeting = await program.CreateMeetingAsync();
        (await program.UploadAsync(meeting, Encoding.UTF8.GetBytes("naam,telefoon\nSelam Haile,0301234567\n"))).EnsureSuccessStatusCode();
        await program.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await program.Http.PostAsync($"/api/meetings/{meeting}/send", null, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await program.AdvanceAsync(TimeSpan.FromMinutes(1));
        var call = (await CallsAsync(meeting))[0];
        Assert.Equal(("+31301234567", "onlyPhone", "now"), (call.GetProperty("phone").GetString(), call.GetProperty("why")[0].GetString(), call.GetProperty("turn").GetString()));
        var path = $"/api/meetings/{meeting}/calls/{call.GetProperty("person").GetString()}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(path, new { })).StatusCode);
        Assert.Equal("again", await NotedAsync(path, new { outcome = "noAnswer" }));
        Assert.Equal(("later", 1), ((await CallsAsync(meeting))[0].GetProperty("turn").GetString(), (await CallsAsync(meeting))[0].GetProperty("unanswered").GetInt32()));
        Assert.Equal("noted", await NotedAsync(path, new { outcome = "yes", party = 3 }));

        var after = (await CallsAsync(meeting))[0];
        Assert.Equal(("yes", 3, "done"), (after.GetProperty("reply").GetString(), after.GetProperty("party").GetInt32(), after.GetProperty("turn").GetString()));
    }

    private async Task<IReadOnlyList<JsonElement>> CallsAsync(string meeting) =>
        [.. (await program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}/calls", TestContext.Current.CancellationToken)).GetProperty("items").EnumerateArray()];

    private Task<HttpResponseMessage> PostAsync(string path, object body) => program.Http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    private async Task<string?> NotedAsync(string path, object body)
    {
        var answer = await PostAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("noted").GetString();
    }
}
