using System.Net;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Replies.Answers;
using Outreach.Tests.Support;
using Outreach.Welcome;

namespace Outreach.Tests.Nominations;

/// <summary>Nobody makes the program write to a list of numbers of theirs: each way in has its measure.</summary>
public sealed class SmsPumpingLimitTests : IAsyncLifetime
{
    private readonly ServedNeighbourhood neighbourhood = new();

    public ValueTask InitializeAsync() => neighbourhood.InitializeAsync();

    public ValueTask DisposeAsync() => neighbourhood.DisposeAsync();

    [Fact]
    public async Task An_attendee_names_as_many_as_the_quota_whatever_is_filled_in()
    {
        var attendee = await neighbourhood.AttendeeAsync();

        for (var i = 0; i < 12; i++)
            await neighbourhood.PostAsync($"/n/{attendee.Code}", ("name", "Sara"), ("phone", $"06 876541{i:00}"), ("agreed", "yes"));

        Assert.Equal(3, await WrittenToAsync());
    }

    [Fact]
    public async Task A_passed_on_code_writes_to_one_number_once()
    {
        var code = await neighbourhood.PassOnAsync(await neighbourhood.AttendeeAsync());

        for (var i = 0; i < 12; i++)
            await neighbourhood.PostAsync($"/p/{code}", ("name", "Sara"), ("phone", $"06 876542{i % 4:00}"), ("party", $"{i % 5 + 1}"), ("agreed", "yes"));

        Assert.Equal(1, await WrittenToAsync());
    }

    [Fact]
    public async Task A_flyer_writes_to_a_number_once_however_often_it_is_filled_in()
    {
        var code = await neighbourhood.FlyerAsync(await neighbourhood.MeetingAsync());

        for (var i = 0; i < 8; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await neighbourhood.PostAsync($"/k/{code}", ("name", "Sara"), ("phone", "06 87654301"), ("party", $"{i + 1}"), ("agreed", "yes"))).StatusCode);

        Assert.Equal(1, await WrittenToAsync());
    }

    [Fact]
    public async Task Whoever_walks_in_with_the_number_of_somebody_of_another_name_is_somebody_else()
    {
        var meeting = await neighbourhood.MeetingAsync(days: 20);
        var kees = await neighbourhood.Get<WalkIn>().HandleAsync(new WalkInCommand(GroupId.Default, meeting.Id, Neighbourhood.Candidate("Kees", "0687650041")), CancellationToken.None);

        var bram = await neighbourhood.Get<WalkIn>().HandleAsync(new WalkInCommand(GroupId.Default, meeting.Id, Neighbourhood.Candidate("Bram Smit", "0687650041")), CancellationToken.None);
        var again = await neighbourhood.Get<WalkIn>().HandleAsync(new WalkInCommand(GroupId.Default, meeting.Id, Neighbourhood.Candidate("Kees de Vries", "0687650041")), CancellationToken.None);

        Assert.NotEqual(kees!.Invitation.Person, bram!.Invitation.Person);
        Assert.Equal(kees.Invitation.Person, again!.Invitation.Person);
        Assert.Equal((false, true, false), (kees.IsWithoutContact, bram.IsWithoutContact, again.IsWithoutContact));
    }

    [Fact]
    public async Task At_the_door_everybody_is_taken_down_and_so_many_numbers_are_written_to()
    {
        var (meeting, group) = (await neighbourhood.MeetingAsync(days: 20), GroupId.Default);
        for (var i = 0; i < SignUpDay.MaxPerMeeting + 7; i++)
            Assert.NotNull(await neighbourhood.Get<WalkIn>().HandleAsync(new WalkInCommand(group, meeting.Id, Neighbourhood.Candidate($"Sara {i}", $"06 8765{i:00}41")), CancellationToken.None));
        Assert.NotNull(await neighbourhood.Get<WalkIn>().HandleAsync(new WalkInCommand(group, meeting.Id, Neighbourhood.Candidate("Zonder nummer")), CancellationToken.None));

        var today = await neighbourhood.Get<SignUps>().TodayAsync(group, CancellationToken.None);
        Assert.Equal((SignUpDay.MaxPerMeeting, 7), (today.Taken, today.Held));
        await neighbourhood.AdvanceAsync(TimeSpan.FromDays(25));
        Assert.Equal(SignUpDay.MaxPerMeeting, (await neighbourhood.Get<LocalOutbox>().ListAsync(null, CancellationToken.None)).Select(message => message.To).Distinct().Count());
    }

    [Fact]
    public async Task New_residents_beyond_the_measure_are_welcomed_by_hand()
    {
        await neighbourhood.CardAsync();
        for (var i = 0; i < SignUpDay.MaxPerMeeting + 5; i++)
            Assert.NotNull((await neighbourhood.Get<WelcomeResident>().HandleAsync(GroupId.Default, new NewResident(Neighbourhood.Candidate($"Sara {i}", $"06 8765{i:00}41"), new DateOnly(2027, 2, 20)), CancellationToken.None)).Package);

        Assert.Equal(SignUpDay.MaxPerMeeting, await WrittenToAsync());
        Assert.Equal(5, (await neighbourhood.Get<WelcomeStore>().ListAsync(GroupId.Default, CancellationToken.None)).Count(package => package.Value.WelcomedAt is null));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("ar")]
    public async Task A_flyer_opens_an_SMS_that_says_yes_with_its_code_to_the_number_that_can_receive(string language)
    {
        await using var texting = new ServedNeighbourhood(
            "--Twilio:AccountSid=AC1", "--Twilio:AuthToken=t", "--Twilio:From=+3197010281234", "--Twilio:BaseUrl=http://127.0.0.1:9", "--Outreach:BaseUrl=https://buurt.example");
        await texting.InitializeAsync();
        var code = await texting.FlyerAsync(await texting.MeetingAsync());

        var link = (await texting.PageAsync($"/k/{code}?lang={language}")).QuerySelector("a[href^='sms:']")!.GetAttribute("href")!;

        Assert.StartsWith("sms:+3197010281234?&body=", link, StringComparison.Ordinal);
        var text = Uri.UnescapeDataString(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var read = await CodeInText.FindAsync(text, texting.Get<Codes>(), CancellationToken.None);
        Assert.Equal((code, ReplyKind.Yes), (read!.Code, texting.Get<ReplyReader>().Read(read.Rest, language).Kind));
    }

    [Fact]
    public async Task A_link_to_hand_over_opens_an_SMS_with_its_text()
    {
        var attendee = await neighbourhood.AttendeeAsync();
        await neighbourhood.PassOnAsync(attendee);

        var page = await neighbourhood.PageAsync($"/n/{attendee.Code}");

        var link = page.QuerySelector("a[href^='sms:']")!.GetAttribute("href")!;
        Assert.StartsWith("sms:?&body=", link, StringComparison.Ordinal);
        Assert.Equal(page.QuerySelector("textarea")!.TextContent, Uri.UnescapeDataString(link["sms:?&body=".Length..]));
    }

    [Fact]
    public async Task Without_a_number_that_can_receive_a_flyer_has_only_its_form()
    {
        var page = await neighbourhood.PageAsync($"/k/{await neighbourhood.FlyerAsync(await neighbourhood.MeetingAsync())}");

        Assert.Null(page.QuerySelector("a[href^='sms:']"));
        Assert.NotNull(page.QuerySelector("form[method=post]"));
    }

    /// <returns>Messages in all, within the day.</returns>
    private async Task<int> WrittenToAsync()
    {
        await neighbourhood.AdvanceAsync(TimeSpan.FromHours(20));
        return (await neighbourhood.Get<LocalOutbox>().ListAsync(null, CancellationToken.None)).Count;
    }
}
