using Outreach.Functions.Adapters.Sqlite;
using Outreach.Functions.Hosting.Commands;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Adapters;
using Outreach.Tests.Support;

namespace Outreach.Tests.Operating;

/// <summary>The operator's chores on the store that the demo has left.</summary>
public sealed class ChoreTests(DemoFolder demo, Azurite azurite) : IDisposable
{
    private const string HashKey = "--Outreach:HashKey=demo";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Export => Path.Combine(folder.Path, "export.ndjson");

    private string Other => Path.Combine(folder.Path, "other");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task After_a_whole_campaign_a_recount_equals_the_stored_counts()
    {
        await demo.PlayedAsync();

        var (code, output, _) = await DemoFolder.RunAsync("recount", "--data", demo.Path);

        Assert.Equal((0, 3), (code, output.Split("the counts are right").Length - 1));
    }

    [Fact]
    public async Task What_an_operator_does_to_a_group_stands_in_its_audit()
    {
        await ExportAsync();
        await DemoFolder.RunAsync("import", "--in", Export, "--data", Other, HashKey);
        await DemoFolder.RunAsync("export", "--out", Export + ".again", "--data", Other, HashKey);
        var backup = Path.Combine(folder.Path, "backup.zip");
        Assert.Equal(0, (await DemoFolder.RunAsync("backup", backup, "--data", Other)).Code);
        var person = "";
        await using (var store = Store())
            person = (await store.GetRequiredService<GroupRows>().ReadAsync(GroupId.Default, Ct).FirstAsync(row => RowKeys.IsPerson(row.Row.Key), Ct)).Row.Key.Split('|')[1];
        Assert.Equal(0, (await DemoFolder.RunAsync("erase", "--person", person, "--why", "asked at the desk", "--data", Other, HashKey)).Code);
        var third = Path.Combine(folder.Path, "third");
        Assert.Equal(0, (await DemoFolder.RunAsync("restore", backup, "--data", third)).Code);

        var (lines, restored) = (await OperatorLinesAsync(Other), await OperatorLinesAsync(third));
        Assert.Equal(
            [AuditKind.Uploaded, AuditKind.Exported, AuditKind.Exported, AuditKind.Erased],
            lines.Select(line => line.Kind));
        Assert.Equal(["wrote an export of the group", "backed up the whole store", "erased one person: asked at the desk"], lines.Skip(1).Select(line => line.What));
        Assert.StartsWith("put back the store as it was at ", restored[^1].What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_for_this_account_alone_and_an_unknown_group_leaves_an_earlier_one_as_it_is()
    {
        await ExportAsync();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Export));
        var before = new FileInfo(Export).Length;

        var (code, _, error) = await DemoFolder.RunAsync("export", "--out", Export, "--group", "north", "--data", demo.Path, HashKey);

        Assert.Equal((1, before), (code, new FileInfo(Export).Length));
        Assert.Contains("There is no group north.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_moves_to_another_folder_with_all_it_has()
    {
        await ExportAsync();

        var (code, imported, error) = await DemoFolder.RunAsync("import", "--in", Export, "--data", Other, HashKey);

        Assert.True(code == 0, error);
        Assert.Contains(" People,", imported, StringComparison.Ordinal);
        var (again, _, _) = await DemoFolder.RunAsync("export", "--out", Export + ".again", "--data", Other, HashKey);
        Assert.Equal(0, again);
        Assert.Equal(Rows(Export), Rows(Export + ".again"));
        Assert.Equal(0, (await DemoFolder.RunAsync("recount", "--data", Other, HashKey)).Code);
    }

    [Fact]
    public async Task A_group_moves_to_Azure_storage_with_all_it_has()
    {
        await ExportAsync();
        await using var storage = await azurite.ConnectAsync();
        await using var app = Chore.Open(Arguments("--data", Other, HashKey), (builder, launch) =>
        {
            Site.Add(builder, launch);
            builder.Services.AddSingleton(storage.GetRequiredService<ITables>()).AddSingleton(storage.GetRequiredService<IQueues>()).AddSingleton(storage.GetRequiredService<IBlobs>());
        });
        // The emulator is shared: another test has the default group's people there.
        var export = (await File.ReadAllTextAsync(Export, Ct)).Replace("default", "moved", StringComparison.Ordinal);

        var counts = await app.Services.GetRequiredService<ImportGroup>().HandleAsync(new GroupId("moved"), new MemoryStream(System.Text.Encoding.UTF8.GetBytes(export)), Ct);

        using var again = new MemoryStream();
        Assert.Equal(counts.Where(c => c.Key != TableNames.Audit), (await app.Services.GetRequiredService<ExportGroup>().HandleAsync(new GroupId("moved"), again, Ct))!.Where(c => c.Key != TableNames.Audit));
        Assert.All((await app.Services.GetRequiredService<Recount>().HandleAsync(new GroupId("moved"), repair: false, Ct))!, meeting => Assert.Empty(meeting.Differences));
    }

    [Fact]
    public async Task An_import_that_was_cut_off_goes_on_when_it_is_given_again()
    {
        await ExportAsync();
        var cut = Export + ".cut";
        await File.WriteAllLinesAsync(cut, File.ReadLines(Export).Take(2500), Ct);

        var (code, _, error) = await DemoFolder.RunAsync("import", "--in", cut, "--data", Other, HashKey);
        Assert.Equal(1, code);
        Assert.Contains("cut off", error, StringComparison.Ordinal);
        Assert.Equal(0, (await DemoFolder.RunAsync("import", "--in", Export, "--data", Other, HashKey)).Code);

        await DemoFolder.RunAsync("export", "--out", Export + ".again", "--data", Other, HashKey);
        Assert.Equal(Rows(Export), Rows(Export + ".again"));
    }

    [Fact]
    public async Task An_import_is_refused_where_it_would_mix_lose_stops_or_go_to_another_group()
    {
        await ExportAsync();
        await ExportAsync(Export + ".second");

        Assert.Contains("another hash key", (await DemoFolder.RunAsync("import", "--in", Export, "--data", Other, "--Outreach:HashKey=x")).Error, StringComparison.Ordinal);
        Assert.Contains("--group default", (await DemoFolder.RunAsync("import", "--in", Export, "--group", "north", "--data", Other, HashKey)).Error, StringComparison.Ordinal);
        Assert.Contains("holds people already", (await DemoFolder.RunAsync("import", "--in", Export + ".second", "--data", demo.Path, HashKey)).Error, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Export, "naam;mobiel\n", Ct);
        Assert.Contains("This is not an export", (await DemoFolder.RunAsync("import", "--in", Export, "--data", Other, HashKey)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_that_is_wrong_is_shown_and_mended()
    {
        var (group, meeting) = (new GroupId("default"), new MeetingId("0123456789ab"));
        await using (var store = Store())
        {
            await store.GetRequiredService<GroupStore>().SaveAsync(new Group { Id = group, Name = "x", Language = "nl" }, Ct);
            await store.GetRequiredService<MeetingStore>().AddAsync(group, new Meeting
            {
                Id = meeting,
                Title = "Koffie",
                StartsAt = Moments.Monday,
                EndsAt = Moments.Monday,
                Place = "x",
                ContactName = "x",
                ContactPhone = "x",
                CreatedAt = Moments.Monday,
            }, Ct);
            await store.GetRequiredService<ITables>().SubmitAsync(TableNames.People, new Shard(group, 3).Partition, [Operation.Insert(
                RowKeys.Tally(meeting), RowJson.Write(new Outreach.Records.Tally(new() { ["sms,nl,0,list"] = [4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] })))], Ct);
        }

        var (code, output, _) = await DemoFolder.RunAsync("recount", "--data", Other);
        Assert.Equal(1, code);
        Assert.Contains("shard 03 sms,nl,0,list Invited: stored 4, counted 0", output, StringComparison.Ordinal);
        Assert.Equal(0, (await DemoFolder.RunAsync("recount", "--repair", "--data", Other)).Code);
        Assert.Contains("the counts are right", (await DemoFolder.RunAsync("recount", "--data", Other)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_messages_are_shown_dropped_for_a_reason_or_tried_again()
    {
        await using (var store = Store())
        {
            foreach (var n in (int[])[1, 2, 3])
                await store.GetRequiredService<IQueues>().SendAsync("messages-poison", $$"""{"group":"default","n":{{n}}}""", TimeSpan.Zero, Ct);
        }

        var (code, status, _) = await DemoFolder.RunAsync("status", "--data", Other);
        Assert.Equal((1, 3), (code, status.Split("Failed: messages ").Length - 1));
        var id = status.Split("Failed: messages ")[2].Split(',')[0];
        Assert.Equal(2, (await DemoFolder.RunAsync("drop", "messages", id, "--data", Other)).Code);
        Assert.Equal(1, (await DemoFolder.RunAsync("drop", "messages", "nope", "--why", "test", "--data", Other)).Code);
        Assert.Equal(0, (await DemoFolder.RunAsync("drop", "messages", id, "--why", "sent by hand", "--data", Other)).Code);
        Assert.Contains("2 messages are back", (await DemoFolder.RunAsync("requeue", "messages", "--data", Other)).Output, StringComparison.Ordinal);

        await using var after = Store();
        Assert.Equal(2, await after.GetRequiredService<IQueues>().CountAsync("messages", Ct));
        Assert.Equal(0, await after.GetRequiredService<IQueues>().CountAsync("messages-poison", Ct));
        var audit = await after.GetRequiredService<Audit>().ListAsync(GroupId.Default, Ct);
        Assert.Equal(2, audit.Count);
        Assert.Contains(audit, line => line.What.EndsWith("sent by hand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_late_or_in_doubt_is_shown_dropped_for_a_reason_or_tried_again()
    {
        var before = DateTimeOffset.UtcNow.AddHours(-1);
        string doubt;
        await using (var store = Store())
        {
            await store.GetRequiredService<GroupStore>().SaveAsync(new Group { Id = GroupId.Default, Name = "De buurt", Language = "nl" }, Ct);
            var tables = store.GetRequiredService<ITables>();
            doubt = await Stuck.DoubtAsync(new PeopleStore(tables, new Tallies(tables), new Outbox(tables, store.GetRequiredService<IQueues>(), TimeProvider.System)), GroupId.Default, before);
            foreach (var id in (string[])["one", "two"])
                await Stuck.LateAsync(tables, GroupId.Default, id, before);
        }

        var (code, status, _) = await DemoFolder.RunAsync("status", "--data", Other);
        Assert.Equal((1, 2), (code, status.Split("Late: messages ").Length - 1));
        Assert.Contains($"In doubt: Sms {doubt}", status.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.Equal(2, (await DemoFolder.RunAsync("drop", "doubts", doubt, "--data", Other)).Code);
        Assert.Equal(1, (await DemoFolder.RunAsync("drop", "late", "one", "--why", "x", "--group", "north", "--data", Other)).Code);
        Assert.Equal(0, (await DemoFolder.RunAsync("drop", "late", "one", "--why", "sent by hand", "--data", Other)).Code);
        Assert.Contains("1 jobs were put back", (await DemoFolder.RunAsync("requeue", "late", "--data", Other)).Output, StringComparison.Ordinal);
        Assert.Contains("1 messages are looked up", (await DemoFolder.RunAsync("requeue", "doubts", "--data", Other)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await DemoFolder.RunAsync("drop", "doubts", doubt, "--why", "called her", "--data", Other)).Code);
        Assert.Equal(0, (await DemoFolder.RunAsync("status", "--data", Other)).Code);
    }

    [Fact]
    public async Task Erasing_nobody_says_so()
    {
        await demo.PlayedAsync();
        var (code, _, error) = await DemoFolder.RunAsync("erase", "--person", "00zzzzzzzzzzzzz", "--data", demo.Path);
        Assert.Equal(1, code);
        Assert.Contains("has no person", error, StringComparison.Ordinal);
        Assert.Equal(2, (await DemoFolder.RunAsync("erase", "--data", demo.Path)).Code);
    }

    private async Task ExportAsync(string? file = null)
    {
        await demo.PlayedAsync();
        var (code, _, error) = await DemoFolder.RunAsync("export", "--out", file ?? Export, "--data", demo.Path, HashKey);
        Assert.True(code == 0, error);
    }

    /// <summary>What was done from the command line of this machine, but for what an import brought along.</summary>
    private static async Task<IReadOnlyList<AuditLine>> OperatorLinesAsync(string data)
    {
        await using var store = new SqliteStore(data);
        return [.. (await new Audit(new SqliteTables(store), TimeProvider.System).ListAsync(GroupId.Default, Ct)).Where(line => line.By == Chore.Operator.Name && line.From == Environment.MachineName)
            .SkipWhile(line => line.Kind is not AuditKind.Uploaded)];
    }

    // Without the header, and without the audit lines of import and export and the counts that count them.
    private static List<string> Rows(string file) =>
        [.. File.ReadLines(file).Skip(1).Where(line => !line.Contains("\"counts\"", StringComparison.Ordinal) && !line.Contains("imported the export", StringComparison.Ordinal) && !line.Contains("wrote an export", StringComparison.Ordinal))];

    private ServiceProvider Store() => new ServiceCollection()
        .AddEmbeddedStore(Other).AddSingleton<GroupStore>().AddSingleton<MeetingStore>().AddSingleton<Audit>().AddSingleton<GroupRows>().BuildServiceProvider();

    private static VerbArguments Arguments(params string[] args) =>
        CommandLine.Parse(new Verb("x", "", (_, _) => Task.FromResult(0)) { Options = [Chore.Data] }, args, TextWriter.Null, TextWriter.Null);
}
