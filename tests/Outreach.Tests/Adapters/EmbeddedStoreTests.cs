using Outreach.Functions.Adapters.Sqlite;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

public sealed class SqliteTablesTests : TablesContract
{
    private readonly TemporaryFolder folder = new();
    private SqliteStore? store;

    protected override Task<ITables> CreateAsync()
    {
        store = new SqliteStore(folder.Path);
        return Task.FromResult<ITables>(new SqliteTables(store));
    }

    protected override async ValueTask ReleaseAsync()
    {
        await store!.DisposeAsync();
        folder.Dispose();
    }
}

public sealed class SqliteQueuesTests : QueuesContract
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();
    private SqliteStore? store;

    protected override Task<IQueues> CreateAsync()
    {
        store = new SqliteStore(folder.Path);
        return Task.FromResult<IQueues>(new SqliteQueues(store, clock));
    }

    protected override Task AdvanceAsync(TimeSpan by)
    {
        clock.Advance(by);
        return Task.CompletedTask;
    }

    protected override async ValueTask ReleaseAsync()
    {
        await store!.DisposeAsync();
        folder.Dispose();
    }
}

public sealed class FileBlobsTests : BlobsContract
{
    private readonly TemporaryFolder folder = new();

    protected override Task<IBlobs> CreateAsync() => Task.FromResult<IBlobs>(new FileBlobs(folder.Path));

    protected override ValueTask ReleaseAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
