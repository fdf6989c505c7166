using Outreach.Replies.Answers;

namespace Outreach.Tests.Replies;

/// <summary>What stands beside an answer, and what it does to it.</summary>
public sealed class BesideAnAnswerTests
{
    [Theory]
    [InlineData("ik kom graag want er moet echt iets gebeuren aan het groen")]
    [InlineData("Ja ik kom iets later want ik moet eerst eten koken")]
    [InlineData("ik kom want ik wil het over de speeltuin hebben")]
    public void Why_somebody_comes_takes_nothing_from_it(string text) => Assert.Equal(ReplyKind.Yes, Kind(text));

    [Theory]
    [InlineData("ik kom want jullie halen mij op")]
    [InlineData("ik kom want mijn zus wil ook komen")]
    [InlineData("ik kom want ik kan niet")]
    public void Save_when_it_asks_something_of_us_or_brings_somebody_or_says_no(string text) => Assert.NotEqual(new Reading(ReplyKind.Yes, Language: "nl"), Phrase.Reader.Read(text, "nl"));

    [Theory]
    [InlineData("Vanwege de veiligheid in de wijk wil ik er graag bij zijn", "nl", ReplyKind.Yes)]
    [InlineData("çocuklar küçük gelemem", "tr", ReplyKind.No)]
    [InlineData("بچه کوچیک دارم نمیتونم", "fa", ReplyKind.No)]
    [InlineData("mijn man vraagt of ik kom", "nl", ReplyKind.Unclear)]
    [InlineData("komşularımı alıp gelirim", "tr", ReplyKind.Unclear)]
    [InlineData("tercüman bulun gelirim", "tr", ReplyKind.Unclear)]
    public void Whoever_ends_in_an_answer_of_their_own_has_said_why_before(string text, string language, ReplyKind kind) => Assert.Equal(kind, Phrase.Reader.Read(text, language).Kind);

    [Theory]
    [InlineData("Ja, ik kom. Leuk om eindelijk de mensen te ontmoeten.", ReplyKind.Yes)]
    [InlineData("Ik vind het belangrijk dat bewoners meedenken, dus ik ben aanwezig", ReplyKind.Yes)]
    [InlineData("Ik kom, kinderen en man", ReplyKind.Unclear)]
    [InlineData("Mijn kinderen willen graag, dus ik kom", ReplyKind.Unclear)]
    public void People_of_whom_it_is_not_said_that_they_come_are_not_counted(string text, ReplyKind kind) => Assert.Equal(kind, Kind(text));

    [Theory]
    [InlineData("mijn buurman is ziek", "nl")]
    [InlineData("ik werk in het ziekenhuis", "nl")]
    [InlineData("My neighbour is ill", "en")]
    [InlineData("komşum hasta", "tr")]
    [InlineData("mój mąż jest w szpitalu", "pl")]
    public void News_of_somebody_else_is_no_answer(string text, string language) => Assert.Equal(ReplyKind.Unclear, Phrase.Reader.Read(text, language).Kind);

    [Theory]
    [InlineData("Ik kan niet, mijn buurman is ziek")]
    [InlineData("mijn zoontje is jarig die dag")]
    [InlineData("Mijn man wil niet en ik kan niet")]
    public void It_is_when_they_say_that_it_keeps_them(string text) => Assert.Equal(ReplyKind.No, Kind(text));

    [Theory]
    [InlineData("Ja leuk plan zeg, maar ik kan die avond niet komen", ReplyKind.No)]
    [InlineData("Ja leuk, maar zaterdag kan ik niet komen", ReplyKind.Unclear)]
    [InlineData("Ja, maar mijn man kan niet komen", ReplyKind.Unclear)]
    [InlineData("Onze schuur staat blank. Volgende keer graag", ReplyKind.No)]
    [InlineData("Volgende keer liever een grotere letter", ReplyKind.Unclear)]
    public void A_yes_to_the_plan_and_a_yes_to_the_next_evening_are_no_yes_to_this_one(string text, ReplyKind kind) => Assert.Equal(kind, Kind(text));

    [Theory]
    [InlineData("U heeft de verkeerde persoon, Fatima vertrok vorig jaar", ReplyKind.WrongNumber)]
    [InlineData("Zij woont hier niet meer, ik zou zelf graag komen", ReplyKind.Unclear)]
    public void Whoever_explains_that_the_number_is_wrong_says_so_still(string text, ReplyKind kind) => Assert.Equal(kind, Kind(text));

    [Theory]
    [InlineData("ik zeg niet af")]
    [InlineData("ik meld me niet af")]
    [InlineData("perşembe olmaz cuma olur")]
    [InlineData("ik kan alleen op maandag")]
    public void Neither_is_what_only_sounds_like_one(string text) => Assert.Equal(ReplyKind.Unclear, Phrase.Reader.Read(text, text.StartsWith("ik", StringComparison.Ordinal) ? "nl" : "tr").Kind);

    [Theory]
    [InlineData("we komen met het hele gezin, 4 personen", 4)]
    [InlineData("samen met mijn buurvrouw", 2)]
    [InlineData("alleen ik", 1)]
    public void A_party_is_an_answer(string text, int party) => Assert.Equal((ReplyKind.Yes, party), (Kind(text), Phrase.Reader.Read(text, "nl").Party));

    [Theory]
    [InlineData("Ik kom met een advocaat")]
    [InlineData("mijn moeder wil graag komen")]
    public void Whoever_is_counted_must_be_known(string text) => Assert.Equal(ReplyKind.Unclear, Kind(text));

    [Fact]
    public void An_interpreter_that_must_be_there_is_a_condition_on_us_in_Tigrinya_too()
    {
        Assert.Equal(ReplyKind.Unclear, Phrase.Reader.Read("ተርጓሚ እንተሃልዩ ክመጽእ እየ", "ti").Kind);
        Assert.Equal(ReplyKind.Maybe, Phrase.Reader.Read("ሓፍተይ እንተመጺኣ ክመጽእ እየ", "ti").Kind);
    }

    private static ReplyKind Kind(string text) => Phrase.Reader.Read(text, "nl").Kind;
}
