using System.Net;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Languages;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Operating;

/// <summary>A monitor at /readyz hears of a store that takes nothing.</summary>
public sealed class ReadyTests
{
    [Fact]
    public async Task A_damaged_database_is_not_ready()
    {
        await using var program = await ServedProgram.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await program.Http.GetAsync("/readyz", TestContext.Current.CancellationToken)).StatusCode);
        program.Services.GetRequiredService<SqliteStore>().FoldLog();

        using (var file = new FileStream(Path.Combine(program.DataFolder, "outreach.db"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.Write(new byte[8192]);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await program.Http.GetAsync("/readyz", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_database_that_is_gone_is_not_ready()
    {
        await using var program = await ServedProgram.StartAsync();
        File.Delete(Path.Combine(program.DataFolder, "outreach.db"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await program.Http.GetAsync("/readyz", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_whole_database_is_read_at_first_and_then_once_in_ten_minutes()
    {
        using var folder = new TemporaryFolder();
        await using var store = new SqliteStore(folder.Path);
        await new SqliteTables(store).SubmitAsync(TableNames.People, "p", [.. Enumerable.Range(0, 90).Select(i => Operation.Insert($"{i:00}", Encoding.UTF8.GetBytes($"{{\"x\":\"{new string('x', 2000)}\"}}")))], default);
        store.FoldLog();
        var clock = new ManualClock(Moments.Monday);
        using var health = new StoreHealth(store, () => long.MaxValue, clock);
        async Task<HealthStatus> LookAsync() => (await health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status;
        Assert.Equal(HealthStatus.Healthy, await LookAsync());

        // A page in the middle, that no quick look touches.
        store.FoldLog();
        using (var file = new FileStream(Path.Combine(folder.Path, "outreach.db"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Position = file.Length - 8 * 4096;
            file.Write(Enumerable.Repeat((byte)0xff, 4096).ToArray());
        }

        Assert.Equal(HealthStatus.Healthy, await LookAsync());
        clock.Advance(StoreHealth.ReadThroughEvery);
        Assert.Equal(HealthStatus.Unhealthy, await LookAsync());
    }

    [Theory]
    [InlineData(StoreHealth.MinFreeBytes - 1, HealthStatus.Unhealthy)]
    [InlineData(StoreHealth.MinFreeBytes, HealthStatus.Healthy)]
    public async Task A_full_disk_is_not_ready(long free, HealthStatus status)
    {
        using var folder = new TemporaryFolder();
        await using var store = new SqliteStore(folder.Path);

        Assert.Equal(status, (await new StoreHealth(store, () => free, TimeProvider.System).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
    }
}
