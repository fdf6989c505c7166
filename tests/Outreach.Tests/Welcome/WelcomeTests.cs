using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Welcome;

namespace Outreach.Tests.Welcome;

public sealed class WelcomeTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task A_new_resident_who_answers_is_welcomed_once_and_asked_three_weeks_later()
    {
        using var here = await Neighbourhood.OpenAsync();
        await WelcomeAsync(here);
        await WelcomeAsync(here);

        await here.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Contains("/w/", Assert.Single(await here.SentToAsync(Ann)), StringComparison.Ordinal);
        await here.ReplyAsync(Ann, "Dank u wel!");
        var answered = (await here.SentToAsync(Ann)).Count;
        await here.AdvanceAsync(TimeSpan.FromDays(22));
        Assert.Equal(answered + 1, (await here.SentToAsync(Ann)).Count);
    }

    [Fact]
    public async Task A_number_that_never_answers_gets_the_welcome_and_nothing_more()
    {
        using var here = await Neighbourhood.OpenAsync();
        await WelcomeAsync(here);

        await here.AdvanceAsync(TimeSpan.FromDays(28));

        Assert.Single(await here.SentToAsync(Ann));
    }

    [Fact]
    public async Task Who_said_stop_before_is_not_welcomed_by_message()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ReplyAsync(Ann, "stop");

        Assert.Null(await WelcomeAsync(here));
        await here.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Empty(await here.SentToAsync(Ann));
    }

    private static Task<WelcomePackage?> WelcomeAsync(Neighbourhood here) =>
        here.Get<WelcomeResident>().HandleAsync(Neighbourhood.Group, Neighbourhood.Candidate("Ann", Ann), new DateOnly(2026, 3, 1), default);
}
