using System.Net;
using System.Text.Json;
using Outreach.Messages;
using Outreach.Storage;

namespace Outreach.Tests.Flows;

/// <summary>What holds a group up, through the JSON API.</summary>
public sealed class StatusCallsTests : IAsyncLifetime
{
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task A_provider_that_takes_nothing_is_told_apart_from_storage_that_does_not_answer()
    {
        Assert.Equal("ready", await program.Http.GetStringAsync("/readyz"));

        await program.Services.GetRequiredService<Alerts>().RaiseAsync(GroupId.Default, new Alert(Channel.Email, "401", "Check the key.", ServedProgram.Start), default);

        Assert.Equal("ready, but Email stands still (401)", await program.Http.GetStringAsync("/readyz"));
    }

    [Fact]
    public async Task What_stands_still_and_what_failed_is_told_and_dropped_for_a_reason()
    {
        var queues = program.Services.GetRequiredService<IQueues>();
        await program.Services.GetRequiredService<Alerts>().RaiseAsync(GroupId.Default, new Alert(Channel.Email, "401", "Check the key.", ServedProgram.Start), default);
        await queues.SendAsync("lists-poison", """{"group":"default","list":"00000000"}""", TimeSpan.Zero, default);

        var status = await program.Http.GetFromJsonAsync<JsonElement>("/api/status");
        var failed = Assert.Single(status.GetProperty("failed").EnumerateArray());
        var path = $"/api/status/failed/{failed.GetProperty("queue")}/{failed.GetProperty("id")}/drop";

        Assert.Equal("Check the key.", Assert.Single(status.GetProperty("alerts").EnumerateArray()).GetProperty("whatToDo").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.Http.PostAsJsonAsync(path, new { why = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.Http.PostAsJsonAsync(path, new { why = "sent again" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Http.PostAsJsonAsync(path, new { why = "sent again" })).StatusCode);
        Assert.Equal(0, await queues.CountAsync("lists-poison", default));
    }
}
