using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>What a backup holds, written last: a truncated file has no contents.</summary>
/// <param name="MadeAt">The store is as it was then.</param>
internal sealed record BackupContents(int Format, DateTimeOffset MadeAt, IReadOnlyList<BackupFile> Files)
{
    public const string EntryName = "contents.json";
    public const int CurrentFormat = 1;
}

/// <param name="Name">Within the data folder, with '/'.</param>
/// <param name="Sha256">In upper-case hexadecimal digits.</param>
internal sealed record BackupFile(string Name, long Bytes, string Sha256);

/// <summary>
/// A data folder in one zip file, taken while a server may be working in it: the database as it was at one moment, then the blobs. An upload that is read at that very moment may be gone
/// by then; its list then asks for the file again.
/// </summary>
internal static class Backup
{
    public const string Database = "outreach.db";
    public const string Blobs = "blobs";

    /// <param name="file">Made whole or not at all, for this account's eyes only.</param>
    /// <exception cref="StoreUnavailableException">There is no store in the folder, or the file is there already.</exception>
    public static async Task<BackupContents> WriteAsync(string dataFolder, string file, DateTimeOffset now, CancellationToken ct)
    {
        var database = Path.Combine(dataFolder, Database);
        if (!File.Exists(database))
            throw new StoreUnavailableException($"There is no store in {dataFolder}. Name its folder (--data).");
        if (File.Exists(file))
            throw new StoreUnavailableException($"{file} is there already, and is not overwritten. Give another name, with the date for example.");
        var (copy, unfinished) = ($"{file}.db.unfinished", $"{file}.unfinished");
        try
        {
            PrivateFile.Write(copy, FileMode.Create).Dispose();
            using (var store = SqliteConnection.OpenWriter(database))
                store.CopyTo(copy);
            BackupContents contents;
            await using (var output = PrivateFile.Write(unfinished, FileMode.Create))
            {
                contents = await ZipAsync(output, Sources(dataFolder, copy), now, ct);
                output.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file, overwrite: false);
            return contents;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(unfinished);
        }
    }

    private static IEnumerable<(string Name, string Path)> Sources(string dataFolder, string database)
    {
        yield return (Database, database);
        if (Path.Combine(dataFolder, HashKey.FileName) is var key && File.Exists(key))
            yield return (HashKey.FileName, key);
        var blobs = new DirectoryInfo(Path.Combine(dataFolder, Blobs));
        foreach (var blob in blobs.Exists ? blobs.EnumerateFiles().Where(blob => blob.Name[0] != '.') : [])
            yield return ($"{Blobs}/{blob.Name}", blob.FullName);
    }

    private static async Task<BackupContents> ZipAsync(Stream output, IEnumerable<(string Name, string Path)> sources, DateTimeOffset now, CancellationToken ct)
    {
        await using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var files = new List<BackupFile>();
        foreach (var (name, path) in sources)
        {
            if (Open(path) is not { } source)
                continue;
            await using (source)
                files.Add(await AddAsync(zip, name, source, ct));
        }

        var contents = new BackupContents(BackupContents.CurrentFormat, now, files);
        await using var entry = await zip.CreateEntry(BackupContents.EntryName).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(entry, contents, BackupJson.Default.BackupContents, ct);
        return contents;
    }

    private static async Task<BackupFile> AddAsync(ZipArchive zip, string name, Stream source, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        using var hash = SHA256.Create();
        await using var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write, leaveOpen: true);
        await source.CopyToAsync(hashed, ct);
        await hashed.FlushFinalBlockAsync(ct);
        return new(name, source.Length, Convert.ToHexString(hash.Hash!));
    }

    // A blob that was deleted since it was listed is not needed any more.
    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(BackupContents))]
internal sealed partial class BackupJson : System.Text.Json.Serialization.JsonSerializerContext;
