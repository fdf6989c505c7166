using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Welcome;

/// <summary>Whether the contact card tells somebody whom to call: a welcome that leads to an empty one helps nobody, and waits.</summary>
public sealed class FilledCard(CardStore cards, Settings settings, TimeProvider clock)
{
    public async Task<bool> IsForAsync(GroupId group, Person person, CancellationToken ct) =>
        (await cards.GoodAsync(group, settings.Day(clock.GetUtcNow()), line => line.Concerns(person.Address), ct)).Count > 0;
}
