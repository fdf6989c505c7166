using Outreach.Contacts;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Replies;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Functions.Sending;

/// <summary>A phone or mailbox that the local outbox delivered to.</summary>
public sealed record Mailbox(string To, string? Name, bool IsPhone, IReadOnlyList<Line> Lines);

/// <summary>A line in it: to the resident, or from them.</summary>
public sealed record Line(DateTimeOffset At, bool IsTheirs, string? Subject, string Text, string Language);

/// <summary>Reads the local outbox as phones and mailboxes.</summary>
internal sealed class Practice(LocalOutbox outbox, PeopleStore people, FindPeople find, ContactHasher hasher)
{
    /// <summary>The last written to first.</summary>
    /// <param name="sought">A part of a name, of a number or address, or of what was written.</param>
    public async Task<IReadOnlyList<IGrouping<string, OutboxMessage>>> FindAsync(GroupId group, string? to, string? sought, CancellationToken ct)
    {
        var boxes = (await outbox.ListAsync(group, to, ct)).GroupBy(message => message.To, StringComparer.OrdinalIgnoreCase).OrderByDescending(box => box.Max(message => message.At));
        if (sought is null)
            return [.. boxes];
        var named = (await find.HandleAsync(group, sought, ct)).SelectMany(person => (string?[])[person.Mobile?.Value, person.Email?.Value]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. boxes.Where(box => named.Contains(box.Key) || Holds(box.Key, sought) || box.Any(message => Holds(message.Text, sought)))];
    }

    public async Task<Mailbox> OpenAsync(GroupId group, IGrouping<string, OutboxMessage> box, CancellationToken ct)
    {
        var lines = box.Select(m => new Line(m.At, false, m.Subject, m.Text, m.Language)).ToList();
        var person = await PersonAsync(group, box.Key, ct);
        if (person is not null)
            lines.AddRange((await people.ThreadAsync(group, person.Id, ct)).Where(m => m.State is MessageState.Received && m.Address == box.Key).Select(m => new Line(m.At, true, m.Subject, m.Text ?? "", m.Language)));
        return new Mailbox(box.Key, person?.Name, !IsEmail(box.Key), [.. lines.OrderByDescending(line => line.At)]);
    }

    private async Task<Person?> PersonAsync(GroupId group, string to, CancellationToken ct)
    {
        var hash = IsEmail(to) ? hasher.Of(group, new EmailAddress(to)) : hasher.Of(group, new PhoneNumber(to));
        return await people.FindAsync(group, hash, ct) is { } contact ? (await people.FindAsync(group, contact.Value.Person, ct))?.Value : null;
    }

    private static bool IsEmail(string to) => to.Contains('@', StringComparison.Ordinal);

    private static bool Holds(string text, string sought) => text.Contains(sought, StringComparison.OrdinalIgnoreCase);
}
