using System.Text.Json;
using Outreach.Ids;

namespace Outreach.Operating;

/// <summary>The import cannot go on; the message tells the operator what to do.</summary>
public sealed class ImportRefusedException(string message) : Exception(message);

/// <summary>What an export says of itself in its first line.</summary>
/// <param name="HashKey">Fingerprint of the key that contact points are hashed with; the export can be imported only where it is the same.</param>
public sealed record ExportHeader(int Format, string Id, GroupId Group, string HashKey, DateTimeOffset At)
{
    public const int CurrentFormat = 1;

    /// <param name="fingerprint">Of the key that contact points are hashed with here.</param>
    /// <exception cref="ImportRefusedException">It is not a header, or not of an export that can be imported here.</exception>
    public static ExportHeader Read(string? line, GroupId group, string fingerprint)
    {
        try
        {
            using var json = JsonDocument.Parse(line ?? "");
            var root = json.RootElement;
            var header = new ExportHeader(
                root.GetProperty("outreach").GetInt32(), root.GetProperty("id").GetString()!, new GroupId(root.GetProperty("group").GetString()!),
                root.GetProperty("hashKey").GetString()!, root.GetProperty("at").GetDateTimeOffset());
            return header switch
            {
                { Format: not CurrentFormat } => throw new ImportRefusedException($"This export has format {header.Format}; this program reads {CurrentFormat}."),
                _ when header.Group != group => throw new ImportRefusedException($"This is an export of group {header.Group}. Import it with --group {header.Group}."),
                _ when header.HashKey != fingerprint => throw new ImportRefusedException(
                    "This export was made with another hash key, so that nobody who said stop would be known here. Set Outreach__HashKey to the one it was made with (the text of hash.key in its data folder)."),
                _ => header,
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ImportRefusedException("This is not an export: its first line is not the header of one.");
        }
    }
}
