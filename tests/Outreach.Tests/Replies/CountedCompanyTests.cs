using Outreach.Replies.Answers;

namespace Outreach.Tests.Replies;

/// <summary>A number beside the people whom it counts is not so many people more; one that does not add up goes to a person.</summary>
public sealed class CountedCompanyTests
{
    [Theory]
    [InlineData("nl", "ik en mijn 2 kinderen, samen 3 personen", 3)]
    [InlineData("nl", "ik, mijn vrouw en mijn moeder, drie personen", 3)]
    [InlineData("nl", "we komen met zijn drieën, ik en mijn 2 kinderen", 3)]
    [InlineData("nl", "we komen met 3 man en 2 kinderen", 5)]
    [InlineData("nl", "ja, met mijn man, 2 kinderen", 4)]
    [InlineData("nl", "ja ik kom met de kleine", 2)]
    [InlineData("en", "me, my wife and my mum, three people", 3)]
    [InlineData("en", "3 people, me and 2 friends", 3)]
    [InlineData("fa", "من و خانمم و مادرم، سه نفر", 3)]
    [InlineData("uk", "я і двоє моїх синів, разом три особи", 3)]
    [InlineData("ar", "انا وزوجتي وامي، ثلاث اشخاص", 3)]
    [InlineData("pl", "ja i dwoje dzieci, razem trzy osoby", 3)]
    [InlineData("so", "aniga iyo laba caruur ah, saddex qof", 3)]
    [InlineData("fr", "moi et mes 3 enfants on viendra", 4)]
    public void It_counts_them(string language, string text, int party)
    {
        var reading = Phrase.Reader.Read(text, language);

        Assert.Equal((ReplyKind.Yes, party), (reading.Kind, reading.Party));
    }

    [Theory]
    [InlineData("nl", "ja, met mijn man en 2 kinderen, 3 personen")]
    [InlineData("nl", "wij komen met zijn vijven, ik en mijn 2 kinderen")]
    [InlineData("fa", "من و خانمم، سه نفر")]
    [InlineData("nl", "ja ik en mijn kinderen komen")]
    [InlineData("en", "yes, me and my kids")]
    public void What_does_not_add_up_goes_to_a_person(string language, string text) => Assert.Equal(ReplyKind.Unclear, Phrase.Reader.Read(text, language).Kind);

    [Fact]
    public void Company_in_another_language_than_the_yes_is_not_passed_over() =>
        Assert.NotEqual((ReplyKind.Yes, 1), Phrase.Reader.Read("Ja, wij komen, тобто я і двоє моїх синів", "uk") is var reading ? (reading.Kind, reading.Party) : default);
}
