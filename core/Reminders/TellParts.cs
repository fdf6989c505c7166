using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Reminders;

/// <summary>
/// Tells people who have a part in a meeting, the day before, when and where they are expected; and before that, when it moves or is called off. The key of the message follows
/// from the part and the day, or from the change, so that it leaves once.
/// </summary>
public sealed class TellParts(MeetingParts parts, PeopleStore people, TellOnce tell, Settings settings, TimeProvider clock)
{
    private readonly SendingHours _hours = new(settings.Zone);

    public async Task HandleAsync(Group group, Meeting meeting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isReminderDue = meeting.IsOpen(now) && now >= Reminders.RemindAt(meeting, _hours);
        if (now >= meeting.StartsAt || (!isReminderDue && meeting.NewsAt is null))
            return;
        var day = _hours.Day(meeting.StartsAt);
        foreach (var part in await parts.ListAsync(group.Id, meeting.Id, ct))
        {
            // Somebody who hears the new time needs no reminder as well.
            var after = part.Value with { ToldOf = isReminderDue ? day : part.Value.ToldOf, NewsOf = meeting.NewsAt };
            if (after == part.Value)
                continue;
            var news = News.For(part.Value, meeting);
            if ((news is null && after.ToldOf == part.Value.ToldOf) || await TellAsync(group, meeting, part.Value, news, ct))
                await NoteAsync(group.Id, part, after, ct);
        }
    }

    /// <returns>False when they changed meanwhile, or no message reaches them: then an organiser sees so, and a number that is mended in time still gets it.</returns>
    private async Task<bool> TellAsync(Group group, Meeting meeting, MeetingPart part, DateTimeOffset? news, CancellationToken ct)
    {
        if (await people.FollowAsync(group.Id, part.Person, ct) is not { } person || ChannelOrder.ForMessage(person.Value) is not { } channel)
            return false;
        var message = news is { } of ? NewsOf(group, meeting, person.Value, channel, of) : MessageOf(group, part, person.Value, channel, _hours.Day(meeting.StartsAt));
        return await tell.HandleAsync(group.Id, person, message, ct);
    }

    /// <summary>With the words and the key of the message to people who are invited: somebody who is both hears it once.</summary>
    private static Message NewsOf(Group group, Meeting meeting, Person person, Channel channel, DateTimeOffset of)
    {
        var kind = meeting.CancelledAt is null ? MessageKind.MeetingChanged : MessageKind.MeetingCancelled;
        return new Message
        {
            Person = person.Id,
            At = of,
            Step = MessageStep.OnceFor(kind, meeting.Id),
            Kind = kind,
            Meeting = meeting.Id,
            NewsOf = of,
            Channel = channel,
            Language = Language.Choose(person.Language, group.Language).Code,
            IsOfPart = true,
            State = MessageState.Queued,
        };
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

    private async Task NoteAsync(GroupId group, Stored<MeetingPart> part, MeetingPart after, CancellationToken ct)
    {
        try
        {
            await parts.SaveAsync(group, part, after, ct);
        }
        catch (ConflictException)
        {
            // Somebody changes it now: the next run finds the message there, and notes it.
        }
    }
}
