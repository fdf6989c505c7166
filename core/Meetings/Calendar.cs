using System.Globalization;
using System.Text;
using Outreach.Records;

namespace Outreach.Meetings;

/// <summary>A meeting as a calendar file (RFC 5545). Times are in UTC, which needs no time zone rules in the file.</summary>
public static class Calendar
{
    public const string MediaType = "text/calendar";

    /// <summary>RFC 5545, 3.1: a line has at most 75 octets; a longer one continues on the next line, after a space.</summary>
    private const int MaxLineLength = 75;

    /// <param name="link">Where the resident can change their answer.</param>
    /// <param name="questions">Whom to ask, in words.</param>
    public static string Write(Meeting meeting, Uri link, string questions, DateTimeOffset now)
    {
        var lines = new List<string>
        {
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Outreach//Invitation//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{meeting.Id}@{link.Host}",
            $"DTSTAMP:{Utc(now)}",
            $"DTSTART:{Utc(meeting.StartsAt)}",
            $"DTEND:{Utc(meeting.EndsAt)}",
            $"SUMMARY:{Escape(meeting.Title)}",
            $"LOCATION:{Escape(meeting.Place)}",
            $"DESCRIPTION:{Escape(questions + "\n" + link)}",
            $"URL:{link}",
            $"SEQUENCE:{Version(meeting)}",
            meeting.CancelledAt is null ? "STATUS:CONFIRMED" : "STATUS:CANCELLED",
            "END:VEVENT",
            "END:VCALENDAR",
        };
        return string.Concat(lines.Select(Fold));
    }

    /// <summary>A calendar takes a file with a higher number for a change of the same appointment.</summary>
    private static long Version(Meeting meeting) =>
        meeting.NewsAt is { } changed ? (long)(changed - meeting.CreatedAt).TotalSeconds : 0;

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length + 2);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxLineLength)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
