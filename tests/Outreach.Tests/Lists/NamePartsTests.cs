using Outreach.Lists.Rows;

namespace Outreach.Tests.Lists;

/// <summary>A column "Naam" holds the whole name, or what the columns beside it leave.</summary>
public sealed class NamePartsTests
{
    [Theory]
    [InlineData("de Boer", "Jan", null, null, "Jan de Boer")]
    [InlineData("Boer", "Jan", "de", null, "Jan de Boer")]
    [InlineData("Boer", "J.", "de", null, "J. de Boer")]
    [InlineData("de Boer", "Jan", "de", null, "Jan de Boer")]
    [InlineData("Müller", "Eva", null, null, "Eva Müller")]
    [InlineData("de Boer", "Ben", null, null, "Ben de Boer")]
    [InlineData("de Boer", "D.", null, null, "D. de Boer")]
    [InlineData("van Vliet", "V.J.", null, null, "V.J. van Vliet")]
    [InlineData("van 't Hof", "Tom", null, null, "Tom van 't Hof")]
    [InlineData("Boer", null, "de", null, "de Boer")]
    [InlineData("Jan", null, null, "Smit", "Jan Smit")]
    [InlineData(null, "Jan", "van der", "Berg", "Jan van der Berg")]
    [InlineData(null, "Jan", null, null, "Jan")]
    public void The_parts_make_one_name(string? name, string? first, string? infix, string? last, string whole) =>
        Assert.Equal(whole, NameParts.Join(name, first, infix, last));

    [Theory]
    [InlineData("Jan de Boer", "Jan", "de", "Boer")]
    [InlineData("Boer, Jan de", "Jan", "de", "Boer")]
    [InlineData("J. de Boer", "Jan", null, null)]
    [InlineData("Jan de Boer", "J.", "de", null)]
    [InlineData("Familie de Boer", "Jan", null, null)]
    [InlineData("Hans de Vries", "J.P.", null, null)]
    [InlineData("Jan Jansen", "Johannes Petrus", null, null)]
    [InlineData("Anna van Dijk", null, null, "Bakker")]
    [InlineData("Jan de Boer", null, "de", null)]
    public void A_whole_name_stays_as_it_is(string name, string? first, string? infix, string? last) =>
        Assert.Equal(name, NameParts.Join(name, first, infix, last));

    [Theory]
    [InlineData("Voornaam;Naam;Telefoon\nJan;de Boer;0612345670\nEls;de Boer;0612345671\n", "Jan de Boer", "Els de Boer")]
    [InlineData("Voornaam;Middelste naam;Achternaam;Mobiel\nJan;van der;Berg;0612345670\nEls;;Smit;0612345671\n", "Jan van der Berg", "Els Smit")]
    public void Two_of_one_household_keep_their_first_names(string text, string one, string two) =>
        Assert.Equal([one, two], ListText.Rows(text).Select(row => row.Candidate!.Name));
}
