using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>Work that hangs, as a process leaves it that dies at the wrong moment.</summary>
internal static class Stuck
{
    /// <summary>An SMS to Ann, who has an e-mail address as well: claimed at this moment and never settled.</summary>
    /// <returns>The id of the doubt.</returns>
    public static async Task<string> DoubtAsync(PeopleStore people, GroupId group, DateTimeOffset claimedAt)
    {
        var message = An.Message(MessageKind.Reminder) with { State = MessageState.Sending, TriedAt = claimedAt, Address = An.Person.Mobile!.Value, Text = "Tot morgen!" };
        var changes = new Changes(Shard.Of(group, An.Person.Id));
        changes.Add(An.Person with { Email = An.Contact("ann@post.example") });
        changes.Add(message);
        await people.SaveAsync(changes, default);
        return message.Key.ReferenceIn(group);
    }

    /// <summary>A job whose outbox row is there, and that no queue has taken.</summary>
    /// <param name="message">What it would send; otherwise a message that is not there.</param>
    public static Task LateAsync(ITables tables, GroupId group, string id, DateTimeOffset at, MessageKey? message = null) => tables.SubmitAsync(
        TableNames.People,
        new Shard(group, 3).Partition,
        [Operation.Insert(RowKeys.Outbox(id), RowJson.Write(new Job(id, QueueNames.Messages, JobText(group, message ?? new(An.Person.Id, 0, "gone")), at)))],
        default);

    public static string JobText(GroupId group, MessageKey message) => RowJson.WriteText(new SendMessageJob(group, message.Person, message.Ticks, message.Step));
}
