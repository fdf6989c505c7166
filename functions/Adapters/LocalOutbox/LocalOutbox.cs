using Outreach.Messages;
using Outreach.Storage;

namespace Outreach.Functions.Adapters.LocalOutbox;

/// <summary>A message that would have left, had a provider been set.</summary>
internal sealed record OutboxMessage(string To, Channel Channel, string? Subject, string Text, string? Html, string Language, DateTimeOffset At);

/// <summary>Stands in for both providers on a machine without them: messages are kept, and count as delivered. The same reference again is the same message.</summary>
internal sealed class LocalOutbox(ITables tables) : ISmsSender, IEmailSender
{
    private const string Partition = "out";

    public int BatchSize => 1000;

    public TimeSpan DoubtPeriod => TimeSpan.Zero;

    public async Task<SendOutcome> SendAsync(SmsToSend sms, CancellationToken ct)
    {
        await tables.SubmitAsync(TableNames.Outbox, Partition, [Row(sms.Reference, new(sms.To.Value, Channel.Sms, null, sms.Text, null, sms.Language, sms.At))], ct);
        return new SendOutcome.Accepted(sms.Reference, Delivered: true);
    }

    public Task<SendOutcome?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct) => Task.FromResult<SendOutcome?>(null);

    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> emails, CancellationToken ct)
    {
        var rows = emails.Select(e => Row(e.Reference, new(e.To.Value, Channel.Email, e.Subject, e.Text, e.Html, e.Language, e.At)));
        foreach (var batch in rows.Chunk(RowRules.MaxOperations))
            await tables.SubmitAsync(TableNames.Outbox, Partition, batch, ct);
        return [.. emails.Select(e => new SendOutcome.Accepted(e.Reference, Delivered: true))];
    }

    /// <summary>Oldest first; for one number or address when given.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> ListAsync(string? to, CancellationToken ct)
    {
        var messages = new List<OutboxMessage>();
        await foreach (var row in tables.QueryAsync(TableNames.Outbox, Partition, "", "~", null, ct))
        {
            var message = System.Text.Json.JsonSerializer.Deserialize(row.Json.Span, OutboxJson.Default.OutboxMessage)!;
            if (to is null || string.Equals(message.To, to.Trim(), StringComparison.OrdinalIgnoreCase))
                messages.Add(message);
        }

        return [.. messages.OrderBy(m => m.At)];
    }

    private static Operation Row(string reference, OutboxMessage message) => Operation.Upsert(
        reference, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(message, OutboxJson.Default.OutboxMessage));
}

[System.Text.Json.Serialization.JsonSerializable(typeof(OutboxMessage))]
[System.Text.Json.Serialization.JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class OutboxJson : System.Text.Json.Serialization.JsonSerializerContext;
