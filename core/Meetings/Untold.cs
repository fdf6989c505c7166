using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Meetings;

/// <summary>The people who have not heard that a meeting moved or is off, as far as an organiser can do something about it.</summary>
/// <param name="ToCall">Said yes or maybe, or wait for a place; no message reaches them, or not in time.</param>
/// <param name="HoldOldDate">Were asked before, have not answered, and not heard of it yet.</param>
/// <param name="OldLetters">Of those, how many hold a letter that was posted: no message puts it right.</param>
public sealed record Untold(IReadOnlyList<PaperEntry> ToCall, int HoldOldDate, int OldLetters)
{
    public static readonly Untold Nobody = new([], 0, 0);

    /// <summary>Number of people who have a part in it, and whom no message tells of it or of its change.</summary>
    public int Parts { get; init; }
}

/// <summary>Reads who does not know yet.</summary>
public sealed class ReadUntold(PeopleStore people, ReadParts parts, TimeProvider clock)
{
    public async Task<Untold> HandleAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now >= meeting.StartsAt)
            return Untold.Nobody;
        var untold = Untold.Nobody with { Parts = (await parts.HandleAsync(group, meeting, ct)).Count(part => News.NeedsCall(meeting, part, now)) };
        if (meeting.NewsAt is null)
            return untold;
        var (toCall, holdOldDate, oldLetters) = (new List<PaperEntry>(), 0, 0);
        await foreach (var (person, invitation) in people.AskedAsync(group, meeting.Id, i => News.Concerns(meeting, i), ct))
        {
            if (News.NeedsCall(meeting, person.Value, invitation.Value, now))
                toCall.Add(new PaperEntry(person.Value, invitation.Value));
            if (News.IsInTheDark(meeting, invitation.Value))
                holdOldDate++;
            if (News.HoldsOldLetter(meeting, invitation.Value) && PaperLists.CanBeTold(person.Value))
                oldLetters++;
        }

        return untold with { ToCall = [.. toCall.OrderBy(entry => entry.Person.Name, StringComparer.OrdinalIgnoreCase)], HoldOldDate = holdOldDate, OldLetters = oldLetters };
    }
}
