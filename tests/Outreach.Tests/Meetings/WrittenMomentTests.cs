using System.Globalization;
using Outreach.Meetings;

namespace Outreach.Tests.Meetings;

/// <summary>Days and hours as people write them. Today is Monday 1 March 2027.</summary>
public sealed class WrittenMomentTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    [Theory]
    [InlineData("2027-12-03", "2027-12-03", null, null)]
    [InlineData("3-12-2027", "2027-12-03", null, null)]
    [InlineData("3/12/27", "2027-12-03", null, null)]
    [InlineData("03.12.2027", "2027-12-03", null, null)]
    [InlineData("3-12", "2027-12-03", null, null)]
    [InlineData("vr 3 dec 19:30", "2027-12-03", "19:30", null)]
    [InlineData("Vrijdag 3 december 2027 om 19.30 uur", "2027-12-03", "19:30", null)]
    [InlineData("do 11 maart van 19.30 tot 21.30 uur", "2027-03-11", "19:30", "21:30")]
    [InlineData("11 mrt 19u30-21u", "2027-03-11", "19:30", "21:00")]
    [InlineData("December 3rd, 7:30 pm", "2027-12-03", "19:30", null)]
    [InlineData("thu 11 march 7pm to 9pm", "2027-03-11", "19:00", "21:00")]
    [InlineData("28 feb", "2028-02-28", null, null)]
    [InlineData("29 februari", "2028-02-29", null, null)]
    [InlineData("vandaag", "2027-03-01", null, null)]
    [InlineData("morgen 14:00", "2027-03-02", "14:00", null)]
    [InlineData("overmorgen", "2027-03-03", null, null)]
    [InlineData("tomorrow", "2027-03-02", null, null)]
    [InlineData("donderdag", "2027-03-04", null, null)]
    [InlineData("maandag", "2027-03-08", null, null)]
    [InlineData("volgende week donderdag", "2027-03-11", null, null)]
    [InlineData("zo 7 mrt", "2027-03-07", null, null)]
    [InlineData("19.30", null, "19:30", null)]
    [InlineData("9 uur", null, "09:00", null)]
    [InlineData("12 am", null, "00:00", null)]
    public void A_day_and_hours_as_people_write_them_are_read(string text, string? day, string? from, string? until)
    {
        var read = WrittenMoment.Read(text, Today);

        Assert.Equal((day, from, until), (read?.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Time(read?.From), Time(read?.Until)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("binnenkort")]
    [InlineData("wo 3 dec")]
    [InlineData("31-2-2027")]
    [InlineData("3-13")]
    [InlineData("29-2-2027")]
    [InlineData("3 dec 4 dec")]
    [InlineData("morgen 3 dec")]
    [InlineData("volgende week")]
    [InlineData("3")]
    [InlineData("25:00")]
    [InlineData("13 pm")]
    [InlineData("half acht")]
    [InlineData("14:00 15:00 16:00")]
    [InlineData("3 dec; drop table")]
    public void A_moment_that_would_be_a_guess_is_not_read(string text) => Assert.Null(WrittenMoment.Read(text, Today));

    [Theory]
    [InlineData("20 feb", "2027-02-20")]
    [InlineData("3 dec", "2026-12-03")]
    [InlineData("3 maart", "2027-03-03")]
    [InlineData("gisteren", "2027-02-28")]
    [InlineData("3 maart 19:30", null)]
    public void A_day_that_may_be_past_is_the_nearest(string text, string? day) =>
        Assert.Equal(day, WrittenMoment.DayOf(text, Today, Today.AddDays(-182))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
