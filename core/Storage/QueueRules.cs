using System.Text;

namespace Outreach.Storage;

/// <summary>What Azure Queue storage accepts, checked by every adapter before anything is sent.</summary>
public static class QueueRules
{
    /// <summary>64 KiB on the wire, less what base64 adds.</summary>
    public const int MaxTextBytes = 48 * 1024;

    public const int MaxReceive = 32;

    public static readonly TimeSpan MaxDelay = TimeSpan.FromDays(7);

    /// <exception cref="ArgumentException">3 to 63 lower-case letters, digits and single hyphens, none at the ends.</exception>
    public static void CheckName(string queue)
    {
        var valid = queue.Length is >= 3 and <= 63 && queue[0] != '-' && queue[^1] != '-' && !queue.Contains("--", StringComparison.Ordinal);
        foreach (var c in queue)
            valid &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
        if (!valid)
            throw new ArgumentException($"'{queue}' is not a queue name.", nameof(queue));
    }

    /// <exception cref="ArgumentException">The text is longer than a message may be, or the delay is out of range.</exception>
    public static void CheckSend(string queue, string text, TimeSpan delay)
    {
        CheckName(queue);
        CheckSpan(delay, TimeSpan.Zero);
        if (Encoding.UTF8.GetByteCount(text) is var bytes and > MaxTextBytes)
            throw new ArgumentException($"A message holds at most {MaxTextBytes} bytes, not {bytes}.", nameof(text));
    }

    /// <exception cref="ArgumentException">1 to 32 messages, hidden for a second to 7 days.</exception>
    public static void CheckReceive(string queue, int max, TimeSpan visibility)
    {
        CheckPeek(queue, max);
        CheckSpan(visibility, TimeSpan.FromSeconds(1));
    }

    /// <exception cref="ArgumentException">Zero to 7 days.</exception>
    public static void CheckExtend(string queue, TimeSpan visibility)
    {
        CheckName(queue);
        CheckSpan(visibility, TimeSpan.Zero);
    }

    /// <exception cref="ArgumentException">1 to 32 messages.</exception>
    public static void CheckPeek(string queue, int max)
    {
        CheckName(queue);
        if (max is < 1 or > MaxReceive)
            throw new ArgumentException($"1 to {MaxReceive} messages at a time, not {max}.", nameof(max));
    }

    private static void CheckSpan(TimeSpan span, TimeSpan least)
    {
        if (span < least || span > MaxDelay)
            throw new ArgumentException($"{span} is not between {least} and {MaxDelay}.", nameof(span));
    }
}
