using Outreach.Storage;

namespace Outreach.Tests.Adapters;

/// <summary>The queues of an emulator of one's own, whose clock goes along with the test's: what they hide comes back when it is due there.</summary>
internal sealed class EmulatorQueues(IQueues queues, Azurite emulator, TimeProvider clock) : IQueues
{
    private DateTimeOffset emulated = TimeProvider.System.GetUtcNow();

    public async Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct) => await (await OnTimeAsync()).SendAsync(queue, text, delay, ct);

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct) =>
        await (await OnTimeAsync()).ReceiveAsync(queue, max, visibility, ct);

    public async Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct) => await (await OnTimeAsync()).DeleteAsync(queue, message, ct);

    public async Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct) =>
        await (await OnTimeAsync()).ExtendAsync(queue, message, visibility, ct);

    public async Task<int> CountAsync(string queue, CancellationToken ct) => await (await OnTimeAsync()).CountAsync(queue, ct);

    public async Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct) => await (await OnTimeAsync()).PeekAsync(queue, max, ct);

    private async Task<IQueues> OnTimeAsync()
    {
        if (clock.GetUtcNow() is var now && now != emulated)
            await emulator.AdvanceAsync(now - emulated);
        emulated = now;
        return queues;
    }
}
