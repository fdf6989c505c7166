using System.Globalization;
using Outreach.Calls;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Funnel;

/// <summary>Places count people: one yes may take several.</summary>
/// <param name="Taken">People who have a place.</param>
/// <param name="Waiting">People who wait for one.</param>
public sealed record Places(int Capacity, int Taken, int Waiting)
{
    public bool IsFull => Taken >= Capacity;
}

/// <summary>A meeting in numbers, and what comes next for it.</summary>
/// <param name="Unsent">On a list, not invited yet.</param>
/// <param name="Leaving">Of those, how many are in a mailing that was not stopped.</param>
/// <param name="Letters">Letters still to be printed or answered; Doors and Calls likewise.</param>
public sealed record MeetingOverview(Meeting Meeting, MeetingFunnel Funnel, int Unsent, int Leaving, int Letters, int Doors, int Calls, NextStep Next)
{
    public int ByHand => Letters + Doors + Calls;

    /// <summary>Null where everybody is welcome.</summary>
    public Places? Places { get; init; }

    /// <summary>People who asked to be called, and were not yet.</summary>
    public int CallBacks { get; init; }

    /// <summary>People for whom a place came free, and whom no message tells.</summary>
    public int UntoldPlaces { get; init; }

    /// <summary>People who were asked, and whom nothing reaches any more.</summary>
    public int Unreached { get; init; }

    /// <summary>How answers came in; empty where it was not read.</summary>
    public Progress Progress { get; init; } = new();
}

/// <summary>Reads how a meeting is doing.</summary>
public sealed class ReadOverview(PeopleStore people, Tallies tallies, Mailings mailings, MeetingStore meetings, TimeProvider clock)
{
    /// <summary>Reads the invitations only while the meeting is open; afterwards the stored counts are enough.</summary>
    public Task<MeetingOverview> HandleAsync(GroupId group, Meeting meeting, CancellationToken ct) =>
        HandleAsync(group, meeting, meeting.IsOpen(clock.GetUtcNow()), ct);

    /// <summary>With how answers came in, also of a meeting that is over.</summary>
    public Task<MeetingOverview> WithProgressAsync(GroupId group, Meeting meeting, CancellationToken ct) => HandleAsync(group, meeting, isRead: true, ct);

    private async Task<MeetingOverview> HandleAsync(GroupId group, Meeting meeting, bool isRead, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var funnel = MeetingFunnel.Of(await tallies.SumAsync(group, meeting.Id, ct));
        var count = new Counting(meeting, meeting.IsOpen(now) ? await mailings.PendingAsync(group, meeting.Id, ct) : null, now);
        if (isRead)
        {
            await foreach (var (invitation, _) in people.InvitationsAsync(group, meeting.Id, ct))
                count.Add(invitation);
        }

        var places = await PlacesAsync(group, meeting, ct);
        var todo = new Todo(count.Unsent, count.Leaving, count.Letters + count.Doors + count.Calls) { Seats = count.Progress.Seats };
        return new MeetingOverview(meeting, funnel, count.Unsent, count.Leaving, count.Letters, count.Doors, count.Calls, NextSteps.Of(meeting, funnel.Total, places, todo, now))
        {
            Places = places,
            Progress = count.Progress,
            CallBacks = count.CallBacks,
            UntoldPlaces = count.UntoldPlaces,
            Unreached = count.Unreached,
        };
    }

    /// <summary>How full it is, without anything else.</summary>
    public async Task<Places?> PlacesAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        if (meeting.Capacity is not { } capacity)
            return null;
        var seats = (await meetings.FindSeatsAsync(group, meeting.Id, ct))?.Value ?? new Seats();
        return new Places(capacity, seats.Holders.Sum(seat => seat.Party), seats.Waiting.Sum(seat => seat.Party));
    }

    /// <summary>The waves in which somebody was asked, from the first.</summary>
    public async Task<IReadOnlyList<int>> WavesAsync(GroupId group, MeetingId meeting, CancellationToken ct) =>
        [.. MeetingFunnel.Of(await tallies.SumAsync(group, meeting, ct)).By["wave"].Keys.Select(wave => int.Parse(wave, CultureInfo.InvariantCulture)).Order()];

    /// <param name="pending">Null when nothing is to be done any more.</param>
    private sealed class Counting(Meeting meeting, Pending? pending, DateTimeOffset now)
    {
        public Progress Progress { get; } = new();

        public int Unsent { get; private set; }

        public int Leaving { get; private set; }

        public int Letters { get; private set; }

        public int Doors { get; private set; }

        public int Calls { get; private set; }

        public int CallBacks { get; private set; }

        public int UntoldPlaces { get; private set; }

        public int Unreached { get; private set; }

        public void Add(Invitation invitation)
        {
            Progress.Add(invitation);
            if (pending is null)
                return;
            if (invitation.IsUnsent)
            {
                Unsent++;
                Leaving += pending.Takes(invitation) ? 1 : 0;
            }

            CallBacks += CallList.HasAskedForCall(invitation) ? 1 : 0;
            UntoldPlaces += FreedPlace.NeedsCall(meeting, invitation, now) ? 1 : 0;
            Unreached += NextActions.Of(invitation, meeting, default, now) is NextAction.FindWay ? 1 : 0;
            if (!invitation.IsByHand)
                return;
            _ = invitation.ByHand switch { Channel.Letter => Letters++, Channel.Door => Doors++, _ => Calls++ };
        }
    }
}
