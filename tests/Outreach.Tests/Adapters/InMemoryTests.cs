using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

public sealed class InMemoryTablesTests : TablesContract
{
    protected override Task<ITables> CreateAsync() => Task.FromResult<ITables>(new InMemoryTables());
}

public sealed class InMemoryQueuesTests : QueuesContract
{
    private readonly ManualClock clock = new();

    protected override Task<IQueues> CreateAsync() => Task.FromResult<IQueues>(new InMemoryQueues(clock));

    protected override Task AdvanceAsync(TimeSpan by)
    {
        clock.Advance(by);
        return Task.CompletedTask;
    }
}

public sealed class InMemoryBlobsTests : BlobsContract
{
    protected override Task<IBlobs> CreateAsync() => Task.FromResult<IBlobs>(new InMemoryBlobs());
}
