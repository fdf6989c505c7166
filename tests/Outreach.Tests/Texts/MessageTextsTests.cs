using AngleSharp.Html.Parser;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Tests.Texts;

public sealed class MessageTextsTests
{
    private const string Link = "https://uitnodiging.example/i/7KQ2M9X4TB";

    private static readonly MeetingFacts Coffee = new(
        "Koffie in de buurtkamer",
        "Lindehof, Beukstraat 4",
        new(2026, 11, 25, 14, 0, 0, TimeSpan.FromHours(1)),
        new(2026, 11, 25, 16, 0, 0, TimeSpan.FromHours(1)),
        "Fatima",
        "06 12345678");

    private static readonly MessageFacts Minimal = new() { Group = "Buurtgroep Lindehof", Meeting = Coffee };

    private static readonly MessageFacts Typical = Minimal with
    {
        Name = "Samira",
        Link = Link,
        StopLink = "https://uitnodiging.example/s/7KQ2M9X4TB",
        Nominator = "Amina",
    };

    private static readonly MessageFacts Full = Typical with
    {
        PersonalLine = "Er is ook taart.",
        Party = 3,
        PassOnLinks = ["https://uitnodiging.example/p/A1B2C3D4E5", "https://uitnodiging.example/p/F6G7H8J9K0"],
        OwnText = "De bank bij de vijver komt er.",
    };

    private static readonly MessageKind[] Invitations = [MessageKind.Invitation, MessageKind.NomineeInvitation, MessageKind.Nudge];

    public static TheoryData<string, MessageKind> AllKinds =>
        [.. Language.All.SelectMany(language => Enum.GetValues<MessageKind>().Select(kind => (language.Code, kind)))];

    public static TheoryData<string, MessageKind> AllInvitations =>
        [.. Language.All.SelectMany(language => Invitations.Select(kind => (language.Code, kind)))];

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Every_message_can_be_written_in_every_language(string code, MessageKind kind)
    {
        foreach (var facts in new[] { Minimal, Typical, Full, Full with { Name = null, Nominator = null, Source = "nomination" } })
        {
            var message = Render(code, kind, facts);

            Assert.All([message.Subject, message.Sms, message.Text, message.Html], text =>
            {
                Assert.NotEmpty(text.Trim());
                Assert.DoesNotContain('{', text);
                Assert.DoesNotContain("  ", text);
                Assert.DoesNotContain(" ,", text);
            });
            Assert.DoesNotContain('\n', message.Subject);
        }
    }

    [Theory]
    [MemberData(nameof(AllInvitations))]
    public void An_invitation_by_sms_says_where_when_who_how_to_answer_and_how_to_stop(string code, MessageKind kind)
    {
        var language = Language.Find(code)!;
        var sms = Plain(Render(code, kind, Typical).Sms);

        Assert.All(
            ["Koffie in de buurtkamer", "Lindehof, Beukstraat 4", language.ShortMoment(Coffee.StartsAt), "Fatima", "06 12345678", Link, language.Text("word.yes"), language.Text("word.no"), "STOP"],
            part => Assert.Contains(part, sms, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllInvitations))]
    public void An_invitation_by_mail_says_where_when_who_how_to_answer_and_how_to_stop(string code, MessageKind kind)
    {
        var language = Language.Find(code)!;
        var message = Render(code, kind, Typical);
        var html = new HtmlParser().ParseDocument(message.Html).Body!.TextContent;
        string[] parts =
        [
            "Koffie in de buurtkamer", "Lindehof, Beukstraat 4", language.Period(Coffee.StartsAt, Coffee.EndsAt), "Fatima", "06 12345678", "Buurtgroep Lindehof",
            language.Text("word.yes"), language.Text("word.no"), language.Text("word.maybe"), "STOP", Typical.StopLink!,
        ];

        Assert.All(parts, part => Assert.Contains(part, message.Text, StringComparison.Ordinal));
        Assert.All(parts, part => Assert.Contains(part, html, StringComparison.Ordinal));
        Assert.Contains(Link, message.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Link}\"", message.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void A_typical_sms_is_two_segments_at_most_or_three_in_other_alphabets(string code, MessageKind kind)
    {
        foreach (var weekday in Enumerable.Range(0, 7))
        {
            var meeting = Coffee with { StartsAt = Coffee.StartsAt.AddDays(weekday - 7) };
            foreach (var nominator in new[] { Typical.Nominator, null })
            {
                var sms = Render(code, kind, Typical with { Meeting = meeting, Nominator = nominator, OwnText = kind is MessageKind.InboxAnswer ? "Ja, er is een lift." : null }).Sms;
                var counted = SmsSegments.Count(sms);

                Assert.True(counted.Segments <= (code is "nl" or "en" or "so" or "fr" ? 2 : 3), $"{counted.Segments} segments, {counted.Characters} characters: {sms}");
            }
        }
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fa")]
    public void In_a_letter_from_right_to_left_a_phone_number_keeps_its_order(string code) =>
        Assert.Contains("\u206606 12345678\u2069", Render(code, MessageKind.Invitation, Typical).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("so")]
    [InlineData("fr")]
    public void Our_own_words_never_make_an_sms_dearer(string code)
    {
        foreach (var kind in Enum.GetValues<MessageKind>())
            foreach (var month in Enumerable.Range(1, 12))
            {
                var meeting = Coffee with { StartsAt = new(2026, month, month, 14, 0, 0, TimeSpan.Zero) };

                Assert.Null(SmsSegments.Count(Render(code, kind, Full with { Meeting = meeting }).Sms).FirstForcingCharacter);
            }
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void The_page_of_a_mail_knows_its_language_and_direction(string code, MessageKind kind)
    {
        var html = new HtmlParser().ParseDocument(Render(code, kind, Full).Html);

        Assert.Equal(code, html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(code is "ar" or "fa" ? "rtl" : "ltr", html.DocumentElement.GetAttribute("dir"));
        Assert.Empty(html.QuerySelectorAll("img, script, link"));
        // What mail on the web shows of it.
        var shown = Assert.Single(html.Body!.Children);
        Assert.Equal((code, html.DocumentElement.GetAttribute("dir")), (shown.GetAttribute("lang"), shown.GetAttribute("dir")));
    }

    [Fact]
    public void What_people_typed_is_encoded_and_isolated_in_html()
    {
        var facts = Full with
        {
            Name = "Anne \"<script>alert(1)</script>\" O'Hara",
            Group = "Buren & Co",
            PersonalLine = "Neem mee:\n<b>zin</b>",
            Link = "https://uitnodiging.example/i/A?a=1&b=\"2\"",
        };

        var html = Render("nl", MessageKind.Invitation, facts).Html;
        var document = new HtmlParser().ParseDocument(html);

        Assert.Empty(document.QuerySelectorAll("script, b"));
        Assert.Contains("Anne \"<script>alert(1)</script>\" O'Hara", document.QuerySelectorAll("bdi").Select(bdi => bdi.TextContent));
        Assert.Contains("Buren & Co", document.QuerySelectorAll("bdi").Select(bdi => bdi.TextContent));
        Assert.Contains(facts.Link, document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void A_name_cannot_turn_the_text_around_or_start_a_new_line()
    {
        var message = Render("nl", MessageKind.Invitation, Typical with { Name = "\u202EZo\u2066n\nNaam\u0007" });

        Assert.StartsWith("Dag Zon Naam!", message.Sms, StringComparison.Ordinal);
        Assert.StartsWith("Dag Zon Naam,", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_greeting_without_a_name_reads_naturally()
    {
        var message = Render("nl", MessageKind.Invitation, Typical with { Name = " " });

        Assert.StartsWith("Welkom bij Koffie in de buurtkamer", message.Sms, StringComparison.Ordinal);
        Assert.StartsWith("Dag buur,\n\n", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_would_double_the_price_is_left_out_of_the_sms_alone()
    {
        var message = Render("nl", MessageKind.Invitation, Typical with { Name = "Zoë" });

        Assert.Equal(SmsEncoding.Gsm7, SmsSegments.Count(message.Sms).Encoding);
        Assert.DoesNotContain("Zoë", message.Sms, StringComparison.Ordinal);
        Assert.Contains("Dag Zoë,", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Typographic_quotes_and_dashes_do_not_double_the_price()
    {
        Assert.Null(SmsSegments.Count(SmsCharacters.Plain("‘ja’ – “ok”…\u00A0")).FirstForcingCharacter);
        Assert.Contains("'t Café - samen", Render("nl", MessageKind.Invitation, Typical with { PersonalLine = "’t Café – samen" }).Sms, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fa")]
    public void Signs_that_keep_directions_apart_never_cost_a_segment(string code)
    {
        foreach (var kind in Enum.GetValues<MessageKind>())
            foreach (var facts in new[] { Minimal, Typical, Full })
            {
                var sms = Render(code, kind, facts).Sms;
                var bare = Plain(sms).Replace("06 12345678", "\u200E06 12345678", StringComparison.Ordinal);

                Assert.Equal(SmsSegments.Count(bare).Segments, SmsSegments.Count(sms).Segments);
            }
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void A_link_in_an_sms_stands_bare_so_that_a_phone_opens_it(string code, MessageKind kind)
    {
        var words = Render(code, kind, Full).Sms.Split(' ').Where(word => word.Contains("https://", StringComparison.Ordinal));

        Assert.All(words, word => Assert.Contains(word, (string[])[Full.Link!, .. Full.PassOnLinks]));
    }

    [Fact]
    public void Somebody_named_by_a_neighbour_is_told_so_whatever_the_source()
    {
        Assert.Contains("omdat een buur uw naam aan", Render("nl", MessageKind.NomineeInvitation, Typical).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phone_number_in_a_right_to_left_sms_keeps_its_order()
    {
        var sms = Render("ar", MessageKind.Invitation, Typical).Sms;

        Assert.Contains(sms[sms.IndexOf("06 12345678", StringComparison.Ordinal) - 1], "\u200E\u2066");
    }

    [Fact]
    public void Only_an_absurdly_long_title_is_cut_and_only_in_the_sms()
    {
        var title = string.Join(' ', Enumerable.Repeat("Gezellige", 20));

        var message = Render("nl", MessageKind.Invitation, Typical with { Meeting = Coffee with { Title = title } });

        Assert.Contains("bij Gezellige Gezellige Gezellige Gezellige Gezellige..., wo 25", message.Sms, StringComparison.Ordinal);
        Assert.Contains(title, message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Amina", "Uw buur Amina gaf ons uw n")]
    [InlineData(null, "Een buur gaf ons uw n")]
    public void Somebody_named_by_a_neighbour_reads_who_did_only_when_that_was_agreed(string? nominator, string says)
    {
        var message = Render("nl", MessageKind.NomineeInvitation, Typical with { Nominator = nominator, Source = "nomination" });

        Assert.Contains(says + "ummer", message.Sms, StringComparison.Ordinal);
        Assert.Contains(says + "aam", message.Text, StringComparison.Ordinal);
        Assert.Contains("Antwoord STOP. Dan wissen we uw gegevens meteen", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_says_where_the_data_came_from()
    {
        foreach (var source in new[] { "list", "nomination", "door", "flyerCode", "welcome", "walkIn", "signUp" })
            Assert.Contains(Language.All[0].Text($"source.{source}", ("group", "Buurtgroep Lindehof")), Render("nl", MessageKind.Invitation, Typical with { Source = source }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pass_on_links_stand_in_the_thanks()
    {
        var message = Render("nl", MessageKind.Thanks, Full);

        Assert.All(Full.PassOnLinks, link => Assert.Contains(link, message.Text, StringComparison.Ordinal));
        Assert.All(Full.PassOnLinks, link => Assert.Contains($"<a href=\"{link}\">", message.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void Somebody_who_said_stop_gets_no_link_and_no_more_questions()
    {
        Assert.DoesNotContain("http", Render("nl", MessageKind.Stopped, Full).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_about_a_meeting_without_one_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => Render("nl", MessageKind.Invitation, Minimal with { Meeting = null }));
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void A_message_that_is_not_about_a_meeting_can_do_without_one(string code, MessageKind kind)
    {
        if (kind is MessageKind.WhatCameOfIt or >= MessageKind.Welcome and not MessageKind.PartReminder)
            Assert.NotEmpty(Render(code, kind, Full with { Meeting = null }).Text);
    }

    private static RenderedMessage Render(string code, MessageKind kind, MessageFacts facts) => MessageTexts.Render(kind, Language.Find(code)!, facts);

    private static string Plain(string sms) => new([.. sms.Where(character => character is not ('\u2066' or '\u2068' or '\u2069' or '\u200E'))]);
}
