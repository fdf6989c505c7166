using System.Net;
using System.Text.Json;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Operating;

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

    [Fact]
    public async Task Sign_ups_of_today_are_told_and_more_are_allowed()
    {
        var meeting = await program.CreateMeetingAsync();
        await program.Services.GetRequiredService<SignUps>().TakeAsync(GroupId.Default, AbuseLimit.SignUp, MeetingId.TryParse(meeting, out var id) ? id : default, new Candidate { Email = new EmailAddress("iris@buurt.example") }, default);

        var before = (await program.Http.GetFromJsonAsync<JsonElement>("/api/status")).GetProperty("signUps");
        var after = await (await program.Http.PostAsync("/api/status/sign-ups/raise", null)).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((1, SignUpDay.MaxPerMeeting, SignUpDay.MaxPerGroup), Of(before));
        Assert.Equal((1, SignUpDay.MaxPerMeeting + SignUps.Raise, SignUpDay.MaxPerGroup + SignUps.Raise), Of(after));

        static (int, int, int) Of(JsonElement day) => (day.GetProperty("today").GetInt32(), day.GetProperty("maxPerMeeting").GetInt32(), day.GetProperty("maxPerGroup").GetInt32());
    }

    [Fact]
    public async Task What_is_late_is_sent_on_or_dropped_for_a_reason()
    {
        foreach (var id in (string[])["one", "two"])
            await Stuck.LateAsync(program.Services.GetRequiredService<ITables>(), GroupId.Default, id, ServedProgram.Start.AddHours(-1));

        Assert.Equal(2, (await program.Http.GetFromJsonAsync<JsonElement>("/api/status")).GetProperty("lateJobs").GetArrayLength());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.Http.PostAsJsonAsync("/api/status/late/one/drop", new { why = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.Http.PostAsJsonAsync("/api/status/late/one/drop", new { why = "sent by hand" })).StatusCode);
        var sent = await (await program.Http.PostAsync("/api/status/late/send", null)).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(1, sent.GetProperty("sent").GetInt32());
        Assert.Equal(0, (await program.Http.GetFromJsonAsync<JsonElement>("/api/status")).GetProperty("late").GetInt32());
    }

    [Fact]
    public async Task What_is_in_doubt_is_looked_at_again_or_given_up_for_a_reason()
    {
        await Stuck.DoubtAsync(program.Services.GetRequiredService<PeopleStore>(), GroupId.Default, ServedProgram.Start.AddHours(-1));

        var doubt = Assert.Single((await program.Http.GetFromJsonAsync<JsonElement>("/api/status")).GetProperty("doubts").EnumerateArray());
        var path = $"/api/status/doubts/{doubt.GetProperty("id")}";

        Assert.Equal(An.Person.Id.Value, doubt.GetProperty("person").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await program.Http.PostAsync("/api/status/doubts/nothing/retry", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.Http.PostAsync($"{path}/retry", null)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.Http.PostAsJsonAsync($"{path}/drop", new { why = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.Http.PostAsJsonAsync($"{path}/drop", new { why = "called her" })).StatusCode);
        Assert.Equal(0, (await program.Http.GetFromJsonAsync<JsonElement>("/api/status")).GetProperty("inDoubt").GetInt32());
    }
}
