using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Outreach.Operating;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.Sqlite;

/// <summary>
/// Puts a backup into a data folder that has no store. It is unpacked and checked beside the folder's files first, and the database takes its name last: a restore that was interrupted is
/// begun again with the same command.
/// </summary>
internal sealed class Restore : IDisposable
{
    private const string Unpacked = ".restoring";

    /// <summary>What sends to people, or leads to it.</summary>
    private static readonly string[] Sending = [QueueNames.Invitations, QueueNames.Messages];

    private readonly string _target;

    private Restore(string target, BackupContents contents, int held) => (_target, Contents, Held) = (target, contents, held);

    public BackupContents Contents { get; }

    /// <summary>Jobs that were about to send something when the backup was made. They wait for the operator: it may have left since.</summary>
    public int Held { get; }

    /// <summary>Where the store lies until <see cref="Place"/>.</summary>
    public string Folder => Path.Combine(_target, Unpacked);

    /// <exception cref="StoreUnavailableException">The file is not a whole backup, or the folder holds a store or another hash key; nothing was changed.</exception>
    public static async Task<Restore> UnpackAsync(string file, string dataFolder, CancellationToken ct)
    {
        var folder = DataFolder.Prepare(dataFolder);
        if (File.Exists(Path.Combine(folder, Backup.Database)))
            throw new StoreUnavailableException($"{folder} holds a store. Stop the server and move the folder away first, or name an empty one (--data).");
        var unpacked = Path.Combine(folder, Unpacked);
        try
        {
            DeleteFolder(unpacked);
            DataFolder.Prepare(Path.Combine(unpacked, Backup.Blobs));
            var contents = await ReadAsync(file, unpacked, ct);
            CheckKey(folder, unpacked);
            return new(folder, contents, CheckDatabase(Path.Combine(unpacked, Backup.Database)));
        }
        catch
        {
            DeleteFolder(unpacked);
            throw;
        }
    }

    /// <summary>The store is the folder's from here on.</summary>
    public void Place()
    {
        DataFolder.Prepare(Path.Combine(_target, Backup.Blobs));
        // The database last: without it the folder counts as empty, and the restore is begun again.
        foreach (var file in Contents.Files.OrderBy(file => file.Name == Backup.Database))
            File.Move(Path.Combine(Folder, file.Name), Path.Combine(_target, file.Name), overwrite: true);
    }

    public void Dispose() => DeleteFolder(Folder);

    private static async Task<BackupContents> ReadAsync(string file, string folder, CancellationToken ct)
    {
        try
        {
            await using var input = File.OpenRead(file);
            await using var zip = new ZipArchive(input, ZipArchiveMode.Read);
            var contents = await ContentsAsync(zip, ct);
            foreach (var wanted in contents.Files)
                await UnpackAsync(zip, wanted, folder, ct);
            return contents.Files.Any(f => f.Name == Backup.Database) ? contents : throw new InvalidDataException("It holds no database.");
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreUnavailableException($"{file} is not a whole backup of Outreach: {e.Message} Take another one.", e);
        }
    }

    private static async Task<BackupContents> ContentsAsync(ZipArchive zip, CancellationToken ct)
    {
        if (zip.GetEntry(BackupContents.EntryName) is not { } entry)
            throw new InvalidDataException("It does not say what it holds.");
        await using var json = await entry.OpenAsync(ct);
        var contents = await JsonSerializer.DeserializeAsync(json, BackupJson.Default.BackupContents, ct);
        return contents is { Files: not null, Format: <= BackupContents.CurrentFormat } ? contents : throw new InvalidDataException("It was made by a newer version.");
    }

    private static async Task UnpackAsync(ZipArchive zip, BackupFile wanted, string folder, CancellationToken ct)
    {
        var blob = wanted.Name.StartsWith($"{Backup.Blobs}/", StringComparison.Ordinal) ? wanted.Name[(Backup.Blobs.Length + 1)..] : null;
        if (wanted.Name is not (Backup.Database or HashKey.FileName) && (blob is null or "" || blob[0] == '.' || blob.AsSpan().ContainsAny("/\\:")))
            throw new InvalidDataException($"It holds '{wanted.Name}', which is not a file of ours.");
        if (zip.GetEntry(wanted.Name) is not { } entry)
            throw new InvalidDataException($"'{wanted.Name}' is missing.");
        var path = Path.Combine(folder, wanted.Name);
        await entry.ExtractToFileAsync(path, overwrite: true, ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var written = File.OpenRead(path);
        if (Convert.ToHexString(await SHA256.HashDataAsync(written, ct)) != wanted.Sha256)
            throw new InvalidDataException($"'{wanted.Name}' is damaged.");
    }

    private static void CheckKey(string folder, string unpacked)
    {
        var (here, came) = (Path.Combine(folder, HashKey.FileName), Path.Combine(unpacked, HashKey.FileName));
        if (File.Exists(here) && File.Exists(came) && File.ReadAllText(here).Trim() != File.ReadAllText(came).Trim())
            throw new StoreUnavailableException($"{folder} holds another hash key than the backup: with the wrong one nobody who said stop is known. Move the folder away first.");
    }

    /// <summary>Reads all of it, and holds what was about to be sent.</summary>
    private static int CheckDatabase(string path)
    {
        using var store = new SqliteStore(Path.GetDirectoryName(path)!);
        store.CheckWhole();
        return Sending.Sum(queue => store.MoveMessages(queue, QueueNames.PoisonOf(queue), RetryPoisonMessages.ForTheOperator));
    }

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
