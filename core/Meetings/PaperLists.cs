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

    /// <summary>People whose letter was posted before the meeting moved or was called off, and who do not know.</summary>
    public async Task<IReadOnlyList<PaperEntry>> OldLettersAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        var entries = new List<PaperEntry>();
        await foreach (var (person, invitation) in people.AskedAsync(group, meeting.Id, i => News.HoldsOldLetter(meeting, i), ct))
        {
            if (CanBeTold(person.Value))
                entries.Add(new PaperEntry(person.Value, invitation.Value));
        }

        return entries;
    }

    public static PaperWork Sort(IReadOnlyList<PaperEntry> entries)
    {
        var open = entries.Where(e => e.Invitation.IsByHand).ToList();
        var letters = Homes(open.Where(e => e.Invitation.ByHand is Channel.Letter && ChannelOrder.Reaches(e.Person, Channel.Letter)));
        var doors = open.Where(e => e.Invitation.ByHand is Channel.Door && ChannelOrder.Reaches(e.Person, Channel.Door))
            .OrderBy(e => e.Person.Address!.Street, StringComparer.OrdinalIgnoreCase).ThenBy(NumberOf);
        return new PaperWork(letters, [.. doors]);
    }

    /// <summary>Everybody of one address together, as somebody walks by or a letter goes there.</summary>
    public static IReadOnlyList<IReadOnlyList<PaperEntry>> Homes(IEnumerable<PaperEntry> entries) =>
    [
        .. entries.GroupBy(e => e.Person.Address is { } address ? ContactHasher.Household(address) : e.Person.Id.Value)
            .Select(home => (IReadOnlyList<PaperEntry>)[.. home.OrderBy(e => e.Person.Name, StringComparer.OrdinalIgnoreCase)])
            .OrderBy(home => home[0].Person.Address?.Street, StringComparer.OrdinalIgnoreCase).ThenBy(home => NumberOf(home[0])),
    ];

    /// <summary>Where somebody can ring; null where nobody may or can.</summary>
    public static Address? DoorOf(Person person) => ChannelOrder.Reaches(person, Channel.Door) ? person.Address : null;

    /// <summary>By somebody who rings or calls. A house that wants nobody at its door is left alone.</summary>
    public static bool CanBeTold(Person person) => DoorOf(person) is not null || person.NumberToCall is not null;

    private static int NumberOf(PaperEntry entry) => entry.Person.Address?.Number ?? int.MaxValue;
}
