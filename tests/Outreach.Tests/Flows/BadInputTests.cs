using System.Net;
using System.Text;
using System.Text.Json;

namespace Outreach.Tests.Flows;

/// <summary>Bad input gets a clear error and changes nothing.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Theory]
    [InlineData("this is not JSON", "json")]
    [InlineData("{\"title\":", "json")]
    [InlineData("{\"title\":\"x\",\"startsAt\":\"tomorrow\"}", "json")]
    [InlineData("{\"title\":\"x\",\"audience\":\"everybody\"}", "json")]
    [InlineData("", "json")]
    [InlineData("[]", "json")]
    [InlineData("{}", "audience")]
    public async Task A_meeting_that_cannot_be_read_is_refused_with_what_to_do(string body, string code)
    {
        var answer = await program.Http.PostAsync("/api/meetings", new StringContent(body, Encoding.UTF8, "application/json"));

        await AssertProblemAsync(answer, code);
        Assert.Empty((await program.Http.GetFromJsonAsync<JsonElement>("/api/meetings")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_body_that_is_not_said_to_be_JSON_is_told_to_be() =>
        await AssertProblemAsync(await program.Http.PostAsync("/api/meetings", new StringContent("title=x", Encoding.UTF8, "application/x-www-form-urlencoded")), "not-json");

    [Fact]
    public async Task A_meeting_in_the_past_is_refused() =>
        await AssertProblemAsync(await program.Http.PostAsJsonAsync("/api/meetings", ServedProgram.Meeting("Gisteren", ServedProgram.Start.AddDays(-1))), "past");

    [Theory]
    [InlineData("GET", "/api/meetings/nope")]
    [InlineData("GET", "/api/meetings/0123456789ab/funnel")]
    [InlineData("GET", "/api/lists/zzzzzzzz")]
    [InlineData("GET", "/api/people/00zzzzzzzzzzzzz")]
    [InlineData("DELETE", "/api/people/x")]
    [InlineData("POST", "/api/meetings/nope/send")]
    public async Task An_unknown_id_is_not_found(string method, string path) =>
        await AssertProblemAsync(await program.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path)), "not-found");

    [Fact]
    public async Task A_list_without_a_ground_is_asked_for_one()
    {
        var meeting = await program.CreateMeetingAsync();
        await AssertProblemAsync(await program.UploadAsync(meeting, "mobiel\n0612345678\n"u8.ToArray(), "filename=x.csv"), "basis");
        await AssertProblemAsync(await program.UploadAsync(meeting, "mobiel\n0612345678\n"u8.ToArray(), "filename=x.csv&basis=consent"), "basis-note");
    }

    public static TheoryData<string, byte[]> UnreadableLists => new()
    {
        { "cut.xlsx", [0x50, 0x4B, 3, 4, 20, 0, 0, 0] },
        { "binary.csv", [.. Enumerable.Range(0, 4096).Select(i => (byte)((i * 197) ^ (i >> 3)))] },
        { "headed.csv", "kleur;smaak\nrood;zoet\n"u8.ToArray() },
        { "only-a-header.csv", "naam;mobiel\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(UnreadableLists))]
    public async Task A_list_that_cannot_be_read_fails_by_itself_and_says_why(string fileName, byte[] content)
    {
        var meeting = await program.CreateMeetingAsync();

        var list = await ReadAsync(await program.UploadAsync(meeting, content, $"filename={fileName}&basis=none"));

        Assert.Equal("failed", list.GetProperty("state").GetString());
        Assert.Equal(0, list.GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task An_empty_or_too_large_file_is_refused_at_once()
    {
        var meeting = await program.CreateMeetingAsync();
        await AssertProblemAsync(await program.UploadAsync(meeting, []), "file-unreadable");
        await AssertProblemAsync(await program.UploadAsync(meeting, new byte[60 * 1024 * 1024]), "too-large");
    }

    [Fact]
    public async Task A_cell_of_a_megabyte_is_left_out_and_the_rest_of_its_row_taken()
    {
        var meeting = await program.CreateMeetingAsync();

        var list = await ReadAsync(await program.UploadAsync(meeting, ServedProgram.Bytes($"naam;mobiel\n{new string('x', 1_000_000)};0612345678\nB;0612345679\n")));

        Assert.Equal((2, 2, 0), (list.GetProperty("rows").GetInt32(), list.GetProperty("accepted").GetInt32(), list.GetProperty("rejected").GetInt32()));
        Assert.Equal("cell-too-long", list.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_same_key_again_gets_the_same_answer_and_does_nothing_twice()
    {
        var answers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/meetings")
            {
                Headers = { { "Idempotency-Key", "once" } },
                Content = JsonContent.Create(ServedProgram.Meeting("Koffie", ServedProgram.Start.AddDays(5))),
            };
            var answer = await program.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            answers.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        }

        Assert.Single(answers.Distinct());
        Assert.Single((await program.Http.GetFromJsonAsync<JsonElement>("/api/meetings")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_OpenAPI_document_lists_every_call_with_its_body()
    {
        var paths = (await program.Http.GetFromJsonAsync<JsonElement>("/api/openapi.json")).GetProperty("paths");

        foreach (var call in (string[])[
            "post+ /api/meetings", "get /api/meetings", "get /api/meetings/{id}", "patch+ /api/meetings/{id}", "post+ /api/meetings/{id}/lists", "get /api/lists/{id}",
            "get /api/lists/{id}/rejected", "post /api/meetings/{id}/send", "get /api/meetings/{id}/invitations", "get /api/meetings/{id}/funnel", "get /api/meetings/{id}/tree",
            "put+ /api/meetings/{id}/attendance/{person}", "post+ /api/meetings/{id}/walk-ins", "post+ /api/people/{id}/nominations", "post+ /api/people/{id}/pass-on",
            "get /api/people/{id}", "get /api/people/{id}/messages", "delete /api/people/{id}", "get /api/inbox", "post+ /api/inbox/{id}/answer", "post+ /api/inbox/{id}/close",
            "post+ /api/welcome", "get /api/welcome", "patch+ /api/welcome/{id}", "get /api/outbox"])
        {
            var (method, path) = (call.Split(' ')[0], call.Split(' ')[1]);
            Assert.True(paths.TryGetProperty(path, out var calls) && calls.TryGetProperty(method.TrimEnd('+'), out _), $"{call} is not listed.");
            Assert.True(!method.EndsWith('+') || calls.GetProperty(method.TrimEnd('+')).TryGetProperty("requestBody", out _), $"{call} has no body.");
        }
    }

    private async Task<JsonElement> ReadAsync(HttpResponseMessage upload)
    {
        Assert.Equal(HttpStatusCode.Accepted, upload.StatusCode);
        var id = (await upload.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        await program.AdvanceAsync(TimeSpan.Zero);
        return await program.Http.GetFromJsonAsync<JsonElement>($"/api/lists/{id}");
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.InRange(problem.GetProperty("title").GetString()!.Length, 20, 200);
    }
}
