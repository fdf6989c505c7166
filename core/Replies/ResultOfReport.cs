using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Texts;

namespace Outreach.Replies;

/// <summary>What a provider's report makes of a message, its invitation and its person.</summary>
public sealed class ResultOfReport(PeopleStore people, ReopenQuestion questions, Settings settings, TimeProvider clock)
{
    private readonly SendingHours _hours = new(settings.Zone);

    public async Task<DeliveryResult> ApplyAsync(GroupId group, Outgoing item, MessageEvent happened, CancellationToken ct)
    {
        var result = DeliveredAfterAll.Applies(item.Message, happened)
            ? DeliveredAfterAll.Of(item, happened, await people.MessagesAsync(group, item.Message.Person, ct).ToListAsync(ct), _hours, clock.GetUtcNow())
            : DeliveryResult.Of(item, happened, _hours, clock.GetUtcNow());
        await questions.HandleAsync(group, result, ct);
        return result;
    }
}
