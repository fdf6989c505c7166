using System.Globalization;
using Outreach.Languages;
using Outreach.Sending;

namespace Outreach.Tests.Sending;

public sealed class SendingHoursTests
{
    private static readonly SendingHours Hours = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    [Theory]
    [InlineData("2026-03-02T09:00:00+01:00", "2026-03-02T09:00:00+01:00")]
    [InlineData("2026-03-02T08:59:59+01:00", "2026-03-02T09:00:00+01:00")]
    [InlineData("2026-03-02T20:00:00+01:00", "2026-03-03T09:00:00+01:00")]
    [InlineData("2026-03-07T09:59:00+01:00", "2026-03-07T10:00:00+01:00")]
    [InlineData("2026-03-07T16:00:00+01:00", "2026-03-09T09:00:00+01:00")]
    // The night in which the clock goes forward, and the one in which it goes back.
    [InlineData("2026-03-28T16:00:00+01:00", "2026-03-30T09:00:00+02:00")]
    [InlineData("2026-03-29T02:30:00+01:00", "2026-03-30T09:00:00+02:00")]
    [InlineData("2026-10-24T15:59:00+02:00", "2026-10-24T15:59:00+02:00")]
    [InlineData("2026-10-25T02:30:00+01:00", "2026-10-26T09:00:00+01:00")]
    // Easter and the Monday after it; King's Day; Christmas on a Friday and a Saturday; New Year's Day.
    [InlineData("2026-04-04T16:00:00+02:00", "2026-04-07T09:00:00+02:00")]
    [InlineData("2026-04-27T12:00:00+02:00", "2026-04-28T09:00:00+02:00")]
    [InlineData("2026-12-24T20:00:00+01:00", "2026-12-28T09:00:00+01:00")]
    [InlineData("2026-12-31T21:00:00+01:00", "2027-01-02T10:00:00+01:00")]
    public void A_message_leaves_at_the_next_opening(string now, string opening) => Assert.Equal(Moment(opening), Hours.NextOpening(Moment(now)));

    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    public void Easter_is_where_the_tables_have_it(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), PublicHolidays.Easter(year));

    [Theory]
    [InlineData(2025, 4, 26)]
    [InlineData(2026, 4, 27)]
    public void Kings_day_is_never_on_a_Sunday(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), PublicHolidays.KingsDay(year));

    [Theory]
    [InlineData(2025, true)]
    [InlineData(2026, false)]
    public void Liberation_day_is_free_once_in_five_years(int year, bool free) => Assert.Equal(free, PublicHolidays.Contains(new DateOnly(year, 5, 5)));

    [Fact]
    public void In_ten_years_nothing_ever_leaves_outside_the_hours()
    {
        var chance = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var now = Moment("2026-01-01T00:00:00+01:00").AddMinutes(chance.Next(10 * 365 * 24 * 60));
            var opening = Hours.NextOpening(now);
            var local = TimeZoneInfo.ConvertTime(opening, Hours.Zone);
            Assert.True(opening >= now && opening - now < TimeSpan.FromDays(5));
            Assert.True(local.Hour is >= 9 and < 20 && local.DayOfWeek is not DayOfWeek.Sunday && !PublicHolidays.Contains(DateOnly.FromDateTime(local.DateTime)));
        }
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
