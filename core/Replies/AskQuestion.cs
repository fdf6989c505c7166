using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Replies;

/// <param name="At">When the form was shown: the same question from the same form is one question.</param>
public sealed record Question(GroupId Group, PersonId Person, MeetingId? Meeting, string Text, DateTimeOffset At);

/// <summary>A resident asks something on a page: it goes to the inbox of the organisers, who answer by message.</summary>
public sealed class AskQuestion(PeopleStore people, GroupStore groups, Inbox inbox, OrganiserNotices notices, TimeProvider clock)
{
    public const int MaxLength = 1000;

    public async Task HandleAsync(Question question, CancellationToken ct)
    {
        var (groupId, id) = (question.Group, question.Person);
        if (await people.FindAsync(groupId, id, ct) is not { Value: var person })
            return;
        var group = await groups.GetAsync(groupId, ct);
        var item = ItemOf(question, person, group);
        await inbox.AddAsync(groupId, item, ct);
        await Retry.OnConflictAsync(() => LogAsync(question, item, ct));
        await notices.TellAsync(group, OrganiserNotice.Inbox, null, ct);
    }

    private async Task LogAsync(Question question, InboxItem item, CancellationToken ct)
    {
        var received = new Message
        {
            Person = question.Person,
            At = question.At,
            Step = MessageStep.Asked(item),
            Meeting = question.Meeting,
            Channel = item.Channel,
            Language = item.Language,
            Text = item.Text,
            State = MessageState.Received,
        };
        var changes = new Changes(Shard.Of(question.Group, question.Person));
        if (question.Meeting is { } meeting && await people.FindAsync(question.Group, meeting, question.Person, ct) is { Value.Reply: Reply.None } invitation)
            changes.Change(invitation, invitation.Value with { Reply = Reply.Question, RepliedAt = clock.GetUtcNow() });
        if (!await people.HasReceivedAsync(question.Group, received, ct))
            changes.Receive(received);
        await people.SaveAsync(changes, ct);
    }

    private static InboxItem ItemOf(Question question, Person person, Group group)
    {
        var channel = ChannelOrder.First(person) ?? Channel.Call;
        var from = channel switch
        {
            Channel.Email => person.Email?.Value,
            Channel.Sms => person.Mobile?.Value,
            _ => (person.Landline ?? person.Mobile)?.Value,
        };
        return new InboxItem(
            InboxItem.IdFrom($"{person.Id}|{question.At.UtcTicks}|{question.Text}"), person.Id, person.Name, channel, from, person.Language ?? group.Language,
            question.Text, question.At, question.Meeting);
    }
}
