using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.People;

/// <summary>A newcomer with the id they get if they are new, and the rows that they begin with.</summary>
/// <param name="index">Their place among the newcomers that are taken in together.</param>
/// <param name="hashes">Contact points that did not opt out; the first decides in which shard they are.</param>
internal sealed class Registration(int index, Newcomer newcomer, IReadOnlyList<ContactHash> hashes, PersonId id, DateTimeOffset now)
{
    public int Index => index;

    public Newcomer Newcomer => newcomer;

    public IReadOnlyList<ContactHash> Hashes => hashes;

    public PersonId Id => id;

    /// <summary>Contact points of this row that opted out.</summary>
    public IReadOnlyList<ContactHash> Stopped { get; init; } = [];

    public Code? Code { get; set; }

    public Registration As(PersonId other) => new(index, newcomer, hashes, other, now) { Stopped = Stopped };

    public Registration With(Newcomer other) => new(index, other, hashes, id, now) { Stopped = Stopped, Code = Code };

    public Operation Claim(ContactHash hash) => Operation.Insert(RowKeys.Contact(hash), RowJson.Write(new ContactRow(id, now)));

    public IReadOnlyList<Operation> Rows(MeetingId? meeting, string groupLanguage)
    {
        var person = newcomer.ToPerson(id, now);
        var row = Operation.Insert(RowKeys.Person(id), RowJson.Write(person));
        return meeting is { } to
            ? [Claim(hashes[0]), row, Operation.Insert(RowKeys.Invitation(to, id), RowJson.Write(InvitationOf(person, to, Code!.Value, groupLanguage, now)))]
            : [Claim(hashes[0]), row];
    }

    public Invitation InvitationOf(Person person, MeetingId to, Code code, string groupLanguage, DateTimeOffset at) => new()
    {
        Meeting = to,
        Person = person.Id,
        Code = code,
        Channel = IsAtTheDoor ? Channel.Door : ChannelOrder.First(person) ?? Channel.Door,
        Language = person.Language ?? groupLanguage,
        Source = newcomer.Origin.Source,
        Wave = person.Wave,
        Nominator = person.Nominator,
        Place = newcomer.Origin.Place,
        List = newcomer.Origin.List,
        CreatedAt = at,
        Delivery = IsAtTheDoor ? Delivery.HandedOn : Delivery.Created,
    };

    /// <summary>They were asked in person: nothing is left to send.</summary>
    private bool IsAtTheDoor => newcomer.Origin.Source is Source.Door;
}
