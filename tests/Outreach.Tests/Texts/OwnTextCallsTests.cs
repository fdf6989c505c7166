using System.Net;
using System.Text;
using System.Text.Json;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Texts;

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
        var saved = await ReadAsync(await program.Http.PutAsJsonAsync(path, new { subject = "((voornaam)), taart?", sms = "Dag ((voornaam)), er is taart! Neem de buren van hiernaast mee.", by = "Noor" }));
        var own = await OwnAsync(meeting);
        await ReadAsync(await program.Http.DeleteAsync(path));

        Assert.Contains(preview.GetProperty("samples").EnumerateArray(), s => s.GetProperty("sms").GetString()!.StartsWith("Dag Ada, er is taart!", StringComparison.Ordinal));
        Assert.Equal(2, saved.GetProperty("people").GetInt32());
        Assert.Equal("A2", saved.GetProperty("smsCheck").GetProperty("level").GetString());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.String), (preview.GetProperty("own").GetProperty("at").ValueKind, saved.GetProperty("own").GetProperty("at").ValueKind));
        Assert.Equal(["Ada, taart?", "Bram, taart?"], saved.GetProperty("samples").EnumerateArray().Select(s => s.GetProperty("subject").GetString()).Order());
        Assert.Equal(["Ada", "Bram"], saved.GetProperty("samples").EnumerateArray().Select(s => s.GetProperty("name").GetString()!.Split(' ')[0]).Order());
        Assert.Equal(["nl invitation"], own);
        Assert.Empty(await OwnAsync(meeting));
    }

    [Fact]
    public async Task A_conversation_names_a_message_as_its_text_is_named()
    {
        var meeting = await MeetingAsync();
        await program.Http.PostAsync($"/api/meetings/{meeting}/send", null);
        await program.AdvanceAsync(TimeSpan.Zero);
        var invited = await ReadAsync(await program.Http.GetAsync($"/api/meetings/{meeting}/invitations"));
        var person = invited.GetProperty("items")[0].GetProperty("person").GetString();

        var messages = await ReadAsync(await program.Http.GetAsync($"/api/people/{person}/messages"));

        Assert.Equal("invitation", Assert.Single(messages.GetProperty("items").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task An_unknown_placeholder_changes_nothing_and_says_what_there_is()
    {
        var meeting = await MeetingAsync();

        var answer = await program.Http.PutAsJsonAsync($"/api/meetings/{meeting}/texts/invitation/nl", new { text = "Dag ((voornam))" });

        var problem = await ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("placeholder", problem.GetProperty("code").GetString());
        Assert.Contains("((voornam)), at character 5", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
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
        Assert.Equal(("sms", "Kwetsbare", 0, "wie wat extra steun wil"), Word(refused));
        Assert.Contains(saved.GetProperty("smsCheck").GetProperty("marks").EnumerateArray(), mark => mark.GetProperty("needsConfirm").GetBoolean());
    }

    [Theory]
    [InlineData("title", """{"title":"Voor eenzame buren"}""")]
    [InlineData("place", """{"place":"In de achterstandswijk"}""")]
    [InlineData("personalLine", """{"personalLines":{"nl":"Voor ouderen!"}}""")]
    public async Task So_does_one_in_a_meeting_when_it_is_saved_and_when_it_is_sent(string place, string body)
    {
        var path = $"/api/meetings/{await MeetingAsync()}";
        using var change = new StringContent(body, Encoding.UTF8, "application/json");
        using var confirmed = new StringContent(body.Replace("}", "", StringComparison.Ordinal) + (place == "personalLine" ? "}" : "") + ",\"confirm\":true}", Encoding.UTF8, "application/json");

        var refused = await ReadAsync(await program.Http.PatchAsync(path, change), HttpStatusCode.UnprocessableEntity);
        var before = await ReadAsync(await program.Http.GetAsync(path));
        await ReadAsync(await program.Http.PatchAsync(path, confirmed));
        var asked = await program.Http.PostAsync(path + "/send", null);

        Assert.Equal(("labels", place), (refused.GetProperty("code").GetString(), Word(refused).Place));
        Assert.DoesNotContain("eenzame", before.GetProperty("title").GetString(), StringComparison.Ordinal);
        var problem = await ReadAsync(asked, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("?confirm=labels", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await program.Http.GetFromJsonAsync<JsonElement>(path + "/mailings")).GetProperty("items").GetArrayLength());
        await ReadAsync(await program.Http.PostAsync(path + "/send?confirm=labels", null), HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task So_does_one_in_the_report_of_what_came_of_it()
    {
        var path = $"/api/meetings/{await MeetingAsync()}";
        await program.AdvanceAsync(TimeSpan.FromDays(11));

        var refused = await ReadAsync(await program.Http.PatchAsJsonAsync(path, new { report = "Er waren veel eenzame mensen." }), HttpStatusCode.UnprocessableEntity);
        var told = await ReadAsync(await program.Http.PatchAsJsonAsync(path, new { report = "Er waren veel eenzame mensen.", confirm = true }));

        Assert.Equal("report", Word(refused).Place);
        Assert.Equal("Er waren veel eenzame mensen.", told.GetProperty("report").GetString());
    }

    [Fact]
    public async Task A_new_meeting_is_asked_about_too()
    {
        var body = new Dictionary<string, object>
        {
            ["title"] = "Eten voor ouderen",
            ["audience"] = "residents",
            ["startsAt"] = ServedProgram.Start.AddDays(9),
            ["endsAt"] = ServedProgram.Start.AddDays(9).AddHours(2),
            ["place"] = "Lindehof",
            ["contactName"] = "Fatima",
            ["contactPhone"] = "06 12345678",
        };

        var refused = await ReadAsync(await program.Http.PostAsJsonAsync("/api/meetings", body), HttpStatusCode.UnprocessableEntity);
        await ReadAsync(await program.Http.PostAsJsonAsync("/api/meetings", new Dictionary<string, object>(body) { ["confirm"] = true }), HttpStatusCode.Created);

        Assert.Equal(("title", "ouderen"), (Word(refused).Place, Word(refused).Word));
    }

    private static (string? Place, string? Word, int At, string? Alternative) Word(JsonElement problem)
    {
        var word = problem.GetProperty("words")[0];
        return (word.GetProperty("place").GetString(), word.GetProperty("word").GetString(), word.GetProperty("at").GetInt32(), word.GetProperty("alternative").GetString());
    }

    [Theory]
    [InlineData("stopped", "nl", HttpStatusCode.UnprocessableEntity)]
    [InlineData("invitation", "xx", HttpStatusCode.UnprocessableEntity)]
    [InlineData("nothing", "nl", HttpStatusCode.NotFound)]
    [InlineData("3", "nl", HttpStatusCode.NotFound)]
    public async Task A_kind_or_language_without_own_texts_is_refused(string kind, string language, HttpStatusCode status)
    {
        await ReadAsync(await program.Http.PutAsJsonAsync($"/api/meetings/{await MeetingAsync()}/texts/{kind}/{language}", new { sms = "Dag" }), status);
    }

    [Fact]
    public async Task Whoever_is_about_to_send_is_told_which_texts_nobody_has_checked()
    {
        var meeting = await MeetingAsync();
        var wrong = await ReadAsync(await program.Http.PutAsJsonAsync("/api/languages/nl/texts/invitation/checked", new { by = " " }), HttpStatusCode.UnprocessableEntity);
        var marked = await ReadAsync(await program.Http.PutAsJsonAsync("/api/languages/nl/texts/invitation/checked", new { by = "Noor Bakker" }));

        var sent = await ReadAsync(await program.Http.PostAsJsonAsync($"/api/meetings/{meeting}/send", new { }), HttpStatusCode.Accepted);

        Assert.Equal("by", wrong.GetProperty("code").GetString());
        Assert.Equal("Noor Bakker", marked.GetProperty("checked").GetProperty("by").GetString());
        Assert.Equal(ServedProgram.Start.Date, marked.GetProperty("checked").GetProperty("at").GetDateTimeOffset().Date);
        Assert.Equal(["en"], sent.GetProperty("unchecked").EnumerateArray().Select(code => code.GetString()));
    }

    [Fact]
    public async Task Languages_tell_how_many_texts_were_checked_and_each_text_by_whom()
    {
        await ReadAsync(await program.Http.PutAsJsonAsync("/api/languages/ti/texts/confirmYes/checked", new { by = "Selam" }));

        var language = Find((await program.Http.GetFromJsonAsync<JsonElement>("/api/languages")).GetProperty("items"), "code", "ti");
        var text = Find((await program.Http.GetFromJsonAsync<JsonElement>("/api/languages/ti/texts")).GetProperty("items"), "kind", "confirmYes");
        var after = await ReadAsync(await program.Http.DeleteAsync("/api/languages/ti/texts/confirmYes/checked"));

        Assert.Equal((1, JsonValueKind.Null), (language.GetProperty("checked").GetInt32(), language.GetProperty("checkedBy").ValueKind));
        Assert.Equal("Selam", text.GetProperty("checked").GetProperty("by").GetString());
        Assert.Contains("06 12345678", text.GetProperty("sms").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, after.GetProperty("checked").ValueKind);
        await ReadAsync(await program.Http.GetAsync("/api/languages/xx/texts"), HttpStatusCode.NotFound);
        await ReadAsync(await program.Http.PutAsJsonAsync("/api/languages/ti/texts/nothing/checked", new { by = "Selam" }), HttpStatusCode.NotFound);
    }

    private static JsonElement Find(JsonElement items, string name, string value) => items.EnumerateArray().Single(item => item.GetProperty(name).GetString() == value);

    [Fact]
    public async Task The_description_of_the_API_has_the_calls()
    {
        var paths = (await program.Http.GetFromJsonAsync<JsonElement>("/api/openapi.json")).GetProperty("paths");

        Assert.True(paths.GetProperty("/api/meetings/{id}/texts/{kind}/{language}").TryGetProperty("put", out _));
        Assert.True(paths.GetProperty("/api/meetings/{id}/texts/{kind}/{language}/preview").TryGetProperty("post", out _));
        Assert.True(paths.GetProperty("/api/languages/{language}/texts/{kind}/checked").TryGetProperty("put", out _));
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
