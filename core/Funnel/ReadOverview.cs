using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Funnel;

/// <summary>Places are for people: a yes may be for more than one.</summary>
/// <param name="Taken">People who have a place.</param>
/// <param name="Waiting">People who wait for one.</param>
public sealed record Places(int Capacity, int Taken, int Waiting);

/// <summary>A meeting in numbers, and what comes next for it.</summary>
/// <param name="Unsent">On a list, not invited yet.</param>
/// <param name="Leaving">Of those, how many are in a mailing that was not stopped.</param>
/// <param name="Letters">Letters, doors and calls that nobody has answered yet.</param>
public sealed record MeetingOverview(Meeting Meeting, MeetingFunnel Funnel, int Unsent, int Leaving, int Letters, int Doors, int Calls, NextStep Next)
{
    public int ByHand => Letters + Doors + Calls;

    /// <summary>Null where everybody is welcome.</summary>
    public Places? Places { get; init; }
}

/// <summary>Reads how a meeting stands.</summary>
public sealed class ReadOverview(PeopleStore people, Tallies tallies, Mailings mailings, MeetingStore meetings, TimeProvider clock)
{
    public async Task<MeetingOverview> HandleAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var funnel = MeetingFunnel.Of(await tallies.SumAsync(group, meeting.Id, ct));
        var pending = meeting.IsOpen(now) ? await mailings.PendingAsync(group, meeting.Id, ct) : Pending.None;
        int unsent = 0, leaving = 0, letters = 0, doors = 0, calls = 0;
        foreach (var shard in meeting.IsOpen(now) ? Shard.All(group) : [])
        {
            await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, ct))
            {
                var i = invitation.Value;
                if (Pending.IsUnsent(i))
                {
                    unsent++;
                    leaving += pending.Takes(i) ? 1 : 0;
                }

                if (i is not { Delivery: Delivery.HandedOn, Reply: Reply.None })
                    continue;
                _ = i.Channel switch { Contacts.Channel.Letter => letters++, Contacts.Channel.Door => doors++, _ => calls++ };
            }
        }

        return new MeetingOverview(meeting, funnel, unsent, leaving, letters, doors, calls, NextSteps.Of(meeting, funnel.Total, new Todo(unsent, leaving, letters + doors + calls), now))
        {
            Places = await PlacesAsync(group, meeting, ct),
        };
    }

    private async Task<Places?> PlacesAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        if (meeting.Capacity is not { } capacity)
            return null;
        var seats = (await meetings.FindSeatsAsync(group, meeting.Id, ct))?.Value ?? new Seats();
        return new Places(capacity, seats.Holders.Sum(seat => seat.Party), seats.Waiting.Sum(seat => seat.Party));
    }
}
