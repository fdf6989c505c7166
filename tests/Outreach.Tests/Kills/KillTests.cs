using Outreach.Tests.Adapters;

namespace Outreach.Tests.Kills;

/// <summary>The real executable, killed by SIGKILL in the middle of everything it does. After it every count agrees with what the providers saw.</summary>
public sealed class KillTests : IAsyncDisposable
{
    private readonly Azurite azurite = new();

    public ValueTask DisposeAsync() => azurite.DisposeAsync();

    [Fact]
    public async Task An_import_on_one_small_machine_survives_kills()
    {
        await using var installation = await Installation.StartAsync(1);

        await new Campaign(installation, 300).ImportAsync(1500, 6);

        Assert.InRange(installation.Kills, 3, 20);
    }

    // Minutes long, and not settled yet: run by name, with -explicit only.
    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_campaign_on_one_small_machine_survives_forty_kills(int seed)
    {
        await using var installation = await Installation.StartAsync(seed);
        var campaign = new Campaign(installation, 300);

        await campaign.ImportAsync(3000, 11);
        await campaign.SendAsync(14);
        await campaign.AnswerAsync(8);
        await campaign.RemindAsync(7);

        Assert.InRange(installation.Kills, 40, 100);
    }

    [Theory(Explicit = true)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    public async Task Processes_that_share_an_account_survive_kills_and_each_other(int seed, int processes)
    {
        await using var installation = await Installation.StartAsync(seed, processes, azurite);
        var campaign = new Campaign(installation, 120);

        await campaign.ImportAsync(800, 3);
        await campaign.SendAsync(5);
        await campaign.AnswerAsync(2);
        await campaign.RemindAsync(2);

        Assert.InRange(installation.Kills, 10, 60);
    }
}
