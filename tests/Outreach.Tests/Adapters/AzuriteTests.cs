using Outreach.Storage;

namespace Outreach.Tests.Adapters;

public sealed class AzuriteTablesTests(Azurite azurite) : TablesContract
{
    private ServiceProvider? store;

    protected override async Task<ITables> CreateAsync() => (store = await azurite.ConnectAsync()).GetRequiredService<ITables>();

    protected override ValueTask ReleaseAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;
}

public sealed class AzuriteQueuesTests(Azurite azurite) : QueuesContract
{
    private ServiceProvider? store;

    protected override async Task<IQueues> CreateAsync() => (store = await azurite.ConnectAsync()).GetRequiredService<IQueues>();

    // The emulator has only the real time.
    protected override Task AdvanceAsync(TimeSpan by) => Task.Delay(by, Ct);

    protected override ValueTask ReleaseAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;
}

public sealed class AzuriteBlobsTests(Azurite azurite) : BlobsContract
{
    private ServiceProvider? store;

    protected override async Task<IBlobs> CreateAsync() => (store = await azurite.ConnectAsync()).GetRequiredService<IBlobs>();

    protected override ValueTask ReleaseAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;
}
