using System.Runtime.CompilerServices;
using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>Blobs in memory, with <see cref="Faults"/> around each call.</summary>
public sealed class InMemoryBlobs(Faults? faults = null) : IBlobs
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, byte[]> blobs = new(StringComparer.Ordinal);
    private readonly Faults faults = faults ?? new Faults();

    public async Task WriteAsync(string name, Stream content, CancellationToken ct)
    {
        BlobRules.CheckName(name);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, ct);
        Call(nameof(WriteAsync), name, () => blobs[name] = copy.ToArray(), ct);
    }

    public Task<Stream?> ReadAsync(string name, CancellationToken ct)
    {
        BlobRules.CheckName(name);
        return Task.FromResult(Call<Stream?>(
            nameof(ReadAsync), name, () => blobs.TryGetValue(name, out var bytes) ? new MemoryStream(bytes, writable: false) : null, ct));
    }

    public Task DeleteAsync(string name, CancellationToken ct)
    {
        BlobRules.CheckName(name);
        return Task.FromResult(Call(nameof(DeleteAsync), name, () => blobs.Remove(name), ct));
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var names = Call(nameof(ListAsync), prefix, () => blobs.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToList(), ct);
        foreach (var name in names)
            yield return name;
    }

    private T Call<T>(string operation, string target, Func<T> call, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return faults.Around(operation, target, () =>
        {
            lock (gate)
                return call();
        });
    }
}
