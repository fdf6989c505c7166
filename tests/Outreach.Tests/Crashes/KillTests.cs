using Outreach.Tests.Adapters;

namespace Outreach.Tests.Crashes;

/// <summary>The real executable, killed by SIGKILL in the middle of everything it does. After it every count agrees with what the providers saw.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task A_campaign_on_one_small_machine_survives_twenty_kills() =>
        await SurviveAsync(new(People: 60, Rows: 800, Import: 6, Send: 7, Answer: 4, Remind: 3), await Installation.StartAsync(6));

    // Minutes long: run by name, with -explicit only.
    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_large_campaign_on_one_small_machine_survives_forty_kills(int seed) =>
        await SurviveAsync(new(People: 300, Rows: 3000, Import: 11, Send: 14, Answer: 8, Remind: 7), await Installation.StartAsync(seed));

    internal static async Task SurviveAsync(Size size, Installation started)
    {
        await using var installation = started;
        var campaign = new Campaign(installation, size.People);

        await campaign.ImportAsync(size.Rows, size.Import);
        await campaign.SendAsync(size.Send);
        await campaign.AnswerAsync(size.Answer);
        if (size.Remind > 0)
            await campaign.RemindAsync(size.Remind);

        var planned = size.Import + size.Send + size.Answer + size.Remind;
        TestContext.Current.SendDiagnosticMessage("{0} kills survived.", installation.Kills);
        Assert.InRange(installation.Kills, planned - 2, planned * 2);
    }

    /// <param name="People">Number of people who are sent to.</param>
    /// <param name="Rows">In each of the two lists that are read.</param>
    /// <param name="Import">Kills while lists are uploaded and read; the others so too.</param>
    /// <param name="Remind">None: the days until the reminder are not played.</param>
    internal sealed record Size(int People, int Rows, int Import, int Send, int Answer, int Remind);
}

/// <summary>The same of processes that share a storage account, in a class of its own: both wait a good deal, and can do so side by side.</summary>
public sealed class SharedAccountKillTests : IAsyncDisposable
{
    private readonly Azurite azurite = new();

    public ValueTask DisposeAsync() => azurite.DisposeAsync();

    // Days are slow on the emulator: those until the reminder are left to the campaigns below.
    [Fact]
    public async Task Two_processes_that_share_an_account_survive_kills_and_each_other() =>
        await KillTests.SurviveAsync(new(People: 24, Rows: 100, Import: 2, Send: 4, Answer: 2, Remind: 0), await Installation.StartAsync(8, 2, azurite));

    [Theory(Explicit = true)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    public async Task Processes_that_share_an_account_survive_many_kills(int seed, int processes) =>
        await KillTests.SurviveAsync(new(People: 120, Rows: 800, Import: 8, Send: 14, Answer: 6, Remind: 6), await Installation.StartAsync(seed, processes, azurite));
}
