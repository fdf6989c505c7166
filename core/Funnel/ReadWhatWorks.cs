using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Funnel;

/// <summary>Reads what works here, from the meetings that were held. Everybody is looked at once: for one page, when somebody asks for it.</summary>
public sealed class ReadWhatWorks(PeopleStore people, MeetingStore meetings, Tallies tallies, ReadDoorResults doors, Settings settings, TimeProvider clock)
{
    /// <summary>What was longer ago says little of this year.</summary>
    private const int MaxMeetings = 24;

    public async Task<WhatWorks> HandleAsync(GroupId group, CancellationToken ct)
    {
        var counts = new WorkedCounts();
        var held = new List<Meeting>();
        var audiences = new SortedDictionary<Audience, int>();
        var (rung, promised, hours, euros) = (0, 0, (decimal?)null, (decimal?)null);
        foreach (var meeting in (await meetings.HeldBeforeAsync(group, clock.GetUtcNow(), ct)).Take(MaxMeetings))
        {
            var tally = await tallies.SumAsync(group, meeting.Id, ct);
            var came = tally.By.Values.Sum(value => value[(int)Milestone.Attended]);
            // A meeting where nobody was ticked says nothing about who came.
            if (came == 0)
                continue;
            held.Add(meeting);
            counts.Add(tally);
            audiences[meeting.Audience] = audiences.GetValueOrDefault(meeting.Audience) + came;
            if (await doors.HandleAsync(group, meeting.Id, ct) is { Total: var rang })
                (rung, promised) = (rung + rang.Rung, promised + rang.People);
            if ((await meetings.FindEvaluationAsync(group, meeting.Id, ct))?.Value is { } took)
                (hours, euros) = (Plus(hours, took.Hours), Plus(euros, took.Euros));
        }

        if (held.Count > 0)
            await LookAsync(group, held, counts, ct);
        return new WhatWorks(held.Count, counts.Total, counts.By, audiences, new DoorsWorked(rung, promised), hours, euros);
    }

    private async Task LookAsync(GroupId group, IReadOnlyList<Meeting> held, WorkedCounts counts, CancellationToken ct)
    {
        var ids = held.Select(meeting => meeting.Id).ToHashSet();
        foreach (var shard in Shard.All(group))
        {
            var parts = await PartsAsync(shard, ids, ct);
            var streets = new Dictionary<PersonId, string?>();
            await foreach (var (person, _) in people.PeopleAsync(shard, ct))
                streets[person.Id] = person.Address?.Street;
            foreach (var meeting in held)
            {
                await foreach (var (invitation, _) in people.InvitationsAsync(shard, meeting.Id, ct))
                {
                    var hour = invitation.SentAt is { } at ? settings.Local(at).Hour : (int?)null;
                    counts.Add(invitation, hour, streets.GetValueOrDefault(invitation.Person), parts.GetValueOrDefault((meeting.Id, invitation.Person)));
                }
            }
        }
    }

    /// <summary>A text that is no longer kept counts as one part.</summary>
    private async Task<Dictionary<(MeetingId, PersonId), int>> PartsAsync(Shard shard, HashSet<MeetingId> held, CancellationToken ct)
    {
        var parts = new Dictionary<(MeetingId, PersonId), int>();
        await foreach (var (message, _) in people.MessagesAsync(shard, ct))
        {
            if (message is { Kind: not null, Channel: Channel.Sms, State: MessageState.Sent or MessageState.Delivered, Meeting: { } meeting } && held.Contains(meeting))
                parts[(meeting, message.Person)] = parts.GetValueOrDefault((meeting, message.Person)) + (message.Text is { } text ? SmsSegments.Count(text).Segments : 1);
        }

        return parts;
    }

    private static decimal? Plus(decimal? one, decimal? other) => other is null ? one : (one ?? 0) + other;
}
