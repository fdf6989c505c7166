using Outreach.Languages;
using Outreach.Replies.Answers;

namespace Outreach.Tests.Replies;

public sealed class ReplyReaderTests
{
    public static TheoryData<string> Languages => [.. Phrase.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_phrase_is_read_as_people_mean_it(string language) => Holds(
        from phrase in Phrase.In(language)
        let reading = phrase.Read(language)
        where (reading.Kind, reading.Party) != (phrase.Kind, phrase.Party)
        select $"{phrase.Text} -> {reading.Kind}:{reading.Party}, not {phrase.Kind}:{phrase.Party}");

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_sixty_phrases_and_ten_for_a_person(string language)
    {
        var phrases = Phrase.In(language).ToArray();

        Assert.True(phrases.Length >= 60, $"{phrases.Length} phrases");
        Assert.True(phrases.Count(phrase => phrase.IsForPerson) >= 10, "too few for a person");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_stop_is_a_stop_whatever_language_we_think_the_person_speaks(string language) => Holds(
        from phrase in Phrase.All
        where phrase.Kind is ReplyKind.Stop
        let reading = phrase.Read(language)
        where reading.Kind is not ReplyKind.Stop
        select $"{phrase.Language}: {phrase.Text} -> {reading.Kind}");

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_else_is_a_stop_in_any_language(string language) => Holds(
        from phrase in Phrase.All
        where phrase.Kind is not ReplyKind.Stop && phrase.Read(language).Kind is ReplyKind.Stop
        select $"{phrase.Language}: {phrase.Text}");

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_phrase_is_never_turned_round_by_another_language(string language) => Holds(
        from phrase in Phrase.All
        let reading = phrase.Read(language)
        where reading.Kind is ReplyKind.Yes or ReplyKind.No or ReplyKind.Start or ReplyKind.WrongNumber && reading.Kind != phrase.Kind
        select $"{phrase.Language}: {phrase.Text} -> {reading.Kind}");

    [Fact]
    public void Without_a_known_language_every_phrase_is_read_or_left_to_a_person() => Holds(
        from phrase in Phrase.All
        let reading = phrase.Read(null)
        where reading.Kind != phrase.Kind && reading.Kind is not (ReplyKind.Unclear or ReplyKind.Question)
        select $"{phrase.Language}: {phrase.Text} -> {reading.Kind}");

    [Theory]
    [InlineData("stop 👍")]
    [InlineData("yes, stop")]
    [InlineData("\u200FSTOP\u200E")]
    [InlineData("s\u200Bt\u200Bo\u200Bp")]
    [InlineData("nee. Stop!")]
    [InlineData("stop\nFatima Bakker")]
    [InlineData("STOP ik kom niet meer")]
    [InlineData("stop ik kan niet komen")]
    [InlineData("STOP ik heb geen tijd")]
    [InlineData("STOP of ik bel de politie")]
    [InlineData("STOP je ne viens plus")]
    [InlineData("STOP met jullie flauwekul")]
    [InlineData("dtop")]
    [InlineData("Stoo")]
    public void Stop_beats_everything(string text) => Assert.Equal(ReplyKind.Stop, Phrase.Reader.Read(text, "nl").Kind);

    [Theory]
    [InlineData("ja")]
    [InlineData("yes")]
    [InlineData("aanmelden")]
    [InlineData("ok")]
    [InlineData("ja, start om 7 uur?")]
    public void Only_a_start_word_starts_again(string text) => Assert.NotEqual(ReplyKind.Start, Phrase.Reader.Read(text, "nl").Kind);

    [Theory]
    [InlineData("ja 1", 1)]
    [InlineData("ja 10", 10)]
    [InlineData("20 personen", 20)]
    [InlineData("ja met mijn man en 3 kinderen", 5)]
    [InlineData("ja 2️⃣", 2)]
    [InlineData("ja ۲", 2)]
    public void A_yes_says_how_many_come(string text, int party) => Assert.Equal((ReplyKind.Yes, party), Kind(text));

    [Theory]
    [InlineData("ok", "nl", true)]
    [InlineData("tamam", "tr", true)]
    [InlineData("ok 👍", "nl", true)]
    [InlineData("Bedankt!", "nl", true)]
    [InlineData("merci", "nl", true)]
    [InlineData("شكرا", "ar", true)]
    [InlineData("የቐንየለይ", "ti", true)]
    [InlineData("Dank u wel. Groetjes, Ans Bakker", "nl", true)]
    [InlineData("ok ja", "nl", false)]
    [InlineData("ok 2", "nl", false)]
    [InlineData("ok, ik kan niet", "nl", false)]
    [InlineData("bedankt maar nee", "nl", false)]
    [InlineData("bedankt, tot hoe laat duurt het?", "nl", false)]
    [InlineData("sorry", "nl", false)]
    [InlineData("hallo", "nl", false)]
    public void Ok_and_thanks_acknowledge_and_nothing_else_does(string text, string language, bool acknowledges) =>
        Assert.Equal(acknowledges, Phrase.Reader.Read(text, language).IsAcknowledgement);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Thanks_in_every_language_acknowledge(string language) => Holds(
        from phrase in AnswerFileTests.Phrases(AnswerFiles.LoadAll()[language])
        where phrase.Kind is PieceKind.Thanks && !Phrase.Reader.Read(phrase.Phrase, language).IsAcknowledgement
        select phrase.Phrase);

    [Theory]
    [InlineData("ja", false)]
    [InlineData("ja graag, ik kom", false)]
    [InlineData("ja alleen", true)]
    [InlineData("ja 1", true)]
    [InlineData("ja met mijn zus", true)]
    public void A_yes_that_says_how_many_is_known_from_one_that_does_not(string text, bool namesParty) =>
        Assert.Equal(namesParty, Phrase.Reader.Read(text, "nl").NamesParty);

    [Theory]
    [InlineData("Beste Fatima,\n\nDank voor de uitnodiging! Ik kom graag.\n\nGroetjes,\nAnneke", ReplyKind.Yes)]
    [InlineData("Dag mevrouw El Idrissi, helaas kan ik niet.", ReplyKind.No)]
    [InlineData("ja\n\nMet vriendelijke groet,\nHenk de Vries\nLindelaan 12\nT: 06-12345678\nwww.example.nl", ReplyKind.Yes)]
    [InlineData("hallo Fatima ja", ReplyKind.Unclear)]
    [InlineData("hallo, kanniet, ok", ReplyKind.Unclear)]
    [InlineData("ja, groetjes Henk 2", ReplyKind.Unclear)]
    [InlineData("ja\nGroet,\nHenk de Vries en ik weet niet of dat met de kinderen in de avond zo laat nog kan", ReplyKind.Unclear)]
    [InlineData("Beste Fatima, stop\nGroet,\nHenk", ReplyKind.Stop)]
    public void Names_around_an_answer_say_nothing_about_it(string text, ReplyKind kind) => Assert.Equal(kind, Phrase.Reader.Read(text, "nl").Kind);

    [Theory]
    [InlineData("Hallo, met Fatma van nr 14 wij komen met zijn drieen", "nl", 3)]
    [InlineData("Hi this is Maureen from no 12, two of us", "en", 2)]
    [InlineData("Bonjour c'est Aminata du 3eme, nous serons trois", "fr", 3)]
    [InlineData("Merhaba ben Hatice, 4 kisi geliyoruz", "tr", 4)]
    [InlineData("Добрий день, це Оксана. Нас буде троє", "uk", 3)]
    [InlineData("Dzien dobry tu Grazyna z pod 7, przyjdziemy we troje", "pl", 3)]
    public void Whoever_says_first_who_writes_is_read(string text, string language, int party)
    {
        var read = Phrase.Reader.Read(text, language);

        Assert.Equal((ReplyKind.Yes, party), (read.Kind, read.Party));
    }

    [Theory]
    [InlineData("Hello, this isn't Sheila", "en")]
    [InlineData("Hi this is awkward, yes", "en")]
    [InlineData("Merhaba ben gelmeyeyim artık, evet", "tr")]
    public void Words_that_also_begin_other_sentences_introduce_only_a_name(string text, string language) => Assert.NotEqual(ReplyKind.Yes, Phrase.Reader.Read(text, language).Kind);

    [Theory]
    [InlineData("Ja ik kom. Gr Kees", ReplyKind.Yes)]           // "kes" is Turkish for stop, "fin" French
    [InlineData("Nee helaas. Groetjes Finn", ReplyKind.No)]
    [InlineData("Ja, Finn", ReplyKind.Yes)]
    [InlineData("Kees", ReplyKind.Unclear)]
    [InlineData("Gr Kes", ReplyKind.Unclear)]
    [InlineData("Hoi Maya", ReplyKind.Unclear)]                 // Somali for no
    [InlineData("Dora", ReplyKind.Unclear)]
    [InlineData("Evert", ReplyKind.Unclear)]                    // near "evet"
    [InlineData("Met Mieke, ik kom graag", ReplyKind.Unclear)]
    public void A_name_is_no_word_of_another_language(string text, ReplyKind kind) => Assert.Equal(kind, Phrase.Reader.Read(text, "nl").Kind);

    [Theory]
    [InlineData("ja hoor kind, ik kom", "nl", 1)]
    [InlineData("Tabii kızım gelirim", "tr", 1)]
    [InlineData("evet kızım da gelecek", "tr", 2)]
    [InlineData("ja ik man", "nl", 2)]
    [InlineData("ja man en kind ook", "nl", 3)]
    public void Whoever_is_addressed_does_not_come_along(string text, string language, int party)
    {
        var reading = Phrase.Reader.Read(text, language);

        Assert.True(reading.Kind is ReplyKind.Unclear || (reading.Kind, reading.Party) == (ReplyKind.Yes, party), $"{reading}");
    }

    [Theory]
    [InlineData("ja 11")]
    [InlineData("ja 0")]
    [InlineData("ja 06")]
    [InlineData("21 personen")]
    [InlineData("ja 2 of 3")]
    [InlineData("ja 2, 3")]
    [InlineData("ja 2 personen met mijn zus")]
    [InlineData("ja 99999999999999999999")]
    [InlineData("nee 2")]
    public void A_number_that_is_no_party_goes_to_a_person(string text) => Assert.Equal((ReplyKind.Unclear, 1), Kind(text));

    [Theory]
    [InlineData("wij komen, Fatma en Ali", 2)]
    [InlineData("Wij komen graag, Fatma, Ali en Bo", 3)]
    [InlineData("ik kom met Leyla en Ali", 3)]
    [InlineData("ik kom met mijn zus Leyla", 2)]
    [InlineData("Wij komen met zijn drieën, mijn man, mijn schoonmoeder en ik", 3)]
    [InlineData("ik + 3", 4)]
    public void Whoever_is_named_counts(string text, int party) => Assert.Equal((ReplyKind.Yes, party), Kind(text));

    [Theory]
    [InlineData("Fatma en Ali komen")]
    [InlineData("Jan komt")]
    [InlineData("ik kom met Kerst")]
    public void Whoever_may_be_somebody_else_or_nobody_is_not_counted(string text) => Assert.Equal(ReplyKind.Unclear, Kind(text).Kind);

    [Theory]
    [InlineData("verkeerd verbonden?")]
    [InlineData("Is this the wrong number?")]
    public void A_wrong_number_that_is_asked_is_a_question(string text) => Assert.NotEqual(ReplyKind.WrongNumber, Kind(text).Kind);

    [Theory]
    [InlineData("Verwijder mijn nummer niet")]
    [InlineData("Ik wil niet dat jullie stoppen met berichten")]
    [InlineData("Stop, ik bedoel de bushalte, welke stop is het?")]
    [InlineData("STOP ik kom toch wel")]
    [InlineData("STOP de bus bij jullie?")]
    [InlineData("STOP nog niet met uitnodigen")]
    [InlineData("nu stop ik met werken")]
    [InlineData("Stopt de bus daar")]
    public void A_stop_that_is_denied_or_taken_back_goes_to_a_person(string text) => Assert.NotEqual(ReplyKind.Stop, Kind(text).Kind);

    [Theory]
    [InlineData("nee hoor gezellig!")]
    [InlineData("nee, geen probleem ik kom")]
    [InlineData("ja hoor, tuurlijk...")]
    [InlineData("Ja daag")]
    [InlineData("ja leuk voor jullie")]
    [InlineData("ik kom er niet uit met dat formulier")]
    [InlineData("ik kan niet wachten tot de brug af is")]
    public void Words_of_an_answer_that_mean_something_else_go_to_a_person(string text) => Assert.Equal(ReplyKind.Unclear, Kind(text).Kind);

    [Theory]
    [InlineData("als ik mijn trein haal", "nl", ReplyKind.Maybe)]
    [InlineData("si j'arrive avant", "fr", ReplyKind.Maybe)]
    [InlineData("als ik me niet vergis", "nl", ReplyKind.Unclear)]
    [InlineData("als ik wordt opgehaald met de rolstoel", "nl", ReplyKind.Unclear)]
    [InlineData("als ik eerlijk ben niet", "nl", ReplyKind.Unclear)]
    public void A_condition_alone_is_a_maybe(string text, string language, ReplyKind kind) => Assert.Equal(kind, Phrase.Reader.Read(text, language).Kind);

    [Theory]
    [InlineData("kan niet, moet werken bij de bakker", ReplyKind.No)]
    [InlineData("kan niet, moet werken, tenzij het later begint", ReplyKind.Unclear)]
    [InlineData("kan niet, mijn zus komt wel", ReplyKind.Unclear)]
    public void What_stands_behind_a_no_matters_only_where_it_turns(string text, ReplyKind kind) => Assert.Equal(kind, Kind(text).Kind);

    [Theory]
    [InlineData("ik ben slecht ter been, maar ik kom", ReplyKind.Yes)]
    [InlineData("ik moet werken maar ik kom wel", ReplyKind.Yes)]
    [InlineData("ik moet werken maar mijn vrouw komt wel", ReplyKind.Unclear)]
    [InlineData("ik kom graag maar ik moet werken", ReplyKind.Unclear)]
    [InlineData("ik moet werken, maar misschien kom ik", ReplyKind.Maybe)]
    public void What_could_keep_somebody_does_not_when_they_come_all_the_same(string text, ReplyKind kind) => Assert.Equal(kind, Kind(text).Kind);

    [Theory]
    [InlineData("Mr Bakker moved to Leeds, this is not his number anymore", ReplyKind.WrongNumber)]
    [InlineData("ik wil graag hulp, dit nummer is niet meer van mij", ReplyKind.Unclear)]
    [InlineData("ik kom, mijn zus woont hier niet meer", ReplyKind.Unclear)]
    public void Why_a_number_is_wrong_may_stand_before_it_too(string text, ReplyKind kind) => Assert.Equal(kind, Kind(text).Kind);

    [Theory]
    [InlineData("no", "nl", ReplyKind.No)]
    [InlineData("no", "pl", ReplyKind.Unclear)]     // in Polish nearly a yes
    [InlineData("نه", "fa", ReplyKind.No)]          // also nine
    [InlineData("ja", "tr", ReplyKind.Yes)]
    [InlineData("halte", "nl", ReplyKind.Unclear)]
    [InlineData("ha", "nl", ReplyKind.Unclear)]
    [InlineData("stappen", "nl", ReplyKind.Unclear)]
    [InlineData("wpisz mnie", "pl", ReplyKind.Unclear)]
    public void A_word_means_what_it_means_in_the_persons_language(string text, string language, ReplyKind kind) =>
        Assert.Equal(kind, Phrase.Reader.Read(text, language).Kind);

    [Fact]
    public void An_emoji_alone_has_no_language()
    {
        Assert.Equal(new Reading(ReplyKind.Yes) { IsAcknowledgement = true, IsBare = true }, Phrase.Reader.Read("👍", "nl"));
        Assert.Equal("tr", Phrase.Reader.Read("evet 👍", "nl").Language);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n ")]
    [InlineData("\u200B\u200F")]
    [InlineData("...")]
    [InlineData("😀😀")]
    public void A_text_without_words_goes_to_a_person(string text) => Assert.Equal(ReplyKind.Unclear, Phrase.Reader.Read(text, "nl").Kind);

    [Fact]
    public void A_text_longer_than_an_sms_can_be_goes_to_a_person()
    {
        Assert.Equal(ReplyKind.Unclear, Phrase.Reader.Read(string.Concat(Enumerable.Repeat("ja ", 100_000)), "nl").Kind);
        Assert.Equal(ReplyKind.Stop, Phrase.Reader.Read("stop" + new string(' ', 100_000), "nl").Kind);
    }

    private static (ReplyKind Kind, int Party) Kind(string text)
    {
        var reading = Phrase.Reader.Read(text, "nl");
        return (reading.Kind, reading.Party);
    }

    private static void Holds(IEnumerable<string> broken)
    {
        var found = broken.ToArray();
        Assert.True(found.Length == 0, $"{found.Length} broken:\n{string.Join('\n', found.Take(40))}");
    }
}
