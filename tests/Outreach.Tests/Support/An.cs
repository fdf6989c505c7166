using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Tests.Support;

/// <summary>Good examples, to be varied by <c>with</c>.</summary>
internal static class An
{
    public static readonly Meeting Meeting = new()
    {
        Id = MeetingId.New(Moments.Monday),
        Title = "Buurtavond",
        StartsAt = Moments.Monday.AddDays(10),
        EndsAt = Moments.Monday.AddDays(10).AddHours(2),
        Place = "Het Trefpunt",
        ContactName = "Noor",
        ContactPhone = "0612345678",
        CreatedAt = Moments.Monday,
    };

    public static readonly Person Person = new() { Id = PersonId.New(3, Moments.Monday), Name = "Ann", Mobile = Contact("+31611111111"), CreatedAt = Moments.Monday };

    public static readonly Invitation Invitation = new()
    {
        Meeting = Meeting.Id,
        Person = Person.Id,
        Code = Code.New("AB"),
        Channel = Channel.Sms,
        Language = "nl",
        CreatedAt = Moments.Monday,
    };

    public static Contact Contact(string value, Basis basis = Basis.Consent) => new(value, new Ground(basis, null, Moments.Monday));

    public static Message Message(MessageKind kind = MessageKind.Invitation) => new()
    {
        Person = Person.Id,
        At = Moments.Monday,
        Step = kind.ToString(),
        Kind = kind,
        Meeting = Meeting.Id,
        Channel = Channel.Sms,
        State = MessageState.Queued,
    };

    public static Outgoing Outgoing(Message message, Person person, Invitation? invitation = null) =>
        new(message, null, new Stored<Person>(person, "1"), invitation is null ? null : new Stored<Invitation>(invitation, "1"), Meeting);
}
