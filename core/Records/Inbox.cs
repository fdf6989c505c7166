using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

[JsonConverter(typeof(EnumWordConverter<InboxState>))]
public enum InboxState
{
    Open,
    Answered,
    Closed,
}

/// <summary>Something that a person must read: a question, or words we were not sure of.</summary>
/// <param name="Id">Of the message itself: however often and by whatever way it comes in, it is one item.</param>
/// <param name="Person">Null when the sender is not known to us.</param>
/// <param name="From">The number or address it came from, to answer to.</param>
/// <param name="As">What an organiser made of it by hand: yes, no, stop.</param>
public sealed record InboxItem(
    string Id,
    PersonId? Person,
    string? Name,
    Channel Channel,
    string? From,
    string Language,
    string Text,
    DateTimeOffset At,
    MeetingId? Meeting,
    InboxState State = InboxState.Open,
    string? As = null) : IStored<InboxItem>
{
    static JsonTypeInfo<InboxItem> IStored<InboxItem>.Json => RecordsJson.Default.InboxItem;

    /// <summary>The message that brought it in; another that says the same adds nothing.</summary>
    public string? Event { get; init; }

    /// <summary>The subject of an e-mail, beside its text.</summary>
    public string? Subject { get; init; }

    /// <summary>The text was read as a stop but says more. They get no messages, and an organiser reads the rest.</summary>
    public bool SaysStop { get; init; }

    /// <summary>They did not write it: it was filled in on a form, with a number or address that said stop before. Nothing was sent to it, and they are not invited.</summary>
    public bool SaidStopBefore { get; init; }

    /// <summary>The name by which we know whose number or address it is, where somebody of another name filled it in on a form. What is known of the owner stays as it was.</summary>
    public string? NumberOf { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>How often it came back on the open list: what is said to it then is said anew.</summary>
    public int Reopened { get; init; }

    /// <summary>16 hex digits, fit for a key.</summary>
    /// <param name="identity">All that tells the item from others: the provider's id of the event, or who wrote what on a form.</param>
    public static string IdFrom(string identity) => TextHash.Of(identity, 16);
}

/// <summary>The inbox of a group. Open items lie together, so that counting them is cheap.</summary>
public sealed class Inbox(ITables tables)
{
    /// <summary>The same item again changes nothing. The same words again do once the first are settled.</summary>
    /// <returns>False when another message said the same before.</returns>
    public async Task<bool> AddAsync(GroupId group, InboxItem item, CancellationToken ct)
    {
        while (await FindAsync(group, item.Id, ct) is { Value: var found })
        {
            if (found.Event == item.Event || found.State is InboxState.Open)
                return found.Event == item.Event;
            // Somebody settled it, and they ask again.
            item = item with { Id = InboxItem.IdFrom($"{item.Id}|again") };
        }

        try
        {
            await tables.SubmitAsync(TableNames.Inbox, group.Value, [Operation.Insert(InboxKeys.Item(true, item.Id), RowJson.Write(item))], ct);
            return true;
        }
        catch (ConflictException)
        {
            // Added just now, by another run of the same job or for another message.
            return (await FindAsync(group, item.Id, ct))?.Value.Event == item.Event;
        }
    }

    public async Task<Stored<InboxItem>?> FindAsync(GroupId group, string id, CancellationToken ct)
    {
        foreach (var open in (bool[])[true, false])
        {
            if (await tables.GetAsync(TableNames.Inbox, group.Value, InboxKeys.Item(open, id), ct) is { } row)
                return RowJson.Read<InboxItem>(row);
        }

        return null;
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<InboxItem>> ListAsync(GroupId group, bool open, CancellationToken ct)
    {
        var items = await tables.ListValuesAsync<InboxItem>(TableNames.Inbox, group.Value, InboxKeys.Items(open), ct);
        return [.. items.OrderBy(item => item.At)];
    }

    /// <summary>Takes an item off the open list. False when somebody else just did.</summary>
    public Task<bool> SettleAsync(GroupId group, InboxItem item, InboxState state, string? settledAs, DateTimeOffset now, CancellationToken ct) =>
        MoveAsync(group, item with { State = state, As = settledAs, SettledAt = now }, toOpen: false, ct);

    /// <summary>Back on the open list, when it was taken off by mistake. False when it is not settled.</summary>
    public Task<bool> ReopenAsync(GroupId group, InboxItem item, CancellationToken ct) =>
        MoveAsync(group, item with { State = InboxState.Open, As = null, SettledAt = null, Reopened = item.Reopened + 1 }, toOpen: true, ct);

    /// <summary>Moves the questions of a record that was merged into another person to that person.</summary>
    public async Task MoveAsync(GroupId group, PersonId from, PersonId to, CancellationToken ct)
    {
        foreach (var open in (bool[])[true, false])
        {
            await foreach (var row in tables.QueryAsync(TableNames.Inbox, group.Value, InboxKeys.Items(open), null, ct))
            {
                if (RowJson.Read<InboxItem>(row.Json) is { } item && item.Person == from)
                    await tables.SubmitAsync(TableNames.Inbox, group.Value, [Operation.Replace(row.Key, RowJson.Write(item with { Person = to }), row.ETag)], ct);
            }
        }
    }

    public async Task RemoveAsync(GroupId group, InboxItem item, bool open, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Inbox, group.Value, [Operation.Delete(InboxKeys.Item(open, item.Id), Operation.AnyETag)], ct);
        }
        catch (ConflictException)
        {
            // Settled or removed just now.
        }
    }

    private async Task<bool> MoveAsync(GroupId group, InboxItem item, bool toOpen, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(
                TableNames.Inbox, group.Value, [Operation.Delete(InboxKeys.Item(!toOpen, item.Id), Operation.AnyETag), Operation.Upsert(InboxKeys.Item(toOpen, item.Id), RowJson.Write(item))], ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
