using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Languages;
using Outreach.Tests.Flows;
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

    [Theory]
    [InlineData(StoreHealth.LeastFreeBytes - 1, HealthStatus.Unhealthy)]
    [InlineData(StoreHealth.LeastFreeBytes, HealthStatus.Healthy)]
    public async Task A_full_disk_is_not_ready(long free, HealthStatus status)
    {
        using var folder = new TemporaryFolder();
        await using var store = new SqliteStore(folder.Path);

        Assert.Equal(status, (await new StoreHealth(store, () => free).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
    }
}
