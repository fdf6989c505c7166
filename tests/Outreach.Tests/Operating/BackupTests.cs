using System.IO.Compression;
using System.Text;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Operating;

/// <summary>One file brings a whole data folder back, as it was at one moment.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.Path, "data");

    private string Other => Path.Combine(folder.Path, "other");

    private string Zip => Path.Combine(folder.Path, "outreach.zip");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_back_up_taken_while_a_server_writes_is_of_one_moment()
    {
        using var end = new CancellationTokenSource();
        await using var store = new SqliteStore(Data);
        var tables = new SqliteTables(store);
        await WritePairAsync(tables, 0);
        // Two rows of one submit always say the same number.
        var writing = Task.Run(async () =>
        {
            for (var i = 1; !end.IsCancellationRequested; i++)
                await WritePairAsync(tables, i);
        }, Ct);

        var code = await RunAsync("backup", Zip, "--data", Data);
        await end.CancelAsync();
        await writing;

        Assert.Equal(0, code.Code);
        Assert.Equal(0, (await RunAsync("restore", Zip, "--data", Other)).Code);
        await using var back = new SqliteStore(Other);
        var (a, b) = (await ReadAsync(back, "a"), await ReadAsync(back, "b"));
        Assert.NotNull(a);
        Assert.Equal(a, b);
    }

    [Fact]
    public async Task Blobs_and_the_hash_key_come_back_for_this_account_only()
    {
        await FillAsync();

        await RunAsync("backup", Zip, "--data", Data);
        await RunAsync("restore", Zip, "--data", Other);

        await using var blob = await new FileBlobs(Other).ReadAsync("lists/Upload.xlsx", Ct);
        Assert.Equal("a file", await new StreamReader(blob!).ReadToEndAsync(Ct));
        Assert.Equal("secret", await File.ReadAllTextAsync(Path.Combine(Other, "hash.key"), Ct));
        foreach (var file in new[] { Zip, Path.Combine(Other, "hash.key"), Path.Combine(Other, "outreach.db") })
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task What_was_about_to_leave_waits_for_the_operator()
    {
        await FillAsync();

        await RunAsync("backup", Zip, "--data", Data);
        var (_, output, _) = await RunAsync("restore", Zip, "--data", Other);

        Assert.Contains("1 jobs were about to send", output, StringComparison.Ordinal);
        await using var store = new SqliteStore(Other);
        var queues = new SqliteQueues(store, TimeProvider.System);
        Assert.Equal((0, 1, 1), (await queues.CountAsync(QueueNames.Messages, Ct), await queues.CountAsync(QueueNames.PoisonOf(QueueNames.Messages), Ct), await queues.CountAsync(QueueNames.Inbound, Ct)));
        Assert.Equal(0, await new Outreach.Operating.RetryPoisonMessages(queues).HandleAsync(Ct));
        Assert.Equal(0, await new Outreach.Operating.RetryPoisonMessages(queues).HandleAsync(Ct));
    }

    [Fact]
    public async Task A_folder_that_holds_a_store_is_left_alone()
    {
        await FillAsync();
        await RunAsync("backup", Zip, "--data", Data);
        await using (var other = new SqliteStore(Other))
            await WritePairAsync(new SqliteTables(other), 7);

        var (code, _, error) = await RunAsync("restore", Zip, "--data", Other);

        Assert.Equal(1, code);
        Assert.Contains("holds a store", error, StringComparison.Ordinal);
        await using var store = new SqliteStore(Other);
        Assert.Equal("""{"n":7}""", await ReadAsync(store, "a"));
    }

    [Fact]
    public async Task Another_hash_key_in_the_folder_is_refused()
    {
        await FillAsync();
        await RunAsync("backup", Zip, "--data", Data);
        Directory.CreateDirectory(Other);
        await File.WriteAllTextAsync(Path.Combine(Other, "hash.key"), "another", Ct);

        Assert.Contains("another hash key", (await RunAsync("restore", Zip, "--data", Other)).Error, StringComparison.Ordinal);
        Assert.Equal(["hash.key"], Directory.GetFileSystemEntries(Other).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_back_up_that_is_cut_off_or_changed_is_refused_and_changes_nothing()
    {
        await FillAsync();
        await RunAsync("backup", Zip, "--data", Data);
        var whole = await File.ReadAllBytesAsync(Zip, Ct);
        await File.WriteAllBytesAsync(Zip, whole[..(whole.Length / 2)], Ct);
        Assert.Contains("not a whole backup", (await RunAsync("restore", Zip, "--data", Other)).Error, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(Zip, whole, Ct);
        await using (var zip = await ZipFile.OpenAsync(Zip, ZipArchiveMode.Update, Ct))
        {
            zip.GetEntry("hash.key")!.Delete();
            await using var entry = await zip.CreateEntry("hash.key").OpenAsync(Ct);
            entry.Write("forged"u8);
        }

        Assert.Contains("'hash.key' is damaged", (await RunAsync("restore", Zip, "--data", Other)).Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Other));
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_folder_is_refused()
    {
        await using (var zip = await ZipFile.OpenAsync(Zip, ZipArchiveMode.Create, Ct))
        {
            await using var entry = await zip.CreateEntry("contents.json").OpenAsync(Ct);
            entry.Write("""{"Format":1,"MadeAt":"2026-03-02T09:00:00+00:00","Files":[{"Name":"blobs/../../x","Bytes":1,"Sha256":""}]}"""u8);
        }

        Assert.Contains("not a file of ours", (await RunAsync("restore", Zip, "--data", Other)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_overwritten_by_a_back_up()
    {
        await FillAsync();
        await File.WriteAllTextAsync(Zip, "the last one", Ct);

        Assert.Equal(1, (await RunAsync("backup", Zip, "--data", Data)).Code);
        Assert.Equal("the last one", await File.ReadAllTextAsync(Zip, Ct));
    }

    [Fact]
    public async Task A_store_that_is_gone_or_emptied_is_not_begun_anew()
    {
        await FillAsync();
        File.Delete(Path.Combine(Data, "outreach.db"));
        Assert.Contains("is gone", Assert.Throws<StoreUnavailableException>(() => new SqliteStore(Data)).Message, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(Path.Combine(Data, "outreach.db"), [], Ct);
        Assert.Contains("is empty", Assert.Throws<StoreUnavailableException>(() => new SqliteStore(Data)).Message, StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        await using var store = new SqliteStore(Data);
        await WritePairAsync(new SqliteTables(store), 1);
        var queues = new SqliteQueues(store, TimeProvider.System);
        await queues.SendAsync(QueueNames.Messages, """{"group":"default"}""", TimeSpan.FromHours(9), Ct);
        await queues.SendAsync(QueueNames.Inbound, """{"group":"default"}""", TimeSpan.Zero, Ct);
        await new FileBlobs(Data).WriteAsync("lists/Upload.xlsx", new MemoryStream("a file"u8.ToArray()), Ct);
        await File.WriteAllTextAsync(Path.Combine(Data, "hash.key"), "secret", Ct);
        store.MarkAsUsed();
    }

    private static Task WritePairAsync(SqliteTables tables, int number) => tables.SubmitAsync(
        TableNames.People, "p", [.. new[] { "a", "b" }.Select(key => Operation.Upsert(key, Encoding.UTF8.GetBytes($$"""{"n":{{number}}}""")))], CancellationToken.None);

    private static async Task<string?> ReadAsync(SqliteStore store, string key) =>
        await new SqliteTables(store).GetAsync(TableNames.People, "p", key, Ct) is { } row ? Encoding.UTF8.GetString(row.Json.Span) : null;

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => DemoFolder.RunAsync(args);
}
