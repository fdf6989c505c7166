using Outreach.Lists;

namespace Outreach.Tests.Lists;

/// <summary>What stands in a column of names or languages, and is none.</summary>
public sealed class NameCellTests
{
    [Theory]
    [InlineData("N.N.")]
    [InlineData("nvt nvt")]
    [InlineData("null null")]
    [InlineData("Onbekend, onbekend")]
    [InlineData("0612345678")]
    [InlineData("jan@voorbeeld.nl")]
    [InlineData("De bewoner(s) van dit adres")]
    [InlineData("Aan de bewoners")]
    [InlineData("=A2")]
    [InlineData("0")]
    [InlineData("geheim")]
    [InlineData("Dhr.")]
    [InlineData("De heer/mevrouw")]
    [InlineData("Mevr. onbekend")]
    [InlineData("nog niet bekend")]
    [InlineData("{{naam}}")]
    [InlineData("*|FNAME|*")]
    public void What_is_no_name_is_not_greeted(string cell)
    {
        var row = Assert.Single(ListText.Rows($"naam;mobiel\n\"{cell}\";0612345603\n"));

        Assert.Null(row.Candidate!.Name);
        Assert.Equal(("naam", cell, ""), Assert.Single(row.Problems) is var p ? (p.Column, p.Value, p.Became) : default);
    }

    [Theory]
    [InlineData("N.N. Jansen")]
    [InlineData("Jan van de Adres")]
    [InlineData("An Geheim")]
    [InlineData("De Heer")]
    [InlineData("Mevr. Jansen")]
    [InlineData("Famke Idem")]
    [InlineData("'t Hart")]
    [InlineData("'s-Gravesande")]
    [InlineData("李")]
    public void A_name_with_such_a_word_in_it_is_a_name(string name) => Assert.Equal(name, Assert.Single(ListText.Rows($"naam;mobiel\n{name};0612345603\n")).Candidate!.Name);

    [Theory]
    [InlineData("tr", "turk", "türkisch")]
    [InlineData("uk", "українська мова")]
    [InlineData("nl", "Niederländisch", "Néerlandais")]
    [InlineData("fr", "Französisch")]
    [InlineData("pl", "polonais", "język polski")]
    public void A_language_is_known_by_its_name_in_a_language_of_the_neighbours(string code, params string[] names) =>
        Assert.All(names, name => Assert.Equal(code, LanguageNames.CodeOf(name)));
}
