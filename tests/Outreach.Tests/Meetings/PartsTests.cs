using Outreach.Meetings;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

/// <summary>People with a part in a meeting are told the day before, once, and thanked.</summary>
public sealed class PartsTests
{
    private const string Noor = "+31612345609";

    [Fact]
    public async Task A_part_with_the_number_of_somebody_of_another_name_is_given_to_nobody()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Kees de Boer;0611111111;");

        var (given, problem) = await here.Get<GivePart>().HandleAsync(
            Neighbourhood.Group, meeting.Id, PartKind.Host, Neighbourhood.Candidate("Marie Visser", "0611111111"), null, default);

        Assert.Equal((null, PartProblem.OthersNumber), (given, problem));
    }

    [Fact]
    public async Task Whoever_has_a_part_gets_one_message_the_day_before_and_is_not_counted_among_the_invited()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await GiveAsync(here, meeting);
        await GiveAsync(here, meeting);

        await here.AdvanceToAsync(meeting.StartsAt.AddDays(-2));
        Assert.Empty(await here.SentToAsync(Noor));
        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-1));

        Assert.Contains("U vertelt uit eigen ervaring", Assert.Single(await here.SentToAsync(Noor)), StringComparison.Ordinal);
        Assert.Equal(0, (await here.FunnelAsync(meeting)).Invited);
        Assert.NotNull(Assert.Single(await here.Get<MeetingParts>().ListAsync(Neighbourhood.Group, meeting.Id, default)).Value.ToldOf);
    }

    [Fact]
    public async Task A_part_that_was_taken_away_brings_no_message()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var part = await GiveAsync(here, meeting);

        Assert.True(await here.Get<GivePart>().RemoveAsync(Neighbourhood.Group, meeting.Id, part.Id, default));
        Assert.False(await here.Get<GivePart>().RemoveAsync(Neighbourhood.Group, meeting.Id, part.Id, default));
        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-1));

        Assert.Empty(await here.SentToAsync(Noor));
    }

    [Fact]
    public async Task Whoever_is_erased_leaves_no_part_behind()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var part = await GiveAsync(here, meeting);

        await here.Get<Erase>().HandleAsync(Neighbourhood.Group, part.Person, "asked", default);

        Assert.Empty(await here.Get<MeetingParts>().ListAsync(Neighbourhood.Group, meeting.Id, default));
    }

    [Fact]
    public async Task Somebody_who_said_stop_gets_no_part_and_a_fee_is_an_amount()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await GiveAsync(here, meeting);
        await here.ReplyAsync(Noor, "stop");

        Assert.Equal(PartProblem.Unreachable, (await TryAsync(here, meeting, PartKind.Host, 10)).Problem);
        Assert.Equal(PartProblem.Fee, (await TryAsync(here, meeting, PartKind.Host, -1)).Problem);
        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-1));
        Assert.DoesNotContain(await here.SentToAsync(Noor), text => text.Contains("ervaring", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_in_a_meeting_and_a_part_of_a_mailing_are_not_taken_for_each_other()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Ann;0611111111;");
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);

        await GiveAsync(here, meeting);

        Assert.Single(await here.Get<MeetingParts>().ListAsync(Neighbourhood.Group, meeting.Id, default));
        Assert.Single((await here.Get<Mailings>().PendingAsync(Neighbourhood.Group, meeting.Id, default)).Parts);
    }

    [Fact]
    public async Task Whoever_has_a_part_in_a_meeting_that_comes_is_kept_however_long_ago_they_were_first_heard_of()
    {
        using var here = await Neighbourhood.OpenAsync();
        await GiveAsync(here, await here.PlanAsync());
        here.Clock.MoveTo(here.Now.AddDays(360));
        var meeting = await here.PlanAsync();
        await GiveAsync(here, meeting);

        here.Clock.MoveTo(meeting.StartsAt.AddDays(-1));
        await here.Get<Retain>().HandleAsync(default);

        Assert.NotNull(await here.WhoIsAsync(Noor));
        Assert.Single(await here.Get<MeetingParts>().ListAsync(Neighbourhood.Group, meeting.Id, default));
    }

    [Fact]
    public async Task Whoever_had_a_part_is_kept_as_long_as_who_came_and_the_meeting_with_them()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await GiveAsync(here, meeting);
        await here.Get<ChangeRetention>().HandleAsync(Neighbourhood.Group, new Dictionary<Kept, int> { [Kept.Meetings] = 365 }, default);

        here.Clock.MoveTo(meeting.EndsAt.AddDays(729));
        await here.Get<Retain>().HandleAsync(default);
        Assert.NotNull(await here.WhoIsAsync(Noor));
        Assert.NotNull(await here.Get<MeetingStore>().FindAsync(Neighbourhood.Group, meeting.Id, default));
        here.Clock.MoveTo(meeting.EndsAt.AddDays(730));
        await here.Get<Retain>().HandleAsync(default);

        Assert.Null(await here.WhoIsAsync(Noor));
        Assert.Null(await here.Get<MeetingStore>().FindAsync(Neighbourhood.Group, meeting.Id, default));
    }

    [Fact]
    public async Task Whom_no_message_reaches_does_not_count_as_told_and_is_told_when_one_reaches_them_again()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await GiveAsync(here, meeting);
        await MendAsync(here, "30003");

        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-20));
        var part = Assert.Single(await here.Get<MeetingParts>().ListAsync(Neighbourhood.Group, meeting.Id, default)).Value;
        Assert.Null(part.ToldOf);
        Assert.True(News.NeedsCall(meeting, new GivenPart(part, await here.WhoIsAsync(Noor)), here.Now));
        await MendAsync(here, null);
        await here.AdvanceToAsync(meeting.StartsAt.AddHours(-1));

        Assert.Contains("ervaring", Assert.Single(await here.SentToAsync(Noor)), StringComparison.Ordinal);
        part = Assert.Single(await here.Get<MeetingParts>().ListAsync(Neighbourhood.Group, meeting.Id, default)).Value;
        Assert.False(News.NeedsCall(meeting, new GivenPart(part, await here.WhoIsAsync(Noor)), here.Now));
    }

    [Theory]
    [InlineData("0301234567", null)]
    [InlineData(null, PartProblem.Unreachable)]
    public async Task Whoever_can_only_be_called_may_have_a_part_and_who_cannot_be_reached_may_not(string? phone, PartProblem? expected)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();

        var (given, problem) = await here.Get<GivePart>().HandleAsync(Neighbourhood.Group, meeting.Id, PartKind.Host, Neighbourhood.Candidate("Dora", phone), null, default);

        Assert.Equal((expected is null, expected), (given is not null, problem));
    }

    /// <summary>What a provider says of the number; null: it works.</summary>
    private static async Task MendAsync(Neighbourhood here, string? badCode)
    {
        var people = here.Get<PeopleStore>();
        var person = (await people.FindAsync(Neighbourhood.Group, (await here.WhoIsAsync(Noor))!.Id, default))!;
        var changes = new Changes(Shard.Of(Neighbourhood.Group, person.Value.Id));
        changes.Change(person, person.Value with { Mobile = person.Value.Mobile! with { BadCode = badCode } });
        await people.SaveAsync(changes, default);
    }

    private static Task<(GivenPart? Given, PartProblem? Problem)> TryAsync(Neighbourhood here, Meeting meeting, PartKind kind, decimal fee) =>
        here.Get<GivePart>().HandleAsync(Neighbourhood.Group, meeting.Id, kind, Neighbourhood.Candidate("Noor de Wit", "0612345609"), fee, default);

    private static async Task<MeetingPart> GiveAsync(Neighbourhood here, Meeting meeting) => (await TryAsync(here, meeting, PartKind.Speaker, 75)).Given!.Part;
}
