using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Texts;

namespace Outreach.Tests.Replies;

/// <summary>What a message says of a change: first of all what is otherwise than its reader knows, and nothing where nothing is.</summary>
public sealed class ChangeWordsTests
{
    private const string Ann = "+31611111111";

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [InlineData(1, null, "Nieuwe tijd: 20.00 uur. Het is nu zo:")]
    [InlineData(0, "De Fuik", "Nieuwe plaats: De Fuik. Het is nu zo:")]
    [InlineData(24, null, "Nieuwe dag: vr 13 mrt 19:00. Het is nu zo:")]
    [InlineData(25, null, "Nieuwe dag: vr 13 mrt 20:00. Het is nu zo:")]
    [InlineData(1, "De Fuik", "Nieuwe tijd: 20.00 uur. Nieuwe plaats: De Fuik. Het is nu zo:")]
    public async Task What_changed_is_said_first(int hours, string? place, string says)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await YesAsync(here);

        await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddHours(hours), Place = place });
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.StartsWith(says, (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_changes_that_were_not_told_yet_are_told_in_one_message()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await YesAsync(here);
        await here.AdvanceAsync(TimeSpan.FromHours(12));

        await ChangeAsync(here, meeting, new MeetingChange { Place = "De Fuik" });
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddHours(1) });
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.StartsWith("Nieuwe tijd: 20.00 uur. Nieuwe plaats: De Fuik.", Assert.Single((await here.SentToAsync(Ann)).Skip(2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_changes_the_second_message_says_only_what_the_first_did_not()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await YesAsync(here);

        await ChangeAsync(here, meeting, new MeetingChange { Place = "De Fuik" });
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddHours(1) });
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.StartsWith("Nieuwe tijd: 20.00 uur. Het is nu zo:", (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task What_is_put_right_before_anybody_heard_of_it_is_told_to_nobody(int hours)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await YesAsync(here);
        await here.InviteAsync(meeting, "Bo;0622222222;");
        await here.AdvanceAsync(TimeSpan.FromHours(hours));

        await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt.AddDays(1), Place = "De Fuik" });
        await here.AdvanceAsync(TimeSpan.FromHours(hours / 6));
        await ChangeAsync(here, meeting, new MeetingChange { StartsAt = meeting.StartsAt, Place = meeting.Place });
        var untold = await here.Get<ReadUntold>().HandleAsync(Neighbourhood.Group, (await here.Get<MeetingStore>().FindAsync(Neighbourhood.Group, meeting.Id, default))!.Value, default);
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal((2, 1), ((await here.SentToAsync(Ann)).Count, (await here.SentToAsync("+31622222222")).Count));
        Assert.Equal((0, 0), (untold.ToCall.Count, untold.HoldOldDate));
    }

    [Fact]
    public async Task What_is_put_right_after_it_was_told_is_told_as_well()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await YesAsync(here);

        await ChangeAsync(here, meeting, new MeetingChange { Place = "De Fuik" });
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));
        await ChangeAsync(here, meeting, new MeetingChange { Place = meeting.Place });
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.StartsWith("Nieuwe plaats: Het Trefpunt.", (await here.SentToAsync(Ann))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_hears_of_a_new_day_at_the_hour_of_its_reminder_hears_it_once()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await YesAsync(here);
        await here.AdvanceAsync(TimeSpan.FromHours(7));

        await ChangeAsync(here, meeting, new MeetingChange { StartsAt = here.Now.AddHours(20) });
        await here.AdvanceToAsync(here.Now.AddHours(19));

        Assert.StartsWith("Nieuwe dag:", Assert.Single((await here.SentToAsync(Ann)).Skip(2)), StringComparison.Ordinal);
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Reminded);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void In_every_language_it_fits_where_that_something_changed_fitted(string code)
    {
        var meeting = new MeetingFacts("Buurtavond", "Het Trefpunt", Moments.Monday, Moments.Monday.AddHours(2), "Noor", "0612345678");
        var facts = new MessageFacts { Group = "De buurt", Meeting = meeting };
        var nothing = SmsOf(facts);

        Assert.All(Enum.GetValues<MeetingPoint>(), point =>
        {
            var said = SmsOf(facts with { Changes = [point] });
            Assert.NotEqual(nothing, said);
            Assert.True(SmsSegments.Count(said).Segments <= SmsSegments.Count(nothing).Segments + (point is MeetingPoint.Time ? 0 : 1), said);
        });
        Assert.InRange(SmsSegments.Count(SmsOf(facts with { Changes = [MeetingPoint.Day] })).Segments, 1, 3);

        string SmsOf(MessageFacts of) => MessageTexts.Render(MessageKind.MeetingChanged, Language.Find(code)!, of).Sms;
    }

    private static async Task<Meeting> YesAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja");
        return meeting;
    }

    private static Task ChangeAsync(Neighbourhood here, Meeting meeting, MeetingChange change) => here.Get<ChangeMeeting>().HandleAsync(Neighbourhood.Group, meeting.Id, change, default);
}
