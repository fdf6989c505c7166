using Outreach.Contacts;
using Outreach.Records;

namespace Outreach.Replies;

/// <summary>
/// The one message to a number or address that somebody filled in, on a page or at a door: all they need to know, and the question whether it was them. Only when
/// its owner answers it is their consent.
/// </summary>
public static class ConfirmSignUp
{
    /// <summary>Where the confirmation goes; null for somebody who said no to it once, or has had the one message.</summary>
    public static Contact? WayTo(Person person, Candidate given) =>
        person.Mobile is { CanAnswer: true } mobile && mobile.Value == given.Mobile?.Value ? Open(mobile)
        : person.Email is { CanAnswer: true } email && email.Value == given.Email?.Value ? Open(email) : null;

    private static Contact? Open(Contact contact) => contact.Ground.Basis is Basis.Refused || contact.HasHadAnother ? null : contact;

    /// <summary>An unconfirmed contact gets one such message in all, whatever else is filled in: it always has the same key.</summary>
    public static Message Of(Invitation invitation, Contact way, DateTimeOffset now) => new()
    {
        Person = invitation.Person,
        At = way.IsUnconfirmed ? way.Ground.At : now,
        Step = MessageStep.SignUpConfirmation,
        Kind = MessageKind.ConfirmYes,
        Meeting = invitation.Meeting,
        Language = invitation.Language,
        Channel = way.Value[0] == '+' ? Channel.Sms : Channel.Email,
        Address = way.Value,
        AsksWhetherItWasThem = way.IsUnconfirmed,
        State = MessageState.Queued,
        IsAnswer = true,
    };
}
