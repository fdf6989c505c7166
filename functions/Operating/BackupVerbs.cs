using System.Globalization;
using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Functions.Hosting.Commands;
using Outreach.Records;

namespace Outreach.Functions.Operating;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>: the whole data folder of a small machine in one file.</summary>
internal static class BackupVerbs
{
    public static readonly Verb Backup = new(
        "backup", "Writes the whole data folder into FILE, also while the server runs. It holds people's names and numbers, and the hash key: keep it safe.", BackUpAsync)
    {
        Operand = "FILE",
        Options = [Chore.Data],
    };

    public static readonly Verb Restore = new(
        "restore", "Puts a backup into a data folder that has no store. Messages that were about to be sent when it was made are held; see status.", RestoreAsync)
    {
        Operand = "FILE",
        Options = [Chore.Data],
    };

    private static async Task<int> BackUpAsync(VerbArguments arguments, CancellationToken ct)
    {
        var contents = await Adapters.Sqlite.Backup.WriteAsync(FolderOf(arguments), Path.GetFullPath(arguments.Operand!), DateTimeOffset.UtcNow, ct);
        await WriteDownAsync(FolderOf(arguments), AuditKind.Exported, "backed up the whole store", ct);
        await arguments.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{arguments.Operand} holds {contents.Files.Count} files, {contents.Files.Sum(f => f.Bytes):N0} bytes, as they were at {contents.MadeAt:u}."));
        if (contents.Files.All(file => file.Name != Adapters.HashKey.FileName))
            await arguments.Out.WriteLineAsync("The hash key is not in it: it comes from Outreach__HashKey. Keep that too, in another place.");
        return 0;
    }

    private static async Task<int> RestoreAsync(VerbArguments arguments, CancellationToken ct)
    {
        var (contents, held) = await Adapters.Sqlite.Restore.RunAsync(arguments.Operand!, FolderOf(arguments), ct);
        await WriteDownAsync(FolderOf(arguments), AuditKind.Changed, $"put back the store as it was at {contents.MadeAt:u}", ct);
        await arguments.Out.WriteLineAsync($"The store is back as it was at {contents.MadeAt:u}: {contents.Files.Count} files.");
        if (held > 0)
            await arguments.Out.WriteLineAsync($"{held} jobs were about to send at that time, and may have done so since. They wait: 'outreach status' lists them, 'requeue' sends them, 'drop' does not.");
        await arguments.Out.WriteLineAsync("Opt-outs from after that time are missing. Before you start the server, upload the opt-outs of Twilio and SendGrid (POST /api/opt-outs).");
        return 0;
    }

    /// <summary>For the owners of every group: it is about the data of all of them.</summary>
    private static async Task WriteDownAsync(string folder, AuditKind kind, string what, CancellationToken ct)
    {
        await using var store = new SqliteStore(folder);
        var tables = new SqliteTables(store);
        var audit = new Audit(tables, TimeProvider.System, Chore.Operator);
        foreach (var group in await new GroupStore(tables, TimeProvider.System).ListAsync(ct))
            await audit.WriteAsync(group.Id, kind, what, ct);
    }

    private static string FolderOf(VerbArguments arguments)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine([.. arguments.Settings]).Build();
        return StorageConnection.Read(configuration) is null
            ? Path.GetFullPath(arguments["data"] ?? "data")
            : throw new UsageException("The data is in a storage account: there is no folder to back up. Use 'export', and the account's own soft delete and locks.");
    }
}
