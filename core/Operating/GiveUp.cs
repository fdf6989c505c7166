using System.Text.Json;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Operating;

/// <summary>A message counts as not sent, because an operator said so: the person goes on to the next channel, or has failed.</summary>
public sealed class GiveUp(PeopleStore people, ReopenQuestion questions, Settings settings, TimeProvider clock)
{
    /// <returns>False when it is there no more, or is settled.</returns>
    public Task<bool> HandleAsync(GroupId group, MessageKey key, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await people.FindAsync(group, key, ct) is not { Value.State: MessageState.Queued or MessageState.Sending } message || await people.FindAsync(group, key.Person, ct) is not { } person)
            return false;
        var now = clock.GetUtcNow();
        var invitation = message.Value.Meeting is { } meeting ? await people.FindAsync(group, meeting, key.Person, ct) : null;
        var changes = new Changes(Shard.Of(group, key.Person));
        var item = new Outgoing(message.Value, message, person, invitation, Meeting: null);
        var result = DeliveryResult.Of(item, new MessageEvent.NotSent("given-up"), new SendingHours(settings.Zone), now);
        await questions.HandleAsync(group, result, ct);
        result.AddTo(changes, item, now);
        await people.SaveAsync(changes, ct);
        return true;
    });

    /// <summary>All that a job was to send, when it is one that sends; invitations of a mailing were not messages yet and leave with the next one.</summary>
    public async Task JobAsync(string queue, string text, CancellationToken ct)
    {
        foreach (var (group, key) in MessagesOf(queue, text))
            await HandleAsync(group, key, ct);
    }

    private static IEnumerable<(GroupId Group, MessageKey Key)> MessagesOf(string queue, string text)
    {
        try
        {
            return queue switch
            {
                QueueNames.Messages when RowJson.ReadText<SendMessageJob>(text) is var job && job.IsWhole() => [(job.Group, job.Key)],
                QueueNames.Invitations when RowJson.ReadText<SendInvitationsJob>(text) is var job => job.MessageKeys.Select(key => (job.Group, key)),
                _ => [],
            };
        }
        catch (JsonException)
        {
            // Not ours: there is nothing that it would have sent.
            return [];
        }
    }
}
