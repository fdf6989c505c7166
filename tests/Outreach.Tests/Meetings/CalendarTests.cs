using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;
using Reader = Ical.Net.Calendar;

namespace Outreach.Tests.Meetings;

/// <summary>The file as another program reads it.</summary>
public sealed class CalendarTests
{
    private static readonly Uri Link = new("https://wijk.example/i/ABCDEFGHJK");

    [Theory]
    [InlineData("Buurtavond")]
    [InlineData("Samen eten; met muziek, en \\ een quiz")]
    [InlineData("Komşular akşamı: çay, börek ve sohbet; herkes hoş geldiniz, çocuklar da, komşunuzu da getirin 🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈")]
    [InlineData("أمسية الجيران، مع شاي وحلويات وموسيقى للجميع؛ أهلا وسهلا بكم جميعا في بيت الحي مساء يوم الخميس")]
    [InlineData("BEGIN:VEVENT")]
    public void Every_word_arrives_as_it_was_written(string title)
    {
        var meeting = An.Meeting with { Title = title, Place = $"{title}, Lindelaan 12" };

        var read = Read(meeting, $"Vragen? {title}\nBel Fatima: 06-12345678");

        Assert.Equal((meeting.Title, meeting.Place), (read.Summary, read.Location));
        Assert.Equal($"Vragen? {title}\nBel Fatima: 06-12345678\n{Link}", read.Description);
        Assert.Equal(Link, read.Url);
    }

    [Fact]
    public void The_appointment_is_at_the_moment_of_the_meeting_whatever_the_clock_shows()
    {
        var summer = An.Meeting with { StartsAt = DateTimeOffset.Parse("2027-03-28T19:30:00+02:00", null), EndsAt = DateTimeOffset.Parse("2027-03-28T21:00:00+02:00", null) };

        var read = Read(summer, "");

        Assert.Equal((summer.StartsAt.UtcDateTime, summer.EndsAt.UtcDateTime), (read.Start!.AsUtc, read.End!.AsUtc));
        Assert.Equal(Moments.Monday.UtcDateTime, read.DtStamp!.AsUtc);
    }

    [Fact]
    public void A_change_is_the_same_appointment_with_a_higher_number()
    {
        var changed = An.Meeting with { ChangedAt = An.Meeting.CreatedAt.AddHours(1) };
        var cancelled = changed with { CancelledAt = An.Meeting.CreatedAt.AddHours(2) };

        var (first, second, third) = (Read(An.Meeting, ""), Read(changed, ""), Read(cancelled, ""));

        Assert.Equal((first.Uid, first.Uid), (second.Uid, third.Uid));
        Assert.True(first.Sequence < second.Sequence && second.Sequence < third.Sequence);
        Assert.Equal(("CONFIRMED", "CONFIRMED", "CANCELLED"), (first.Status, second.Status, third.Status));
    }

    private static Ical.Net.CalendarComponents.CalendarEvent Read(Meeting meeting, string questions) =>
        Assert.Single(Reader.Load(Calendar.Write(meeting, Link, questions, Moments.Monday))!.Events);
}
