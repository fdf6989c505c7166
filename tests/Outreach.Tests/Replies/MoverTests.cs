using Outreach.Replies.Answers;

namespace Outreach.Tests.Replies;

/// <summary>
/// Whoever says that they moved, or are new here, has told us nothing of the number: it is theirs, and a person reads it. A number is closed only when somebody else
/// is said to have had it.
/// </summary>
public sealed class MoverTests
{
    [Theory]
    [InlineData("en", "I moved back to Leeds")]
    [InlineData("en", "moved to Leeds last year")]
    [InlineData("en", "we moved away years ago")]
    [InlineData("en", "we are the new tenants")]
    [InlineData("nl", "wij zijn de nieuwe bewoners")]
    [InlineData("nl", "ik ben de nieuwe huurder")]
    [InlineData("nl", "wij wonen hier niet meer")]
    [InlineData("fr", "je suis le nouveau locataire")]
    [InlineData("uk", "я виїхала в Канаду")]
    [InlineData("uk", "ми вже не живемо тут")]
    [InlineData("uk", "я її не знаю")]
    [InlineData("tr", "memlekete döndü")]
    [InlineData("tr", "ben yeni kiracıyım")]
    [InlineData("ar", "انتقلت إلى مدينة ثانية")]
    [InlineData("pl", "wyjechała do Niemiec na stałe")]
    public void What_somebody_says_of_themselves_closes_no_number(string language, string text) => Assert.NotEqual(ReplyKind.WrongNumber, Phrase.Reader.Read(text, language).Kind);

    [Theory]
    [InlineData("nl", "u spreekt met de nieuwe bewoner, mevrouw Jansen is vorig jaar verhuisd")]
    [InlineData("en", "this is not her number anymore, she moved to Leeds")]
    [InlineData("uk", "це не її номер, вона переїхала")]
    public void What_they_say_of_whom_we_look_for_does(string language, string text) => Assert.Equal(ReplyKind.WrongNumber, Phrase.Reader.Read(text, language).Kind);
}
