using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Nominations;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Records;

/// <summary>Limits per day for each way of coming in; owners are told of each limit once a day.</summary>
public sealed class LimitTests : IAsyncLifetime, IDisposable
{
    private const string Owner = "noor@buurt.example";
    private const string Helper = "bo@buurt.example";

    private Neighbourhood here = null!;

    public async ValueTask InitializeAsync()
    {
        here = await Neighbourhood.OpenAsync();
        await here.Get<GroupStore>().SaveAsync(
            new Group { Id = Neighbourhood.Group, Name = "De buurt", Language = "nl", Organisers = [Owner], Members = [new Member(Helper, Role.Organiser, here.Now)] }, default);
    }

    public ValueTask DisposeAsync() => default;

    public void Dispose() => here.Dispose();

    [Theory]
    [InlineData(AbuseLimit.SignUp, SignUpDay.MaxPerMeeting)]
    [InlineData(AbuseLimit.WalkIn, SignUpDay.MaxPerMeeting)]
    [InlineData(AbuseLimit.Welcome, SignUpDay.MaxPerMeeting)]
    [InlineData(AbuseLimit.Nomination, SignUpDay.MaxByNeighbours)]
    [InlineData(AbuseLimit.PassOn, SignUpDay.MaxByNeighbours)]
    [InlineData(AbuseLimit.Door, SignUpDay.MaxPerMeeting)]
    public async Task So_many_numbers_are_written_to_in_a_day_and_owners_hear_once_that_there_were_more(AbuseLimit way, int most)
    {
        Assert.Equal(most, await TakeAsync(way, most + 8));
        Assert.Equal(1, await ToldAsync(Owner));

        await here.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(most, await TakeAsync(way, most + 8));

        Assert.Equal(2, await ToldAsync(Owner));
        Assert.Equal(0, await ToldAsync(Helper));
    }

    [Fact]
    public async Task Of_numbers_that_follow_one_another_so_many_are_written_to_in_a_day()
    {
        var taken = 0;
        for (var i = 0; i < SignUpDay.MaxPerRange + 10; i++)
            taken += await TakeOneAsync(AbuseLimit.SignUp, $"+316123456{i:00}") ? 1 : 0;

        Assert.Equal(SignUpDay.MaxPerRange, taken);
        Assert.True(await TakeOneAsync(AbuseLimit.SignUp, "+31687654321"));
        Assert.Equal(1, await ToldAsync(Owner));
        Assert.Contains("telefoonnummers die op elkaar volgen", Assert.Single(await here.SentToAsync(Owner)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_has_a_limit_of_its_own_over_all_its_meetings()
    {
        var taken = 0;
        for (var i = 0; i < SignUpDay.MaxPerGroup + 20; i++)
            taken += await here.Get<SignUps>().TakeAsync(Neighbourhood.Group, AbuseLimit.SignUp, new MeetingId($"m{i % 4}"), Number(i), default) ? 1 : 0;

        Assert.Equal(SignUpDay.MaxPerGroup, taken);
    }

    [Fact]
    public async Task What_is_stored_of_a_day_holds_no_number()
    {
        await TakeOneAsync(AbuseLimit.SignUp, "+31612345678");

        Assert.DoesNotContain(here.Tables.Dump("Keys"), row => System.Text.Encoding.UTF8.GetString(row.Row.Json.Span).Contains("6123", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_named_beyond_the_limit_is_invited_the_next_day()
    {
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ans;0687654321;");
        await here.AttendAsync(meeting, "+31687654321");
        await TakeAsync(AbuseLimit.Nomination, SignUpDay.MaxByNeighbours);

        Assert.IsType<NominateOutcome.Nominated>(await here.NominateAsync(meeting, "+31687654321", "0687650001"));
        await here.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Empty(await here.SentToAsync("+31687650001"));
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Single(await here.SentToAsync("+31687650001"));
    }

    private async Task<int> TakeAsync(AbuseLimit way, int times)
    {
        var taken = 0;
        for (var i = 0; i < times; i++)
            taken += await here.Get<SignUps>().TakeAsync(Neighbourhood.Group, way, new MeetingId("m1"), Number(i), default) ? 1 : 0;
        return taken;
    }

    private Task<bool> TakeOneAsync(AbuseLimit way, string number) =>
        here.Get<SignUps>().TakeAsync(Neighbourhood.Group, way, new MeetingId("m1"), new Candidate { Mobile = new PhoneNumber(number) }, default);

    private static Candidate Number(int i) => new() { Mobile = new PhoneNumber($"+3161{i:00000}01") };

    private async Task<int> ToldAsync(string who)
    {
        await here.DrainAsync();
        return (await here.SentToAsync(who)).Count;
    }
}
