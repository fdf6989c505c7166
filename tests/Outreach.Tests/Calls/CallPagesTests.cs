using System.Net;
using AngleSharp.Dom;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Tests.Web;

namespace Outreach.Tests.Calls;

/// <summary>The call list on the phone: a tap calls, the next says what came of it.</summary>
public sealed class CallPagesTests : AsOrganiser
{
    private const string Caller = "Naam;Telefoon;Taal\nSelam Haile;0301234567;ti\n";

    [Fact]
    public async Task Whoever_does_not_answer_comes_back_later_and_a_wrong_number_is_used_no_more()
    {
        var calls = await Site.InvitedAsync(Caller) + "/paper/calls";
        var action = ActionOn(await Site.PageAsync(calls));

        Assert.Contains("nam niet op", (await Site.FollowAsync(calls, action, ("reply", "noAnswer"))).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await Site.PageAsync(calls)).QuerySelector("#later"));
        await Site.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.NotNull((await Site.PageAsync(calls)).QuerySelector("#now"));

        await Site.FollowAsync(calls, action, ("reply", "wrongNumber"));
        Assert.Null((await Site.PageAsync(calls)).QuerySelector(".calls li"));
        await Site.AdvanceAsync(TimeSpan.FromDays(1));
        var person = (await Site.Get<PeopleStore>().FindAsync(GroupId.Default, new PersonId(action.Split('/')[^1]), CancellationToken.None))!.Value;
        Assert.Null(person.Landline);
        Assert.Single(person.Wrong);
    }

    [Fact]
    public async Task Of_somebody_who_said_stop_meanwhile_the_caller_hears_why_nothing_is_noted()
    {
        var calls = await Site.InvitedAsync(Caller) + "/paper/calls";
        var action = ActionOn(await Site.PageAsync(calls));
        var person = $"/people/{action.Split('/')[^1]}";
        await Site.FollowAsync(person, $"{person}/stop");

        using var answer = await OrganiserSite.PostAsync(Site.Browser, person, action, ("reply", "yes-1"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("heeft stop gezegd", await answer.Content.ReadAsStringAsync(CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_to_say_stands_there_in_the_language_of_whoever_is_called()
    {
        var page = await Site.PageAsync(await Site.InvitedAsync(Caller) + "/paper/calls");

        Assert.Contains("Koffie op het plein", page.QuerySelector(".say [lang=ti]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:+31301234567", page.QuerySelector(".calls a[href^=tel]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Whoever_would_rather_be_called_says_so_on_their_page_and_stands_on_the_list()
    {
        var meeting = await Site.InvitedAsync();
        var letter = (await Site.Get<LocalOutbox>().ListAsync("+31612345601", CancellationToken.None))[0].Text;
        var invitation = "/i/" + letter.Split("/i/")[1][..10];
        using var stranger = Site.Stranger();

        await stranger.PostAsync(invitation + "/call", null, TestContext.Current.CancellationToken);

        Assert.Contains("We bellen u", await stranger.GetStringAsync(invitation, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Vroeg om gebeld te worden", (await Site.PageAsync(meeting + "/paper/calls")).QuerySelector("#now + .calls .why")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bel 1 persoon die erom vroeg", (await Site.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_calls_that_nobody_answers_put_a_silent_neighbour_on_the_door_list()
    {
        var meeting = await Site.InvitedAsync("Naam;Mobiel;Straat;Huisnummer;Postcode\nBea Prins;0612345601;Lindelaan;1;1234AB\n");
        await Site.AdvanceAsync(TimeSpan.FromDays(6));
        var calls = meeting + "/paper/calls";
        var action = ActionOn(await Site.PageAsync(calls));
        await Site.FollowAsync(calls, action, ("reply", "noAnswer"));
        await Site.AdvanceAsync(TimeSpan.FromHours(3));

        var said = (await Site.FollowAsync(calls, action, ("reply", "noAnswer"))).QuerySelector("[role=status]")!.TextContent;

        Assert.Contains("deurlijst", said, StringComparison.Ordinal);
        Assert.Contains("Bea Prins", (await Site.PageAsync(meeting + "/paper/doors")).QuerySelector("table.round")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await Site.PageAsync(calls)).QuerySelector(".calls li"));
    }

    [Fact]
    public async Task A_wrong_number_that_puts_somebody_on_the_door_list_is_told_as_a_wrong_number()
    {
        var meeting = await Site.InvitedAsync("Naam;Mobiel;Straat;Huisnummer;Postcode\nBea Prins;0612345601;Lindelaan;1;1234AB\n");
        await Site.AdvanceAsync(TimeSpan.FromDays(6));
        var calls = meeting + "/paper/calls";

        var said = (await Site.FollowAsync(calls, ActionOn(await Site.PageAsync(calls)), ("reply", "wrongNumber"))).QuerySelector("[role=status]")!.TextContent;

        Assert.Contains("verkeerd nummer", said, StringComparison.Ordinal);
        Assert.Contains("deurlijst", said, StringComparison.Ordinal);
    }

    private static string ActionOn(IDocument page) => page.QuerySelector("form.answer")!.GetAttribute("action")!;
}
