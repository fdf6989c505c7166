using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.LocalOutbox;

/// <summary>A message that would have left, had a provider been set.</summary>
internal sealed record OutboxMessage(string To, Channel Channel, string? Subject, string Text, string? Html, string Language, DateTimeOffset At)
{
    /// <summary>In which order they came: many come at one instant of a virtual clock.</summary>
    public long Number { get; init; }
}

/// <summary>Stands in for both providers on a machine without them: messages are kept, and count as delivered. The same reference again is the same message.</summary>
internal sealed class LocalOutbox(ITables tables, Settings settings) : ISmsSender, IEmailSender
{
    // Order number from the machine's clock: it keeps rising after a restart, even on a virtual clock.
    private long _last = DateTime.UtcNow.Ticks;

    public int BatchSize => 1000;

    public TimeSpan DoubtPeriod => TimeSpan.Zero;

    public async Task<MessageEvent> SendAsync(SmsToSend sms, CancellationToken ct)
    {
        await tables.SubmitAsync(TableNames.Outbox, OutboxKeys.Partition, [Row(sms.Reference, new(sms.To.Value, Channel.Sms, null, sms.Text, null, sms.Language, sms.At))], ct);
        return new MessageEvent.Delivered(sms.Reference);
    }

    public Task<MessageEvent?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct) => Task.FromResult<MessageEvent?>(null);

    public async Task<IReadOnlyList<MessageEvent>> SendAsync(IReadOnlyList<EmailToSend> emails, CancellationToken ct)
    {
        var rows = emails.Select(e => Row(e.Reference, new(e.To.Value, Channel.Email, e.Subject, e.Text, e.Html, e.Language, e.At)));
        foreach (var batch in rows.Chunk(RowRules.MaxOperations))
            await tables.SubmitAsync(TableNames.Outbox, OutboxKeys.Partition, batch, ct);
        return [.. emails.Select(e => new MessageEvent.Delivered(e.Reference))];
    }

    /// <summary>What a group may see of its own messages: no link that signs somebody in. Oldest first; for one number or address when given, in any spelling.</summary>
    public Task<IReadOnlyList<OutboxMessage>> ListAsync(GroupId group, string? to, CancellationToken ct) =>
        ReadAsync(OutboxKeys.Of(group), to, key => !key.StartsWith(OutboxKeys.OfSignIn(group), StringComparison.Ordinal), ct);

    /// <summary>Everything, of all groups: as the machine holds it, never for a page.</summary>
    public Task<IReadOnlyList<OutboxMessage>> ListAsync(string? to, CancellationToken ct) => ReadAsync(null, to, _ => true, ct);

    /// <summary>Deletes what was sent before this moment: links to sign in and notices to organisers too, which belong to nobody who could be erased.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken ct)
    {
        var old = new List<string>();
        await foreach (var row in tables.QueryAsync(TableNames.Outbox, OutboxKeys.Partition, KeyRange.All, null, ct))
        {
            if (System.Text.Json.JsonSerializer.Deserialize(row.Json.Span, OutboxJson.Default.OutboxMessage)!.At < before)
                old.Add(row.Key);
        }

        await tables.DeleteAsync(TableNames.Outbox, OutboxKeys.Partition, old, ct);
    }

    private async Task<IReadOnlyList<OutboxMessage>> ReadAsync(string? prefix, string? to, Func<string, bool> isShown, CancellationToken ct)
    {
        var wanted = to is not null && PhoneNumber.TryParse(to, settings.Countries, out var number, out _) ? number.Value : to?.Trim();
        var messages = new List<OutboxMessage>();
        await foreach (var row in tables.QueryAsync(TableNames.Outbox, OutboxKeys.Partition, prefix is null ? KeyRange.All : KeyRange.StartingWith(prefix), null, ct))
        {
            if (!isShown(row.Key))
                continue;
            var message = System.Text.Json.JsonSerializer.Deserialize(row.Json.Span, OutboxJson.Default.OutboxMessage)!;
            if (string.IsNullOrEmpty(wanted) || string.Equals(message.To, wanted, StringComparison.OrdinalIgnoreCase))
                messages.Add(message);
        }

        return [.. messages.OrderBy(m => m.At).ThenBy(m => m.Number)];
    }

    private Operation Row(string reference, OutboxMessage message) => Operation.Upsert(
        reference, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(message with { Number = Interlocked.Increment(ref _last) }, OutboxJson.Default.OutboxMessage));
}

[System.Text.Json.Serialization.JsonSerializable(typeof(OutboxMessage))]
[System.Text.Json.Serialization.JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class OutboxJson : System.Text.Json.Serialization.JsonSerializerContext;
