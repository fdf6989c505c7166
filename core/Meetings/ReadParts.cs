using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Meetings;

/// <param name="Person">Who has it; null where nobody knows any more.</param>
public sealed record GivenPart(MeetingPart Part, Person? Person)
{
    /// <summary>The message that told them when and where they are expected, or of the change, did not arrive by any way.</summary>
    public bool HasMissedMessage { get; init; }
}

/// <summary>Who has a part in a meeting, and whether they could be told.</summary>
public sealed class ReadParts(MeetingParts parts, PeopleStore people)
{
    public async Task<IReadOnlyList<GivenPart>> HandleAsync(GroupId group, Meeting meeting, CancellationToken ct)
    {
        var given = new List<GivenPart>();
        foreach (var (part, _) in (await parts.ListAsync(group, meeting.Id, ct)).OrderBy(part => part.Value.Kind).ThenBy(part => part.Value.At))
        {
            var person = (await people.FollowAsync(group, part.Person, ct))?.Value;
            given.Add(new GivenPart(part, person) { HasMissedMessage = person is not null && await HasMissedAsync(group, meeting, part, person.Id, ct) });
        }

        return given;
    }

    private async Task<bool> HasMissedAsync(GroupId group, Meeting meeting, MeetingPart part, PersonId person, CancellationToken ct)
    {
        if (part is { ToldOf: null, NewsOf: null })
            return false;
        var (hasFailed, mayArrive) = (false, false);
        await foreach (var message in people.MessagesAsync(group, person, ct))
        {
            if (message.Value.Meeting != meeting.Id || !IsOf(message.Value, part, meeting))
                continue;
            hasFailed |= message.Value.State is MessageState.PermanentFailure;
            mayArrive |= message.Value.State is MessageState.Queued or MessageState.Sending or MessageState.Sent or MessageState.Delivered;
        }

        return hasFailed && !mayArrive;
    }

    /// <summary>The news comes in place of the reminder.</summary>
    private static bool IsOf(Message message, MeetingPart part, Meeting meeting) =>
        meeting.NewsAt is { } of && part.NewsOf == of ? message.NewsOf == of : message.Kind is MessageKind.PartReminder && message.At == part.At;
}
