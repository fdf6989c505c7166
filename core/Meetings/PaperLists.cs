using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Meetings;

/// <summary>One letter, door or call.</summary>
public sealed record PaperEntry(Person Person, Invitation Invitation);

/// <summary>What is done by hand for a meeting.</summary>
/// <param name="Letters">Everybody of one household together: one letter goes there.</param>
/// <param name="Doors">By street and number, people nobody has spoken to yet.</param>
public sealed record PaperWork(IReadOnlyList<IReadOnlyList<PaperEntry>> Letters, IReadOnlyList<PaperEntry> Doors);

/// <summary>Reads the letters and doors of a meeting.</summary>
public sealed class PaperLists(PeopleStore people)
{
    public async Task<PaperWork> HandleAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var entries = new List<PaperEntry>();
        await foreach (var (person, invitation) in people.AskedAsync(group, meeting, i => i.IsByHand, ct))
            entries.Add(new PaperEntry(person.Value, invitation.Value));
        return Sort(entries);
    }

    public static PaperWork Sort(IReadOnlyList<PaperEntry> entries)
    {
        var open = entries.Where(e => e.Invitation.IsByHand).ToList();
        var letters = open.Where(e => e.Invitation.ByHand is Channel.Letter && ChannelOrder.Reaches(e.Person, Channel.Letter))
            .GroupBy(e => ContactHasher.Household(e.Person.Address!))
            .Select(home => (IReadOnlyList<PaperEntry>)[.. home.OrderBy(e => e.Person.Name, StringComparer.OrdinalIgnoreCase)])
            .OrderBy(home => home[0].Person.Address!.Street, StringComparer.OrdinalIgnoreCase).ThenBy(home => NumberOf(home[0]));
        var doors = open.Where(e => e.Invitation.ByHand is Channel.Door && ChannelOrder.Reaches(e.Person, Channel.Door))
            .OrderBy(e => e.Person.Address!.Street, StringComparer.OrdinalIgnoreCase).ThenBy(NumberOf);
        return new PaperWork([.. letters], [.. doors]);
    }

    public static string? NumberToCall(Person person) => person.StoppedAt is not null
        ? null
        : person.Landline is { CanAnswer: true } landline ? landline.Value : person.Mobile is { CanAnswer: true } mobile ? mobile.Value : null;

    private static int NumberOf(PaperEntry entry) => int.TryParse(entry.Person.Address!.HouseNumber, out var number) ? number : int.MaxValue;
}
