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
        var loaded = await LoadAsync(shard, reports, ct);
        var changes = new Changes(shard);
        foreach (var report in loaded.News)
            await ApplyAsync(changes, report, loaded, ct);
        await people.SaveAsync(changes, ct);
        foreach (var report in loaded.News.Except(loaded.Arrivals))
            Measures.Happened(loaded.MessageOf(report).Value.Channel, report.Event.Happened);
    }

    private async Task<Loaded> LoadAsync(Shard shard, IReadOnlyList<Report> reports, CancellationToken ct)
    {
        var messages = await people.FindManyAsync(shard, reports.Select(report => report.Key), ct);
        var news = reports.Where(report => messages.TryGetValue(report.Key.RowKey, out var message) && message.Value.IsChangedBy(report.Event.Happened)).ToList();
        var arrivals = news.Where(report => IsArrival(messages[report.Key.RowKey].Value, report.Event)).ToHashSet();
        var persons = await people.FindManyAsync(shard, news.Except(arrivals).Select(report => report.Key.Person), ct);
        var invitations = new Dictionary<MessageKey, Stored<Invitation>>();
        foreach (var about in news.GroupBy(report => messages[report.Key.RowKey].Value.Meeting))
        {
            if (about.Key is not { } meeting)
                continue;
            var invited = await people.FindManyAsync(shard, meeting, about.Select(report => report.Key.Person), ct);
            foreach (var report in about.Where(report => invited.ContainsKey(report.Key.Person)))
                invitations[report.Key] = invited[report.Key.Person];
        }

        return new Loaded(news, arrivals, messages, persons, invitations);
    }

    private async Task ApplyAsync(Changes changes, Report report, Loaded loaded, CancellationToken ct)
    {
        var (message, invitation, group) = (loaded.MessageOf(report), loaded.Invitations.GetValueOrDefault(report.Key), changes.Shard.Group);
        if (loaded.IsElsewhere(report) && await joined.HandleAsync(group, message, report.Event, ct))
            return;
        if (loaded.Arrivals.Contains(report))
            Arrive(changes, message, invitation, report.Event);
        else if (!loaded.Persons.TryGetValue(report.Key.Person, out var person))
            return;
        else if (report.Event.Report is DeliveryReport.OptedOut)
            await optOut.HandleAsync(group, report.Key.Person, OptOutSource.Provider, null, null, ct);
        else
            await AddAsync(changes, new Outgoing(message.Value, message, person, invitation, Meeting: null), report.Event, ct);
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
        (await results.ApplyAsync(changes.Shard.Group, item, inbound.Happened, ct)).AddTo(changes, item, clock.GetUtcNow());

    private sealed record Report(GroupId Group, MessageKey Key, InboundEvent Event);

    /// <summary>The reports that tell something new, with the rows that they are about.</summary>
    private sealed record Loaded(
        IReadOnlyList<Report> News,
        IReadOnlySet<Report> Arrivals,
        IReadOnlyDictionary<string, Stored<Message>> Messages,
        IReadOnlyDictionary<PersonId, Stored<Person>> Persons,
        IReadOnlyDictionary<MessageKey, Stored<Invitation>> Invitations)
    {
        public Stored<Message> MessageOf(Report report) => Messages[report.Key.RowKey];

        /// <summary>The rows are those of somebody who was merged into another person.</summary>
        public bool IsElsewhere(Report report) => Arrivals.Contains(report)
            ? MessageOf(report).Value is { IsInvitation: true } && !Invitations.ContainsKey(report.Key)
            : !Persons.ContainsKey(report.Key.Person);
    }
}
