using System.Diagnostics.Metrics;
using Outreach.Contacts;
using Outreach.Ids;

namespace Outreach.Records;

/// <summary>What is measured of the work, for whoever watches from outside. Counts and kinds only; nothing about any person.</summary>
public static class Measures
{
    public const string Name = "Outreach";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> QueueAge = Meter.CreateHistogram<double>("outreach.queue.age", "s", "How long work stood in its queue when it was taken, from when it was due.");
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("outreach.messages.sent", "{message}", "Messages that a provider took.");
    private static readonly Counter<long> Failed = Meter.CreateCounter<long>("outreach.messages.failed", "{message}", "Tries to send that failed, and messages that did not arrive, by class.");
    private static readonly UpDownCounter<long> Spend = Meter.CreateUpDownCounter<long>("outreach.spend", "{part}", "Parts of SMS and e-mails, as they count against the daily limit.");
    private static readonly Histogram<double> FunnelLag = Meter.CreateHistogram<double>("outreach.funnel.lag", "s", "From an answer or a report coming in to the funnel showing it.");
    private static readonly Counter<long> LimitsReached = Meter.CreateCounter<long>("outreach.limits.reached", "{time}", "Limits against abuse that were reached, once a day for a group.");
    private static readonly Counter<long> HooksRejected = Meter.CreateCounter<long>("outreach.hooks.rejected", "{call}", "Calls of a provider with a bad signature or secret.");
    private static readonly Counter<long> HooksUnreadable = Meter.CreateCounter<long>("outreach.hooks.unreadable", "{call}", "Verified calls of a provider that hold nothing we can read.");

    public static void Taken(string queue, TimeSpan age) => QueueAge.Record(Seconds(age), Tag("queue", queue));

    /// <summary>What a provider said, at once or later. That a message waits or was handed on is neither sent nor failed.</summary>
    public static void Happened(Channel channel, MessageEvent happened)
    {
        if (happened is MessageEvent.Accepted or MessageEvent.Delayed or MessageEvent.Delivered)
            Sent.Add(1, Tag("channel", EnumWord.Of(channel)));
        else if (ClassOf(happened) is { } failure)
            Failed.Add(1, Tag("channel", EnumWord.Of(channel)), Tag("class", failure));
    }

    /// <param name="parts">Less than none: they did not leave after all.</param>
    public static void Spent(Channel channel, int parts)
    {
        if (parts != 0)
            Spend.Add(parts, Tag("channel", EnumWord.Of(channel)));
    }

    public static void FunnelUpdated(string kind, TimeSpan lag) => FunnelLag.Record(Seconds(lag), Tag("kind", kind));

    public static void Reached(AbuseLimit limit) => LimitsReached.Add(1, Tag("limit", EnumWord.Of(limit)));

    public static void HookRejected(string hook) => HooksRejected.Add(1, Tag("hook", hook));

    public static void HookUnreadable(string hook) => HooksUnreadable.Add(1, Tag("hook", hook));

    private static string? ClassOf(MessageEvent happened) => happened switch
    {
        MessageEvent.Undelivered => "undelivered",
        MessageEvent.AddressBad => "address-bad",
        MessageEvent.Refused => "refused",
        MessageEvent.OptedOut => "opted-out",
        MessageEvent.ChannelStopped => "channel-stopped",
        MessageEvent.TryLater { Code: not MessageEvent.TryLater.Pace } => "later",
        MessageEvent.Unknown => "unknown",
        _ => null,
    };

    private static double Seconds(TimeSpan span) => Math.Max(0, span.TotalSeconds);

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
