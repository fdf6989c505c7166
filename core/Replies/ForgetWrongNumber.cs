using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>
/// Takes a number or address off a person that is somebody else's, and out of their conversation, once what went astray has taken another way. It stays until the one
/// confirmation to it has left: a few minutes.
/// Interrupted anywhere, the note of it brings this back.
/// </summary>
public sealed class ForgetWrongNumber(PeopleStore people, AskElsewhere elsewhere, ContactHasher hasher, TimeProvider clock)
{
    /// <summary>In the place of a number or address that is not kept: it is neither unknown nor that of another contact point.</summary>
    private const string Forgotten = "";

    private const int MessagesPerSubmit = 90;

    /// <summary>A confirmation that has not left by then never will.</summary>
    private static readonly TimeSpan ConfirmationDeadline = TimeSpan.FromDays(1);

    /// <param name="note">Names the person.</param>
    /// <returns>False while a message to the number or address has not left: the note stays.</returns>
    public Task<bool> HandleAsync(GroupId group, Row note, CancellationToken ct) => Retry.OnConflictAsync(() => ForgetAsync(group, note, ct));

    private async Task<bool> ForgetAsync(GroupId group, Row note, CancellationToken ct)
    {
        var id = RowJson.Read<ContactRow>(note.Json).Person;
        if (await people.FollowAsync(group, id, ct) is { Value.HasWrongContact: true } person)
        {
            Contact[] wrong = [.. new[] { person.Value.Mobile, person.Value.Landline, person.Value.Email }.OfType<Contact>().Where(contact => contact.BadCode is WrongContact.Code)];
            if (!await ForgetAsync(group, person.Value.Id, [.. wrong.Select(contact => contact.Value)], ct))
                return false;
            await TakeOffAsync(group, person.Value.Id, ct);
        }

        var changes = new Changes(Shard.Of(group, id));
        changes.ForgetWrong(note);
        await people.SaveAsync(changes, ct);
        return true;
    }

    private async Task TakeOffAsync(GroupId group, PersonId id, CancellationToken ct)
    {
        if (await people.FindAsync(group, id, ct) is not { } person)
            return;
        var changes = new Changes(Shard.Of(group, id));
        changes.Change(person, TakenOff(group, person.Value));
        await people.SaveAsync(changes, ct);
    }

    private Person TakenOff(GroupId group, Person person)
    {
        var now = clock.GetUtcNow();
        var wrong = person.Wrong.ToList();
        return person with { Mobile = WithoutWrong(person.Mobile, Channel.Sms), Landline = WithoutWrong(person.Landline, Channel.Call), Email = WithoutWrong(person.Email, Channel.Email), Wrong = wrong };

        Contact? WithoutWrong(Contact? contact, Channel channel)
        {
            if (contact is not { BadCode: WrongContact.Code })
                return contact;
            wrong.Add(new WrongContact(hasher.Of(group, channel, contact.Value), channel, contact.Ground, now));
            return null;
        }
    }

    /// <returns>False while a message to it has not left.</returns>
    private async Task<bool> ForgetAsync(GroupId group, PersonId person, string[] contacts, CancellationToken ct)
    {
        var all = new List<Stored<Message>>();
        await foreach (var message in people.ConversationAsync(group, person, ct))
            all.Add(message);
        await elsewhere.HandleAsync(group, person, [.. all.Select(message => message.Value)], contacts, ct);
        var theirs = all.Where(message => contacts.Contains(message.Value.Address)).ToLookup(message => IsPending(message.Value));
        foreach (var batch in theirs[false].GroupBy(message => message.Value.Person.Shard).SelectMany(shard => shard.Chunk(MessagesPerSubmit)))
        {
            var changes = new Changes(Shard.Of(group, batch[0].Value.Person));
            foreach (var message in batch)
                changes.Change(message, message.Value with { Address = Forgotten });
            await people.SaveAsync(changes, ct);
        }

        return !theirs[true].Any();
    }

    private bool IsPending(Message message) => message.State is MessageState.Queued or MessageState.Sending && clock.GetUtcNow() - message.At < ConfirmationDeadline;
}
