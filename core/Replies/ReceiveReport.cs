using Outreach.Ids;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Replies;

/// <summary>A provider tells what became of a message. Reports come late, twice and out of order.</summary>
public sealed class ReceiveReport(PeopleStore people, ReportOnAddress addresses, ReportOnJoined joined, ResultOfReport results, OptOut optOut, TimeProvider clock)
{
    /// <summary>Reports of one call, in the order they came: those about different people are read and saved together.</summary>
    public async Task HandleAsync(IReadOnlyList<InboundEvent> events, CancellationToken ct)
    {
        var left = new List<Report>();
        foreach (var inbound in events)
        {
            if (MessageKey.TryParseReference(inbound.Reference, out var group, out var key))
                left.Add(new Report(group, key, inbound));
            else if (inbound.Report is DeliveryReport.AddressBad or DeliveryReport.OptedOut)
                left.AddRange((await addresses.HandleAsync(inbound, ct)).Select(about => new Report(about.Group, about.Key, inbound)));
        }

        while (left.Count > 0)
        {
            // A second report on the same person waits until the first is saved.
            var round = left.DistinctBy(report => (report.Group, report.Key.Person)).ToHashSet(ReferenceEqualityComparer.Instance);
            foreach (var together in left.Where(round.Contains).GroupBy(report => Shard.Of(report.Group, report.Key.Person)))
                await ApplyAsync(together.Key, [.. together], ct);
            left.RemoveAll(round.Contains);
        }
    }

    private async Task ApplyAsync(Shard shard, IReadOnlyList<Report> reports, CancellationToken ct)
    {
        foreach (var batch in reports.Chunk(DeliveryResult.PeoplePerSubmit))
        {
            try
            {
                await SaveAsync(shard, batch, ct);
            }
            catch (ConflictException)
            {
                // One of them changed meanwhile: save each on its own.
                foreach (var report in batch)
                    await Retry.OnConflictAsync(() => SaveAsync(shard, [report], ct));
            }
        }
    }

    private async Task SaveAsync(Shard shard, IReadOnlyList<Report> reports, CancellationToken ct)
    {
        var messages = await people.FindManyAsync(shard, reports.Select(report => report.Key), ct);
        var news = reports.Where(report => messages.TryGetValue(report.Key.RowKey, out var message) && message.Value.IsNews(report.Event.Happened)).ToList();
        var arrivals = news.Where(report => IsArrival(messages[report.Key.RowKey].Value, report.Event)).ToHashSet();
        var persons = await people.FindManyAsync(shard, news.Except(arrivals).Select(report => report.Key.Person), ct);
        var invitations = new Dictionary<MessageKey, Stored<Invitation>>();
        foreach (var about in news.GroupBy(report => messages[report.Key.RowKey].Value.Meeting))
        {
            if (about.Key is not { } meeting)
                continue;
            var invited = await people.FindManyAsync(shard, meeting, about.Select(report => report.Key.Person), ct);
            foreach (var report in about)
            {
                if (invited.TryGetValue(report.Key.Person, out var invitation))
                    invitations[report.Key] = invitation;
            }
        }

        var changes = new Changes(shard);
        foreach (var report in news)
        {
            var message = messages[report.Key.RowKey];
            var isElsewhere = arrivals.Contains(report) ? message.Value is { IsInvitation: true } && !invitations.ContainsKey(report.Key) : !persons.ContainsKey(report.Key.Person);
            if (isElsewhere && await joined.HandleAsync(shard.Group, message, report.Event, ct))
                continue;

            if (arrivals.Contains(report))
                Arrive(changes, message, invitations.GetValueOrDefault(report.Key), report.Event);
            else if (!persons.TryGetValue(report.Key.Person, out var person))
                continue;
            else if (report.Event.Report is DeliveryReport.OptedOut)
                await optOut.HandleAsync(shard.Group, report.Key.Person, OptOutSource.Provider, null, null, ct);
            else
                await AddAsync(changes, new Outgoing(message.Value, message, person, invitations.GetValueOrDefault(report.Key), Meeting: null), report.Event, ct);
        }

        await people.SaveAsync(changes, ct);
        foreach (var report in news.Except(arrivals))
            Measures.Happened(messages[report.Key.RowKey].Value.Channel, report.Event.Happened);
    }

    /// <summary>The usual case: it left, and now it is there. The person is not concerned, and not read.</summary>
    private static bool IsArrival(Message message, InboundEvent inbound) => inbound.Report is DeliveryReport.Delivered && message.State is MessageState.Sent;

    private void Arrive(Changes changes, Stored<Message> message, Stored<Invitation>? invitation, InboundEvent inbound)
    {
        var now = clock.GetUtcNow();
        var arrived = message.Value.Apply(inbound.Happened, now);
        changes.Change(message, arrived);
        if (invitation is not null && arrived.IsInvitation)
            changes.Change(invitation, invitation.Value.CarriedBy(arrived, null, null, now));
    }

    private async Task AddAsync(Changes changes, Outgoing item, InboundEvent inbound, CancellationToken ct) =>
        (await results.OfAsync(changes.Shard.Group, item, inbound.Happened, ct)).AddTo(changes, item, clock.GetUtcNow());

    private sealed record Report(GroupId Group, MessageKey Key, InboundEvent Event);
}
