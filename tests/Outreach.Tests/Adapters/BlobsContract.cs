using System.Text;
using Outreach.Languages;
using Outreach.Storage;

namespace Outreach.Tests.Adapters;

/// <summary>What every <see cref="IBlobs"/> must do. Each test writes under a prefix of its own.</summary>
public abstract class BlobsContract : IAsyncLifetime
{
    private readonly string root = $"test-{Guid.NewGuid():n}";
    private IBlobs blobs = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => blobs = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await ReleaseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_blob_that_was_never_written_is_null_and_deleting_it_is_fine()
    {
        Assert.Null(await blobs.ReadAsync($"{root}/nothing", Ct));
        await blobs.DeleteAsync($"{root}/nothing", Ct);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8 * 1024 * 1024)]
    public async Task A_blob_comes_back_byte_for_byte(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);

        await blobs.WriteAsync($"{root}/upload", new OneWayStream(bytes), Ct);

        var read = await ReadAsync("upload");
        Assert.True(bytes.AsSpan().SequenceEqual(read));
    }

    [Fact]
    public async Task Writing_again_replaces_what_was_there()
    {
        await WriteAsync("a", "first and longer");
        await WriteAsync("a", "second");

        Assert.Equal("second", Encoding.UTF8.GetString(await ReadAsync("a")));
        Assert.Equal([$"{root}/a"], await ListAsync(""));
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_what_was_there()
    {
        await WriteAsync("a", "first");

        await Assert.ThrowsAsync<EndOfStreamException>(() => blobs.WriteAsync($"{root}/a", new BrokenStream(), Ct));
        await Assert.ThrowsAsync<EndOfStreamException>(() => blobs.WriteAsync($"{root}/b", new BrokenStream(), Ct));

        Assert.Equal("first", Encoding.UTF8.GetString(await ReadAsync("a")));
        Assert.Equal([$"{root}/a"], await ListAsync(""));
    }

    [Fact]
    public async Task A_reader_keeps_what_it_opened_while_the_blob_is_replaced()
    {
        await WriteAsync("a", "first");
        await using var open = await blobs.ReadAsync($"{root}/a", Ct);

        await WriteAsync("a", "other");

        using var reader = new StreamReader(open!);
        Assert.Equal("first", await reader.ReadToEndAsync(Ct));
    }

    [Fact]
    public async Task A_deleted_blob_is_gone()
    {
        await WriteAsync("a", "x");
        await blobs.DeleteAsync($"{root}/a", Ct);

        Assert.Null(await blobs.ReadAsync($"{root}/a", Ct));
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task Names_are_listed_by_prefix_in_ordinal_order()
    {
        string[] names = ["b/2", "b/10", "B/1", "b", "b.csv", "a-b_c.d/upload", "b/2/x", "b-1"];
        foreach (var name in names)
            await WriteAsync(name, name);

        Assert.Equal(names.Select(name => $"{root}/{name}").Order(StringComparer.Ordinal), await ListAsync(""));
        Assert.Equal([$"{root}/b/10", $"{root}/b/2", $"{root}/b/2/x"], await ListAsync("b/"));
        Assert.Empty(await ListAsync("c"));
        foreach (var name in names)
            Assert.Equal(name, Encoding.UTF8.GetString(await ReadAsync(name)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/.hidden")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    [InlineData("a\0b")]
    [InlineData("é")]
    [InlineData("a~b")]
    [InlineData("c:d")]
    public async Task A_bad_blob_name_is_refused(string name)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => blobs.WriteAsync(name, new MemoryStream([1]), Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => blobs.ReadAsync(name, Ct));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => blobs.DeleteAsync(name, Ct));
    }

    [Fact]
    public async Task A_name_holds_120_characters_and_no_more()
    {
        var longest = new string('X', BlobRules.MaxNameLength - root.Length - 1);
        await WriteAsync(longest, "x");

        Assert.Equal([$"{root}/{longest}"], await ListAsync("X"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => WriteAsync(longest + "X", "x"));
    }

    /// <summary>The store under test, with nothing in it or with other tests' blobs.</summary>
    protected abstract Task<IBlobs> CreateAsync();

    protected virtual ValueTask ReleaseAsync() => ValueTask.CompletedTask;

    private Task WriteAsync(string name, string text) => blobs.WriteAsync($"{root}/{name}", new MemoryStream(Encoding.UTF8.GetBytes(text)), Ct);

    private async Task<byte[]> ReadAsync(string name)
    {
        await using var stream = await blobs.ReadAsync($"{root}/{name}", Ct);
        Assert.NotNull(stream);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }

    private async Task<List<string>> ListAsync(string prefix) => await blobs.ListAsync($"{root}/{prefix}", Ct).ToListAsync(Ct);

    /// <summary>An upload from a network: no length, no way back.</summary>
    private class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }

    private sealed class BrokenStream() : OneWayStream(new byte[200_000])
    {
        private int reads;

        public override int Read(Span<byte> buffer) => reads++ < 2 ? base.Read(buffer[..Math.Min(buffer.Length, 1000)]) : throw new EndOfStreamException();

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            throw new EndOfStreamException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            reads > 2 ? throw new EndOfStreamException() : ValueTask.FromResult(Read(buffer.Span));

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            CopyAsync(destination, cancellationToken);

        private async Task CopyAsync(Stream destination, CancellationToken ct)
        {
            var buffer = new byte[1000];
            while (await ReadAsync(buffer, ct) is > 0 and var read)
                await destination.WriteAsync(buffer.AsMemory(0, read), ct);
        }
    }
}
