using System.Text;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>What stands beside a name or a house of somebody's health, origin or belief is left off, said without it, and not kept.</summary>
public sealed class HealthBesideTests
{
    [Theory]
    [InlineData("An Proef (dementie)", "An Proef")]
    [InlineData("An Proef (GGZ)", "An Proef")]
    [InlineData("Bo Proef - rolstoel", "Bo Proef")]
    [InlineData("Co Proef (moslim)", "Co Proef")]
    [InlineData("Di Proef (Syrisch)", "Di Proef")]
    [InlineData("Ed Proef, schizofreen", "Ed Proef")]
    [InlineData("Fa Proef [blind]", "Fa Proef")]
    [InlineData("Ge Proef (behindert)", "Ge Proef")]
    [InlineData("Ha Proef (wheelchair user)", "Ha Proef")]
    [InlineData("Ik Proef / verslaafd", "Ik Proef")]
    [InlineData("Jo Proef (…)", "Jo Proef")]
    public void Beside_a_name_it_is_left_off_and_reported(string cell, string name)
    {
        var row = Row("naam;mobiel", $"\"{cell}\";0612345678");

        Assert.Equal(name, row.Candidate!.Name);
        Assert.Equal((ProblemCodes.Adjusted, "naam", name), Assert.Single(row.Problems) is var p ? (p.Code, p.Column, p.Became) : default);
        Assert.Contains("…", row.Problems[0].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mina (oma)")]
    [InlineData("An Proef (A.B.)")]
    [InlineData("An Proef (de Zwart)")]
    [InlineData("An Proef (Christensen)")]
    [InlineData("Mohammed Islam")]
    [InlineData("An de Blinde")]
    [InlineData("Piet Zorgdrager")]
    [InlineData("An Proef - Turkenburg")]
    [InlineData("An Proef (Paula)")]
    public void A_nickname_initials_or_a_maiden_name_stay(string cell)
    {
        var row = Row("naam;mobiel", $"{cell};0612345678");

        Assert.Equal((cell, 0), (row.Candidate!.Name, row.Problems.Count));
    }

    [Theory]
    [InlineData("Kerkstraat;12;GGZ", null)]
    [InlineData("Kerkstraat;12;(dementie)", null)]
    [InlineData("Kerkstraat;12 (rolstoel);a", "a")]
    [InlineData("Kerkstraat;12 a GGZ;", "a")]
    public void Behind_a_house_it_is_left_off_and_reported(string cells, string? addition)
    {
        var row = Row("straat;huisnummer;toevoeging;postcode", $"{cells};6511 AB");

        Assert.Equal(new("Kerkstraat", "12", addition, "6511 AB", null), row.Candidate!.Address);
        Assert.Contains("…", Assert.Single(row.Problems).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_not_kept_and_the_copy_reads_the_same()
    {
        const string Text = "naam;mobiel;straat;huisnummer;toevoeging;postcode\nAn Proef (dementie);0612345678;Kerkstraat (dementie);12;dementie;6511 AB\n";
        using var list = ListText.Open(Text);
        var copy = CleanCopy.Of(list).ToArray();

        Assert.DoesNotContain("dementie", Encoding.UTF8.GetString(copy), StringComparison.Ordinal);
        Assert.Equal(ListText.Rows(Text)[0].Candidate, ListText.Rows(copy)[0].Candidate);
    }

    [Fact]
    public void A_title_about_it_is_not_shown() =>
        Assert.Equal("…", ListText.Check("Deelnemers dementiecafé 2025;;\nNaam;Mobiel;\nAn;0612345678;\n").Problems.Single(problem => problem.Code == ProblemCodes.RowsSkipped).Value);

    private static ListRow Row(string header, string cells) => Assert.Single(ListText.Rows($"{header}\n{cells}\n"));
}
