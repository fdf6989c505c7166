using Outreach.Replies.Answers;
using OwnWords = Outreach.Replies.Answers.OwnWords;

namespace Outreach.Tests.Replies;

public sealed class OwnWordsTests
{
    private const string Sms =
        "Dag Ann! Komt u ook naar Koffie in de buurt? Donderdag 12 maart om 19:30 in Het Trefpunt. Samira nodigt u uit: 06 12345678. Antwoord JA, NEE of MISSCHIEN. Geen berichten meer? STOP.";

    [Theory]
    [InlineData($"Liked “{Sms}”")]
    [InlineData($"Laughed at “{Sms}”")]
    [InlineData($"👍 to “{Sms}”")]
    [InlineData($"Vond “{Sms}” leuk")]
    [InlineData($"Polubiono „{Sms}”")]
    [InlineData($"“{Sms}” mesajını beğendi")]
    [InlineData($"A aimé « {Sms} »")]
    [InlineData($"Уподобано «{Sms}»")]
    [InlineData($"أعجبني \"{Sms}\"")]
    [InlineData($"Something we never heard of “{Sms}”")]
    [InlineData("Liked “Dag Ann! Komt u ook naar Koffie in de buurt? Donderdag…”")]
    [InlineData("Emphasised “Geen berichten meer? STOP.”")]
    [InlineData($"Fwd: {Sms}")]
    [InlineData("> Geen berichten meer? STOP.")]
    [InlineData("Geen berichten meer? STOP.")]
    [InlineData(Sms)]
    public void What_we_wrote_is_no_answer_when_it_comes_back(string text)
    {
        var own = OwnWords.TakenOut(text, [Sms]);

        Assert.True(own.AreFound);
        Assert.All(Phrase.Languages, language => Assert.Equal(ReplyKind.Unclear, Phrase.Reader.Read(own.Rest, language).Kind));
    }

    [Theory]
    [InlineData($"ja graag\n\n{Sms}", ReplyKind.Yes)]
    [InlineData($"> {Sms}\nnee helaas", ReplyKind.No)]
    [InlineData($"{Sms} misschien", ReplyKind.Maybe)]
    [InlineData($"STOP “{Sms}”", ReplyKind.Stop)]
    [InlineData($"Ja! > Op ma 2 mrt 2026 om 10:14 schreef Buurtgroep De Linde: > {Sms}", ReplyKind.Yes)]
    [InlineData("Nee, helaas. On Mon, 2 Mar 2026 at 10:14, De Linde <linde@wijk.example> wrote: > No more messages? STOP", ReplyKind.No)]
    [InlineData("Op 2 maart 2026 schreef De Linde: > Komt u? stop", ReplyKind.Stop)]
    [InlineData("stop. Op die manier schreef hij: > niet", ReplyKind.Stop)]
    [InlineData("geen berichten meer, stop", ReplyKind.Stop)]
    [InlineData("stop", ReplyKind.Stop)]
    public void An_answer_before_or_after_our_words_is_read(string text, ReplyKind kind) =>
        Assert.Equal(kind, Phrase.Reader.Read(OwnWords.TakenOut(text, [Sms]).Rest, "nl").Kind);
}
