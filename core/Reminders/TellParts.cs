using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Reminders;

/// <summary>The day before, tells who has a part in a meeting when and where they are expected. The key of the message follows from the part and the day, so that it leaves once.</summary>
public sealed class TellParts(MeetingParts parts, PeopleStore people, Settings settings, TimeProvider clock)
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
            if ((await people.FollowAsync(group.Id, part.Value.Person, ct))?.Value is { } person && Ladder.First(person) is { } channel and (Channel.Sms or Channel.Email))
                await TellAsync(group, part.Value, person, channel, day, ct);
            await NoteAsync(group.Id, part, day, ct);
        }
    }

    private async Task TellAsync(Group group, MeetingPart part, Person person, Channel channel, DateOnly day, CancellationToken ct)
    {
        var language = Language.Choose(person.Language, group.Language);
        var message = new Message
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
        var changes = new Changes(Shard.Of(group.Id, person.Id));
        changes.Send(message, clock.GetUtcNow());
        try
        {
            await people.SaveAsync(changes, ct);
        }
        catch (ConflictException conflict) when (conflict.Kind is ConflictKind.Exists)
        {
            // Told already, by a run that was cut off.
        }
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
