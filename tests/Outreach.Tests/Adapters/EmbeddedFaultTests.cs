using System.Globalization;
using System.Text;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Languages;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

/// <summary>What the embedded store does when its disk, its folder or its neighbour fails it.</summary>
public sealed class EmbeddedFaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_answered_is_there_after_the_store_is_opened_again()
    {
        IReadOnlyList<string?> etags;
        await using (var store = new SqliteStore(folder.Path))
        {
            etags = await InsertAsync(store, "a");
            await new SqliteQueues(store, TimeProvider.System).SendAsync("lists", "{}", TimeSpan.Zero, Ct);
        }

        await using var again = new SqliteStore(folder.Path);

        var row = await new SqliteTables(again).GetAsync("People", "p", "a", Ct);
        Assert.Equal(etags[0], row?.ETag);
        Assert.Equal(1, await new SqliteQueues(again, TimeProvider.System).CountAsync("lists", Ct));
        Assert.True(Number(await InsertAsync(again, "b")) > Number(etags));
    }

    [Fact]
    public async Task Changes_that_wait_together_are_refused_one_by_one()
    {
        await using var store = new SqliteStore(folder.Path);
        await InsertAsync(store, "taken");

        var gate = Block(store);
        var submits = Enumerable.Range(0, 20).Select(n => SubmitAsync(store, $"p{n}", $"a{n}", n % 3 == 0 ? "p" : $"p{n}")).ToList();
        gate.Set();
        await Task.WhenAll(submits.Select(submit => submit.ContinueWith(_ => { }, TaskScheduler.Default)));

        for (var n = 0; n < 20; n++)
        {
            var stored = await new SqliteTables(store).GetAsync("People", n % 3 == 0 ? "p" : $"p{n}", $"a{n}", Ct);
            Assert.Equal(n % 3 == 0, stored is null);
            Assert.Equal(n % 3 == 0, submits[n].IsFaulted);
        }
    }

    [Fact]
    public async Task A_full_disk_is_said_clearly_and_harms_nothing()
    {
        await using var store = new SqliteStore(folder.Path);
        await InsertAsync(store, "a");
        await SetAsync(store, "PRAGMA max_page_count = 20");

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            for (var n = 0; n < 40; n++)
                await InsertAsync(store, $"large|{n}", new string('x', 20_000));
        });
        Assert.Contains("disk is full", failure.Message, StringComparison.Ordinal);

        await SetAsync(store, "PRAGMA max_page_count = 1000000");
        Assert.NotNull(await new SqliteTables(store).GetAsync("People", "p", "a", Ct));
        await InsertAsync(store, "b", new string('x', 20_000));
        Assert.Equal("ok", store.Read(reader => Text(reader, "PRAGMA integrity_check")));
    }

    [Fact]
    public async Task A_store_that_may_not_be_written_says_so_and_still_reads()
    {
        await using var store = new SqliteStore(folder.Path);
        await InsertAsync(store, "a");
        await SetAsync(store, "PRAGMA query_only = 1");

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => InsertAsync(store, "b"));

        Assert.Contains("write access", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(await new SqliteTables(store).GetAsync("People", "p", "a", Ct));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_at_start()
    {
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");

        var failure = Assert.Throws<StoreUnavailableException>(() => new SqliteStore(Path.Combine(file, "data")));

        Assert.Contains("--data", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_at_start()
    {
        File.WriteAllText(Path.Combine(folder.Path, "outreach.db"), string.Concat(Enumerable.Repeat("no database ", 400)));

        var failure = Assert.Throws<StoreUnavailableException>(() => new SqliteStore(folder.Path));

        Assert.Contains("damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_at_start()
    {
        await using (var store = new SqliteStore(folder.Path))
            await SetAsync(store, "PRAGMA user_version = 99");

        var failure = Assert.Throws<StoreUnavailableException>(() => new SqliteStore(folder.Path));

        Assert.Contains("newer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_open_the_same_folder_see_each_others_rows_and_never_share_a_version()
    {
        await using var server = new SqliteStore(folder.Path);
        await using var chore = new SqliteStore(folder.Path);

        var both = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => InsertAsync(n % 2 == 0 ? server : chore, $"row|{n:d2}"), Ct)));

        Assert.Equal(40, both.Select(etags => etags[0]).Distinct().Count());
        foreach (var store in new[] { server, chore })
            Assert.Equal(40, await new SqliteTables(store).QueryAsync("People", "p", "row|", "row}", null, Ct).CountAsync(Ct));
        await Assert.ThrowsAsync<ConflictException>(() => InsertAsync(chore, "row|00"));
    }

    [Fact]
    public async Task A_write_after_the_store_is_closed_is_refused()
    {
        var store = new SqliteStore(folder.Path);
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => InsertAsync(store, "a"));
    }

    [Fact]
    public async Task An_upload_that_broke_off_is_cleared_away_when_the_store_is_opened()
    {
        var leftover = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "blobs")).FullName, ".0123.unfinished");
        await File.WriteAllTextAsync(leftover, "half a list", Ct);

        var blobs = new FileBlobs(folder.Path);

        Assert.False(File.Exists(leftover));
        Assert.Empty(await blobs.ListAsync("", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task The_container_gives_all_three_stores_of_one_folder_and_closes_them()
    {
        await using (var services = new ServiceCollection().AddEmbeddedStore(folder.Path).BuildServiceProvider())
        {
            await services.GetRequiredService<ITables>().SubmitAsync("People", "p", [Operation.Insert("a", "{}"u8.ToArray())], Ct);
            await services.GetRequiredService<IQueues>().SendAsync("lists", "{}", TimeSpan.Zero, Ct);
            await services.GetRequiredService<IBlobs>().WriteAsync("lists/a/upload", new MemoryStream([1]), Ct);
        }

        Assert.True(File.Exists(Path.Combine(folder.Path, "outreach.db")));
        Assert.False(File.Exists(Path.Combine(folder.Path, "outreach.db-wal")));
    }

    private static Task<IReadOnlyList<string?>> InsertAsync(SqliteStore store, string key, string value = "") => new SqliteTables(store).SubmitAsync(
        "People", "p", [Operation.Insert(key, Encoding.UTF8.GetBytes($$"""{"v":"{{value}}"}"""))], Ct);

    private static Task<IReadOnlyList<string?>> SubmitAsync(SqliteStore store, string own, string key, string partition) => new SqliteTables(store).SubmitAsync(
        "People", partition, [Operation.Insert(key, "{}"u8.ToArray()), Operation.Insert(partition == own ? "free" : "taken", "{}"u8.ToArray())], Ct);

    /// <summary>Holds the writer until the gate is set, so that what comes after waits together.</summary>
    private static ManualResetEventSlim Block(SqliteStore store)
    {
        var gate = new ManualResetEventSlim();
        _ = store.WriteAsync(
            (_, _) =>
            {
                gate.Wait(Ct);
                return true;
            },
            bulk: true);
        return gate;
    }

    private static Task<string> SetAsync(SqliteStore store, string pragma) => store.WriteAsync((writer, _) => Text(writer, pragma));

    private static long Number(IReadOnlyList<string?> etags) => long.Parse(etags[0]!, CultureInfo.InvariantCulture);

    private static string Text(SqliteConnection connection, string sql)
    {
        using var statement = connection.Use(sql);
        return statement.Step() ? statement.Text(0) : "";
    }
}
