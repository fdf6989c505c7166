using System.Net;
using Outreach.Contacts;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Web;

public sealed class ResidentPagesTests(ServedNeighbourhood neighbourhood) : IClassFixture<ServedNeighbourhood>
{
    [Fact]
    public async Task An_attendee_makes_a_link_once_and_sees_what_is_left()
    {
        var attendee = await neighbourhood.AttendeeAsync();

        await neighbourhood.PostAsync($"/n/{attendee.Code}/link", ("links", "0"));
        await neighbourhood.PostAsync($"/n/{attendee.Code}/link", ("links", "0"));

        var page = await neighbourhood.PageAsync($"/n/{attendee.Code}");
        var share = Assert.Single(page.QuerySelectorAll("textarea[readonly]")).TextContent;
        Assert.Contains("/p/", share, StringComparison.Ordinal);
        Assert.Contains("U kunt nog 2 buren uitnodigen.", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attendee_names_a_neighbour_who_agreed()
    {
        var attendee = await neighbourhood.AttendeeAsync();

        var page = await neighbourhood.FollowAsync($"/n/{attendee.Code}", ("name", "Sara"), ("phone", "06 87654301"), ("agreed", "yes"), ("mayNameMe", "yes"));

        Assert.Contains("Meestal krijgt uw buur snel een uitnodiging van ons.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("U kunt nog 2 buren uitnodigen.", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_another_s_is_thanked_for_as_any_and_an_organiser_reads_of_it()
    {
        var attendee = await neighbourhood.AttendeeAsync();
        await neighbourhood.FollowAsync($"/n/{attendee.Code}", ("name", "Sara Visser"), ("phone", "06 87654309"), ("agreed", "yes"));

        var page = await neighbourhood.FollowAsync($"/n/{attendee.Code}", ("name", "Wim Bakker"), ("phone", "06 87654309"), ("agreed", "yes"));

        Assert.Contains("Meestal krijgt uw buur snel een uitnodiging van ons.", page.TextContent, StringComparison.Ordinal);
        var item = Assert.Single(await neighbourhood.Get<Inbox>().ListAsync(GroupId.Default, open: true, CancellationToken.None), item => item.Name == "Wim Bakker");
        Assert.Equal(("Sara Visser", "+31687654309"), (item.NumberOf, item.From));
    }

    [Theory]
    [InlineData("Sara", "06 87654302", "", "Vraag het eerst aan uw buur")]
    [InlineData("Sara", "", "yes", "Vul een mobiel nummer of een e-mailadres van uw buur in.")]
    [InlineData("Sara", "12", "yes", "Dit nummer klopt niet.")]
    [InlineData("", "06 87654302", "yes", "Vul een naam in.")]
    public async Task What_is_missing_in_a_nomination_is_said_and_nothing_is_lost(string name, string phone, string agreed, string words)
    {
        var attendee = await neighbourhood.AttendeeAsync();

        var page = await ServedNeighbourhood.ReadAsync(
            await neighbourhood.PostAsync($"/n/{attendee.Code}", ("name", name), ("phone", phone), ("agreed", agreed)), HttpStatusCode.UnprocessableEntity);

        Assert.Contains(words, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("[role=alert] a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal(phone, page.QuerySelector("#phone")!.GetAttribute("value") ?? "");
        Assert.Contains("U kunt nog 3 buren uitnodigen.", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_not_there_cannot_name_anybody()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());

        var page = await neighbourhood.PageAsync($"/n/{invitation.Code}");

        Assert.Contains("als u zelf bij een bijeenkomst bent geweest", page.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
    }

    [Fact]
    public async Task A_passed_on_link_brings_in_one_neighbour_by_their_own_hand()
    {
        var code = await neighbourhood.PassOnAsync(await neighbourhood.AttendeeAsync());
        (string, string)[] sara = [("name", "Sara"), ("phone", "06 87654311"), ("party", "2"), ("agreed", "yes")];

        var before = await neighbourhood.PageAsync($"/p/{code}");
        var thanks = await neighbourhood.FollowAsync($"/p/{code}", sara);
        var again = await neighbourhood.FollowAsync($"/p/{code}", sara);
        var other = await neighbourhood.FollowAsync($"/p/{code}", ("name", "Tom"), ("phone", "06 87654312"), ("agreed", "yes"));
        await neighbourhood.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Contains("Bea Prins denkt dat u dit leuk vindt", before.TextContent, StringComparison.Ordinal);
        Assert.Contains("Meestal krijgt u snel een bericht van ons.", thanks.TextContent, StringComparison.Ordinal);
        Assert.Contains("Meestal krijgt u snel een bericht van ons.", again.TextContent, StringComparison.Ordinal);
        Assert.Contains("Deze link is al gebruikt.", other.TextContent, StringComparison.Ordinal);
        var sent = await neighbourhood.Get<LocalOutbox>().ListAsync("+31687654311", CancellationToken.None);
        Assert.Contains("Fijn dat u komt!", Assert.Single(sent).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sara", "06 87654321", "2", "", "Zet een vinkje")]
    [InlineData("Sara", "", "2", "yes", "Vul een mobiel nummer of een e-mailadres in")]
    [InlineData("Sara", "06 87654321", "99", "yes", "van 1 tot en met 20")]
    [InlineData("Sara", "020 1234567", "2", "yes", "Dit nummer klopt niet.")]
    public async Task What_is_missing_on_a_passed_on_invitation_is_reported(string name, string phone, string party, string agreed, string words)
    {
        var code = await neighbourhood.PassOnAsync(await neighbourhood.AttendeeAsync());

        var page = await ServedNeighbourhood.ReadAsync(
            await neighbourhood.PostAsync($"/p/{code}", ("name", name), ("phone", phone), ("party", party), ("agreed", agreed)), HttpStatusCode.UnprocessableEntity);

        Assert.Contains(words, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_said_stop_is_not_given_away_by_the_page_and_gets_nothing()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());
        var number = (await neighbourhood.PersonAsync(invitation.Person)).Mobile!.Value;
        await neighbourhood.PostAsync($"/s/{invitation.Code}");
        var code = await neighbourhood.FlyerAsync(await neighbourhood.MeetingAsync());

        var page = await neighbourhood.FollowAsync($"/k/{code}", ("name", "Ömer"), ("phone", number), ("agreed", "yes"));
        await neighbourhood.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Contains("Meestal krijgt u snel een bericht", page.TextContent, StringComparison.Ordinal);
        Assert.Empty(await neighbourhood.Get<LocalOutbox>().ListAsync(number, CancellationToken.None));
    }

    [Fact]
    public async Task A_button_on_the_page_of_their_own_link_is_consent_and_to_read_it_is_not()
    {
        var meeting = await neighbourhood.MeetingAsync();
        var code = await neighbourhood.FlyerAsync(meeting);
        await neighbourhood.FollowAsync($"/k/{code}", ("name", "Iris"), ("phone", "06 87654377"), ("agreed", "yes"));
        await neighbourhood.AdvanceAsync(TimeSpan.FromSeconds(1));
        var people = neighbourhood.Get<PeopleStore>();
        var contact = await people.FindAsync(GroupId.Default, neighbourhood.Get<ContactHasher>().Of(GroupId.Default, new PhoneNumber("+31687654377")), CancellationToken.None);
        var path = $"/i/{(await neighbourhood.InvitationAsync(meeting, contact!.Value.Person)).Code}";

        var page = await neighbourhood.PageAsync(path);
        var read = (await neighbourhood.PersonAsync(contact.Value.Person)).Mobile!.Ground.Basis;
        var after = await neighbourhood.FollowAsync(path, ("answer", "yes"), ("party", "1"));

        Assert.Contains("Ja, dit klopt", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(Basis.Form, read);
        Assert.Equal(Basis.Consent, (await neighbourhood.PersonAsync(contact.Value.Person)).Mobile!.Ground.Basis);
        Assert.DoesNotContain("Ja, dit klopt", after.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flyer_is_for_many()
    {
        var code = await neighbourhood.FlyerAsync(await neighbourhood.MeetingAsync());

        foreach (var phone in (string[])["06 87654331", "06 87654332"])
        {
            var page = await neighbourhood.FollowAsync($"/k/{code}", ("name", "Iris"), ("phone", phone), ("agreed", "yes"));
            Assert.Contains("Meestal krijgt u snel een bericht", page.TextContent, StringComparison.Ordinal);
        }

        Assert.NotNull((await neighbourhood.PageAsync($"/k/{code}")).QuerySelector("#phone"));
    }

    [Fact]
    public async Task The_stop_page_changes_nothing_until_its_button_is_pressed()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());

        var page = await neighbourhood.PageAsync($"/s/{invitation.Code}");
        Assert.Null((await neighbourhood.PersonAsync(invitation.Person)).StoppedAt);
        var done = await neighbourhood.FollowAsync($"/s/{invitation.Code}", ("from", "page"));

        Assert.Contains("Wilt u geen berichten meer van Buurtgroep De Linde?", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Het is klaar.", done.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await neighbourhood.PersonAsync(invitation.Person)).StoppedAt);
    }

    [Fact]
    public async Task One_click_from_a_mail_program_stops_without_a_redirect_or_a_cookie()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());

        var answer = await neighbourhood.PostAsync($"/s/{invitation.Code}", ("List-Unsubscribe", "One-Click"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.NotNull((await neighbourhood.PersonAsync(invitation.Person)).StoppedAt);
    }

    [Fact]
    public async Task A_passed_on_code_cannot_stop_or_show_the_neighbour_who_gave_it()
    {
        var attendee = await neighbourhood.AttendeeAsync();
        var code = await neighbourhood.PassOnAsync(attendee);

        Assert.Equal(HttpStatusCode.NotFound, (await neighbourhood.PostAsync($"/s/{code}")).StatusCode);
        foreach (var path in (string[])["/i/", "/s/", "/privacy/", "/n/"])
            Assert.Equal($"/p/{code}", (await neighbourhood.Client.GetAsync(path + code)).Headers.Location!.ToString());
        Assert.Null((await neighbourhood.PersonAsync(attendee.Person)).StoppedAt);
    }

    [Fact]
    public async Task Whoever_asks_for_it_is_erased()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());

        var page = await neighbourhood.FollowAsync($"/privacy/{invitation.Code}");

        Assert.Contains("Uw gegevens zijn gewist.", page.TextContent, StringComparison.Ordinal);
        Assert.Null(await neighbourhood.Get<PeopleStore>().FindAsync(GroupId.Default, invitation.Person, CancellationToken.None));
        await neighbourhood.PageAsync($"/i/{invitation.Code}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_resident_who_wants_to_meet_neighbours_comes_to_the_inbox_once()
    {
        var package = await neighbourhood.WelcomeAsync();

        await neighbourhood.FollowAsync($"/w/{package.Code}", ("answer", "yes"));
        var page = await neighbourhood.FollowAsync($"/w/{package.Code}", ("answer", "yes"));

        var items = await neighbourhood.Get<Inbox>().ListAsync(GroupId.Default, open: true, CancellationToken.None);
        Assert.Single(items, item => item.Person == package.Person);
        Assert.Contains("Fijn! U hoort van ons.", page.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/i/0000000000")]
    [InlineData("/i/nonsense")]
    [InlineData("/i/0000000000.ics")]
    [InlineData("/n/%F0%9F%8D%B2")]
    [InlineData("/p/12345678901234567890123456789012345678901234567890")]
    [InlineData("/k/1")]
    [InlineData("/w/ULULULULUL")]
    [InlineData("/s/a-b-c")]
    [InlineData("/h?code=0000000000")]
    public async Task A_code_that_opens_nothing_gets_a_friendly_page_to_type_it_again(string path)
    {
        var page = await neighbourhood.PageAsync(path, HttpStatusCode.NotFound);

        Assert.Contains("Kijk nog eens goed naar de code.", page.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form[action='/h'] input[name=code]"));
    }

    [Fact]
    public async Task A_code_typed_from_a_letter_opens_its_page_however_it_is_written()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());
        var typed = invitation.Code.Value.ToLowerInvariant().Replace('0', 'o').Insert(5, " - ");

        var answer = await neighbourhood.Client.GetAsync($"/h?code={Uri.EscapeDataString(typed)}");

        Assert.Equal($"/i/{invitation.Code}", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Pages_are_strict_with_browsers_and_kept_by_nobody()
    {
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());

        foreach (var path in (string[])[$"/i/{invitation.Code}", $"/s/{invitation.Code}", "/i/0000000000", "/h"])
        {
            var answer = await neighbourhood.Client.GetAsync(path);
            Assert.Equal(SecurityHeaders.ContentSecurityPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Styles_are_kept_for_good_under_an_address_that_changes_with_them()
    {
        var answer = await neighbourhood.Client.GetAsync(Assets.Url("resident.css"));
        var bare = await neighbourhood.Client.GetAsync("/assets/resident.css");

        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl!.MaxAge);
        Assert.True(bare.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbourhood.Client.GetAsync("/assets/other.css")).StatusCode);
    }

    [Fact]
    public async Task Every_page_reads_in_every_language()
    {
        var attendee = await neighbourhood.AttendeeAsync();
        var (passOn, welcome) = (await neighbourhood.PassOnAsync(attendee), await neighbourhood.WelcomeAsync());
        var flyer = await neighbourhood.FlyerAsync(await neighbourhood.MeetingAsync());
        string[] paths = [$"/i/{attendee.Code}", $"/n/{attendee.Code}", $"/s/{attendee.Code}", $"/privacy/{attendee.Code}", $"/p/{passOn}", $"/k/{flyer}", $"/w/{welcome.Code}", "/h"];

        foreach (var language in Language.All)
        {
            foreach (var path in paths)
            {
                var page = await neighbourhood.PageAsync($"{path}?lang={language.Code}");
                Assert.Equal((language.Code, language.Direction), (page.GetAttribute("lang"), page.GetAttribute("dir")));
                var choices = page.QuerySelectorAll("nav.languages a");
                Assert.Equal(Language.All.Select(other => (other.Code, other.Direction)), choices.Select(link => (link.GetAttribute("lang")!, link.GetAttribute("dir")!)));
                Assert.Equal(language.Code, Assert.Single(choices, link => link.HasAttribute("aria-current")).GetAttribute("hreflang"));
            }
        }
    }
}

public sealed class PageLimitsTests
{
    [Theory]
    [InlineData(1000, SignUpDay.MaxPerMeeting)]
    [InlineData(7, 7)]
    public async Task A_flyer_s_form_sends_messages_to_so_many_numbers_a_day_and_no_more(int anAddress, int sent)
    {
        await using var neighbourhood = new ServedNeighbourhood($"--Outreach:SignUpsPerDay={anAddress}");
        await neighbourhood.InitializeAsync();
        var code = await neighbourhood.FlyerAsync(await neighbourhood.MeetingAsync());
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < SignUpDay.MaxPerMeeting + 10; i++)
            answers.Add((await neighbourhood.PostAsync($"/k/{code}", ("name", "Iris"), ("phone", $"06 8765{i:00}43"), ("agreed", "yes"))).StatusCode);
        await neighbourhood.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(sent, answers.Count(status => status is HttpStatusCode.SeeOther));
        Assert.Equal(sent, (await neighbourhood.Get<LocalOutbox>().ListAsync(null, CancellationToken.None)).Select(message => message.To).Distinct().Count());
    }

    private static readonly Candidate Someone = new() { Email = new EmailAddress("iris@buurt.example") };

    [Fact]
    public async Task An_organiser_lets_more_sign_ups_through_today()
    {
        await using var neighbourhood = new ServedNeighbourhood();
        await neighbourhood.InitializeAsync();
        var (signUps, meeting) = (neighbourhood.Get<SignUps>(), (await neighbourhood.MeetingAsync()).Id);
        for (var i = 0; i < SignUpDay.MaxPerMeeting; i++)
            Assert.True(await signUps.TakeAsync(GroupId.Default, AbuseLimit.SignUp, meeting, Someone, CancellationToken.None));
        Assert.False(await signUps.TakeAsync(GroupId.Default, AbuseLimit.SignUp, meeting, Someone, CancellationToken.None));

        await signUps.RaiseAsync(GroupId.Default, CancellationToken.None);

        Assert.True(await signUps.TakeAsync(GroupId.Default, AbuseLimit.SignUp, meeting, Someone, CancellationToken.None));
        Assert.Equal(SignUpDay.MaxPerMeeting + 1, (await signUps.TodayAsync(GroupId.Default, CancellationToken.None)).Taken);
    }

    [Fact]
    public async Task Whoever_tries_codes_is_told_to_wait_and_a_stop_still_works()
    {
        await using var neighbourhood = new ServedNeighbourhood("--Outreach:WrongCodesInTenMinutes=3");
        await neighbourhood.InitializeAsync();
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());
        for (var i = 0; i < 3; i++)
            await neighbourhood.PageAsync($"/i/{invitation.Code.Prefix}0000000{i}", HttpStatusCode.NotFound);

        var page = await neighbourhood.PageAsync($"/i/{invitation.Code}", HttpStatusCode.TooManyRequests);
        var stop = await neighbourhood.PostAsync($"/s/{invitation.Code}", ("List-Unsubscribe", "One-Click"));

        Assert.Contains("Even wachten", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, stop.StatusCode);
        Assert.NotNull((await neighbourhood.PersonAsync(invitation.Person)).StoppedAt);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Whoever_tries_codes_on_the_stop_page_reads_the_same_of_each_of_them(string method)
    {
        await using var neighbourhood = new ServedNeighbourhood("--Outreach:WrongCodesInTenMinutes=3");
        await neighbourhood.InitializeAsync();
        var right = (await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync())).Code;
        var wrong = new Code($"{right.Prefix}00000000");
        for (var i = 0; i < 3; i++)
            await neighbourhood.PageAsync($"/s/{right.Prefix}0000000{i}", HttpStatusCode.NotFound);

        async Task<(HttpStatusCode, string)> AskAsync(Code code)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/s/{code}");
            var answer = await neighbourhood.Client.SendAsync(request);
            return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Replace(code.ToString(), "CODE", StringComparison.Ordinal));
        }

        Assert.Equal(await AskAsync(wrong), await AskAsync(right));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(wrong)).Item1);
    }

    [Fact]
    public async Task Whoever_opened_their_code_before_is_not_locked_out_by_a_neighbour_who_tries_codes()
    {
        await using var neighbourhood = new ServedNeighbourhood("--Outreach:WrongCodesInTenMinutes=3");
        await neighbourhood.InitializeAsync();
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());
        await neighbourhood.PageAsync($"/i/{invitation.Code}");
        for (var i = 0; i < 100; i++)
            await neighbourhood.Client.GetAsync($"/i/{invitation.Code.Prefix}000000{i:00}");

        Assert.Equal(HttpStatusCode.OK, (await neighbourhood.Client.GetAsync($"/i/{invitation.Code}")).StatusCode);
    }

    [Fact]
    public async Task Mistakes_in_one_mailing_do_not_close_another()
    {
        await using var neighbourhood = new ServedNeighbourhood("--Outreach:WrongCodesInTenMinutes=3");
        await neighbourhood.InitializeAsync();
        var invitation = await neighbourhood.InviteAsync(await neighbourhood.MeetingAsync());
        var other = invitation.Code.Prefix == "ZZ" ? "YY" : "ZZ";
        for (var i = 0; i < 10; i++)
            await neighbourhood.Client.GetAsync($"/i/{other}0000000{i}");

        Assert.Equal(HttpStatusCode.OK, (await neighbourhood.Client.GetAsync($"/i/{invitation.Code}")).StatusCode);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 6)]
    [InlineData(40, 3 * 5)]
    public async Task One_address_tries_so_many_codes_in_ten_minutes_over_all(int spaces, int looked)
    {
        await using var neighbourhood = new ServedNeighbourhood("--Outreach:WrongCodesInTenMinutes=3");
        await neighbourhood.InitializeAsync();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < spaces * 5; i++)
            answers.Add((await neighbourhood.Client.GetAsync($"/i/{Code.Prefixes.ElementAt(i % spaces)}{i:00000000}")).StatusCode);

        Assert.Equal(looked, answers.Count(status => status is HttpStatusCode.NotFound));
        Assert.Equal(spaces * 5 - looked, answers.Count(status => status is HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_space_that_is_guessed_in_from_everywhere_gives_each_newcomer_a_tenth()
    {
        await using var neighbourhood = new ServedNeighbourhood("--Outreach:WrongCodesInTenMinutes=10", "--Outreach:Proxies=1", "--Outreach:PagesPerMinute=10000");
        await neighbourhood.InitializeAsync();

        var looked = 0;
        for (var address = 0; address < 60; address++)
        {
            for (var i = 0; i < 12; i++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"/i/00{address:0000}{i:0000}") { Headers = { { "X-Forwarded-For", $"192.0.2.{address}" } } };
                looked += (await neighbourhood.Client.SendAsync(request)).StatusCode is HttpStatusCode.NotFound ? 1 : 0;
            }
        }

        Assert.Equal(20 * 10 + 40, looked);
    }

    [Theory]
    [InlineData("--Outreach:Proxies=1", HttpStatusCode.OK)]
    [InlineData("--Outreach:Proxies=0", HttpStatusCode.TooManyRequests)]
    public async Task The_address_behind_a_proxy_counts_only_when_there_is_a_proxy(string proxies, HttpStatusCode second)
    {
        await using var neighbourhood = new ServedNeighbourhood(proxies, "--Outreach:PagesPerMinute=1");
        await neighbourhood.InitializeAsync();

        async Task<HttpStatusCode> AskAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/h") { Headers = { { "X-Forwarded-For", address } } };
            return (await neighbourhood.Client.SendAsync(request)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await AskAsync("192.0.2.1"));
        Assert.Equal(second, await AskAsync("192.0.2.2"));
    }
}
