using Outreach.Doors;
using Outreach.Functions.Demo;
using Outreach.Functions.Hosting.Commands;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Operating;

namespace Outreach.Tests.Demo;

public sealed class DemoTests(DemoFolder demo)
{
    [Fact]
    public async Task A_round_along_three_hundred_doors_shows_in_the_funnel()
    {
        await using var app = await OpenAsync();
        var meeting = (await app.Services.GetRequiredService<MeetingStore>().ListAsync(GroupId.Default, default)).Single(meeting => meeting.Title == "Samen aan tafel");

        var doors = (await app.Services.GetRequiredService<ReadDoorResults>().HandleAsync(GroupId.Default, meeting.Id, default))!;
        var funnel = MeetingFunnel.Of(await app.Services.GetRequiredService<Tallies>().SumAsync(GroupId.Default, meeting.Id, default)).By["source"]["door"];

        Assert.Equal((300, 300), (doors.Addresses, doors.Total.Rung));
        Assert.Equal((2, 6), (doors.By["round"].Count, doors.By["pair"].Count));
        Assert.Equal(doors.Total.Yes + doors.Total.Maybe, funnel.Invited);
        Assert.True(funnel.Yes > 20 && funnel.Attended > 10, $"{funnel}");
    }

    [Fact]
    public async Task The_waves_of_each_meeting_sum_up_to_its_funnel_and_each_step_is_no_wider_than_the_one_before()
    {
        await using var app = await OpenAsync();
        var summary = await DemoSummaryAsync(app);

        Assert.Equal(3, summary.Meetings.Count);
        Assert.True(summary.Meetings[2].Funnel.Total is { Attended: 0, Yes: > 0 } coming && coming.Invited > coming.Replied);
        foreach (var (_, funnel) in summary.Meetings.Take(2))
        {
            foreach (var breakdown in funnel.By.Values)
                Assert.Equal(funnel.Total, Sum(breakdown.Values));
            var t = funnel.Total;
            Assert.True(t.Invited >= t.Delivered && t.Delivered >= t.Replied && t.Replied >= t.Yes + t.No + t.Maybe, $"{t}");
            Assert.True(t.Yes > 0 && t.Reminded > 0 && t.Attended > 0 && t.Nominated > 0 && t.Attended >= t.Nominated, $"{t}");
        }

        Assert.True(summary.Meetings[1].Funnel.By["wave"].Count >= 3);
        Assert.True(summary.MaxChainLength.Count >= 3);
    }

    [Fact]
    public async Task It_shows_the_funnel_the_chains_and_how_it_came_about()
    {
        var text = await demo.PlayedAsync();

        Assert.Contains("Koffie met de buurt", text, StringComparison.Ordinal);
        Assert.Contains("Longest chain: ", text, StringComparison.Ordinal);
        Assert.Contains("306 rows = 301 accepted + 1 merged + 0 suppressed + 4 rejected", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_new_residents_find_whom_to_call()
    {
        await using var app = await OpenAsync();

        var lines = await app.Services.GetRequiredService<CardStore>().ListAsync(GroupId.Default, default);

        Assert.Equal(4, lines.Count);
        Assert.Contains(lines, line => line.Value.Place is not null);
    }

    [Fact]
    public async Task Everything_a_campaign_has_happens_in_it()
    {
        await using var app = await OpenAsync();
        var people = app.Services.GetRequiredService<PeopleStore>();
        var kinds = new HashSet<MessageKind>();
        var languages = new HashSet<string>();
        foreach (var shard in Shard.All(GroupId.Default))
        {
            await foreach (var row in app.Services.GetRequiredService<ITables>().QueryAsync(TableNames.People, shard.Partition, "msg|", "msg}", null, default))
            {
                var message = RowJson.Read<Message>(row.Json);
                languages.Add(message.Language);
                if (message.Kind is { } kind)
                    kinds.Add(kind);
            }
        }

        MessageKind[] expected =
        [
            MessageKind.Invitation, MessageKind.NomineeInvitation, MessageKind.Nudge, MessageKind.ConfirmYes, MessageKind.ConfirmNo, MessageKind.ConfirmWaiting, MessageKind.Reminder,
            MessageKind.Thanks, MessageKind.MissedYou, MessageKind.WhatCameOfIt, MessageKind.Welcome, MessageKind.APersonWillRead, MessageKind.InboxAnswer,
        ];
        Assert.Empty(expected.Except(kinds));
        // People who said stop are erased that night, with the confirmation of it.
        Assert.NotEmpty(await app.Services.GetRequiredService<Suppressions>().AllAsync(GroupId.Default, default));
        Assert.Empty(Phrases.Languages.Except(languages));
        Assert.NotEmpty(await app.Services.GetRequiredService<WelcomeStore>().ListAsync(GroupId.Default, default));
        Assert.NotEmpty(await app.Services.GetRequiredService<Inbox>().ListAsync(GroupId.Default, open: false, default));
    }

    [Fact]
    public async Task The_same_seed_plays_the_same()
    {
        var (code, again, _) = await DemoFolder.RunAsync("demo", "--exit");

        Assert.Equal(0, code);
        Assert.Equal(await demo.PlayedAsync(), again);
    }

    [Fact]
    public async Task A_folder_that_holds_data_is_left_alone()
    {
        await demo.PlayedAsync();

        var (code, _, error) = await DemoFolder.RunAsync("demo", "--exit", "--data", demo.Path);

        Assert.Equal(1, code);
        Assert.Contains("holds data already", error, StringComparison.Ordinal);
    }

    private async Task<WebApplication> OpenAsync()
    {
        await demo.PlayedAsync();
        return Chore.Open(CommandLine.Parse(new Verb("status", "", (_, _) => Task.FromResult(0)) { Options = [Chore.Data] }, ["--data", demo.Path], TextWriter.Null, TextWriter.Null), Site.Add);
    }

    private static Task<DemoSummary> DemoSummaryAsync(WebApplication app) =>
        DemoSummary.ReadAsync(GroupId.Default, app.Services.GetRequiredService<MeetingStore>(), app.Services.GetRequiredService<PeopleStore>(), app.Services.GetRequiredService<Tallies>(), default);

    private static FunnelCounts Sum(IEnumerable<FunnelCounts> all) => all.Aggregate((a, b) => new(
        a.Invited + b.Invited, a.Delivered + b.Delivered, a.Failed + b.Failed, a.Replied + b.Replied, a.Yes + b.Yes, a.No + b.No, a.Maybe + b.Maybe, a.Waiting + b.Waiting,
        a.Reminded + b.Reminded, a.Attended + b.Attended, a.NoShow + b.NoShow, a.Nominated + b.Nominated));
}
