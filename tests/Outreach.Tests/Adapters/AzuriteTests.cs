using Outreach.Storage;

namespace Outreach.Tests.Adapters;

public sealed class AzuriteTablesTests(Azurite azurite) : TablesContract
{
    private ServiceProvider? store;

    protected override async Task<ITables> CreateAsync() => (store = await azurite.ConnectAsync()).GetRequiredService<ITables>();

    protected override ValueTask ReleaseAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>An emulator of the class's own: its clock is moved.</summary>
public sealed class AheadOfTime : IAsyncDisposable
{
    internal Azurite Azurite { get; } = new();

    public ValueTask DisposeAsync() => Azurite.DisposeAsync();
}

public sealed class AzuriteQueuesTests(AheadOfTime ahead) : QueuesContract, IClassFixture<AheadOfTime>
{
    private ServiceProvider? store;

    protected override async Task<IQueues> CreateAsync() => (store = await ahead.Azurite.ConnectAsync()).GetRequiredService<IQueues>();

    protected override Task AdvanceAsync(TimeSpan by) => ahead.Azurite.AdvanceAsync(by);

    protected override ValueTask ReleaseAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;
}

public sealed class AzuriteBlobsTests(Azurite azurite) : BlobsContract
{
    private ServiceProvider? store;

    protected override async Task<IBlobs> CreateAsync() => (store = await azurite.ConnectAsync()).GetRequiredService<IBlobs>();

    protected override ValueTask ReleaseAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;
}
