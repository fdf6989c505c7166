using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Texts;

namespace Outreach.Sending;

/// <summary>What a group has sent on a day.</summary>
public sealed record SpendingDay : IStored<SpendingDay>
{
    static JsonTypeInfo<SpendingDay> IStored<SpendingDay>.Json => SendingJson.Default.SpendingDay;

    public static readonly SpendingDay None = new();

    /// <summary>Parts, as they are billed.</summary>
    public int SmsParts { get; init; }

    public int Emails { get; init; }

    /// <summary>What an owner allowed in addition, for this day only.</summary>
    public int Extra { get; init; }

    /// <summary>Since when messages wait for an owner; null: none does.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    [JsonIgnore]
    public int Messages => SmsParts + Emails;

    /// <summary>The one message that may follow a stop leaves in any case; a message that was claimed before was counted then.</summary>
    public static bool IsFree(Message message) => message.Kind is MessageKind.Stopped or MessageKind.WrongNumber || message.State is MessageState.Sending;

    /// <returns>The day with what may leave in turn, up to the first that does not fit; what does not waits for an owner.</returns>
    /// <param name="most">Of an ordinary day.</param>
    public (SpendingDay After, IReadOnlyList<Outgoing> MayLeave) Take(IReadOnlyList<Outgoing> items, int most, DateTimeOffset now)
    {
        var (day, mayLeave, isFull) = (this, new List<Outgoing>(items.Count), false);
        foreach (var item in items)
        {
            var next = item.Message.State is MessageState.Sending ? day : day.With(item.Message, 1);
            isFull |= next.Messages > most + Extra && !IsFree(item.Message);
            if (isFull && !IsFree(item.Message))
                continue;
            mayLeave.Add(item);
            day = next;
        }

        return (isFull ? day with { HeldAt = HeldAt ?? now } : day, mayLeave);
    }

    /// <summary>It did not leave after all.</summary>
    public SpendingDay Without(IEnumerable<Message> messages) => messages.Aggregate(this, (day, message) => day.With(message, -1));

    private SpendingDay With(Message message, int sign) => message.Channel is Channel.Sms
        ? this with { SmsParts = Math.Max(0, SmsParts + (sign * SmsSegments.Count(message.Text ?? "").Segments)) }
        : this with { Emails = Math.Max(0, Emails + sign) };
}
