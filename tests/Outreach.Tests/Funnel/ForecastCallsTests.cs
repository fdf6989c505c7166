using System.Net;
using System.Text;
using System.Text.Json;
using Outreach.Tests.Support;

namespace Outreach.Tests.Funnel;

/// <summary>A program may ask whether a meeting will fill.</summary>
public sealed class ForecastCallsTests : IAsyncLifetime
{
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task Too_few_answers_say_so_and_give_no_number()
    {
        var meeting = await program.CreateMeetingAsync(capacity: 40);

        var forecast = await ForecastAsync(meeting);

        Assert.Equal((0, 40, false), (forecast.GetProperty("seats").GetInt32(), forecast.GetProperty("capacity").GetInt32(), forecast.GetProperty("enough").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, forecast.GetProperty("expected").ValueKind);
    }

    [Fact]
    public async Task Enough_answers_give_a_band_and_say_what_would_fill_it()
    {
        var meeting = await program.CreateMeetingAsync(capacity: 200);
        var list = new StringBuilder("naam,mobiel\n");
        for (var n = 10; n < 40; n++)
            list.Append(System.Globalization.CultureInfo.InvariantCulture, $"Buur {n},06123456{n}\n");
        (await program.UploadAsync(meeting, Encoding.UTF8.GetBytes(list.ToString()))).EnsureSuccessStatusCode();
        await program.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await program.Http.PostAsync($"/api/meetings/{meeting}/send", null, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await program.AdvanceAsync(TimeSpan.FromMinutes(1));
        for (var n = 10; n < 22; n++)
            await program.SayAsync($"06123456{n}", "ja");
        await program.AdvanceAsync(TimeSpan.FromHours(3));

        var forecast = await ForecastAsync(meeting);

        Assert.True(forecast.GetProperty("enough").GetBoolean());
        Assert.Equal(12, forecast.GetProperty("seats").GetInt32());
        Assert.InRange(forecast.GetProperty("expected").GetInt32(), forecast.GetProperty("low").GetInt32(), forecast.GetProperty("high").GetInt32());
        Assert.NotEqual("", forecast.GetProperty("advice").GetString());
    }

    [Fact]
    public async Task A_meeting_that_is_not_there_is_404() =>
        Assert.Equal(HttpStatusCode.NotFound, (await program.Http.GetAsync("/api/meetings/000000000000/forecast", TestContext.Current.CancellationToken)).StatusCode);

    private async Task<JsonElement> ForecastAsync(string meeting) =>
        await program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}/forecast", TestContext.Current.CancellationToken);
}
