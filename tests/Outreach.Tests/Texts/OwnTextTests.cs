using AngleSharp.Html.Parser;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Tests.Texts;

public sealed class OwnTextTests
{
    private const string Link = "https://uitnodiging.example/i/7KQ2M9X4TB";

    private static readonly MessageFacts Facts = new()
    {
        Name = "Samira Haddad",
        Group = "Buurtgroep Lindehof",
        Meeting = new("Koffie", "Lindehof, Beukstraat 4", new(2026, 11, 25, 14, 0, 0, TimeSpan.FromHours(1)), new(2026, 11, 25, 16, 0, 0, TimeSpan.FromHours(1)), "Fatima", "06 12345678"),
        Link = Link,
        StopLink = "https://uitnodiging.example/s/7KQ2M9X4TB",
        Code = "7KQ2M9X4TB",
        Nominator = "Amina",
        Party = 2,
        PassOnLinks = ["https://uitnodiging.example/p/A1B2C3D4E5"],
    };

    public static TheoryData<string, MessageKind> AllTexts =>
        [.. Language.All.SelectMany(language => OwnText.Kinds.Append(MessageKind.NomineeInvitation).Select(kind => (language.Code, kind)))];

    [Theory]
    [MemberData(nameof(AllTexts))]
    public void What_must_be_said_is_said_around_an_own_text(string code, MessageKind kind)
    {
        var language = Language.Find(code)!;

        var message = Render(code, kind, "Taart!", "Er is taart.");

        Assert.Contains("Taart!", message.Sms, StringComparison.Ordinal);
        Assert.Contains("Er is taart.", message.Text, StringComparison.Ordinal);
        Assert.All(MustBeSaid(kind, language), part => Assert.Contains(part, message.Sms, StringComparison.Ordinal));
        string[] links = kind is MessageKind.MissedYou ? [] : [Link];
        Assert.All(["06 12345678", "STOP", Facts.StopLink!, .. links], part => Assert.Contains(part, message.Text, StringComparison.Ordinal));
        if (kind is MessageKind.ConfirmYes or MessageKind.Reminder)
            Assert.All([message.Sms, message.Text], text => Assert.Contains(language.Count("count.party", Facts.Party), text, StringComparison.Ordinal));
        if (kind is MessageKind.NomineeInvitation)
            Assert.All([message.Sms, message.Text], text => Assert.Contains("Amina", text, StringComparison.Ordinal));
        Assert.DoesNotContain('{', message.Sms + message.Text + message.Html);
    }

    private static string[] MustBeSaid(MessageKind kind, Language language)
    {
        var (yes, no) = (language.Text("word.yes"), language.Text("word.no"));
        string[] which = ["Lindehof", language.ShortMoment(Facts.Meeting!.StartsAt), "06 12345678"];
        return kind switch
        {
            MessageKind.ConfirmYes => [.. which, no],
            MessageKind.ConfirmNo => ["06 12345678", yes],
            MessageKind.ConfirmMaybe => [.. which, yes, no],
            MessageKind.Reminder => ["Lindehof", "06 12345678", no],
            MessageKind.Thanks => ["06 12345678", Link, "STOP"],
            MessageKind.MissedYou => ["06 12345678", "STOP"],
            _ => [.. which, Link, yes, no, "STOP"],
        };
    }

    [Theory]
    [InlineData("((voornaam)), eet je mee?", "Samira Haddad", "Samira, eet je mee?")]
    [InlineData("Eten op ((dag))\r\nBcc: iedereen", "Samira Haddad", "Eten op woensdag 25 november 2026 Bcc: iedereen")]
    [InlineData("((voornaam))", null, "Welkom bij Koffie")]
    [InlineData(null, null, "Welkom bij Koffie")]
    public void A_subject_is_one_line_and_never_empty(string? own, string? name, string subject)
    {
        var message = MessageTexts.Render(
            MessageKind.Invitation, Language.Find("nl")!, Facts with { Name = name }, new OwnText(MessageKind.Invitation, "nl", new OwnParts(own, null, null), null, default));

        Assert.Equal(subject, message.Subject);
        Assert.Contains("Wij nodigen u graag uit", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_the_place_of_the_standard_words()
    {
        var standard = Render("nl", MessageKind.Invitation, null, null);
        var own = Render("nl", MessageKind.Invitation, "Er is taart.", "Er is taart.\nEn thee.\n\nNeem iets mee.");

        Assert.Contains("Wij nodigen u graag uit", standard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij nodigen u graag uit", own.Text, StringComparison.Ordinal);
        Assert.StartsWith("Dag Samira Haddad,\n\nEr is taart.\nEn thee.\n\nNeem iets mee.\n\nWanneer: ", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_it_gives_are_not_said_twice()
    {
        var sms = Render("nl", MessageKind.Invitation, "Dag ((voornaam)), kom je ((wanneer)) naar ((WHERE))? Bel (( contact )) op ((phone)). Zie ((link))", null).Sms;

        Assert.Equal(
            $"Dag Samira, kom je wo 25 nov 14:00 naar Lindehof, Beukstraat 4? Bel Fatima op 06 12345678. Zie {Link} Komt u? Antwoord JA of NEE. Buurtgroep Lindehof, Geen berichten meer? STOP.", sms);
    }

    [Theory]
    [InlineData(null, "Dag! Leuk!")]
    [InlineData("Samira Haddad", "Dag Samira! Leuk!")]
    [InlineData("M. Haddad", "Dag M. Haddad! Leuk!")]
    public void Whoever_has_no_name_is_greeted_without(string? name, string start) =>
        Assert.StartsWith(start, Render("nl", MessageKind.Invitation, "Dag ((voornaam))! Leuk!", null, Facts with { Name = name }).Sms.Replace("Dag Samira Haddad! ", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void In_a_page_its_words_are_encoded_and_its_facts_isolated()
    {
        var html = Render("ar", MessageKind.Invitation, null, "<b>أهلا</b> ((naam)): ((telefoon)), ((code))").Html;

        Assert.Contains("&lt;b&gt;أهلا&lt;/b&gt; <bdi>Samira Haddad</bdi>: <bdi dir=\"ltr\">06 12345678</bdi>, <bdi dir=\"ltr\">7KQ2M9X4TB</bdi>", html, StringComparison.Ordinal);
        Assert.Empty(new HtmlParser().ParseDocument(html).QuerySelectorAll("b"));
    }

    [Fact]
    public void Braces_and_question_marks_are_signs_like_others() =>
        Assert.Contains("?Kom {je}? {title}", Render("nl", MessageKind.Invitation, "?Kom {je}? {title}", null).Sms, StringComparison.Ordinal);

    [Theory]
    [InlineData("Dag ((voornaam))! (Tot ((dag)).) :))", null)]
    [InlineData("Dag ((FirstName))", null)]
    [InlineData("Dag ((voornam))!", "((voornam))")]
    [InlineData("Dag ((voornaam!", "((voornaam!")]
    [InlineData("Dag (())", "((")]
    public void An_unknown_placeholder_is_named_with_its_place(string text, string? found)
    {
        var problem = new OwnTextDraft(MessageKind.Invitation, "nl", new OwnParts(null, null, text), false, null).Check();

        Assert.Equal(found is null ? null : new OwnTextProblem(OwnTextProblemCode.Placeholder, WrittenPlace.Text, found, 4), problem);
    }

    [Fact]
    public void A_word_that_labels_people_is_asked_about_where_it_stands()
    {
        var draft = new OwnTextDraft(MessageKind.Invitation, "nl", new OwnParts("Voor eenzame buren", "((voornaam)), kwetsbare mensen zijn welkom.", null), false, null);

        Assert.Equal(OwnTextProblemCode.Labels, draft.Check()!.Code);
        Assert.Equal([(WrittenPlace.Subject, "eenzame", 5), (WrittenPlace.Sms, "kwetsbare", 14)], draft.Words.Labels().Select(label => (label.Place, label.Word, label.At)));
        Assert.Null((draft with { Confirmed = true }).Check());
    }

    [Theory]
    [InlineData(MessageKind.Stopped, "nl", 10, OwnTextProblemCode.Kind)]
    [InlineData(MessageKind.Invitation, "xx", 10, OwnTextProblemCode.Language)]
    [InlineData(MessageKind.Invitation, "nl", 481, OwnTextProblemCode.TooLong)]
    [InlineData(MessageKind.ConfirmWaiting, "nl", 10, OwnTextProblemCode.Kind)]
    public void What_cannot_be_replaced_is_refused(MessageKind kind, string language, int length, OwnTextProblemCode code) =>
        Assert.Equal(code, new OwnTextDraft(kind, language, new OwnParts(null, new string('a', length), null), false, null).Check()!.Code);

    private static RenderedMessage Render(string code, MessageKind kind, string? sms, string? text, MessageFacts? facts = null) => MessageTexts.Render(
        kind, Language.Find(code)!, facts ?? Facts, sms is null && text is null ? null : new OwnText(kind, code, new OwnParts(null, sms, text), null, default));
}
