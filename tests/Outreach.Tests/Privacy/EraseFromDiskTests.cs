using System.Text.Json;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Privacy;

/// <summary>Somebody who is erased is in no file of the data folder: the database, its log, the outbox, the uploads.</summary>
public sealed class EraseFromDiskTests : IAsyncLifetime
{
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task The_raw_files_hold_nothing_of_somebody_who_was_erased_while_the_program_runs()
    {
        var meeting = await program.CreateMeetingAsync();
        await program.UploadAsync(meeting, ServedProgram.Bytes("naam;mobiel\nQuirina Zandloper;0612345671\nBea Prins;0612345672\n"));
        await program.AdvanceAsync(TimeSpan.Zero);
        await program.Http.PostAsync($"/api/meetings/{meeting}/send", null);
        await program.AdvanceAsync(TimeSpan.FromHours(1));
        await program.SayAsync("+31612345671", "Xylofoonvraag: mag ik mijn hond meenemen?");
        Assert.NotEmpty(Files("Quirina"));
        Assert.NotEmpty(await OutboxAsync("+31612345671"));

        var items = (await program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}/invitations")).GetProperty("items").EnumerateArray();
        var person = items.Single(item => item.GetProperty("name").GetString() == "Quirina Zandloper").GetProperty("person").GetString();
        (await program.Http.DeleteAsync($"/api/people/{person}")).EnsureSuccessStatusCode();

        Assert.Empty(await OutboxAsync("+31612345671"));
        Assert.NotEmpty(await OutboxAsync("+31612345672"));
        foreach (var trace in (string[])["Quirina", "Zandloper", "612345671", "Xylofoonvraag"])
            Assert.Equal((trace, ""), (trace, string.Join(", ", Files(trace))));
    }

    [Fact]
    public async Task After_retention_the_raw_files_hold_no_old_notice_to_an_organiser_and_no_old_day_of_sign_ups()
    {
        await program.Services.GetRequiredService<SignUps>().TakeAsync(GroupId.Default, AbuseLimit.SignUp, new MeetingId("zandlopermeeting"), new Candidate { Email = new("iris@buurt.example") }, default);
        await program.Services.GetRequiredService<LocalOutbox>().SendAsync(
            [new($"{OutboxKeys.OfSignIn(GroupId.Default)}1.abcd", new("organist@post.example"), null, "Outreach", "x", "Xylofoonlink", "", "nl", ServedProgram.Start)], default);
        program.Services.GetRequiredService<SqliteStore>().FoldLog();
        string[] traces = ["organist@post", "Xylofoonlink", "zandlopermeeting"];
        Assert.All(traces, trace => Assert.NotEmpty(Files(trace)));

        await program.AdvanceAsync(TimeSpan.FromDays(32));

        Assert.All(traces, trace => Assert.Equal((trace, ""), (trace, string.Join(", ", Files(trace)))));
    }

    [Fact]
    public async Task The_outbox_shows_a_group_its_own_messages_and_no_link_to_sign_in()
    {
        var outbox = program.Services.GetRequiredService<LocalOutbox>();
        foreach (var reference in (string[])["default.0a0000000000000.1.invited", "default-2.0a0000000000000.1.invited", "other.0a0000000000000.1.invited", $"{OutboxKeys.OfSignIn(GroupId.Default)}1.abcd"])
            await outbox.SendAsync([new(reference, new("ann@post.example"), null, "Outreach", "x", reference, "", "nl", ServedProgram.Start)], default);

        Assert.Equal(["default.0a0000000000000.1.invited"], await OutboxAsync("ann@post.example"));
    }

    private async Task<List<string>> OutboxAsync(string to) =>
        [.. (await program.Http.GetFromJsonAsync<JsonElement>($"/api/outbox?to={Uri.EscapeDataString(to)}")).EnumerateArray().Select(message => message.GetProperty("text").GetString()!)];

    private IEnumerable<string> Files(string trace) => RawFiles.With(program.DataFolder, trace);
}
