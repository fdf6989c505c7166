using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Operating;

/// <summary>What waited to be sent or read where a group came from.</summary>
internal sealed class ImportedWork
{
    private readonly List<MessageKey> _messages = [];
    private readonly List<SendInvitationsJob> _parts = [];
    private readonly List<ListId> _lists = [];

    public IReadOnlyList<MessageKey> Messages => _messages;

    public IReadOnlyList<SendInvitationsJob> Parts => _parts;

    public IReadOnlyList<ListId> Lists => _lists;

    /// <summary>Queues do not move with their group: what waits in one is found by its row.</summary>
    public void Note(string table, string key, byte[] json)
    {
        if (table == TableNames.People && RowKeys.IsMessage(key)
            && RowJson.Read<Message>(json) is { State: MessageState.Queued or MessageState.Sending } message)
            _messages.Add(message.Key);
        else if (table == TableNames.Lists && ListKeys.IsList(key) && RowJson.Read<UploadedList>(json) is { IsAtWork: true } list)
            _lists.Add(list.Id);
        else if (table == TableNames.Meetings && MeetingKeys.IsPart(key))
            _parts.Add(RowJson.Read<SendInvitationsJob>(json));
    }
}

/// <summary>Queues here what waited in the queues where a group came from.</summary>
public sealed class QueueImportedWork(PeopleStore people, IQueues queues, TimeProvider clock)
{
    internal async Task HandleAsync(GroupId group, ImportedWork work, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var key in work.Messages)
        {
            if (await people.FindAsync(group, key, ct) is { } message)
                await queues.SendAsync(SendMessageJob.For(group, message.Value, now), now, ct);
        }

        foreach (var part in work.Parts)
            await queues.SendAsync(part.ForQueue(now, part.DueAt), now, ct);
        foreach (var list in work.Lists)
            await queues.SendAsync(QueueNames.Lists, RowJson.WriteText(new ImportListJob(group, list)), TimeSpan.Zero, ct);
    }
}
