using Outreach.Languages;
using Outreach.PlainLanguage;

namespace Outreach.Tests.Languages;

public sealed class PlainMissingTests
{
    private const string NothingSaid = "Kom je ook soep eten?";

    [Fact]
    public void A_text_that_stands_alone_has_to_say_where_when_and_who()
    {
        var report = PlainCheck.Of(NothingSaid, "nl", new MustHaves());

        Assert.Equal(
            [PlainKind.MissingPlace, PlainKind.MissingDay, PlainKind.MissingTime, PlainKind.MissingName, PlainKind.MissingNumber],
            report.Marks.Select(mark => mark.Kind));
        Assert.All(report.Marks, mark => Assert.Equal((NothingSaid.Length, 0), (mark.Start, mark.Length)));
    }

    [Fact]
    public void What_the_frame_supplies_need_not_be_said_again()
    {
        Assert.Empty(PlainCheck.Of(NothingSaid, "nl", new MustHaves(Place: true, Time: true, Contact: true)).Marks);
        Assert.Equal(PlainKind.MissingPlace, Assert.Single(PlainCheck.Of(NothingSaid, "nl", new MustHaves(Time: true, Contact: true)).Marks).Kind);
    }

    [Fact]
    public void A_text_that_is_no_invitation_is_not_asked_where_and_when()
    {
        Assert.Empty(PlainCheck.Of(NothingSaid, "nl").Marks);
    }

    [Theory]
    [InlineData("nl", "Aan de Merelstraat.")]
    [InlineData("nl", "Het adres is 6811 AB.")]
    [InlineData("nl", "Gewoon bij mij thuis.")]
    [InlineData("en", "In Blackbird Lane.")]
    public void A_place_is_recognised(string language, string text) =>
        Assert.Empty(PlainCheck.Of(text, language, new MustHaves(Time: true, Contact: true)).Marks);

    [Theory]
    [InlineData("nl", "Zaterdag om half acht.")]
    [InlineData("nl", "Op 12-3 om 19u30.")]
    [InlineData("nl", "Morgen om zeven uur.")]
    [InlineData("en", "On Friday at 7pm.")]
    [InlineData("en", "On 12 May at six o'clock.")]
    public void A_day_and_an_hour_are_recognised(string language, string text) =>
        Assert.Empty(PlainCheck.Of(text, language, new MustHaves(Place: true, Contact: true)).Marks);

    [Theory]
    [InlineData("nl", "Bel gerust Fatma op 06-12345678.")]
    [InlineData("nl", "Vraag het aan Joris: +31 6 12 34 56 78.")]
    [InlineData("nl", "Groetjes,\nSamira\nsamira@merelbuurt.example")]
    [InlineData("en", "Ask for Danuta on (026) 123 45 67.")]
    public void A_name_and_a_number_are_recognised(string language, string text) =>
        Assert.Empty(PlainCheck.Of(text, language, new MustHaves(Place: true, Time: true)).Marks);

    [Theory]
    [InlineData("nl", "Op zaterdag kost het € 3.50.", PlainKind.MissingTime)]
    [InlineData("nl", "Op 01-02-2027 om 19.30 uur.", PlainKind.MissingNumber)]
    public void An_amount_is_no_hour_and_a_date_is_no_number(string language, string text, PlainKind missing) =>
        Assert.Contains(PlainCheck.Of(text, language, new MustHaves()).Marks, mark => mark.Kind == missing);
}
