using Outreach.Replies.Answers;

namespace Outreach.Tests.Replies;

/// <summary>A word like "cancel" or "enough" may be about our messages, about a place, or about neither.</summary>
public sealed class PlaceOrMessagesTests
{
    private static readonly ReplyReader Reader = Phrase.Reader;

    [Theory]
    [InlineData("en", "Cancel, I'm ill")]
    [InlineData("en", "cancel please, I have to work")]
    [InlineData("nl", "Afmelding ivm werk")]
    [InlineData("nl", "afmelden wegens ziekte")]
    [InlineData("nl", "Wil me graag afmelden, ik moet werken")]
    [InlineData("nl", "schrijf mij maar uit voor die avond")]
    [InlineData("fr", "Annuler, je suis malade")]
    [InlineData("pl", "Niestety rezygnuję")]
    [InlineData("tr", "İptal, hastayım")]
    [InlineData("uk", "Скасуйте, я хвора")]
    [InlineData("ar", "إلغاء، أنا مريض")]
    [InlineData("fa", "لغو، مریضم")]
    public void Whoever_cancels_and_says_why_calls_off_a_place_and_not_our_messages(string language, string text) => Assert.Equal(ReplyKind.No, Reader.Read(text, language).Kind);

    [Theory]
    [InlineData("en", "cancel")]
    [InlineData("nl", "afmelden")]
    [InlineData("nl", "wil me graag afmelden")]
    [InlineData("nl", "Afmelden voor deze berichten, ik ben ziek van dat ge-sms")]
    [InlineData("fr", "désinscription")]
    [InlineData("tr", "iptal")]
    [InlineData("en", "Cancel. Stop texting me, I have to work")]
    public void Whoever_only_cancels_or_speaks_of_our_messages_wants_no_more_of_them(string language, string text) => Assert.Equal(ReplyKind.Stop, Reader.Read(text, language).Kind);

    [Theory]
    [InlineData("en", "I can't thank you enough")]
    [InlineData("en", "Thanks, that is enough")]
    [InlineData("en", "No more, thank you")]
    [InlineData("en", "Leave it to me")]
    [InlineData("en", "Leave it, I can't come")]
    [InlineData("nl", "Sorry, nu niet meer")]
    [InlineData("pl", "Dziękuję, wystarczy")]
    [InlineData("tr", "Teşekkürler, yeter")]
    [InlineData("uk", "дякую, досить")]
    [InlineData("ar", "شكرا يكفي")]
    [InlineData("fa", "ممنون کافیه")]
    [InlineData("nl", "Hou op, wat leuk! Ik kom")]
    [InlineData("en", "Stop it, that's so sweet! I'll be there")]
    public void A_weak_word_beside_others_stops_nobody(string language, string text) => Assert.NotEqual(ReplyKind.Stop, Reader.Read(text, language).Kind);

    [Theory]
    [InlineData("en", "enough")]
    [InlineData("en", "enough!!")]
    [InlineData("nl", "genoeg")]
    [InlineData("nl", "niet meer")]
    [InlineData("pl", "wystarczy")]
    [InlineData("ar", "كفى")]
    public void A_weak_word_alone_is_a_stop(string language, string text) => Assert.Equal(ReplyKind.Stop, Reader.Read(text, language).Kind);

    [Theory]
    [InlineData("nl", "Ik kan niet om 19.30, wel om 20.00")]
    [InlineData("nl", "Kan niet om half 8, wel om 8")]
    public void Whoever_cannot_at_one_hour_is_read_by_a_person(string language, string text) =>
        Assert.True(Reader.Read(text, language).Kind is ReplyKind.Unclear or ReplyKind.Question);
}
