using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Reminders;

/// <summary>The day before, tells who has a part in a meeting when and where they are expected. The key of the message follows from the part and the day, so that it leaves once.</summary>
public sealed class TellParts(MeetingParts parts, PeopleStore people, TellOnce tell, Settings settings, TimeProvider clock)
{
    private readonly SendingHours _hours = new(settings.Zone);

    public async Task HandleAsync(Group group, Meeting meeting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!meeting.IsOpen(now) || now >= meeting.StartsAt || now < Reminders.RemindAt(meeting, _hours))
            return;
        var day = _hours.Day(meeting.StartsAt);
        foreach (var part in await parts.ListAsync(group.Id, meeting.Id, ct))
        {
            if (part.Value.ToldOf == day)
                continue;
            var person = await people.FollowAsync(group.Id, part.Value.Person, ct);
            if (person is null || ChannelOrder.ForMessage(person.Value) is not { } channel
                || await tell.HandleAsync(group.Id, person, MessageOf(group, part.Value, person.Value, channel, day), ct))
                await NoteAsync(group.Id, part, day, ct);
        }
    }

    private static Message MessageOf(Group group, MeetingPart part, Person person, Channel channel, DateOnly day)
    {
        var language = Language.Choose(person.Language, group.Language);
        return new Message
        {
            Person = person.Id,
            At = part.At,
            Step = MessageStep.PartReminder(part.Id, day),
            Kind = MessageKind.PartReminder,
            Meeting = part.Meeting,
            Day = day,
            Channel = channel,
            Language = language.Code,
            OwnText = language.Text($"part.{EnumWord.Of(part.Kind)}"),
            State = MessageState.Queued,
        };
    }

    private async Task NoteAsync(GroupId group, Stored<MeetingPart> part, DateOnly day, CancellationToken ct)
    {
        try
        {
            await parts.SaveAsync(group, part, part.Value with { ToldOf = day }, ct);
        }
        catch (ConflictException)
        {
            // Somebody changes it now: the next run finds the message there, and notes it.
        }
    }
}
