using System.Runtime.CompilerServices;
using System.Text;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>
/// Blobs as files in one folder beside the database. '/' is written '+', and a capital as '^' and its small letter, so that names stay
/// apart on file systems that ignore case. A write goes to a temporary file that then takes the name, so nobody sees half of it.
/// </summary>
internal sealed class FileBlobs : IBlobs
{
    private const string Unfinished = ".unfinished";
    private readonly string _folder;

    public FileBlobs(string dataFolder)
    {
        _folder = DataFolder.Prepare(Path.Combine(dataFolder, "blobs"));
        foreach (var path in Directory.EnumerateFiles(_folder, $"*{Unfinished}"))
            DeleteLeftover(path);
    }

    public async Task WriteAsync(string name, Stream content, CancellationToken ct)
    {
        BlobRules.CheckName(name);
        // No blob begins with a dot.
        var temporary = Path.Combine(_folder, $".{Guid.NewGuid():n}{Unfinished}");
        try
        {
            await using (var file = Do(() => new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0)))
            {
                await CopyAsync(content, file, ct);
                Do(() => file.Flush(flushToDisk: true));
            }

            Do(() => File.Move(temporary, PathOf(name), overwrite: true));
        }
        catch
        {
            DeleteLeftover(temporary);
            throw;
        }
    }

    public Task<Stream?> ReadAsync(string name, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        BlobRules.CheckName(name);
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true));
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string name, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        BlobRules.CheckName(name);
        Do(() => File.Delete(PathOf(name)));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var names = Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Where(file => file![0] != '.').Select(file => NameOf(file!));
        foreach (var name in names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    // What the content throws is the sender's failure and passes as it is; what the file throws is ours.
    private async Task CopyAsync(Stream content, FileStream file, CancellationToken ct)
    {
        var buffer = new byte[128 * 1024];
        while (await content.ReadAsync(buffer, ct) is > 0 and var read)
            Do(() => file.Write(buffer, 0, read));
    }

    private string PathOf(string name)
    {
        var file = new StringBuilder(name.Length + 16);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c))
                file.Append('^');
            file.Append(c == '/' ? '+' : char.ToLowerInvariant(c));
        }

        return Path.Combine(_folder, file.ToString());
    }

    private static string NameOf(string file)
    {
        var name = new StringBuilder(file.Length);
        for (var i = 0; i < file.Length; i++)
            name.Append(file[i] switch { '+' => '/', '^' when i + 1 < file.Length => char.ToUpperInvariant(file[++i]), var c => c });
        return name.ToString();
    }

    // A file that somebody is still writing is locked and stays.
    private static void DeleteLeftover(string path)
    {
        try
        {
            using (new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None, 0))
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private void Do(Action work) => Do(() =>
    {
        work();
        return true;
    });

    private T Do<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The folder {_folder} cannot be written: {e.Message} Free some space, or give this account write access.", e);
        }
    }
}
