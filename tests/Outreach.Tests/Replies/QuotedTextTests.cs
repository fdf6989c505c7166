using Outreach.Functions.Replies;
using Outreach.Languages;

namespace Outreach.Tests.Replies;

public sealed class QuotedTextTests
{
    [Theory]
    [InlineData("Op ma 2 mrt 2026 om 10:00 schreef Wijkgroep Noord <token1@antwoord.wijk.example>:")]
    [InlineData("Op 2 mrt. 2026 om 10:00 heeft Wijkgroep <a@wijk.example> het volgende geschreven:")]
    [InlineData("On Mon, 2 Mar 2026 at 10:00, Wijkgroep Noord <a@wijk.example> wrote:")]
    [InlineData("On Mon, 2 Mar 2026 at 10:00, Wijkgroep Noord with a long name\n<a-long-token-0123456789@antwoord.wijk.example> wrote:")]
    [InlineData("Le lun. 2 mars 2026 à 10:00, Wijkgroep <a@wijk.example> a écrit :")]
    [InlineData("Am Mo., 2. März 2026 um 10:00 Uhr schrieb Wijkgroep <a@wijk.example>:")]
    [InlineData("El lun, 2 mar 2026 a las 10:00, Wijkgroep (<a@wijk.example>) escribió:")]
    [InlineData("Wijkgroep <a@wijk.example>, 2 Mar 2026 Pzt, 10:00 tarihinde şunu yazdı:")]
    [InlineData("pon., 2 mar 2026 o 10:00 Wijkgroep <a@wijk.example> napisał(a):")]
    [InlineData("пн, 2 бер. 2026 р. о 10:00 Wijkgroep <a@wijk.example> пише:")]
    [InlineData("في الاثنين، 2 مارس 2026 في 10:00 ص تمت كتابة ما يلي بواسطة \u202aWijkgroep\u202c\u200f <\u202aa@wijk.example\u202c\u200f>:")]
    [InlineData("في ٢ مارس 2026، كتب \u202aWijkgroep\u202c <\u202aa@wijk.example\u202c>:")]
    [InlineData("-----Oorspronkelijk bericht-----\nVan: Wijkgroep")]
    [InlineData("-----Original Message-----")]
    [InlineData("Begin doorgestuurd bericht:")]
    [InlineData("-------- Message d'origine --------")]
    [InlineData("________________________________\nVan: Wijkgroep <a@wijk.example>\nVerzonden: maandag 2 maart 2026 10:00")]
    [InlineData("Van: Wijkgroep Noord <a@wijk.example>\nVerzonden: maandag 2 maart 2026 10:00\nAan: Zoë\nOnderwerp: Buurtavond")]
    [InlineData("*Van:* Wijkgroep Noord <a@wijk.example>\n*Datum:* maandag 2 maart 2026 10:00")]
    [InlineData("From: Wijkgroep <a@wijk.example>\nSent: Monday, March 2, 2026 10:00\nTo: Zoë")]
    [InlineData("De : Wijkgroep <a@wijk.example>\nEnvoyé : lundi 2 mars 2026 10:00")]
    [InlineData("Kimden: Wijkgroep <a@wijk.example>\nGönderildi: 2 Mart 2026 Pazartesi 10:00")]
    [InlineData("Gönderen: Wijkgroep <a@wijk.example>\nGönderildi: 2 Mart 2026 Pazartesi 10:00")]
    [InlineData("Wijkgroep şunları yazdı (2 Mar 2026 10:00):")]
    [InlineData("Wiadomość napisana przez Wijkgroep w dniu 2 mar 2026, o godz. 10:00:")]
    [InlineData("من: Wijkgroep <a@wijk.example>\nتم الإرسال: 2 مارس 2026")]
    [InlineData("Od: Wijkgroep <a@wijk.example>\nWysłano: poniedziałek, 2 marca 2026")]
    public void The_message_that_is_answered_is_cut_off(string introduction) =>
        Assert.Equal("Ja, wij komen met 2", QuotedText.Cut($"Ja, wij komen met 2\n\n{introduction}\n\nWilt u geen berichten meer? Antwoord STOP.\n"));

    [Theory]
    [InlineData("-- \nZoë de Wit\n06 12 34 56 78")]
    [InlineData("Verstuurd vanaf mijn iPhone")]
    [InlineData("Envoyé à partir de Outlook pour iOS")]
    [InlineData("Wysłano z programu Outlook dla systemu iOS")]
    [InlineData("Outlook for Android'i edinin")]
    [InlineData("Samsung cep telefonumdan gönderildi")]
    [InlineData("Отримати Outlook для Android")]
    [InlineData("الحصول على Outlook لـ iOS")]
    [InlineData("Verzonden vanuit Outlook voor Android")]
    [InlineData("Outlook voor iOS downloaden")]
    [InlineData("Get Outlook for iOS")]
    [InlineData("Outlook voor Android downloaden<https://example.org/x>")]
    [InlineData("Obtenir Outlook pour Android<https://example.org/x>")]
    [InlineData("Yahoo Mail: Search, Organize, Conquer")]
    [InlineData("Sent from my iPhone")]
    [InlineData("Envoyé de mon iPhone")]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("Enviado desde mi iPhone")]
    [InlineData("iPhone'umdan gönderildi")]
    [InlineData("Wysłane z iPhone'a")]
    [InlineData("أرسلت من الـ iPhone")]
    public void A_signature_is_cut_off(string signature) =>
        Assert.Equal("Nee, helaas", QuotedText.Cut($"Nee, helaas\r\n\r\n{signature}\r\n"));

    [Fact]
    public void An_answer_below_or_between_the_quotation_is_kept()
    {
        const string Text = "Op ma 2 mrt 2026 om 10:00 schreef Wijkgroep <a@wijk.example>:\n> Kom je ook?\n> Antwoord STOP om te stoppen.\n\nJa, graag\n\n> Met hoeveel?\nMet 3\n";

        Assert.Equal("Ja, graag\n\nMet 3", QuotedText.Cut(Text));
    }

    [Fact]
    public void The_end_of_a_broken_quoted_line_is_no_answer() =>
        Assert.Equal("Ja", QuotedText.Cut("On 2 March 2026 Wijkgroep <a@wijk.example> wrote:\n> Wilt u geen berichten meer van ons krijgen? Stuur dan het woord\nSTOP\n> terug.\n\nJa\n"));

    [Theory]
    [InlineData("Op maandag kan ik niet.\nOp dinsdag wel: graag om 10:00")]
    [InlineData("Van harte!\nAan wie kan ik vragen of er lift is?")]
    [InlineData("I wrote this on Monday 2 March:\nplease call me")]
    [InlineData("Verzonden groeten aan allen, ik kom")]
    [InlineData("Kom om 10:00 - of later")]
    public void Own_words_that_look_alike_are_kept(string text) => Assert.Equal(text, QuotedText.Cut(text));

    [Fact]
    public void When_all_is_quoted_nothing_is_left() =>
        Assert.Equal("", QuotedText.Cut("> Kom je ook?\n> Antwoord STOP om te stoppen.\n"));

    [Fact]
    public void Html_becomes_lines_without_style_and_quotation() =>
        Assert.Equal(
            "Ja & graag, \u00e9\u00e9n persoon\ntot dan",
            HtmlText.Read("<html><head><title>Re</title><style>p{color:red}</style></head><body><!-- <p>x</p> --><p>Ja &amp;\r\n   graag, &eacute;&eacute;n&nbsp;<b>persoon</b></p><div>tot dan<br></div><blockquote type=cite>STOP<blockquote>STOP</blockquote></blockquote></body></html>"));

    [Fact]
    public void Broken_html_still_gives_its_words() => Assert.Equal("Ja\ngraag < 3", HtmlText.Read("Ja<p>graag &lt; 3<"));
}
