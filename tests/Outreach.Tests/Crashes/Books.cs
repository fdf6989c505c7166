using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Tests.Crashes;

/// <summary>Everything an installation has stored, read past the program, to be held against what the providers saw.</summary>
internal sealed class Books
{
    private static readonly GroupId Group = GroupId.Default;

    private readonly HashSet<PersonId> held = [];

    public List<UploadedList> Lists { get; } = [];

    public List<Invitation> Invitations { get; } = [];

    public List<Message> Messages { get; } = [];

    public List<InboxItem> Questions { get; } = [];

    /// <summary>What cannot be, in one line each: counts that are wrong, work that was left lying.</summary>
    public List<string> Wrong { get; } = [];

    public static async Task<Books> ReadAsync(Installation installation)
    {
        installation.StopAll();
        await using var store = await installation.OpenStoreAsync();
        var (tables, queues) = (store.GetRequiredService<ITables>(), store.GetRequiredService<IQueues>());
        var books = new Books();
        books.Lists.AddRange(await new ListStore(tables).ListAsync(Group, default));
        books.Questions.AddRange(await new Inbox(tables).ListAsync(Group, open: true, default));
        await books.ReadPeopleAsync(tables, new Outbox(tables, queues, TimeProvider.System), await new MeetingStore(tables).ListAsync(Group, default));
        foreach (var (queue, left) in await LeftAsync(queues))
            books.Wrong.Add($"{left} in queue {queue}: {string.Concat((await queues.PeekAsync(queue, 1, default)).Select(message => message.Text))}");

        return books;
    }

    /// <summary>Does anything wait in a queue? Stops the program to see, where only one may have the store open.</summary>
    public static async Task<bool> HasWorkAsync(Installation installation)
    {
        if (!installation.IsShared)
            installation.StopAll();
        await using var store = await installation.OpenStoreAsync();
        return (await LeftAsync(store.GetRequiredService<IQueues>())).Count > 0;
    }

    private static async Task<IReadOnlyList<(string Queue, int Left)>> LeftAsync(IQueues queues)
    {
        var left = new List<(string, int)>();
        foreach (var queue in QueueNames.All.SelectMany(name => new[] { name, name + "-poison" }))
        {
            if (await queues.CountAsync(queue, default) is > 0 and var count)
                left.Add((queue, count));
        }

        return left;
    }

    /// <summary>What we hold as sent, and what the providers took, message by message.</summary>
    public void Compare(Installation installation)
    {
        var seen = installation.Twilio.Accepted.Select(sms => System.Web.HttpUtility.ParseQueryString(sms.StatusCallback!.Query)["ref"]!)
            .Concat(installation.SendGrid.Accepted.Select(mail => mail.Reference)).ToList();
        var sent = Messages.Where(m => m is { State: MessageState.Sent or MessageState.Delivered, Channel: Channel.Sms or Channel.Email }).Select(m => m.Key.ReferenceIn(Group)).ToHashSet();
        Wrong.AddRange(seen.GroupBy(reference => reference).Where(one => one.Count() > 1).Select(one => $"sent {one.Count()} times: {one.Key}"));
        Wrong.AddRange(seen.Where(reference => !sent.Contains(reference) && IsHeld(reference)).Select(reference => $"the provider has it, we do not: {reference}"));
        Wrong.AddRange(sent.Except(seen).Select(reference => $"we have it, the provider does not: {reference}"));
        Wrong.AddRange(Messages.Where(m => m.State is MessageState.Queued or MessageState.Sending).Select(m => $"still {m.State} by {m.Channel}, tried {m.TriedAt:s} and in doubt from {m.DoubtedAt:s}, now {installation.Now:s}: {m.Key.ReferenceIn(Group)}"));
    }

    /// <summary>Whether we hold the person it went to: people who said stop are erased the next night.</summary>
    private bool IsHeld(string reference) => MessageKey.TryParseReference(reference, out _, out var key) && held.Contains(key.Person);

    private async Task ReadPeopleAsync(ITables tables, Outbox outbox, IReadOnlyList<Meeting> meetings)
    {
        var tallies = new Tallies(tables);
        var people = new PeopleStore(tables, tallies, outbox);
        var recount = new Recount(tables, people, tallies, new MeetingStore(tables), new GroupStore(tables, TimeProvider.System), new Audit(tables, TimeProvider.System));
        foreach (var counted in (await recount.HandleAsync(Group, repair: false, default))!.Where(counted => counted.Differences.Count > 0))
            Wrong.Add($"the counts of {counted.Meeting.Title} are wrong");
        foreach (var shard in Shard.All(Group))
        {
            foreach (var meeting in meetings)
            {
                await foreach (var invitation in people.InvitationsAsync(shard, meeting.Id, default))
                    Invitations.Add(invitation.Value);
            }

            await foreach (var job in outbox.ListAsync(shard, default))
                Wrong.Add($"left in the outbox: {job.Value.Text}");
            await foreach (var person in people.PeopleAsync(shard, default))
                held.Add(person.Value.Id);
            await foreach (var row in tables.QueryAsync(TableNames.People, shard.Partition, "msg|", "msg}", null, default))
                Messages.Add(RowJson.Read<Message>(row.Json));
        }
    }
}
