using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Replies;

/// <summary>
/// A report on a message to somebody who turned out to be another person: it changes that person and their invitation. The message stays where it was written, and is
/// changed last, so that a report that was interrupted counts as news when it comes again.
/// </summary>
public sealed class ReportOnJoined(PeopleStore people, ResultOfReport results, OptOut optOut, TimeProvider clock)
{
    /// <returns>False when its person was not merged into another.</returns>
    public async Task<bool> HandleAsync(GroupId group, Stored<Message> message, InboundEvent inbound, CancellationToken ct)
    {
        var was = message.Value.Person;
        if (await people.FollowAsync(group, was, ct) is not { } person || person.Value.Id == was)
            return false;
        if (inbound.Report is DeliveryReport.OptedOut)
        {
            await optOut.HandleAsync(group, person.Value.Id, OptOutSource.Provider, null, null, ct);
            return true;
        }

        var invitation = message.Value.Meeting is { } meeting ? await people.FindAsync(group, meeting, person.Value.Id, ct) : null;
        var item = new Outgoing(message.Value with { Person = person.Value.Id }, message, person, invitation, Meeting: null);
        var result = await results.ApplyAsync(group, item, inbound.Happened, ct);
        await SaveAsync(group, item with { Stored = message with { Value = result.Message } }, result with { Next = result.Next is { } next ? next with { At = inbound.At } : null }, ct);
        var changes = new Changes(Shard.Of(group, was));
        changes.Change(message, result.Message with { Person = was });
        await people.SaveAsync(changes, ct);
        return true;
    }

    private async Task SaveAsync(GroupId group, Outgoing item, DeliveryResult result, CancellationToken ct)
    {
        var changes = new Changes(Shard.Of(group, item.Person.Value.Id));
        result.AddTo(changes, item, clock.GetUtcNow());
        try
        {
            await people.SaveAsync(changes, ct);
        }
        catch (ConflictException conflict) when (conflict.Kind is ConflictKind.Exists)
        {
            // The next message is there already: an earlier run got this far.
        }
    }
}
