using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Tests.Support;

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
    [InlineData("{\"title\":\"x\",\"startsAt\":\"tomorrow\"}", "startsAt")]
    [InlineData("{\"title\":\"x\",\"startsAt\":\"2026-03-12T19:30:00\"}", "startsAt")]
    [InlineData("{\"title\":\"x\",\"startsAt\":\"2026-03-12\"}", "startsAt")]
    [InlineData("{\"title\":\"x\",\"audience\":\"everybody\"}", "audience")]
    [InlineData("{\"title\":\"x\",\"audience\":\"residents,volunteers\"}", "audience")]
    [InlineData("{\"title\":\"x\",\"audience\":1}", "audience")]
    [InlineData("", "json")]
    [InlineData("[]", "json")]
    [InlineData("{}", "audience")]
    public async Task A_meeting_that_cannot_be_read_is_refused_with_what_to_do(string body, string code)
    {
        var answer = await program.Http.PostAsync("/api/meetings", new StringContent(body, Encoding.UTF8, "application/json"));

        await AssertProblemAsync(answer, code);
        Assert.Empty((await program.Http.GetFromJsonAsync<JsonElement>("/api/meetings")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("{\"title\":\"Koffie \\ud800\",\"audience\":\"residents\"}")]
    [InlineData("{\"title\":\"\\udc00\\ud800\",\"audience\":\"residents\"}")]
    [InlineData("{\"audience\":\"\\udfff\"}")]
    [InlineData("{\"\\ud800\":1}")]
    public async Task Half_a_character_is_not_JSON(string body)
    {
        var answer = await program.Http.PostAsync("/api/meetings", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await AssertProblemAsync(answer, "json");
    }

    [Fact]
    public async Task A_body_that_is_not_said_to_be_JSON_is_told_to_be() =>
        await AssertProblemAsync(await program.Http.PostAsync("/api/meetings", new StringContent("title=x", Encoding.UTF8, "application/x-www-form-urlencoded")), "not-json");

    [Theory]
    [InlineData(-1, "past")]
    [InlineData(365 * 100, "far")]
    public async Task A_meeting_in_the_past_or_in_a_mistyped_year_is_refused(int days, string code) =>
        await AssertProblemAsync(await program.Http.PostAsJsonAsync("/api/meetings", ServedProgram.Meeting("Gisteren", ServedProgram.Start.AddDays(days))), code);

    [Theory]
    [InlineData("{\"capacity\":0}", "capacity")]
    [InlineData("{\"capacity\":-1}", "capacity")]
    [InlineData("{\"capacity\":\"many\"}", "capacity")]
    [InlineData("{\"contactPhone\":\"call us\"}", "contact")]
    [InlineData("{\"title\":\"\\u0000\"}", "title")]
    [InlineData("{\"audience\":\"everybody\"}", "audience")]
    [InlineData("{\"endsAt\":\"2026-03-01T10:00:00Z\"}", "times")]
    public async Task A_change_that_does_not_fit_is_refused_and_changes_nothing(string body, string code)
    {
        var path = $"/api/meetings/{await program.CreateMeetingAsync(capacity: 5)}";
        var before = await program.Http.GetStringAsync(path);

        await AssertProblemAsync(await PatchAsync(path, body), code);

        Assert.Equal(before, await program.Http.GetStringAsync(path));
    }

    [Fact]
    public async Task Places_are_lifted_by_null_and_texts_are_one_line()
    {
        var path = $"/api/meetings/{await program.CreateMeetingAsync(capacity: 5)}";

        await PatchAsync(path, "{\"title\":\" Soep\\n en\\tverhalen \",\"audience\":\"volunteers\",\"languages\":[\"NL\",\"nl\",\"tr\"]}");
        Assert.Equal(5, (await MeetingAsync(path)).GetProperty("capacity").GetInt32());
        await PatchAsync(path, "{\"capacity\":null}");

        var meeting = await MeetingAsync(path);
        Assert.Equal(JsonValueKind.Null, meeting.GetProperty("capacity").ValueKind);
        Assert.Equal(("Soep en verhalen", "volunteers", "nl tr"), (
            meeting.GetProperty("title").GetString(), meeting.GetProperty("audience").GetString(),
            string.Join(' ', meeting.GetProperty("languages").EnumerateArray().Select(language => language.GetString()))));
    }

    [Theory]
    [InlineData("top=0", "top")]
    [InlineData("top=-1", "top")]
    [InlineData("top=1001", "top")]
    [InlineData("top=many", "unreadable")]
    [InlineData("after=zzz", "after")]
    public async Task A_page_that_there_cannot_be_is_refused(string query, string code) =>
        await AssertProblemAsync(await program.Http.GetAsync($"/api/meetings/{await program.CreateMeetingAsync()}/invitations?{query}"), code);

    [Fact]
    public async Task A_question_of_who_has_no_language_is_in_that_of_the_group()
    {
        var meeting = await program.CreateMeetingAsync();
        await ReadAsync(await program.UploadAsync(meeting, "naam;mobiel\nAn;0612345678\n"u8.ToArray()));
        await program.SayAsync("0612345678", "Hoe laat begint het?");

        var item = Assert.Single((await program.Http.GetFromJsonAsync<JsonElement>("/api/inbox?open=true")).GetProperty("items").EnumerateArray());

        Assert.Equal(("An", "nl"), (item.GetProperty("name").GetString(), item.GetProperty("language").GetString()));
    }

    [Fact]
    public async Task Somebody_who_walks_in_has_a_name() =>
        await AssertProblemAsync(await program.Http.PostAsJsonAsync($"/api/meetings/{await program.CreateMeetingAsync()}/walk-ins", new { phone = "0612345678" }), "name");

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("2030-01-01")]
    [InlineData("2026-02-30")]
    public async Task Nobody_moves_in_on_such_a_day(string movedIn) =>
        await AssertProblemAsync(await program.Http.PostAsJsonAsync("/api/welcome", new { name = "Noor", phone = "0612345678", movedIn }), "movedIn");

    [Theory]
    [InlineData("1")]
    [InlineData("consent,none")]
    [InlineData("maybe")]
    public async Task A_ground_is_one_of_three_words(string basis) => await AssertProblemAsync(
        await program.UploadAsync(await program.CreateMeetingAsync(), "mobiel\n0612345678\n"u8.ToArray(), $"filename=x.csv&basis={basis}&basisNote=feest"), "basis");

    [Theory]
    [InlineData("0612345678")]
    [InlineData("+31 6 12345678")]
    [InlineData("JAN@VOORBEELD.NL")]
    public async Task Messages_are_found_by_a_number_or_address_in_any_spelling_and_stand_in_the_order_they_came(string to)
    {
        var meeting = await program.CreateMeetingAsync();
        await ReadAsync(await program.UploadAsync(meeting, "naam;mobiel;e-mail\nAn;0612345678;\nJan;;jan@voorbeeld.nl\n"u8.ToArray()));
        await program.Http.PostAsync($"/api/meetings/{meeting}/send", null);
        await program.AdvanceAsync(TimeSpan.Zero);
        var from = to.Contains('@', StringComparison.Ordinal) ? "jan@voorbeeld.nl" : "0612345678";
        foreach (var word in (string[])["ja", "nee", "misschien", "ja"])
            await program.SayAsync(from, word);

        var messages = await program.Http.GetFromJsonAsync<JsonElement>($"/api/outbox?to={Uri.EscapeDataString(to)}");

        var texts = messages.EnumerateArray().Select(message => message.GetProperty("text").GetString()!).ToList();
        Assert.Equal(5, texts.Count);
        Assert.Contains("JA", texts[0], StringComparison.Ordinal);
        Assert.Equal(texts[1], texts[4]);
        Assert.Equal(4, texts.Distinct().Count());
    }

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

    [Theory]
    [InlineData("/api/meetings/{0}/lists?filename=lijst.csv&basis=none")]
    [InlineData("/api/opt-outs?filename=lijst.csv")]
    public async Task A_file_that_does_not_say_how_large_it_is_may_be_no_larger_than_a_list(string path)
    {
        var address = string.Format(CultureInfo.InvariantCulture, path, await program.CreateMeetingAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(new byte[ListRules.MaxBytes + 1]), Headers = { TransferEncodingChunked = true } };

        await AssertProblemAsync(await program.Http.SendAsync(request), "too-large");
        Assert.Empty(await program.Services.GetRequiredService<ListStore>().ListAsync(GroupId.Default, CancellationToken.None));
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
            var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            Assert.Equal(($"/api/meetings/{id}", "application/json; charset=utf-8"), (answer.Headers.Location?.ToString(), answer.Content.Headers.ContentType?.ToString()));
            answers.Add(id);
        }

        Assert.Single(answers.Distinct());
        Assert.Single((await program.Http.GetFromJsonAsync<JsonElement>("/api/meetings")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_list_that_is_uploaded_twice_with_one_key_is_taken_in_once()
    {
        var meeting = await program.CreateMeetingAsync();
        var lists = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/meetings/{meeting}/lists?basis=consent&basisNote=markt&filename=a.csv")
            {
                Headers = { { "Idempotency-Key", "a list" } },
                Content = new StringContent("Naam;Mobiel\nAn;0612345601\n"),
            };
            var answer = await program.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            lists.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        }

        Assert.Single(lists.Distinct());
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_refused_and_a_call_that_failed_may_be_mended()
    {
        await AssertProblemAsync(await SendAsync("again", ""), "title");
        Assert.Equal(HttpStatusCode.Created, (await SendAsync("again", "Koffie")).StatusCode);

        await AssertProblemAsync(await SendAsync("again", "Thee"), "idempotency-key");

        Assert.Single((await program.Http.GetFromJsonAsync<JsonElement>("/api/meetings")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_same_key_many_times_at_once_is_done_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync("at once", "Koffie")));

        Assert.Contains(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{answer.StatusCode}"));
        Assert.Single((await program.Http.GetFromJsonAsync<JsonElement>("/api/meetings")).GetProperty("items").EnumerateArray());
    }

    private async Task<HttpResponseMessage> SendAsync(string key, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/meetings")
        {
            Headers = { { "Idempotency-Key", key } },
            Content = JsonContent.Create(ServedProgram.Meeting(title, ServedProgram.Start.AddDays(5))),
        };
        return await program.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> PatchAsync(string path, string body) => program.Http.PatchAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    private Task<JsonElement> MeetingAsync(string path) => program.Http.GetFromJsonAsync<JsonElement>(path);

    [Fact]
    public async Task The_OpenAPI_document_lists_every_call_with_its_body()
    {
        var document = await program.Http.GetFromJsonAsync<JsonElement>("/api/openapi.json");
        var paths = document.GetProperty("paths");

        foreach (var call in (string[])[
            "post+ /api/meetings", "get /api/meetings", "get /api/meetings/{id}", "patch+ /api/meetings/{id}", "post+ /api/meetings/{id}/lists", "get /api/lists/{id}",
            "get /api/lists/{id}/rejected", "post /api/meetings/{id}/send", "get /api/meetings/{id}/invitations", "get /api/meetings/{id}/funnel", "get /api/meetings/{id}/tree",
            "put+ /api/meetings/{id}/attendance/{person}", "post+ /api/meetings/{id}/walk-ins", "post+ /api/people/{id}/nominations", "post+ /api/people/{id}/pass-on",
            "get /api/people/{id}", "get /api/people/{id}/messages", "get /api/people/{id}/file", "delete /api/people/{id}", "get /api/inbox", "post+ /api/inbox/{id}/answer", "post+ /api/inbox/{id}/close",
            "post+ /api/meetings/{id}/doors", "post+ /api/meetings/{id}/doors/file", "get /api/meetings/{id}/doors", "get /api/doors/{id}", "post+ /api/doors/{id}/addresses/{address}",
            "post+ /api/meetings/{id}/places", "get /api/meetings/{id}/places", "post+ /api/welcome", "get /api/welcome", "patch+ /api/welcome/{id}", "get /api/card", "post+ /api/card", "put+ /api/card/{id}", "post /api/card/{id}/checked", "get /api/outbox", "post+ /api/dev/reply", "post+ /api/dev/clock"])
        {
            var (method, path) = (call.Split(' ')[0], call.Split(' ')[1]);
            Assert.True(paths.TryGetProperty(path, out var calls) && calls.TryGetProperty(method.TrimEnd('+'), out _), $"{call} is not listed.");
            var operation = calls.GetProperty(method.TrimEnd('+'));
            Assert.True(operation.TryGetProperty("security", out _), $"{call} says nothing of the key.");
            var responses = operation.GetProperty("responses").EnumerateObject().ToDictionary(response => response.Name, response => response.Value);
            Assert.True(responses["default"].GetProperty("content").TryGetProperty("application/problem+json", out _), $"{call} says nothing of problems.");
            Assert.True(responses.Any(r => r.Key[0] == '2' && (r.Value.TryGetProperty("content", out _) || call is "delete /api/people/{id}" or "post+ /api/dev/reply")), $"{call} has no answer.");
            Assert.True(!method.EndsWith('+') || operation.TryGetProperty("requestBody", out _), $"{call} has no body.");
        }

        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Single().Value.GetProperty("scheme").GetString());
        Assert.Contains("residents", document.GetProperty("components").GetProperty("schemas").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_all_that_stands_in_an_address()
    {
        var document = await program.Http.GetFromJsonAsync<JsonElement>("/api/openapi.json");

        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => path.Name.Contains('{', StringComparison.Ordinal)))
        {
            var names = path.Name.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}')).Order();
            Assert.All(path.Value.EnumerateObject(), call => Assert.Equal(names, InAddress(call.Value).Order()));
        }

        static IEnumerable<string> InAddress(JsonElement call) =>
            call.GetProperty("parameters").EnumerateArray().Where(one => one.GetProperty("in").GetString() == "path").Select(one => one.GetProperty("name").GetString()!);
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
