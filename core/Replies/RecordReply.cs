using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>A resident answers on a page, on a form with a code, or through an organiser.</summary>
/// <param name="Party">Null: a yes that does not say how many.</param>
/// <param name="Confirmation">Says that it arrived, or that they wait for a place; null when the page says it.</param>
public sealed record ReplyCommand(GroupId Group, PersonId Person, MeetingId Meeting, Reply Reply, int? Party = null, Message? Confirmation = null)
{
    /// <summary>When they said it, where that took a while to arrive; null: now. What they have said since overtakes it.</summary>
    public DateTimeOffset? SaidAt { get; init; }

    /// <summary>When the page or list was shown that they answered from; null: as it is now.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>On the page of their invitation, which says when and where it is.</summary>
    public bool IsOnTheirPage { get; init; }
}

public sealed class RecordReply(PeopleStore people, MeetingStore meetings, SettleSeats seats, TimeProvider clock)
{
    public async Task<ReplyOutcome> HandleAsync(ReplyCommand command, CancellationToken ct)
    {
        var meeting = (await meetings.FindAsync(command.Group, command.Meeting, ct))?.Value;
        var outcome = await Retry.OnConflictAsync(() => TryAsync(command, meeting, ct));
        if (meeting is not null)
            await seats.HandleAsync(command.Group, meeting, command.Person, ct);
        return outcome;
    }

    private async Task<ReplyOutcome> TryAsync(ReplyCommand command, Meeting? meeting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var invitation = await people.FindAsync(command.Group, command.Meeting, command.Person, ct);
        if (ReplyEffect.Refusal(meeting, invitation?.Value, now) is { } refusal)
            return refusal;
        if (await HasStoppedAsync(command, invitation!.Value, ct))
            return new ReplyOutcome.NotInvited();
        var taken = meeting!.Capacity is null ? null : await meetings.FindSeatsAsync(command.Group, meeting.Id, ct);
        var confirmation = await NewAsync(command.Group, command.Confirmation, ct);

        var at = SaidAt(command, meeting, invitation.Value, now);
        var answered = ReplyEffect.By(new GivenReply(command.Reply, command.Party, at), invitation.Value, meeting, taken?.Value, now);

        if (answered.Seats is { } places)
            await meetings.SaveSeatsAsync(command.Group, meeting.Id, taken, places, ct);
        var changes = new Changes(Shard.Of(command.Group, command.Person));
        confirmation = answered.MayConfirm ? Worded(confirmation, answered, meeting) : null;
        var after = confirmation is null ? answered.Invitation : answered.ConfirmedAt(now).Hearing(confirmation);
        changes.Change(invitation, command.IsOnTheirPage && !meeting.HasNewsSince(command.SeenAt) ? after.Told(meeting) : after);
        if (confirmation is not null)
            changes.Send(confirmation, now);
        await people.SaveAsync(changes, ct);
        return answered.Outcome;
    }

    private static DateTimeOffset SaidAt(ReplyCommand command, Meeting meeting, Invitation before, DateTimeOffset now)
    {
        if (command.SaidAt is { } saidAt)
            return saidAt;
        // Whoever answered to how it was before a change has still to hear of it.
        if (meeting.HasNewsSince(command.SeenAt))
            return meeting.NewsAt!.Value.AddTicks(-1);
        // Nothing that is handled already was said later, whatever the clock of another machine wrote on it.
        return before.RepliedAt > now ? before.RepliedAt.Value : now;
    }

    private static Message? Worded(Message? confirmation, ReplyEffect answered, Meeting meeting) => confirmation is null ? null : confirmation with
    {
        Kind = answered.Confirmation,
        KeepsPlaces = answered.KeepsPlaces,
        NewsOf = News.ToldBy(answered.Confirmation, meeting),
    };

    /// <returns>Null where the very same confirmation was written before.</returns>
    private async Task<Message?> NewAsync(GroupId group, Message? confirmation, CancellationToken ct) =>
        confirmation is not null && await people.FindAsync(group, confirmation.Key, ct) is null ? confirmation : null;

    /// <summary>Only the start word undoes a stop: no page that was open meanwhile, no organiser.</summary>
    private async Task<bool> HasStoppedAsync(ReplyCommand command, Invitation invitation, CancellationToken ct) =>
        invitation.Reply is Reply.Stop && (await people.FindAsync(command.Group, command.Person, ct))?.Value.StoppedAt is not null;
}
