using System.Net;
using System.Text.Json;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>What an organiser is asked about a list, through the JSON API.</summary>
public sealed class ListCallsTests : IAsyncLifetime
{
    private ServedProgram program = null!;
    private string meeting = "";

    public async ValueTask InitializeAsync()
    {
        program = await ServedProgram.StartAsync();
        meeting = await program.CreateMeetingAsync();
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task Sending_waits_until_the_question_about_a_list_is_answered()
    {
        var list = await UploadAsync("naam;mobiel;Nieuwsbrief\nAn;0612345601;nee\nBo;0612345602;ja\n");
        await program.AdvanceAsync(TimeSpan.Zero);
        var why = await RefusedAsync($"/api/meetings/{meeting}/send", null, HttpStatusCode.Conflict, "list-question");
        Assert.Contains("'Nieuwsbrief'", why.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains($"POST /api/lists/{list}/questions/", why.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Nieuwsbrief", Assert.Single((await ListAsync(list)).GetProperty("questions").EnumerateArray()).GetProperty("column").GetString());

        await OkAsync($"/api/lists/{list}/questions/nieuwsbrief", new { means = "consent" }, HttpStatusCode.Accepted);
        await program.AdvanceAsync(TimeSpan.Zero);
        Assert.Empty((await ListAsync(list)).GetProperty("questions").EnumerateArray());
        await OkAsync($"/api/meetings/{meeting}/send", null, HttpStatusCode.Accepted);
        await program.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((0, 1), (await SentAsync("+31612345601"), await SentAsync("+31612345602")));
    }

    [Fact]
    public async Task An_answer_that_says_nothing_or_is_about_no_question_changes_nothing()
    {
        var list = await UploadAsync("naam;mobiel;Nieuwsbrief\nAn;0612345601;nee\n");
        await program.AdvanceAsync(TimeSpan.Zero);

        await RefusedAsync($"/api/lists/{list}/questions/Nieuwsbrief", new { means = "perhaps" }, HttpStatusCode.UnprocessableEntity, "means");
        await RefusedAsync($"/api/lists/{list}/questions/Nieuwsbrief", new { }, HttpStatusCode.UnprocessableEntity, "means");
        await RefusedAsync($"/api/lists/{list}/questions/mobiel", new { means = "no-sms" }, HttpStatusCode.NotFound, "not-found");
        await RefusedAsync("/api/lists/00000000000/questions/Nieuwsbrief", new { means = "no-sms" }, HttpStatusCode.NotFound, "not-found");

        await RefusedAsync($"/api/meetings/{meeting}/send", null, HttpStatusCode.Conflict, "list-question");
    }

    [Theory]
    [InlineData("Nieuwsbrief?")]
    [InlineData("Nieuwsbrief/post")]
    [InlineData("50%20+ #1 \\ wat?/zo")]
    public async Task A_question_about_a_header_with_any_sign_in_it_can_be_answered(string header)
    {
        var list = await StoredAsync(ListState.Ready, new ListQuestion(header, "?"));

        var answered = await OkAsync($"/api/lists/{list}/questions/{Uri.EscapeDataString(header)}", new { means = "ignore" }, HttpStatusCode.Accepted);

        Assert.Empty(answered.GetProperty("questions").EnumerateArray());
    }

    [Fact]
    public async Task While_a_list_is_read_nothing_is_sent_and_nothing_else_is_said_of_it()
    {
        var list = await StoredAsync(ListState.Reading, new ListQuestion("Nieuwsbrief", "?") { Means = ColumnMeaning.Consent });

        await RefusedAsync($"/api/meetings/{meeting}/send", null, HttpStatusCode.Conflict, "list-reading");
        await RefusedAsync($"/api/lists/{list}/questions/Nieuwsbrief", new { means = "ignore" }, HttpStatusCode.Conflict, "reading");
        await RefusedAsync($"/api/lists/{list}/shared/3", new { two = true }, HttpStatusCode.Conflict, "reading");
        // The same once more does no harm: it may not have been heard.
        await OkAsync($"/api/lists/{list}/questions/Nieuwsbrief", new { means = "consent" }, HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Two_names_on_one_number_are_two_people_once_somebody_says_so()
    {
        var list = await UploadAsync("naam;mobiel\nJan Jansen;0612345671\nBo Bakker;0612345671\n");
        await program.AdvanceAsync(TimeSpan.Zero);
        var asked = await ListAsync(list);
        Assert.Equal((1, 1, false), (Number(asked, "accepted"), Number(asked, "merged"), Assert.Single(asked.GetProperty("problems").EnumerateArray()).GetProperty("areTwo").GetBoolean()));
        await RefusedAsync($"/api/lists/{list}/shared/3", new { }, HttpStatusCode.UnprocessableEntity, "two");
        await RefusedAsync($"/api/lists/{list}/shared/2", new { two = true }, HttpStatusCode.NotFound, "not-found");

        foreach (var _ in (int[])[1, 2])
        {
            var said = await OkAsync($"/api/lists/{list}/shared/3", new { two = true }, HttpStatusCode.OK);
            Assert.Equal((2, 0, true), (Number(said, "accepted"), Number(said, "merged"), Assert.Single(said.GetProperty("problems").EnumerateArray()).GetProperty("areTwo").GetBoolean()));
        }

        await RefusedAsync($"/api/lists/{list}/shared/3", new { two = false }, HttpStatusCode.Conflict, "said-otherwise");

        await OkAsync($"/api/meetings/{meeting}/send", null, HttpStatusCode.Accepted);
        await program.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await SentAsync("+31612345671"));
    }

    [Fact]
    public async Task Two_whom_we_knew_apart_are_one_once_somebody_says_so()
    {
        await UploadAsync("naam;mobiel;e-mail\nJan Jansen;0612345671;\nZoë Ander;;zoe@voorbeeld.nl\n");
        await program.AdvanceAsync(TimeSpan.Zero);
        var list = await UploadAsync("naam;mobiel;e-mail\nJan Jansen;0612345671;zoe@voorbeeld.nl\n");
        await program.AdvanceAsync(TimeSpan.Zero);

        var said = await OkAsync($"/api/lists/{list}/shared/2", new { two = false }, HttpStatusCode.OK);

        Assert.True(Assert.Single(said.GetProperty("problems").EnumerateArray()).GetProperty("areOne").GetBoolean());
        var invited = await program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}/invitations");
        Assert.Single(invited.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Once_its_rows_are_forgotten_nobody_knows_who_the_second_is()
    {
        var list = await UploadAsync("naam;mobiel\nJan Jansen;0612345671\nBo Bakker;0612345671\n");
        await program.AdvanceAsync(TimeSpan.FromDays(32));

        await RefusedAsync($"/api/lists/{list}/shared/3", new { two = true }, HttpStatusCode.NotFound, "not-found");
    }

    /// <summary>As it stands in the store, also while somebody reads it; no job of it waits.</summary>
    private async Task<ListId> StoredAsync(ListState state, ListQuestion question)
    {
        var list = new UploadedList
        {
            Id = ListId.New(ServedProgram.Start),
            Meeting = new MeetingId(meeting),
            FileName = "lijst.csv",
            Language = "nl",
            At = ServedProgram.Start,
            State = state,
            Questions = [question],
        };
        await program.Services.GetRequiredService<ListStore>().AddAsync(GroupId.Default, list, default);
        return list.Id;
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private async Task<string> UploadAsync(string csv)
    {
        using var answer = await program.UploadAsync(meeting, ServedProgram.Bytes(csv));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private Task<JsonElement> ListAsync(string list) => program.Http.GetFromJsonAsync<JsonElement>($"/api/lists/{list}");

    private async Task<int> SentAsync(string to) => (await program.Http.GetFromJsonAsync<JsonElement>($"/api/outbox?to={Uri.EscapeDataString(to)}")).GetArrayLength();

    private async Task<JsonElement> OkAsync(string path, object? body, HttpStatusCode status)
    {
        using var answer = await program.Http.PostAsJsonAsync(path, body ?? new { });
        Assert.True(answer.StatusCode == status, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> RefusedAsync(string path, object? body, HttpStatusCode status, string code)
    {
        var answer = await OkAsync(path, body, status);
        Assert.Equal(code, answer.GetProperty("code").GetString());
        return answer;
    }
}
