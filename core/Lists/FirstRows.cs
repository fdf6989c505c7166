using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>A row as it was read.</summary>
/// <param name="Channel">How an invitation would go; null when the row is rejected, or its person gets nothing.</param>
/// <param name="To">The number or address that it would go to.</param>
public sealed record FirstRow(int Row, string? Name, Channel? Channel, string? To, string? Language);

/// <summary>The first rows of a list as they were read, for an organiser to look at before anything is sent. Read from the file itself: nothing of it is stored twice.</summary>
public sealed class FirstRows(KeptFiles files, TimeProvider clock)
{
    public const int Most = 10;

    /// <returns>None when the file is no longer kept.</returns>
    public async Task<IReadOnlyList<FirstRow>> ReadAsync(GroupId group, UploadedList list, CancellationToken ct)
    {
        using var file = await files.OpenAsync(group, list, ct);
        return file is null ? [] : [.. file.Rows().Where(row => !row.IsAboutFile).Take(Most).Select(row => Of(list, row, clock.GetUtcNow()))];
    }

    internal static FirstRow Of(UploadedList list, ListRow row, DateTimeOffset now)
    {
        if (row.Candidate is not { } candidate)
            return new(row.Row, null, null, null, null);
        if (candidate.IsOptedOut)
            return new(row.Row, candidate.Name, null, null, candidate.Language);
        var person = ImportList.NewcomerOf(list, row).ToPerson(PersonId.OfRow(0, list.Id, row.Row), now);
        var channel = ChannelOrder.First(person);
        return new(row.Row, person.Name, channel, WhereTo(person, channel), person.Language);
    }

    /// <summary>All ways to reach somebody, to lay two people side by side.</summary>
    internal static string ReachOf(Person person) =>
        string.Join(", ", new[] { person.Mobile?.Value, person.Landline?.Value, person.Email?.Value, AddressOf(person) }.Where(way => way is not null));

    private static string? WhereTo(Person person, Channel? channel) => channel switch
    {
        Channel.Sms => person.Mobile?.Value,
        Channel.Email => person.Email?.Value,
        Channel.Call => (person.Landline ?? person.Mobile)?.Value,
        _ => AddressOf(person),
    };

    private static string? AddressOf(Person person) =>
        person.Address is { } address ? OneLine.Of($"{address.StreetLine}, {address.TownLine}") : null;
}
