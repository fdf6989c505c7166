using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Calls;

/// <summary>
/// The number that was called belongs to somebody else. It is blocked and marked first, then removed from the person, as when they answer "wrong number" by message.
/// Whatever was on its way to it goes by another channel.
/// </summary>
public sealed class TakeOffNumber(PeopleStore people, Suppressions suppressions, ReassignByHand others, ContactHasher hasher, TimeProvider clock)
{
    /// <param name="called">The number that was called; null: the one on the call list now. A second tap for the same number changes nothing.</param>
    public async Task HandleAsync(GroupId group, MeetingId meeting, PersonId id, string? called, CancellationToken ct)
    {
        await Retry.OnConflictAsync(() => TakeOffAsync(group, meeting, id, called, ct));
        await others.HandleAsync(group, id, meeting, ct);
    }

    private async Task TakeOffAsync(GroupId group, MeetingId meeting, PersonId id, string? called, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { } person || person.Value.NumberToCall is not { } number || (called ?? number) != number)
            return;
        var (now, hash) = (clock.GetUtcNow(), hasher.Of(group, Channel.Call, number));
        if (!await suppressions.BlocksAsync(group, hash, ct))
            await suppressions.AddAsync(group, [hash], new Suppression(now, OptOutSource.WrongNumber), ct);
        var after = Marked(person.Value, number);
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(person, after);
        if (await people.FindAsync(group, meeting, id, ct) is { } invitation && AfterCall(invitation.Value.Follow(person.Value, after, now), after) is var followed && followed != invitation.Value)
            changes.Change(invitation, followed);
        await people.SaveAsync(changes, ct);
    }

    /// <summary>Where there is neither number nor door any more nothing reaches them: they would be on a list of calls that shows nobody.</summary>
    private static Invitation AfterCall(Invitation invitation, Person person) =>
        invitation is { IsByHand: true, ByHand: Channel.Call } && !ChannelOrder.Reaches(person, Channel.Call) && !ChannelOrder.Reaches(person, Channel.Door)
            ? invitation with { Delivery = Delivery.PermanentFailure }
            : invitation;

    private static Person Marked(Person person, string number) => person with
    {
        Landline = person.Landline?.Value == number ? person.Landline with { BadCode = WrongContact.Code } : person.Landline,
        Mobile = person.Mobile?.Value == number ? person.Mobile with { BadCode = WrongContact.Code } : person.Mobile,
    };
}
