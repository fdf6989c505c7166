using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Volunteers note a no in the language of the neighbours too.</summary>
public sealed class NoesInOtherLanguagesTests
{
    [Theory]
    [InlineData("mesaj istemiyor")]
    [InlineData("mesaj atmayın")]
    [InlineData("Rahatsız etmeyin lütfen")]
    [InlineData("aranmak istemiyor")]
    [InlineData("nie chce wiadomości")]
    [InlineData("nie wysyłać")]
    [InlineData("prosi o usunięcie")]
    [InlineData("не бажає повідомлень")]
    [InlineData("не звонить")]
    [InlineData("видалити зі списку")]
    [InlineData("لا يريد رسائل")]
    [InlineData("بدون رسائل")]
    [InlineData("پیام نمی‌خواهد")]
    [InlineData("تماس نگیرید")]
    [InlineData("ma rabo fariin")]
    [InlineData("መልእክቲ ኣይደልን")]
    [InlineData("no quiere mensajes")]
    [InlineData("nu vrea mesaje")]
    public void It_is_a_no(string note) => Assert.Equal(Permission.Refused, Said(note));

    [Theory]
    [InlineData("çay istiyor")]
    [InlineData("mesaj yazdı")]
    [InlineData("nie ma windy")]
    [InlineData("chce wiadomości")]
    [InlineData("не знає нідерландської")]
    [InlineData("لا يتكلم الهولندية")]
    [InlineData("پیام داد")]
    [InlineData("oma en opa komen mee")]
    [InlineData("no puede subir la escalera")]
    public void Another_note_says_nothing(string note) => Assert.Equal(Permission.Unsaid, Said(note));

    private static Permission Said(string note) => Assert.Single(ListText.Rows($"Naam;Mobiel;Opmerking\nEls Eik;0612345678;{note}\n")).Candidate!.Permissions.Sms;
}
