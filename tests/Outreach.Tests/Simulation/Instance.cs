using System.Runtime.CompilerServices;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;
using QueueMessage = Outreach.Storage.QueueMessage;

namespace Outreach.Tests.Simulation;

/// <summary>What a store or a network does on a bad day: throttled, cut off, an answer that got lost.</summary>
internal sealed class TroubleException(string where) : IOException(where);

/// <summary>The program as it was started: its objects over stores and providers that have bad days.</summary>
internal sealed class Started
{
    private static readonly Dictionary<string, Function> Functions = WholeProgram.Functions.Functions.ToDictionary(function => function.Name);

    private readonly ServiceProvider services;

    public Started(World world)
    {
        Queues = new FaultyQueues(world.Queues);
        services = WholeProgram.Over(
            new FaultyTables(world.Tables), Queues, new FaultyBlobs(world.Blobs), new Senders(new FaultySms(world.Provider), new FaultyEmail(world.Provider)), world.Clock);
        var import = services.GetRequiredService<ImportList>();
        (import.RowsPerChunk, import.Readers) = (3, new Turns.AtOnce());
    }

    public IQueues Queues { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task RunAsync(string function, string text) =>
        Functions[function].Invoke(services, QueuesModelFactory.QueueMessage("", "", new BinaryData(text), dequeueCount: 1), default);

    public Task TickAsync(string function) => Functions[function].Invoke(services, new TimerInfo(), default);
}

/// <summary>
/// One running process: every call it makes to a store or a provider goes by here, where it may fail, lose its answer, or be the last before the process dies.
/// A dead process never gets an answer again: its handlers just stop.
/// </summary>
internal sealed class Instance(World world, string name)
{
    public static Instance Current => Run.Current.Value!.Instance;

    public string Name => name;

    /// <summary>What it holds in memory dies with it.</summary>
    public Started Program { get; } = new(world);

    public bool IsGone { get; set; }

    public async Task BeforeAsync(string call, string target)
    {
        await Task.Yield();
        await StrikeAsync("before", call, target);
    }

    public Task AfterAsync(string call, string target) => StrikeAsync("after", call, target);

    /// <summary>Rows a page: few, so that what is short here has pages as well.</summary>
    public int PageSize() => world.Chance.Next(1, 4);

    /// <summary>The size of the next piece of a file that comes in.</summary>
    public int Receive(int most)
    {
        if (world.Strikes(Trouble.BreakOff))
            throw new TroubleException("the file broke off");
        return Math.Min(most, world.Chance.Next(1, 400));
    }

    public bool Conflicts() => !IsGone && world.Strikes(Trouble.Conflict);

    private async Task StrikeAsync(string moment, string call, string target)
    {
        for (var turns = world.Strikes(Trouble.Delay) ? world.Chance.Next(100) : 0; turns > 0 && !IsGone; turns--)
            await Task.Yield();
        if (!IsGone && world.Strikes(call == "save" ? Trouble.CrashUntold : Trouble.Crash))
            world.Processes.Crash(this, $"{moment} {call} {target}");
        if (IsGone)
            await new TaskCompletionSource().Task;
        if (!world.Strikes(Trouble.Failure))
            return;
        world.Tell($"{Name}: {call} {target} fails ({moment})");
        throw new TroubleException(call);
    }
}

internal sealed class FaultyTables(InMemoryTables inner) : ITables
{
    public async Task<Row?> GetAsync(string table, string partition, string key, CancellationToken ct)
    {
        await Instance.Current.BeforeAsync("get", key);
        var row = await inner.GetAsync(table, partition, key, ct);
        await Instance.Current.AfterAsync("get", key);
        return row;
    }

    public async IAsyncEnumerable<Row> QueryAsync(string table, string partition, string from, string to, int? take, [EnumeratorCancellation] CancellationToken ct)
    {
        var left = take ?? int.MaxValue;
        for (var next = from; next is not null && left > 0;)
        {
            // Between two pages rows come and go, and any page may be the last.
            await Instance.Current.BeforeAsync("query", next);
            var (size, rows) = (Math.Min(left, Instance.Current.PageSize()), 0);
            string? last = null;
            await foreach (var row in inner.QueryAsync(table, partition, next, to, size, ct))
            {
                (last, rows) = (row.Key, rows + 1);
                yield return row;
            }

            left -= rows;
            next = rows == size ? last + ' ' : null;
        }
    }

    public async Task<IReadOnlyList<string?>> SubmitAsync(string table, string partition, IReadOnlyList<Operation> operations, CancellationToken ct)
    {
        await Instance.Current.BeforeAsync("submit", operations[0].Key);
        if (operations.FirstOrDefault(o => o.Kind is OperationKind.Replace && o.ETag is not Operation.AnyETag) is { Key: var key } && Instance.Current.Conflicts() && await inner.GetAsync(table, partition, key, ct) is { } row)
            await inner.SubmitAsync(table, partition, [Operation.Upsert(key, row.Json)], ct);
        var etags = await inner.SubmitAsync(table, partition, operations, ct);
        await Instance.Current.AfterAsync(operations.Any(o => o.Key.StartsWith("outbox|", StringComparison.Ordinal) && o.Kind is not OperationKind.Delete) ? "save" : "submit", operations[0].Key);
        return etags;
    }
}

internal sealed class FaultyQueues(InMemoryQueues inner) : IQueues
{
    public Task SendAsync(string queue, string text, TimeSpan delay, CancellationToken ct) =>
        CallAsync<object?>("send", queue, async () => { await inner.SendAsync(queue, text, delay, ct); return null; });

    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken ct) =>
        CallAsync("receive", queue, () => inner.ReceiveAsync(queue, max, visibility, ct));

    public Task<bool> DeleteAsync(string queue, QueueMessage message, CancellationToken ct) =>
        CallAsync("delete", queue, () => inner.DeleteAsync(queue, message, ct));

    public Task<QueueMessage?> ExtendAsync(string queue, QueueMessage message, TimeSpan visibility, CancellationToken ct) =>
        CallAsync("extend", queue, () => inner.ExtendAsync(queue, message, visibility, ct));

    public Task<int> CountAsync(string queue, CancellationToken ct) => inner.CountAsync(queue, ct);

    public Task<IReadOnlyList<QueueMessage>> PeekAsync(string queue, int max, CancellationToken ct) => inner.PeekAsync(queue, max, ct);

    private async Task<T> CallAsync<T>(string call, string queue, Func<Task<T>> work)
    {
        await Instance.Current.BeforeAsync(call, queue);
        var result = await work();
        await Instance.Current.AfterAsync(call, queue);
        return result;
    }
}

internal sealed class FaultyBlobs(InMemoryBlobs inner) : IBlobs
{
    public async Task WriteAsync(string name, Stream content, CancellationToken ct)
    {
        await Instance.Current.BeforeAsync("write", name);
        await inner.WriteAsync(name, content, ct);
        await Instance.Current.AfterAsync("write", name);
    }

    public async Task<Stream?> ReadAsync(string name, CancellationToken ct)
    {
        await Instance.Current.BeforeAsync("read", name);
        if (await inner.ReadAsync(name, ct) is not { } content)
            return null;
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, ct);
        return new Download(whole.ToArray(), Instance.Current);
    }

    public async Task DeleteAsync(string name, CancellationToken ct)
    {
        await Instance.Current.BeforeAsync("delete", name);
        await inner.DeleteAsync(name, ct);
    }

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct) => inner.ListAsync(prefix, ct);

    /// <summary>Comes in pieces, and may break off.</summary>
    private sealed class Download(byte[] content, Instance reader) : MemoryStream(content, writable: false)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, reader.Receive(count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..reader.Receive(buffer.Length)]);
    }
}

internal sealed class FaultySms(Provider provider) : ISmsSender
{
    public async Task<MessageEvent> SendAsync(SmsToSend sms, CancellationToken ct)
    {
        await Instance.Current.BeforeAsync("sms", sms.Reference);
        var outcome = provider.Take(sms.Reference, sms.To.Value, sms.Text, sms.Language, isEmail: false);
        await Instance.Current.AfterAsync("sms", sms.Reference);
        return outcome;
    }

    public async Task<MessageEvent?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct)
    {
        await Instance.Current.BeforeAsync("reconcile", sms.Reference);
        return provider.Find(sms.To.Value, sms.Text, triedAt);
    }
}

internal sealed class FaultyEmail(Provider provider) : IEmailSender
{
    public int BatchSize => 3;

    public TimeSpan DoubtPeriod => Provider.Patience;

    public async Task<IReadOnlyList<MessageEvent>> SendAsync(IReadOnlyList<EmailToSend> emails, CancellationToken ct)
    {
        await Instance.Current.BeforeAsync("mail", emails[0].Reference);
        var outcomes = emails.Select(e => provider.Take(e.Reference, e.To.Value, e.Text, e.Language, isEmail: true)).ToList();
        await Instance.Current.AfterAsync("mail", emails[0].Reference);
        return outcomes;
    }
}
