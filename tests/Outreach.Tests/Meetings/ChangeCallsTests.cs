using System.Net;
using System.Text.Json;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

/// <summary>What the API says of people whom no message reaches.</summary>
public sealed class ChangeCallsTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task A_meeting_that_moved_names_who_must_be_called_and_counts_who_holds_the_old_date()
    {
        await using var program = await ServedProgram.StartAsync();
        var meeting = await InviteAsync(program, "naam;mobiel;telefoon\nAnn;0611111111;\nBo;0622222222;\nDora;;0301234567\n");
        await program.SayAsync(Ann, "ja");
        var dora = await PersonAsync(program, meeting, "call");
        await program.Services.GetRequiredService<RecordReply>().HandleAsync(new ReplyCommand(GroupId.Default, dora, new MeetingId(meeting), Reply.Maybe), default);
        var before = await MeetingAsync(program, meeting);

        using var answer = await program.Http.PatchAsJsonAsync($"/api/meetings/{meeting}", new { startsAt = ServedProgram.Start.AddDays(11).AddHours(10) });
        var moved = await answer.Content.ReadFromJsonAsync<JsonElement>();
        await program.AdvanceAsync(TimeSpan.FromMinutes(30));
        var told = await MeetingAsync(program, meeting);

        Assert.Equal((0, 0), (before.GetProperty("untold").GetArrayLength(), before.GetProperty("holdOldDate").GetInt32()));
        Assert.Equal((HttpStatusCode.OK, 1), (answer.StatusCode, moved.GetProperty("holdOldDate").GetInt32()));
        Assert.Equal(0, told.GetProperty("holdOldDate").GetInt32());
        foreach (var untold in (JsonElement[])[moved.GetProperty("untold"), told.GetProperty("untold")])
        {
            var one = Assert.Single(untold.EnumerateArray());
            Assert.Equal((dora.Value, "Dora", "+31301234567", "maybe"), (Text(one, "person"), Text(one, "name"), Text(one, "phone"), Text(one, "said")));
        }
    }

    [Fact]
    public async Task Nobody_is_counted_once_a_meeting_that_moved_has_begun()
    {
        await using var program = await ServedProgram.StartAsync();
        var meeting = await InviteAsync(program, "naam;mobiel;telefoon\nDora;;0301234567\n");
        await program.Services.GetRequiredService<RecordReply>().HandleAsync(
            new ReplyCommand(GroupId.Default, await PersonAsync(program, meeting, "call"), new MeetingId(meeting), Reply.Yes, 1), default);
        await program.Http.PatchAsJsonAsync($"/api/meetings/{meeting}", new { place = "De Fuik" });
        Assert.Equal(1, (await MeetingAsync(program, meeting)).GetProperty("untold").GetArrayLength());

        await program.AdvanceAsync(TimeSpan.FromDays(11));

        Assert.Equal(0, (await MeetingAsync(program, meeting)).GetProperty("untold").GetArrayLength());
    }

    [Fact]
    public async Task An_answer_to_who_said_stop_since_is_refused_and_the_question_stays_open()
    {
        await using var program = await ServedProgram.StartAsync();
        await InviteAsync(program, "naam;mobiel\nAnn;0611111111\n");
        await program.SayAsync(Ann, "Is er een lift in het gebouw?");
        await program.SayAsync(Ann, "stop");

        Assert.Equal((HttpStatusCode.Conflict, "stopped"), await AnswerAsync(program));
        Assert.Single(await OpenAsync(program));
    }

    [Theory]
    [InlineData("yes", HttpStatusCode.Conflict, 1)]
    [InlineData("maybe", HttpStatusCode.Conflict, 1)]
    [InlineData(null, HttpStatusCode.OK, 0)]
    [InlineData("stop", HttpStatusCode.OK, 0)]
    public async Task What_who_said_stop_wrote_before_is_closed_but_not_as_an_answer(string? meaning, HttpStatusCode status, int open)
    {
        await using var program = await ServedProgram.StartAsync();
        await InviteAsync(program, "naam;mobiel\nAnn;0611111111\n");
        await program.SayAsync(Ann, "Is er een lift in het gebouw?");
        await program.SayAsync(Ann, "stop");

        using var closed = await program.Http.PostAsJsonAsync($"/api/inbox/{Text(Assert.Single(await OpenAsync(program)), "id")}/close", new { @as = meaning });

        Assert.Equal((status, open), (closed.StatusCode, (await OpenAsync(program)).Count));
    }

    [Theory]
    [InlineData("""{"cancelled": false}""", HttpStatusCode.Conflict)]
    [InlineData("""{"startsAt": "2026-03-20T19:00:00+01:00", "endsAt": "2026-03-20T21:00:00+01:00"}""", HttpStatusCode.Conflict)]
    [InlineData("""{"place": "De Fuik"}""", HttpStatusCode.Conflict)]
    [InlineData("""{"capacity": 12}""", HttpStatusCode.Conflict)]
    [InlineData("""{"cancelled": true}""", HttpStatusCode.OK)]
    [InlineData("""{"report": "Er was te weinig animo."}""", HttpStatusCode.OK)]
    public async Task A_meeting_that_was_called_off_stays_so(string change, HttpStatusCode status)
    {
        await using var program = await ServedProgram.StartAsync();
        var meeting = await program.CreateMeetingAsync();
        Assert.Equal(HttpStatusCode.OK, (await program.Http.PatchAsJsonAsync($"/api/meetings/{meeting}", new { cancelled = false })).StatusCode);
        await program.Http.PatchAsJsonAsync($"/api/meetings/{meeting}", new { cancelled = true });
        var before = await MeetingAsync(program, meeting);

        using var answer = await program.Http.PatchAsync($"/api/meetings/{meeting}", new StringContent(change, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(status, answer.StatusCode);
        if (status is HttpStatusCode.Conflict)
            Assert.Equal(("cancelled", before.GetRawText()), (Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "code"), (await MeetingAsync(program, meeting)).GetRawText()));
    }

    [Fact]
    public async Task A_meeting_that_is_over_is_not_moved_but_made_anew()
    {
        await using var program = await ServedProgram.StartAsync();
        var meeting = await program.CreateMeetingAsync();
        await program.AdvanceAsync(TimeSpan.FromDays(11));

        using var refused = await program.Http.PatchAsJsonAsync($"/api/meetings/{meeting}", new { startsAt = ServedProgram.Start.AddDays(20) });
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((HttpStatusCode.Conflict, "over"), (refused.StatusCode, Text(problem, "code")));
        Assert.Contains("Make a new meeting", Text(problem, "title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_of_it_is_told_after_the_meeting_and_a_blank_report_tells_nothing()
    {
        await using var program = await ServedProgram.StartAsync();
        var meeting = await program.CreateMeetingAsync();

        using var early = await program.Http.PatchAsJsonAsync($"/api/meetings/{meeting}", new { report = "Er komt een bankje." });
        await program.AdvanceAsync(TimeSpan.FromDays(11));
        using var blank = await program.Http.PatchAsJsonAsync($"/api/meetings/{meeting}", new { report = " " });
        using var told = await program.Http.PatchAsJsonAsync($"/api/meetings/{meeting}", new { report = "Er komt een bankje." });
        using var again = await program.Http.PatchAsJsonAsync($"/api/meetings/{meeting}", new { report = "" });

        Assert.Equal((HttpStatusCode.Conflict, "early"), (early.StatusCode, Text(await early.Content.ReadFromJsonAsync<JsonElement>(), "code")));
        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Null), (blank.StatusCode, (await blank.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reportedAt").ValueKind));
        Assert.Equal("Er komt een bankje.", Text(await told.Content.ReadFromJsonAsync<JsonElement>(), "report"));
        Assert.Equal("Er komt een bankje.", Text(await again.Content.ReadFromJsonAsync<JsonElement>(), "report"));
    }

    [Fact]
    public async Task An_answer_to_who_asked_on_a_page_and_has_no_mobile_or_mail_is_refused_for_there_is_no_way()
    {
        await using var program = await ServedProgram.StartAsync();
        var meeting = await InviteAsync(program, "naam;mobiel;telefoon\nDora;;0301234567\n");
        await program.Services.GetRequiredService<AskQuestion>().HandleAsync(
            new Question(GroupId.Default, await PersonAsync(program, meeting, "call"), new MeetingId(meeting), "Is er een lift in het gebouw?", ServedProgram.Start), default);

        Assert.Equal((HttpStatusCode.Conflict, "no-way"), await AnswerAsync(program));
        Assert.Single(await OpenAsync(program));
    }

    [Fact]
    public async Task A_stranger_with_the_code_of_a_flyer_is_shown_with_its_meeting_and_the_refusal_says_why()
    {
        await using var program = await ServedProgram.StartAsync();
        await program.CreateMeetingAsync();
        var meeting = await program.CreateMeetingAsync();
        var code = await program.Services.GetRequiredService<Codes>().DrawAsync(new CodeRow(GroupId.Default, CodeKind.Flyer, null, new MeetingId(meeting)), default);
        await program.SayAsync(Ann, $"Kan ik meedoen? {code}");

        var item = Assert.Single(await OpenAsync(program));
        Assert.Equal((meeting, Ann), (Text(item, "meeting"), Text(item, "from")));
        Assert.Equal((HttpStatusCode.Conflict, "stranger"), await AnswerAsync(program));
        using var closed = await program.Http.PostAsJsonAsync($"/api/inbox/{Text(item, "id")}/close", new { @as = "yes" });
        Assert.Equal(HttpStatusCode.Conflict, closed.StatusCode);
        Assert.Single(await OpenAsync(program));
    }

    private static async Task<string> InviteAsync(ServedProgram program, string list)
    {
        var meeting = await program.CreateMeetingAsync();
        await program.UploadAsync(meeting, ServedProgram.Bytes(list));
        await program.AdvanceAsync(TimeSpan.Zero);
        (await program.Http.PostAsync($"/api/meetings/{meeting}/send", null)).EnsureSuccessStatusCode();
        await program.AdvanceAsync(TimeSpan.Zero);
        return meeting;
    }

    private static async Task<PersonId> PersonAsync(ServedProgram program, string meeting, string channel) =>
        new(Text((await program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}/invitations")).GetProperty("items").EnumerateArray().Single(i => Text(i, "channel") == channel), "person"));

    private static Task<JsonElement> MeetingAsync(ServedProgram program, string meeting) => program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}");

    private static async Task<List<JsonElement>> OpenAsync(ServedProgram program) =>
        [.. (await program.Http.GetFromJsonAsync<JsonElement>("/api/inbox")).GetProperty("items").EnumerateArray()];

    private static async Task<(HttpStatusCode, string)> AnswerAsync(ServedProgram program)
    {
        using var answer = await program.Http.PostAsJsonAsync($"/api/inbox/{Text(Assert.Single(await OpenAsync(program)), "id")}/answer", new { text = "Ja, er is een lift." });
        return (answer.StatusCode, Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "code"));
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
