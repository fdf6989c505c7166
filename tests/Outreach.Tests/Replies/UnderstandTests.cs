using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class UnderstandTests
{
    private static readonly DateTimeOffset Midday = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Understand Understand = new(Phrase.Reader, WholeProgram.Settings);

    [Theory]
    [InlineData("ja 2", Reply.Yes, 2)]
    [InlineData("ja", Reply.Yes, null)]
    [InlineData("nee", Reply.No, null)]
    [InlineData("misschien", Reply.Maybe, null)]
    public void An_answer_says_who_comes_and_a_yes_without_a_number_says_none(string words, Reply reply, int? party)
    {
        var answer = Assert.IsType<Intent.Answer>(Of(words));

        Assert.Equal((reply, party, "nl", false, false), (answer.Reply, answer.Party, answer.WrittenIn, answer.IsMereOk, answer.SaysBoth));
    }

    [Fact]
    public void Ok_is_a_yes_that_turns_nothing_round_and_both_may_be_two_meetings()
    {
        Assert.True(Assert.IsType<Intent.Answer>(Of("ok")).IsMereOk);
        Assert.True(Assert.IsType<Intent.Answer>(Of("ja allebei")).SaysBoth);
    }

    [Theory]
    [InlineData("stop", null, false)]
    [InlineData("stop", "STOP", true)]
    [InlineData("ja", "STOP", true)]
    public void A_stop_that_the_provider_heard_is_a_stop_that_it_has_answered(string words, string? heard, bool isAnswered) =>
        Assert.Equal(new Intent.Stop(isAnswered), Of(words, heard));

    [Theory]
    [InlineData("stop aub, geen interesse")]
    [InlineData("Graag geen berichten meer")]
    [InlineData("ik wil geen berichten meer")]
    [InlineData("Kunt u mij van de lijst afhalen, bedankt")]
    [InlineData("stop met sms, sorry")]
    [InlineData("Stop!!! Groetjes Ans")]
    [InlineData("Stop please, not interested, thanks")]
    [InlineData("arrêtez de m'envoyer des messages", "fr")]
    [InlineData("lütfen dur", "tr")]
    public void A_stop_with_courtesy_or_a_reason_is_a_mere_stop(string words, string language = "nl") =>
        Assert.Equal(new Intent.Stop(IsAnswered: false), Of(words, writer: Writer(An.Person with { Language = language })));

    [Theory]
    [InlineData("Stuur geen brieven meer naar mijn oude adres aub. Niet meer bellen aub, sms mag wel")]
    [InlineData("Geen e-mail meer graag, alleen sms")]
    [InlineData("Geen mail meer, sms wel")]
    [InlineData("Graag geen sms na 20 uur")]
    [InlineData("Please stop sending letters, text is fine")]
    [InlineData("Don't text me, email me instead: bo@x.example")]
    [InlineData("Mijn man en ik komen graag maar hij wil geen berichten meer")]
    [InlineData("My husband wants no more messages but I will come")]
    [InlineData("Stuur mijn vader geen berichten meer, hij is overleden. Ik ben zijn dochter en kom graag in zijn plaats. Kunt u mij bellen op 0698765432?")]
    [InlineData("Ik wil geen herinneringen meer, ik kom")]
    [InlineData("U hoeft mij geen bericht meer te sturen, ik kom gewoon")]
    [InlineData("JA (niet STOP)")]
    [InlineData("verkeerd nummer, stop")]
    [InlineData("Wis al mijn gegevens alstublieft")]
    [InlineData("Please remove my data from your list")]
    [InlineData("STOP of ik bel de politie")]
    [InlineData("Stop, mijn vrouw is overleden")]
    public void A_stop_that_says_more_than_that_is_a_stop_and_for_a_person(string words) =>
        Assert.Equal(new Intent.Stop(IsAnswered: false) { SaysMore = true }, Of(words));

    [Fact]
    public void A_stop_somewhere_in_a_letter_is_a_stop_and_for_a_person() =>
        Assert.Equal(new Intent.Stop(IsAnswered: false) { SaysMore = true }, Of($"{string.Join(' ', Enumerable.Repeat("Ik schrijf u over de straat", 80))}. Geen berichten meer aub."));

    [Fact]
    public void Thanks_and_questions_and_what_we_are_not_sure_of_are_no_answer()
    {
        Assert.Equal(new Intent.Thanks(MayAsk: false), Of("Bedankt!"));
        Assert.IsType<Intent.Unsure>(Of("Hoe laat begint het eigenlijk?"));
        Assert.IsType<Intent.Unsure>(Of("Als mijn dochter thuis is dan wel denk ik"));
    }

    [Theory]
    [InlineData("Tot donderdag!", "nl")]
    [InlineData("Ja ik kom donderdag, want vrijdag gaan we op vakantie", "nl")]
    [InlineData("tak, przyjdę w czwartek", "pl")]
    [InlineData("بله پنج شنبه میام", "fa")]
    public void A_yes_that_names_the_day_of_the_meeting_is_a_yes(string words, string language) =>
        Assert.Equal(Reply.Yes, Assert.IsType<Intent.Answer>(Of(words, writer: Writer(An.Person with { Language = language }))).Reply);

    [Theory]
    [InlineData("Ja, tot vrijdag!", "nl")]
    [InlineData("Ik kom vrijdagavond", "nl")]
    [InlineData("Vrijdag kan ik niet", "nl")]
    [InlineData("zaterdag kan ik wel", "nl")]
    [InlineData("Yes, see you on Friday", "nl")]
    [InlineData("tak, przyjdę w sobotę", "pl")]
    [InlineData("evet cumartesi gelirim", "tr")]
    [InlineData("نعم سأحضر يوم الجمعة", "ar")]
    public void An_answer_that_names_another_day_than_the_meeting_is_on_goes_to_a_person(string words, string language) =>
        Assert.IsType<Intent.Unsure>(Of(words, writer: Writer(An.Person with { Language = language })));

    [Theory]
    [InlineData("ik kom morgen", "nl")]
    [InlineData("ik kom morgn", "nl")]
    [InlineData("Ik kom overmorgen langs", "nl")]
    [InlineData("Ik ben er vanavond bij", "nl")]
    [InlineData("ja, tot vanmiddag", "nl")]
    [InlineData("ja ik kom volgende week", "nl")]
    [InlineData("tot volgende week donderdag", "nl")]
    [InlineData("ik kom dit weekend", "nl")]
    [InlineData("Ja, tot 25 maart!", "nl")]
    [InlineData("Ja, tot donderdag 25 maart!", "nl")]
    [InlineData("Yes I'll come tomorrow", "en")]
    [InlineData("Yes, see you next week", "en")]
    [InlineData("oui, à demain", "fr")]
    [InlineData("evet yarın gelirim", "tr")]
    [InlineData("tak, do jutra", "pl")]
    [InlineData("نعم غدا", "ar")]
    [InlineData("так, до завтра", "uk")]
    [InlineData("haa berri", "so")]
    [InlineData("بله فردا میام", "fa")]
    [InlineData("Morgen kan ik niet", "nl")]
    [InlineData("Ik kan morgen niet", "nl")]
    public void An_answer_for_a_day_that_is_not_the_one_of_the_meeting_goes_to_a_person(string words, string language) =>
        Assert.IsType<Intent.Unsure>(Of(words, writer: InDays(17, language)));

    [Theory]
    [InlineData("ik kom vanavond", "nl", 0, 1)]
    [InlineData("yes see you tonight", "en", 0, 1)]
    [InlineData("ik kom morgen", "nl", 1, 2)]
    [InlineData("evet yarın gelirim", "tr", 1, 2)]
    [InlineData("نعم غدا", "ar", 1, 0)]
    [InlineData("haa berri", "so", 1, 0)]
    [InlineData("Ik kom overmorgen langs", "nl", 2, 1)]
    [InlineData("tot volgende week, ja", "nl", 7, 1)]
    [InlineData("Yes, see you next week", "en", 13, 14)]
    [InlineData("tot volgende week donderdag", "nl", 10, 3)]
    [InlineData("ja ik kom deze week", "nl", 6, 7)]
    public void Tomorrow_and_next_week_are_counted_from_the_day_on_which_somebody_writes(string words, string language, int meant, int other)
    {
        Assert.Equal(Reply.Yes, Assert.IsType<Intent.Answer>(Of(words, writer: InDays(meant, language))).Reply);
        Assert.IsType<Intent.Unsure>(Of(words, writer: InDays(other, language)));
    }

    [Theory]
    [InlineData("goedemorgen, ja ik kom", Reply.Yes)]
    [InlineData("goede morgen ja ik kom", Reply.Yes)]
    [InlineData("Morgen! ja ik kom", Reply.Yes)]
    [InlineData("Ja, tot donderdag 18 maart!", Reply.Yes)]
    [InlineData("nee, ik moet morgen werken", Reply.No)]
    [InlineData("nee ik moet morgen werken", Reply.No)]
    [InlineData("nee, volgende week zijn we op vakantie", Reply.No)]
    [InlineData("nee, tot en met 20 maart ben ik op vakantie", Reply.No)]
    public void A_greeting_and_the_day_of_a_reason_leave_an_answer_as_it_is(string words, Reply reply) =>
        Assert.Equal(reply, Assert.IsType<Intent.Answer>(Of(words, writer: InDays(17, "nl"))).Reply);

    [Fact]
    public void Shortly_before_midnight_tomorrow_is_the_day_after_the_one_on_the_wall()
    {
        var beforeMidnight = new DateTimeOffset(2027, 3, 1, 22, 30, 0, TimeSpan.Zero);     // half past eleven in Amsterdam

        Assert.IsType<Intent.Answer>(Of("ik kom morgen", writer: InDays(1, "nl"), at: beforeMidnight));
        Assert.IsType<Intent.Unsure>(Of("ik kom morgen", writer: InDays(1, "nl"), at: beforeMidnight.AddHours(1)));
    }

    /// <summary>Of a meeting this many days after Monday 1 March 2027.</summary>
    private static Writer InDays(int days, string language)
    {
        var start = Midday.AddDays(days).AddHours(6);
        var meeting = An.Meeting with { StartsAt = start, EndsAt = start.AddHours(2) };
        return Writer(An.Person with { Language = language }) with { Meetings = [meeting], Meeting = meeting };
    }

    [Theory]
    [InlineData("Ik kom om 8 uur", "nl")]
    [InlineData("we zijn er rond half acht", "nl")]
    [InlineData("ja is goed, 19.15 uur ben ik er", "nl")]
    [InlineData("I will be there at 8", "en")]
    public void A_yes_that_names_an_hour_of_the_meeting_is_a_yes(string words, string language) =>
        Assert.Equal(Reply.Yes, Assert.IsType<Intent.Answer>(Of(words, writer: Evening(language))).Reply);

    [Theory]
    [InlineData("Ik kom om 3 uur", "nl")]
    [InlineData("ja, ik ben er om 10.00 uur", "nl")]
    [InlineData("Ik kom om 8 uur thuis", "nl")]
    [InlineData("Kan het om 8 uur?", "nl")]
    [InlineData("I will be there at 3", "en")]
    public void An_answer_that_names_an_hour_far_from_the_meeting_goes_to_a_person(string words, string language) =>
        Assert.IsType<Intent.Unsure>(Of(words, writer: Evening(language)));

    private static Writer Evening(string language)
    {
        var meeting = An.Meeting with { StartsAt = new DateTimeOffset(2026, 3, 12, 18, 30, 0, TimeSpan.Zero), EndsAt = new DateTimeOffset(2026, 3, 12, 20, 30, 0, TimeSpan.Zero) };
        return Writer(An.Person with { Language = language }) with { Meetings = [meeting], Meeting = meeting };
    }

    [Fact]
    public void The_day_of_a_meeting_is_the_one_on_the_wall_however_its_hour_is_stored()
    {
        var eveningInUtc = new DateTimeOffset(2026, 3, 11, 23, 30, 0, TimeSpan.Zero);     // Thursday, half past midnight in Amsterdam
        var meeting = An.Meeting with { StartsAt = eveningInUtc, EndsAt = eveningInUtc.AddHours(1) };
        var writer = Writer(An.Person) with { Meetings = [meeting], Meeting = meeting };

        Assert.IsType<Intent.Answer>(Of("Ja, tot donderdag!", writer: writer));
        Assert.IsType<Intent.Unsure>(Of("Ja, tot woensdag!", writer: writer));
    }

    [Fact]
    public void The_day_that_a_meeting_was_on_before_it_moved_is_still_its_day()
    {
        var moved = An.Meeting with { MovedFrom = An.Meeting.StartsAt.AddDays(1) };

        Assert.IsType<Intent.Answer>(Of("Ja, tot vrijdag!", writer: Writer(An.Person) with { Meetings = [moved], Meeting = moved }));
    }

    [Fact]
    public void The_name_of_an_offered_language_takes_it_but_not_from_somebody_who_stopped()
    {
        var offered = An.Person with { LanguageHint = new("tr", 3) { OfferedAt = Moments.Monday } };

        Assert.Equal("tr", Assert.IsType<Intent.ReadIn>(Of("Türkçe", writer: Writer(offered))).Language.Code);
        Assert.IsType<Intent.Unsure>(Of("Türkçe", writer: Writer(offered with { StoppedAt = Moments.Monday })));
    }

    [Theory]
    [InlineData("English please", "en")]
    [InlineData("Engels graag", "en")]
    [InlineData("liever in het Turks!", "tr")]
    [InlineData("Türkçe lütfen", "tr")]
    [InlineData("العربية من فضلك", "ar")]
    [InlineData("Français, s'il vous plaît.", "fr")]
    public void The_name_of_a_language_and_a_wish_choose_it(string words, string code) =>
        Assert.Equal(code, Assert.IsType<Intent.ReadIn>(Of(words, writer: Writer(An.Person with { Language = "nl" }))).Language.Code);

    [Theory]
    [InlineData("Nederlands graag")]
    [InlineData("Graag, Frans")]
    [InlineData("mijn Engels is slecht")]
    [InlineData("komen er ook Turkse buren?")]
    [InlineData("en")]
    [InlineData("stop please")]
    public void A_language_that_is_theirs_or_only_spoken_of_is_no_wish(string words) =>
        Assert.IsNotType<Intent.ReadIn>(Of(words, writer: Writer(An.Person with { Language = "nl" })));

    [Fact]
    public void Our_own_words_sent_back_are_not_theirs()
    {
        const string Ours = "Komt u ook naar de buurtavond? Antwoord JA of NEE. Geen berichten meer: STOP";

        Assert.IsType<Intent.Unsure>(Of($"Liked “{Ours}”", writer: Writer(An.Person) with { Sent = [Ours] }));
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("Re: stop")]
    [InlineData("RE: AW: FW: STOP")]
    [InlineData("STOP Re: Komt u donderdag?")]
    public void The_words_of_an_e_mail_may_all_stand_in_its_subject(string subject) => Assert.Equal(new Intent.Stop(IsAnswered: false), OfSubject(subject));

    [Theory]
    [InlineData("Re: Ja, we komen samen!")]
    [InlineData("RE: AW: ja, we komen samen!")]
    [InlineData("Komt u donderdag?")]
    public void The_subject_of_our_own_message_says_nothing_of_theirs(string subject) => Assert.IsType<Intent.Unsure>(OfSubject(subject));

    private static Intent OfSubject(string subject) => Understand.Of(
        subject, new InboundEvent(InboundKind.Email, "in1", "ann@post.example", null, "", Moments.Monday, Subject: subject), Writer(An.Person) with { Subjects = ["Komt u donderdag?", "Ja, we komen samen!"] });

    private static Intent Of(string words, string? optOutType = null, Writer? writer = null, DateTimeOffset? at = null) =>
        Understand.Of(words, new InboundEvent(InboundKind.Sms, "in1", "+31611111111", null, words, at ?? (writer is null ? Moments.Monday : Midday)) { OptOutType = optOutType }, writer ?? Writer(An.Person));

    private static Writer Writer(Person person) =>
        new(new Group { Id = Neighbourhood.Group, Name = "De buurt", Language = "nl" }, new Stored<Person>(person, "1"), [An.Meeting], An.Meeting);
}
