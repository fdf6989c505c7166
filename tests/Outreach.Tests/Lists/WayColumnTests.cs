namespace Outreach.Tests.Lists;

/// <summary>A column of the way in which somebody wants to be reached is asked about, whatever it is called, when some chose paper or none.</summary>
public sealed class WayColumnTests
{
    [Theory]
    [InlineData("Hoe wilt u uitgenodigd worden", "post")]
    [InlineData("Hoe wilt u benaderd worden?", "post")]
    [InlineData("Hoe wilt u geïnformeerd worden", "geen van deze")]
    [InlineData("Hoe wilt u op de hoogte gehouden worden?", "helemaal niet")]
    [InlineData("Hoe kunnen we u het beste bereiken?", "post")]
    [InlineData("Liefst via", "post")]
    [InlineData("Graag via", "post")]
    [InlineData("Info via", "post")]
    [InlineData("Uitnodigingsvorm", "post")]
    [InlineData("Contactvorm", "nergens")]
    [InlineData("Verzendwijze", "post")]
    [InlineData("Verzendmethode", "niets")]
    [InlineData("Medium", "post")]
    [InlineData("How would you like to be invited?", "post")]
    [InlineData("Best way to reach you", "letter")]
    public void Where_some_chose_paper_or_none_it_is_asked(string header, string cell) => Assert.Equal([header], Asked(header, cell));

    [Theory]
    [InlineData("Verzendwijze", "mail")]
    [InlineData("Medium", "mail")]
    [InlineData("Hoe wilt u helpen?", "koken")]
    [InlineData("Hoe kent u ons?", "post")]
    public void Where_nobody_chose_against_messages_it_is_not(string header, string cell) => Assert.Empty(Asked(header, cell));

    private static List<string> Asked(string header, string cell)
    {
        using var list = ListText.Open($"naam;mobiel;{header}\nAn Proef;0612345678;{cell}\nBob Proef;0612345679;sms\n");
        return [.. list.Questions.Select(question => question.Column)];
    }
}
