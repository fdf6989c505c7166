using Outreach.Functions.Adapters.Sqlite;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.Adapters;

public sealed class FolderLockTests
{
    [Fact]
    public async Task A_second_server_on_a_data_folder_is_refused_until_the_first_has_ended()
    {
        using var folder = new TemporaryFolder();
        using var first = new FolderLock(folder.Path);
        using var second = new FolderLock(folder.Path);
        await first.StartingAsync(TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => second.StartingAsync(TestContext.Current.CancellationToken));

        Assert.Contains(folder.Path, refusal.Message, StringComparison.Ordinal);
        first.Dispose();
        await second.StartingAsync(TestContext.Current.CancellationToken);
    }
}
