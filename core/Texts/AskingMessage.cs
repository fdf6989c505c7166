using Outreach.Records;

namespace Outreach.Texts;

/// <summary>The message that carries an invitation. The same invitation always gives the same message key, until it is put back on the list.</summary>
public static class AskingMessage
{
    public static Message For(Person person, Invitation invitation, Meeting meeting) => new()
    {
        Person = person.Id,
        At = invitation.CreatedAt,
        Step = MessageStep.Ask(meeting.Id, invitation.PutBack),
        Kind = person.Nominator is null ? MessageKind.Invitation : MessageKind.NomineeInvitation,
        Meeting = meeting.Id,
        Channel = ChannelOrder.Reaches(person, invitation.Channel) ? invitation.Channel : ChannelOrder.First(person) ?? invitation.Channel,
        Language = invitation.Language,
        State = MessageState.Queued,
    };
}
