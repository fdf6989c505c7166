using System.Net;
using System.Text.Json;

namespace Outreach.Tests.Flows;

/// <summary>Own texts through the JSON API.</summary>
public sealed class OwnTextCallsTests : IAsyncLifetime
{
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task A_text_is_written_seen_with_real_people_and_taken_back()
    {
        var meeting = await MeetingAsync();
        var path = $"/api/meetings/{meeting}/texts/invitation/nl";

        var preview = await ReadAsync(await program.Http.PostAsJsonAsync(path + "/preview", new { sms = "Dag ((voornaam)), er is taart!" }));
        Assert.Empty(await OwnAsync(meeting));
        var saved = await ReadAsync(await program.Http.PutAsJsonAsync(path, new { sms = "Dag ((voornaam)), er is taart!", by = "Noor" }));
        var own = await OwnAsync(meeting);
        await ReadAsync(await program.Http.DeleteAsync(path));

        Assert.Contains(preview.GetProperty("samples").EnumerateArray(), s => s.GetProperty("sms").GetString()!.StartsWith("Dag Ada, er is taart!", StringComparison.Ordinal));
        Assert.Equal(2, saved.GetProperty("people").GetInt32());
        Assert.Equal(["Ada", "Bram"], saved.GetProperty("samples").EnumerateArray().Select(s => s.GetProperty("name").GetString()!.Split(' ')[0]).Order());
        Assert.Equal(["nl invitation"], own);
        Assert.Empty(await OwnAsync(meeting));
    }

    [Fact]
    public async Task An_unknown_placeholder_changes_nothing_and_says_what_there_is()
    {
        var meeting = await MeetingAsync();

        var answer = await program.Http.PutAsJsonAsync($"/api/meetings/{meeting}/texts/invitation/nl", new { text = "Dag ((voornam))" });

        var problem = await ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("placeholder", problem.GetProperty("code").GetString());
        Assert.Contains("((voornam)), at sign 5", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("((voornaam))", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(await OwnAsync(meeting));
    }

    [Fact]
    public async Task A_word_that_labels_people_needs_a_confirm()
    {
        var path = $"/api/meetings/{await MeetingAsync()}/texts/reminder/nl";

        var refused = await ReadAsync(await program.Http.PutAsJsonAsync(path, new { sms = "Kwetsbare mensen!" }), HttpStatusCode.UnprocessableEntity);
        var saved = await ReadAsync(await program.Http.PutAsJsonAsync(path, new { sms = "Kwetsbare mensen!", confirm = true }));

        Assert.Equal("labels", refused.GetProperty("code").GetString());
        Assert.Contains(saved.GetProperty("smsCheck").GetProperty("marks").EnumerateArray(), mark => mark.GetProperty("needsConfirm").GetBoolean());
    }

    [Theory]
    [InlineData("stopped", "nl", HttpStatusCode.UnprocessableEntity)]
    [InlineData("invitation", "xx", HttpStatusCode.UnprocessableEntity)]
    [InlineData("nothing", "nl", HttpStatusCode.NotFound)]
    [InlineData("3", "nl", HttpStatusCode.NotFound)]
    public async Task What_is_no_text_is_refused(string kind, string language, HttpStatusCode status)
    {
        await ReadAsync(await program.Http.PutAsJsonAsync($"/api/meetings/{await MeetingAsync()}/texts/{kind}/{language}", new { sms = "Dag" }), status);
    }

    [Fact]
    public async Task The_description_of_the_API_has_the_calls()
    {
        var paths = (await program.Http.GetFromJsonAsync<JsonElement>("/api/openapi.json")).GetProperty("paths");

        Assert.True(paths.GetProperty("/api/meetings/{id}/texts/{kind}/{language}").TryGetProperty("put", out _));
        Assert.True(paths.GetProperty("/api/meetings/{id}/texts/{kind}/{language}/preview").TryGetProperty("post", out _));
    }

    private async Task<string> MeetingAsync()
    {
        var meeting = await program.CreateMeetingAsync();
        await program.UploadAsync(meeting, "naam;mobiel;taal\nAda Smit;0612345601;nl\nBram Bos;0612345602;\nDia;0612345604;en\n"u8.ToArray(), "filename=x.csv&basis=consent&basisNote=feest");
        await program.AdvanceAsync(TimeSpan.Zero);
        return meeting;
    }

    private async Task<IReadOnlyList<string>> OwnAsync(string meeting) =>
    [
        .. (await program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}/texts")).GetProperty("items").EnumerateArray()
            .SelectMany(item => item.GetProperty("texts").EnumerateObject().Where(text => text.Value.GetProperty("own").ValueKind is JsonValueKind.Object)
                .Select(text => $"{item.GetProperty("language").GetString()} {text.Name}")),
    ];

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
