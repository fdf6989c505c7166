using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Meetings;

/// <summary>One letter, door or call.</summary>
public sealed record PaperEntry(Person Person, Invitation Invitation);

/// <summary>What is done by hand for a meeting.</summary>
/// <param name="Letters">Everybody of one household together: one letter goes there.</param>
/// <param name="Doors">By street and number, who was not spoken yet.</param>
/// <param name="Calls">Numbers to call because nothing else reaches these people, who have not answered yet.</param>
/// <param name="DayBefore">Who said yes or maybe: a call the day before helps them to come.</param>
public sealed record PaperWork(
    IReadOnlyList<IReadOnlyList<PaperEntry>> Letters, IReadOnlyList<PaperEntry> Doors, IReadOnlyList<PaperEntry> Calls, IReadOnlyList<PaperEntry> DayBefore);

/// <summary>Reads the letters, doors and calls of a meeting.</summary>
public sealed class PaperLists(PeopleStore people)
{
    public async Task<PaperWork> HandleAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var entries = new List<PaperEntry>();
        await foreach (var (person, invitation) in people.AskedAsync(group, meeting, i => i is { Delivery: Delivery.HandedOn } or { Reply: Reply.Yes or Reply.Maybe }, ct))
            entries.Add(new PaperEntry(person.Value, invitation.Value));
        return Sort(entries);
    }

    public static PaperWork Sort(IReadOnlyList<PaperEntry> entries)
    {
        var open = entries.Where(e => e.Invitation is { Delivery: Delivery.HandedOn, Reply: Reply.None }).ToList();
        var letters = open.Where(e => e.Invitation.Channel is Channel.Letter && Ladder.Reaches(e.Person, Channel.Letter))
            .GroupBy(e => ContactHasher.Household(e.Person.Address!))
            .Select(home => (IReadOnlyList<PaperEntry>)[.. home.OrderBy(e => e.Person.Name, StringComparer.OrdinalIgnoreCase)])
            .OrderBy(home => home[0].Person.Address!.Street, StringComparer.OrdinalIgnoreCase).ThenBy(home => NumberOf(home[0]));
        var doors = open.Where(e => e.Invitation.Channel is Channel.Door && Ladder.Reaches(e.Person, Channel.Door))
            .OrderBy(e => e.Person.Address!.Street, StringComparer.OrdinalIgnoreCase).ThenBy(NumberOf);
        var calls = open.Where(e => e.Invitation.Channel is Channel.Call).OrderBy(e => e.Person.Name, StringComparer.OrdinalIgnoreCase);
        // A doubt first: a call helps them most.
        var before = entries.Where(e => e.Invitation is { Reply: Reply.Yes or Reply.Maybe, Waiting: false } && NumberToCall(e.Person) is not null)
            .OrderByDescending(e => e.Invitation.Reply is Reply.Maybe).ThenBy(e => e.Person.Name, StringComparer.OrdinalIgnoreCase);
        return new PaperWork([.. letters], [.. doors], [.. calls], [.. before]);
    }

    public static string? NumberToCall(Person person) => person.StoppedAt is not null
        ? null
        : person.Landline is { CanAnswer: true } landline ? landline.Value : person.Mobile is { CanAnswer: true } mobile ? mobile.Value : null;

    private static int NumberOf(PaperEntry entry) => int.TryParse(entry.Person.Address!.HouseNumber, out var number) ? number : int.MaxValue;
}
