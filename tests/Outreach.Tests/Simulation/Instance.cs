using System.Runtime.CompilerServices;
using Outreach.Functions.Hosting;
using Outreach.Lists;
using Outreach.Messages;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Simulation;

/// <summary>What a store or a network does on a bad day: throttled, cut off, an answer that got lost.</summary>
internal sealed class TroubleException(string where) : Exception(where);

/// <summary>
/// One running process of the program: every call it makes to a store or a provider goes by here, where it may fail, lose its answer, or be the last before the process dies.
/// A dead process never gets an answer again: its handlers just stop.
/// </summary>
internal sealed class Instance
{
    private readonly World world;
    private readonly Dictionary<string, FunctionHandler> handlers;
    private readonly ServiceProvider program;

    public Instance(World world, string name)
    {
        this.world = world;
        Name = name;
        Queues = new FaultyQueues(world.Queues, this);
        program = WholeProgram.Over(new FaultyTables(world.Tables, this), Queues, new FaultyBlobs(world.Blobs, this), new Senders(new FaultySms(world.Provider, this), new FaultyEmail(world.Provider, this)), world.Clock);
        handlers = program.GetServices<FunctionHandler>().ToDictionary(h => h.Name);
        var import = program.GetRequiredService<ImportList>();
        (import.RowsAChunk, import.Readers) = (3, new Turns.AtOnce());
    }

    public string Name { get; }

    public bool IsGone { get; set; }

    public IQueues Queues { get; }

    public IServiceProvider Program => program;

    public Task RunAsync(string function, string text) => ((FunctionHandler.Queue)handlers[function]).Run(program, new QueueDelivery(text, 1), default);

    public Task TickAsync(string function) => ((FunctionHandler.Timer)handlers[function]).Run(program, world.Clock.GetUtcNow(), default);

    public async Task BeforeAsync(string call)
    {
        await Task.Yield();
        await StrikeAsync(call, "before");
    }

    public Task AfterAsync(string call) => StrikeAsync(call, "after");

    public bool Conflicts() => !IsGone && world.Strikes(Trouble.Conflict);

    private Task StrikeAsync(string call, string moment)
    {
        if (!IsGone && world.Strikes(Trouble.Crash))
            world.Crash(this, $"{moment} {call}");
        if (IsGone)
            return new TaskCompletionSource().Task;
        if (!world.Strikes(Trouble.Failure))
            return Task.CompletedTask;
        world.Tell($"{Name}: {call} fails ({moment})");
        throw new TroubleException(call);
    }
}

internal sealed class FaultyTables(InMemoryTables inner, Instance instance) : ITables
{
    public async Task<Row?> GetAsync(string table, string partition, string key, CancellationToken ct)
    {
        await instance.BeforeAsync($"get {key}");
        var row = await inner.GetAsync(table, partition, key, ct);
        await instance.AfterAsync($"get {key}");
        return row;
    }

    public async IAsyncEnumerable<Row> QueryAsync(string table, string partition, string from, string to, int? take, [EnumeratorCancellation] CancellationToken ct)
    {
        await instance.BeforeAsync($"query {from}");
        await foreach (var row in inner.QueryAsync(table, partition, from, to, take, ct))
            yield return row;
    }

    public async Task<IReadOnlyList<string?>> SubmitAsync(string table, string partition, IReadOnlyList<Operation> operations, CancellationToken ct)
    {
        await instance.BeforeAsync($"submit {operations[0].Key}");
        var changed = operations.Index().FirstOrDefault(o => o.Item.Kind is OperationKind.Replace && o.Item.ETag is not Operation.AnyETag);
        if (changed.Item is not null && instance.Conflicts())
            throw new ConflictException(ConflictKind.Changed, changed.Index, changed.Item.Key);
        var etags = await inner.SubmitAsync(table, partition, operations, ct);
        await instance.AfterAsync($"submit {operations[0].Key}");
        return etags;
    }
}

internal sealed class FaultyQueues(InMemoryQueues inner, Instance instance) : IQueues
{
    public Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct) =>
        CallAsync<object?>($"send to {queue}", async () => { await inner.SendAsync(queue, text, delay, ct); return null; });

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct) =>
        CallAsync($"receive from {queue}", () => inner.ReceiveAsync(queue, max, visibility, ct));

    public Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct) =>
        CallAsync($"delete from {queue}", () => inner.DeleteAsync(queue, message, ct));

    public Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct) =>
        CallAsync($"extend in {queue}", () => inner.ExtendAsync(queue, message, visibility, ct));

    public Task<int> CountAsync(string queue, CancellationToken ct) => inner.CountAsync(queue, ct);

    public Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct) => inner.PeekAsync(queue, max, ct);

    private async Task<T> CallAsync<T>(string call, Func<Task<T>> work)
    {
        await instance.BeforeAsync(call);
        var result = await work();
        await instance.AfterAsync(call);
        return result;
    }
}

internal sealed class FaultyBlobs(InMemoryBlobs inner, Instance instance) : IBlobs
{
    public async Task WriteAsync(string name, Stream content, CancellationToken ct)
    {
        await instance.BeforeAsync($"write {name}");
        await inner.WriteAsync(name, content, ct);
        await instance.AfterAsync($"write {name}");
    }

    public async Task<Stream?> ReadAsync(string name, CancellationToken ct)
    {
        await instance.BeforeAsync($"read {name}");
        return await inner.ReadAsync(name, ct);
    }

    public async Task DeleteAsync(string name, CancellationToken ct)
    {
        await instance.BeforeAsync($"delete {name}");
        await inner.DeleteAsync(name, ct);
    }

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct) => inner.ListAsync(prefix, ct);
}

internal sealed class FaultySms(Provider provider, Instance instance) : ISmsSender
{
    public async Task<SendOutcome> SendAsync(SmsToSend sms, CancellationToken ct)
    {
        await instance.BeforeAsync($"sms {sms.Reference}");
        var outcome = provider.Take(sms.Reference, sms.To.Value, sms.Text, isEmail: false);
        await instance.AfterAsync($"sms {sms.Reference}");
        return outcome;
    }

    public async Task<SendOutcome?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct)
    {
        await instance.BeforeAsync($"reconcile {sms.Reference}");
        return provider.Find(sms.To.Value, sms.Text, triedAt);
    }
}

internal sealed class FaultyEmail(Provider provider, Instance instance) : IEmailSender
{
    public int BatchSize => 3;

    public TimeSpan DoubtPeriod => Provider.Patience;

    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> emails, CancellationToken ct)
    {
        await instance.BeforeAsync($"mail {emails[0].Reference}");
        var outcomes = emails.Select(e => provider.Take(e.Reference, e.To.Value, e.Text, isEmail: true)).ToList();
        await instance.AfterAsync($"mail {emails[0].Reference}");
        return outcomes;
    }
}
