using System.Globalization;
using Outreach.Functions.Adapters;
using Outreach.Functions.Adapters.AzureStorage;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Functions.Hosting.Commands;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Sending;

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
        "restore", "Puts a backup into a data folder that has no store. Messages that were about to be sent when it was made are held, and so are the reminders that fell due since; see status.", RestoreAsync)
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
        var folder = FolderOf(arguments);
        using var restore = await Adapters.Sqlite.Restore.UnpackAsync(arguments.Operand!, folder, ct);
        var madeAt = restore.Contents.MadeAt;
        var since = await HoldSinceAsync(restore.Folder, InstallationSettings.ZoneOf(Configuration(arguments)), madeAt, ct);
        restore.Place();
        await WriteDownAsync(folder, AuditKind.Changed, $"put back the store as it was at {madeAt:u}", ct);
        await arguments.Out.WriteLineAsync($"The store is back as it was at {madeAt:u}: {restore.Contents.Files.Count} files.");
        if (restore.Held > 0)
            await arguments.Out.WriteLineAsync($"{restore.Held} jobs were about to send at that time, and may have done so since. They wait: 'outreach status' lists them, 'requeue' sends them, 'drop' does not.");
        if (since.Meetings > 0)
            await arguments.Out.WriteLineAsync($"{since.Meetings} steps of meetings (reminders, thanks) fell due since, and may have been taken. They are held: an organiser lets them go on the page of the meeting.");
        if (since.Welcomes > 0)
            await arguments.Out.WriteLineAsync($"{since.Welcomes} messages to new residents fell due since. They count as sent.");
        await arguments.Out.WriteLineAsync("Opt-outs from after that time are missing. Before you start the server, upload the opt-outs of Twilio and SendGrid (POST /api/opt-outs).");
        return 0;
    }

    private static async Task<HeldSince> HoldSinceAsync(string folder, TimeZoneInfo zone, DateTimeOffset madeAt, CancellationToken ct)
    {
        await using var store = new SqliteStore(folder);
        var (tables, clock) = (new SqliteTables(store), TimeProvider.System);
        var people = new PeopleStore(tables, new Tallies(tables), new Outbox(tables, new SqliteQueues(store, clock), clock));
        return await new HoldSince(new GroupStore(tables, clock), new MeetingStore(tables), people, new WelcomeStore(tables), new SendingHours(zone)).HandleAsync(madeAt, clock.GetUtcNow(), ct);
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

    private static string FolderOf(VerbArguments arguments) => StorageConnection.Read(Configuration(arguments)) is null
        ? Path.GetFullPath(arguments["data"] ?? "data")
        : throw new UsageException("The data is in a storage account: there is no folder to back up. Use 'export', and the account's own soft delete and locks.");

    private static IConfigurationRoot Configuration(VerbArguments arguments) => new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine([.. arguments.Settings]).Build();
}
