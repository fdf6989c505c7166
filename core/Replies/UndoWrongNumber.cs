using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

public enum UndoOutcome
{
    Undone,

    /// <summary>There is nobody with this id.</summary>
    Unknown,

    /// <summary>This number or address was not reported as wrong, or none was given.</summary>
    NotThisOne,

    /// <summary>It is over a week ago, or stop was said.</summary>
    Stays,

    /// <summary>It is somebody else's by now.</summary>
    Taken,
}

/// <summary>
/// Takes back that a number or address is somebody else's. For a week an organiser who knows better can say so; a stop that was said meanwhile stays. The number
/// itself is not kept: whoever takes it back gives it again.
/// </summary>
public sealed class UndoWrongNumber(PeopleStore people, Suppressions suppressions, ContactClaims claims, ContactHasher hasher, TimeProvider clock)
{
    /// <param name="contact">As it was, in the form in which it is stored; may be left out in the first minutes, while it is there.</param>
    public Task<UndoOutcome> HandleAsync(GroupId group, PersonId id, Candidate? contact, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FindAsync(group, id, ct) is not { } person)
            return UndoOutcome.Unknown;
        var outcome = UndoOutcome.NotThisOne;
        foreach (var (channel, value) in Given(person.Value, contact))
        {
            outcome = await UndoAsync(group, id, channel, value, ct);
            if (outcome is not UndoOutcome.Undone)
                break;
        }

        return outcome;
    });

    private static IEnumerable<(Channel Channel, string Value)> Given(Person person, Candidate? contact)
    {
        if (person.Mobile is { BadCode: WrongContact.Code } mobile && (contact is null || contact.Mobile?.Value == mobile.Value))
            yield return (Channel.Sms, mobile.Value);
        else if (contact?.Mobile is { } given)
            yield return (Channel.Sms, given.Value);
        if (person.Landline is { BadCode: WrongContact.Code } landline && (contact is null || contact.Landline?.Value == landline.Value))
            yield return (Channel.Call, landline.Value);
        else if (contact?.Landline is { } given)
            yield return (Channel.Call, given.Value);
        if (person.Email is { BadCode: WrongContact.Code } email && (contact is null || contact.Email?.Value == email.Value))
            yield return (Channel.Email, email.Value);
        else if (contact?.Email is { } given)
            yield return (Channel.Email, given.Value);
    }

    private async Task<UndoOutcome> UndoAsync(GroupId group, PersonId id, Channel channel, string value, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { } person)
            return UndoOutcome.Unknown;
        var hash = hasher.Of(group, channel, value);
        var block = await suppressions.FindAsync(group, hash, ct);
        if (After(person.Value, channel, value, hash) is not { } after)
            return UndoOutcome.NotThisOne;
        if (block is not null && (block.How is not OptOutSource.WrongNumber || !WrongContact.CanBeTakenBack(block.At, clock.GetUtcNow())))
            return UndoOutcome.Stays;
        if (!await claims.TryClaimAsync(group, hash, id, ct))
            return UndoOutcome.Taken;
        // The block first: interrupted after it, the mark still shows that this is to be done again.
        if (block is not null)
            await suppressions.LiftAsync(group, hash, block.At, ct);
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(person, after);
        await people.SaveAsync(changes, ct);
        return UndoOutcome.Undone;
    }

    /// <summary>The person with it; null when it was not reported as wrong.</summary>
    private static Person? After(Person person, Channel channel, string value, ContactHash hash)
    {
        var known = channel switch { Channel.Sms => person.Mobile, Channel.Call => person.Landline, _ => person.Email };
        if (known is { BadCode: WrongContact.Code } && known.Value == value)
            return With(person, channel, known with { BadCode = null });
        if (person.Wrong.FirstOrDefault(wrong => wrong.Hash == hash) is not { } taken)
            return null;
        var left = person with { Wrong = [.. person.Wrong.Where(wrong => wrong != taken)] };
        // Somebody who has another number by now keeps it; the old one leads to them again.
        return known is null ? With(left, channel, new Contact(value, taken.Ground)) : left with { AlsoAt = [.. left.AlsoAt, hash] };
    }

    private static Person With(Person person, Channel channel, Contact contact) => channel switch
    {
        Channel.Sms => person with { Mobile = contact },
        Channel.Call => person with { Landline = contact },
        _ => person with { Email = contact },
    };
}
