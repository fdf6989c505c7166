using System.Net;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Web;

public sealed class OrganiserPagesTests : AsOrganiser
{
    [Fact]
    public async Task An_empty_start_says_what_to_do_first()
    {
        var page = await Site.PageAsync("/");

        Assert.Equal(3, page.QuerySelectorAll(".steps li").Length);
        Assert.NotNull(page.QuerySelector("a[href='/meetings/new']"));
    }

    [Fact]
    public async Task The_style_sheet_that_a_page_names_is_served()
    {
        var address = (await Site.PageAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href");

        Assert.Equal("text/css", (await Site.Browser.GetAsync(address)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_new_meeting_says_that_a_list_comes_next()
    {
        var meeting = await Site.MeetingAsync();

        var page = await Site.PageAsync(meeting);

        Assert.Equal("Koffie op het plein", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(meeting + "/lists", page.QuerySelector(".next a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_meeting_that_cannot_be_keeps_what_was_typed_and_says_why()
    {
        var answer = await Site.PostAsync("/meetings/new", ("title", "Koffie"), ("day", "2026-01-01"), ("from", "10:00"), ("until", "12:00"), ("place", "Lindeplein 3"), ("contactName", "Fatima"), ("contactPhone", "06 12345678"), ("audience", "residents"));

        var page = await OrganiserSite.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Koffie", page.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#day")!.GetAttribute("aria-invalid"));
        Assert.Equal("#day", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_meeting_is_changed()
    {
        var meeting = await Site.MeetingAsync();

        var page = await Site.FollowAsync(meeting + "/edit", meeting + "/edit", ("title", "Thee op het plein"), ("day", "2027-03-12"), ("from", "15:00"), ("until", "17:00"), ("place", "Lindeplein 4"), ("contactName", "Fatima"), ("contactPhone", "06 12345678"), ("quota", "2"));

        Assert.Equal("Thee op het plein", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("vrijdag 12 maart 2027, van 15.00 tot 17.00 uur", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calling_a_meeting_off_asks_twice()
    {
        var meeting = await Site.MeetingAsync();
        var confirm = (await Site.PageAsync(meeting)).QuerySelector("details.confirm form")!;
        Assert.Equal(meeting + "/cancel", confirm.GetAttribute("action"));

        var page = await Site.FollowAsync(meeting, meeting + "/cancel");

        Assert.Contains("Deze bijeenkomst is afgezegd.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_was_called_off_cannot_be_moved_and_the_page_says_so()
    {
        var meeting = await Site.MeetingAsync();
        await Site.FollowAsync(meeting, meeting + "/cancel");

        using var answer = await Site.PostAsync(meeting + "/edit", ("title", "Thee op het plein"), ("day", "2027-03-12"), ("from", "15:00"), ("until", "17:00"), ("place", "Lindeplein 4"), ("contactName", "Fatima"), ("contactPhone", "06 12345678"), ("quota", "2"));

        var page = await OrganiserSite.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Maak een nieuwe bijeenkomst.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "consent", "feest", "file")]
    [InlineData("Naam;Mobiel\nBea;0612345678\n", "", "feest", "basis-consent")]
    [InlineData("Naam;Mobiel\nBea;0612345678\n", "consent", "", "note")]
    public async Task A_list_needs_a_file_and_a_ground(string csv, string basis, string note, string wrong)
    {
        var meeting = await Site.MeetingAsync();

        var page = await OrganiserSite.ReadAsync(await Site.SendListAsync(meeting, csv, basis, note), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("#" + wrong, page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_list_tells_what_was_read_what_was_wrong_and_what_was_not_read()
    {
        var list = await Site.UploadAsync(await Site.MeetingAsync(), "Naam;Mobiel;Geloof\nBea Prins;0612345601;x\nFout;0612;x\n");

        var page = await Site.PageAsync(list);

        Assert.Equal(["2", "1", "0", "0", "1"], page.QuerySelectorAll(".numbers dd").Select(dd => dd.TextContent));
        Assert.Equal(["3", "Mobiel", "0612"], page.QuerySelectorAll("#problems tbody tr td").Take(3).Select(td => td.TextContent));
        Assert.Contains("Geloof", page.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
        var rejected = await Site.Browser.GetStringAsync(page.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Contains("Fout;0612", rejected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_says_which_list_could_not_be_read()
    {
        var meeting = await Site.MeetingAsync();
        using var content = new MemoryStream("Kleur;Maat\nrood;42\n"u8.ToArray());
        var list = await Site.Get<UploadList>().HandleAsync(new UploadListCommand(GroupId.Default, new MeetingId(meeting.Split('/')[^1]), "lijst.csv", content, Basis.Consent, "feest", "nl"), default);
        await Site.DrainAsync();

        var page = await Site.PageAsync(meeting);

        Assert.Contains("We konden deze lijst niet lezen.", page.QuerySelector($"a[href='{meeting}/lists/{list.Id}']")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_sending_the_message_is_shown_then_numbers_parts_and_price()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel;E-mail;Taal\nBea Prins;0612345601;;nl\nAnn Hill;;ann@example.org;en\n");

        var texts = await Site.PageAsync(meeting + "/send");
        var people = await Site.PageAsync(meeting + "/send?step=people&seen=en");
        var sure = await Site.PageAsync(meeting + "/send?step=confirm&seen=en");

        Assert.Contains("Koffie op het plein", texts.QuerySelector(".preview .bubble")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Nederlands", "Engels"], people.QuerySelectorAll("tbody th").Select(th => th.TextContent).OrderDescending());
        Assert.Contains("€", people.QuerySelector("tfoot td:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "1", "0"], sure.QuerySelectorAll(".sure dd").Take(3).Select(dd => dd.TextContent));
        Assert.Equal("en", sure.QuerySelector(".sure input[name=seen]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_translation_that_nobody_checked_is_looked_at_before_it_goes()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel;Taal\nÖmer Yıldız;0612345602;tr\n");

        var later = await Site.PageAsync(meeting + "/send?step=confirm", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#seen-tr", later.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Site.PostAsync(meeting + "/send", ("perHour", ""))).StatusCode);
        await Site.FollowAsync(meeting + "/send", meeting + "/send", ("seen", "tr"));
        await Site.DrainAsync();

        Assert.Single(await Site.Get<LocalOutbox>().ListAsync("+31612345602", CancellationToken.None));
    }

    [Fact]
    public async Task Invitations_leave_at_the_moment_that_was_chosen()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel\nBea Prins;0612345601\n");

        var page = await Site.FollowAsync(meeting + "/send", meeting + "/send", ("when", "later"), ("day", "wo 3 mrt"), ("time", "11 uur"));
        await Site.AdvanceAsync(TimeSpan.FromHours(48));
        Assert.Contains("wo 3 mrt 11:00", page.QuerySelector("#mailings + .links")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Site.Get<LocalOutbox>().ListAsync("+31612345601", CancellationToken.None));
        await Site.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Single(await Site.Get<LocalOutbox>().ListAsync("+31612345601", CancellationToken.None));
    }

    [Theory]
    [InlineData("2027-02-27", "11:00", "day")]
    [InlineData("2027-03-11", "13:59", null)]
    [InlineData("do 11 maart", "13.59", null)]
    [InlineData("wo 11 maart", "13:59", "day")]
    [InlineData("2027-03-11", "14:00", "day")]
    [InlineData("", "11:00", "day")]
    public async Task Invitations_leave_in_time_for_people_to_come(string day, string time, string? wrong)
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel\nBea Prins;0612345601\n");

        var page = await Site.PageAsync($"{meeting}/send?step=confirm&when=later&day={day}&time={time}", wrong is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);

        Assert.Equal(wrong is null ? null : "#" + wrong, page.QuerySelector("[role=alert] a")?.GetAttribute("href"));
        Assert.Equal(time, page.QuerySelector("[name=time]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_word_that_labels_people_asks_for_a_second_look_before_sending()
    {
        var meeting = await Site.MeetingAsync(line: "Kwetsbare mensen zijn ook welkom.");
        await Site.UploadAsync(meeting, "Naam;Mobiel\nBea Prins;0612345601\n");
        Assert.NotNull((await Site.PageAsync(meeting + "/send")).QuerySelector(".marks .label mark"));

        var refused = await Site.PostAsync(meeting + "/send", ("perHour", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await Site.FollowAsync(meeting + "/send", meeting + "/send", ("perHour", ""), ("labels", "1"));
        await Site.DrainAsync();

        Assert.Single(await Site.Get<LocalOutbox>().ListAsync("+31612345601", CancellationToken.None));
    }

    [Fact]
    public async Task A_mailing_that_is_spread_can_be_paused_resumed_and_stopped()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"Buur {i};06123456{i:00}\n")));
        var page = await Site.FollowAsync(meeting + "/send", meeting + "/send", ("perHour", "1"));
        var mailing = page.QuerySelector("form[action*='/mailings/']")!.GetAttribute("action")!;

        page = await Site.FollowAsync(meeting, mailing, ("verb", "pause"));
        Assert.Equal("resume", page.QuerySelector("input[name=verb]")!.GetAttribute("value"));
        page = await Site.FollowAsync(meeting, mailing, ("verb", "resume"));
        Assert.Equal("pause", page.QuerySelector("input[name=verb]")!.GetAttribute("value"));
        page = await Site.FollowAsync(meeting, mailing, ("verb", "cancel"));
        Assert.Null(page.QuerySelector("form[action*='/mailings/']"));
    }

    [Fact]
    public async Task The_meeting_shows_its_funnel_and_breakdowns()
    {
        var meeting = await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "ja 2");

        var page = await Site.PageAsync(meeting);

        Assert.Equal(["2", "2", "1", "1", "0", "0", "0"], page.QuerySelectorAll(".funnel .number").Select(td => td.TextContent));
        Assert.Equal(["wave", "channel", "language", "source", "street"], page.QuerySelectorAll(".switch a").Select(link => link.GetAttribute("href")!.Split('=', '#')[1]));
        Assert.Equal(["Sms"], (await Site.PageAsync(meeting + "?by=channel")).QuerySelectorAll(".breakdown tbody th").Select(th => th.TextContent));
        Assert.Equal(["Geen adres"], (await Site.PageAsync(meeting + "?by=street")).QuerySelectorAll(".breakdown tbody th").Select(th => th.TextContent));
    }

    [Fact]
    public async Task The_host_ticks_people_takes_a_tick_back_and_adds_who_walks_in()
    {
        var meeting = await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "ja");
        var page = await Site.PageAsync(meeting + "/checkin");
        var tick = $"{meeting}/{page.QuerySelector(".guests button")!.GetAttribute("formaction")}";

        page = await Site.FollowAsync(meeting + "/checkin", tick, ("there", "yes"), ("q", ""));
        Assert.NotNull(page.QuerySelector(".guests .there"));
        page = await Site.FollowAsync(meeting + "/checkin", tick, ("there", "undo"), ("q", ""));
        Assert.Null(page.QuerySelector(".guests .there"));
        page = await Site.FollowAsync(meeting + "/checkin", meeting + "/walk-ins", ("name", "Piet Bos"), ("phone", ""), ("email", ""), ("language", "nl"));
        Assert.Contains("Piet Bos", page.QuerySelector(".guests .there")!.TextContent, StringComparison.Ordinal);
        page = await Site.PageAsync(meeting + "/checkin?q=omer");
        Assert.Contains("Ömer Yıldız", page.QuerySelector(".guests")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_presses_send_again_reads_that_the_invitations_are_on_their_way()
    {
        var meeting = await Site.MeetingAsync();
        await Site.UploadAsync(meeting, "Naam;Mobiel\nBea Prins;0612345601\nCas Bos;0612345602\nDirk Vos;0612345603\n");
        await Site.FollowAsync(meeting + "/send", meeting + "/send", ("perHour", "1"));
        // The first has left; two wait for their hour.
        await Site.DrainAsync();

        var sending = await Site.PageAsync(meeting + "/send");
        var after = await Site.FollowAsync(meeting, meeting + "/send", ("perHour", ""));

        Assert.StartsWith("2 mensen krijgen de uitnodiging al", sending.QuerySelector("main .task")!.TextContent, StringComparison.Ordinal);
        Assert.Null(sending.QuerySelector("#perHour"));
        Assert.StartsWith("Deze uitnodigingen waren al onderweg.", after.QuerySelector("[role=status]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(2, after.QuerySelectorAll("#mailings + .links form").Length);
    }

    [Fact]
    public async Task One_letter_goes_to_a_household_with_a_code_for_each()
    {
        var meeting = await Site.InvitedAsync("Naam;Straat;Huisnummer;Postcode\nNoor de Wit;Lindelaan;12;1234 AB\nSam de Wit;Lindelaan;12;1234 AB\n");

        var page = await Site.PageAsync(meeting + "/paper/letters");

        var letter = Assert.Single(page.QuerySelectorAll("article.sheet"));
        Assert.Equal(2, letter.QuerySelectorAll("svg.qr").Length);
        Assert.Empty(letter.QuerySelectorAll(".text"));
    }

    [Fact]
    public async Task A_fixed_line_stands_on_the_call_list()
    {
        var meeting = await Site.InvitedAsync("Naam;Telefoon\nHenk Mol;0301234567\n");

        Assert.NotNull((await Site.PageAsync(meeting + "/paper/calls")).QuerySelector("a[href='tel:+31301234567']"));
        await Site.PageAsync(meeting + "/paper/doors");
    }

    [Fact]
    public async Task A_flyer_keeps_its_code()
    {
        var meeting = await Site.MeetingAsync();

        var first = (await Site.PageAsync(meeting + "/flyer")).QuerySelector(".poster strong")!.TextContent;

        Assert.Contains("/k/", first, StringComparison.Ordinal);
        Assert.Equal(first, (await Site.PageAsync(meeting + "/flyer")).QuerySelector(".poster strong")!.TextContent);
    }

    [Fact]
    public async Task What_came_of_it_is_shown_before_it_is_told()
    {
        var meeting = await Site.InvitedAsync();
        await Site.AdvanceAsync(TimeSpan.FromDays(12));
        var shown = await OrganiserSite.ReadAsync(await Site.PostAsync(meeting + "/report", ("report", "Er komt een bankje.")), HttpStatusCode.OK);
        Assert.Equal("Er komt een bankje.", shown.QuerySelector("blockquote")!.TextContent);

        await Site.FollowAsync(meeting + "/report", meeting + "/report", ("report", "Er komt een bankje."), ("sure", "1"));

        Assert.Null((await Site.PageAsync(meeting + "/report")).QuerySelector("textarea"));
    }

    [Fact]
    public async Task A_question_is_answered_in_the_inbox()
    {
        await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "Is er een lift in het gebouw?");
        var item = (await Site.PageAsync("/inbox")).QuerySelector(".cards a")!.GetAttribute("href")!;

        await Site.FollowAsync(item, item + "/answer", ("text", "Ja, rechts van de deur."));
        await Site.DrainAsync();

        Assert.Contains(await Site.Get<LocalOutbox>().ListAsync("+31612345601", CancellationToken.None), m => m.Text.Contains("rechts van de deur", StringComparison.Ordinal));
        Assert.Null((await Site.PageAsync("/inbox")).QuerySelector(".cards a"));
    }

    [Fact]
    public async Task A_stop_that_says_more_is_shown_as_one_and_cannot_be_answered()
    {
        await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "Geen e-mail meer graag, alleen sms");
        var list = await Site.PageAsync("/inbox");
        var page = await Site.PageAsync(list.QuerySelector(".cards a")!.GetAttribute("href")!);

        Assert.Contains("krijgt ze ook niet", list.QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("krijgt ze ook niet", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("textarea"));
    }

    [Fact]
    public async Task An_answer_that_cannot_go_any_more_is_shown_as_it_was_typed()
    {
        await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "Is er een lift in het gebouw?");
        var item = (await Site.PageAsync("/inbox")).QuerySelector(".cards a")!.GetAttribute("href")!;
        await Site.ReplyAsync("+31612345601", "stop");

        using var answer = await OrganiserSite.PostAsync(Site.Browser, item, item + "/answer", ("text", "Ja, rechts van de deur."));

        var page = await OrganiserSite.ReadAsync(answer, HttpStatusCode.OK);
        Assert.Equal("Ja, rechts van de deur.", page.QuerySelector("[role=alert] + blockquote")!.TextContent);
        Assert.StartsWith("Niet verstuurd.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_marked_as_a_yes()
    {
        var meeting = await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "Is er een lift in het gebouw?");
        var item = (await Site.PageAsync("/inbox")).QuerySelector(".cards a")!.GetAttribute("href")!;

        await Site.FollowAsync(item, item + "/close", ("as", "yes"));

        Assert.Equal("1", (await Site.PageAsync(meeting)).QuerySelectorAll(".funnel .number")[3].TextContent);
    }

    [Fact]
    public async Task A_person_is_found_shown_with_the_ground_and_erased()
    {
        await Site.InvitedAsync();
        var person = (await Site.PageAsync("/people?q=omer")).QuerySelector(".data tbody a")!.GetAttribute("href")!;
        var page = await Site.PageAsync(person);
        Assert.Contains("lijst op het feest", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".thread .bubble"));

        await Site.FollowAsync(person, person + "/erase");

        await Site.PageAsync(person, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_resident_is_added_and_the_package_handed_over()
    {
        var page = await Site.FollowAsync("/welcome", "/welcome", ("name", "Yara Smit"), ("movedIn", "20 febr"), ("street", "Lindelaan"), ("houseNumber", "4"), ("postcode", "1234 AB"));
        Assert.Contains("20 februari 2027", page.QuerySelector(".cards li")!.TextContent, StringComparison.Ordinal);
        var form = page.QuerySelector(".cards form")!.GetAttribute("action")!;

        page = await Site.FollowAsync("/welcome", form, ("by", "Bea"));

        Assert.Contains("door Bea", page.QuerySelector(".cards li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newcomer_plays_the_residents_and_moves_the_clock()
    {
        var meeting = await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "ja");
        var box = await Site.PageAsync("/messages?to=%2B31612345601");
        Assert.Equal("ja", box.QuerySelector(".theirs .bubble")!.TextContent);

        var page = await Site.FollowAsync("/messages", "/messages/clock", ("by", "P1D"));

        Assert.Contains("dinsdag 2 maart 2027", page.QuerySelector(".clock")!.TextContent, StringComparison.Ordinal);
        await Site.PageAsync(meeting + "/tree");
    }

    [Theory]
    [InlineData("/meetings/000000000000")]
    [InlineData("/meetings/nonsense/send")]
    [InlineData("/people/nobody")]
    [InlineData("/inbox/nothing")]
    public async Task What_is_not_there_is_said_kindly(string path) =>
        Assert.Equal("Niet gevonden", (await Site.PageAsync(path, HttpStatusCode.NotFound)).QuerySelector("h1")!.TextContent);
}
