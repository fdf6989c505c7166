using Outreach.Replies.Answers;

namespace Outreach.Tests.Replies;

/// <summary>Words that look like an answer and say less, more or another thing.</summary>
public sealed class DoubtfulReplyTests
{
    [Theory]
    [InlineData("Als er halal eten is komen wij")]
    [InlineData("Ik kom mits er een tolk is")]
    [InlineData("Ik kom alleen als de wethouder er ook is")]
    [InlineData("Ja als er iemand mij thuis kan brengen")]
    [InlineData("ik kom als ik opgehaald word")]
    [InlineData("ik kom als we kunnen parkeren")]
    public void A_condition_that_we_must_meet_goes_to_a_person(string text) => Assert.Equal(ReplyKind.Unclear, Kind(text));

    [Theory]
    [InlineData("ik kom als mijn man thuis is")]
    [InlineData("mits ik vrij krijg")]
    [InlineData("ik kom, tenzij de kinderen ziek zijn")]
    [InlineData("als er niks tussenkomt")]
    public void A_condition_in_their_own_life_is_a_maybe(string text) => Assert.Equal(ReplyKind.Maybe, Kind(text));

    [Theory]
    [InlineData("Was graag gekomen")]
    [InlineData("Had er graag bij willen zijn")]
    [InlineData("Ja helaas kan ik niet")]
    public void What_would_have_been_is_a_no(string text) => Assert.Equal(ReplyKind.No, Kind(text));

    [Theory]
    [InlineData("Volgende keer beter", "nl")]
    [InlineData("misschien een andere keer", "nl")]
    [InlineData("une autre fois", "fr")]
    public void Another_time_is_not_this_time(string text, string language) => Assert.Equal(ReplyKind.No, Phrase.Reader.Read(text, language).Kind);

    [Theory]
    [InlineData("Kan het niet", ReplyKind.No)]
    [InlineData("Kan het niet garanderen", ReplyKind.Unclear)]
    [InlineData("Kan dat niet openen", ReplyKind.Unclear)]
    [InlineData("Ik kan die avond niet, vanwege een optreden van onze zoon", ReplyKind.No)]
    public void What_somebody_cannot_do_is_not_always_coming(string text, ReplyKind kind) => Assert.Equal(kind, Kind(text));

    [Theory]
    [InlineData("Wat een mooi initiatief")]
    [InlineData("Ja ik heb de brief gekregen")]
    [InlineData("Nee joh, maakt niet uit")]
    [InlineData("hou me op de hoogte")]
    public void A_kind_word_is_no_answer(string text) => Assert.Equal(ReplyKind.Unclear, Kind(text));

    [Theory]
    [InlineData("Ik wil geen berichten meer", true)]
    [InlineData("Hij wil geen berichten meer", false)]
    [InlineData("Ja ik kom, en mijn man dus niet, die wil ook geen berichten meer", false)]
    public void A_stop_of_somebody_else_is_not_theirs(string text, bool isStop) => Assert.Equal(isStop, Kind(text) is ReplyKind.Stop);

    [Theory]
    [InlineData("wij komen met 4, kids gaan mee")]
    [InlineData("Mijn vrouw en ik komen met de baby")]
    [InlineData("wij komen met een hele groep")]
    public void Whoever_may_be_counted_twice_or_not_at_all_goes_to_a_person(string text) => Assert.Equal(ReplyKind.Unclear, Kind(text));

    [Theory]
    [InlineData("heb toetsweek dus weet niet of het lukt")]
    [InlineData("ik twijfel nog want mijn zus is die dag jarig")]
    public void A_reason_beside_a_doubt_is_a_maybe(string text) => Assert.Equal(ReplyKind.Maybe, Kind(text));

    [Theory]
    [InlineData("Daar wordt altijd zo gekibbeld. Ik blijf thuis", ReplyKind.No)]
    [InlineData("Als die vent praat, ik kom niet", ReplyKind.Unclear)]
    [InlineData("Ze riepen naar me, ik kom niet aan de beurt", ReplyKind.Unclear)]
    public void A_no_that_is_a_sentence_of_its_own_holds_after_words_that_we_do_not_know(string text, ReplyKind kind) => Assert.Equal(kind, Kind(text));

    [Theory]
    [InlineData("Ik heb dan late dienst in het tehuis", ReplyKind.No)]
    [InlineData("Ik heb late dienst gedraaid in het tehuis", ReplyKind.Unclear)]
    [InlineData("Die dag is er ook raadsvergadering, handig gepland", ReplyKind.Unclear)]
    public void A_reason_at_the_time_of_the_meeting_is_a_no_whatever_follows(string text, ReplyKind kind) => Assert.Equal(kind, Kind(text));

    private static ReplyKind Kind(string text) => Phrase.Reader.Read(text, "nl").Kind;
}
