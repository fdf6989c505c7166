using System.Text;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>What stands beside a name in its cell and is no name is left off and said, whatever it says, and is neither kept nor shown.</summary>
public sealed class NameRemarkTests
{
    [Theory]
    [InlineData("Tim Tol (bijstand)")]
    [InlineData("Tim Tol, schulden")]
    [InlineData("Tim Tol (WSNP)")]
    [InlineData("Tim Tol voedselbank")]
    [InlineData("Tim Tol - onder bewind")]
    [InlineData("Tim Tol / uitkering")]
    [InlineData("Tim Tol (Bijstandsuitkering)")]
    [InlineData("Tim Tol [homeless]")]
    [InlineData("Tim Tol (longpatiënt)")]
    [InlineData("Tim Tol (MS)")]
    [InlineData("Tim Tol (overspannen)")]
    [InlineData("Tim Tol (in hospice)")]
    [InlineData("Tim Tol (Moskee)")]
    [InlineData("Tim Tol - opgenomen")]
    [InlineData("Tim Tol (analfabeet)")]
    [InlineData("Tim Tol !!agressief!!")]
    [InlineData("TIM TOL (OVERSPANNEN)")]
    public void Health_belief_and_money_beside_a_name_are_never_shown(string cell)
    {
        var row = Row(cell);

        Assert.Equal("Tim Tol", row.Candidate!.Name, ignoreCase: true);
        var problem = Assert.Single(row.Problems);
        Assert.Equal((ProblemCodes.Adjusted, "naam", row.Candidate.Name), (problem.Code, problem.Column, problem.Became));
        Assert.Contains("…", problem.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(cell[8..].Trim('(', ')', '!', ' ', ','), problem.Value, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Tim Tol (wekelijks op dinsdag)")]
    [InlineData("Tim Tol - komt vaak")]
    [InlineData("Tim Tol, slaapt slecht")]
    [InlineData("Tim Tol !lastig!")]
    [InlineData("Tim Tol (niet de buurman, die heet Piet)")]
    [InlineData("Tim Tol, dochter Lies")]
    [InlineData("Tim Tol / zoon Henk")]
    [InlineData("Tim Tol (vrouw van Piet)")]
    [InlineData("Tim Tol (man overleden)")]
    [InlineData("Tim Tol - 0687654321")]
    [InlineData("Tim Tol 06 87654321")]
    [InlineData("Tim Tol (tel. 06-87654321)")]
    [InlineData("Tim Tol tim2@voorbeeld.nl")]
    [InlineData("Tim Tol geb. 12-03-1950")]
    [InlineData("Tim Tol (12-03-1950)")]
    [InlineData("Tim Tol *1950")]
    [InlineData("Tim Tol, 83 jaar")]
    [InlineData("Tim Tol, Dorpsstraat 12")]
    [InlineData("Tim Tol 123456782")]
    [InlineData("t.a.v. Tim Tol")]
    [InlineData("ter attentie van Tim Tol")]
    public void What_is_no_name_is_left_off_though_its_words_are_unknown(string cell)
    {
        var row = Row(cell);

        Assert.Equal("Tim Tol", row.Candidate!.Name);
        Assert.Equal((ProblemCodes.Adjusted, "naam", "Tim Tol"), Assert.Single(row.Problems) is var p ? (p.Code, p.Column, p.Became) : default);
    }

    [Theory]
    [InlineData("Ans Aas via buurvrouw Riet", "Ans Aas")]
    [InlineData("Ans Aas (via Riet)", "Ans Aas")]
    [InlineData("Ans Aas p/a Zorgboerderij", "Ans Aas")]
    [InlineData("Ans Aas c/o Riet Rood", "Ans Aas")]
    [InlineData("Fam. Aas t.a.v. Riet Rood", "Fam. Aas")]
    [InlineData("bewindvoerder van Ans Aas", null)]
    [InlineData("Mentor van Ans Aas", null)]
    [InlineData("p/a Zorgboerderij", null)]
    public void Whoever_is_reached_through_somebody_else_is_reported(string cell, string? name)
    {
        var row = Row(cell);

        Assert.Equal(name, row.Candidate!.Name);
        var problem = Assert.Single(row.Problems);
        Assert.Contains("iemand anders", problem.Message, StringComparison.Ordinal);
        Assert.Contains("…", problem.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Riet", problem.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Jansen - de Vries")]
    [InlineData("Jansen-de Vries")]
    [InlineData("An Jansen - van den Berg")]
    [InlineData("de Vries, Jan")]
    [InlineData("Vries, de")]
    [InlineData("Jansen, jan")]
    [InlineData("Van Dijk, jan")]
    [InlineData("De Vries, piet")]
    [InlineData("El Idrissi, fatima")]
    [InlineData("Ait Hamou, said")]
    [InlineData("Bakker-Smit, anna")]
    [InlineData("Jansen, jan willem")]
    [InlineData("Şahin, ayşe nur")]
    [InlineData("Linden, onder de")]
    [InlineData("J. (hans) de Boer")]
    [InlineData("jan jansen (piet)")]
    [InlineData("Jan JANSEN - BAKKER")]
    [InlineData("Ali Demir (vader)")]
    [InlineData("jansen - bakker")]
    [InlineData("de vries, jan")]
    [InlineData("Jan (Johannes)")]
    [InlineData("JAN (JOHANNES)")]
    [InlineData("Jansen, J.P. (Jan)")]
    [InlineData("Jan Jansen (geb. de Vries)")]
    [InlineData("An Jansen (roepnaam Annie)")]
    [InlineData("An Jansen, mevr.")]
    [InlineData("Jan Jansen (sr.)")]
    [InlineData("Jan en Marie Pot")]
    [InlineData("Piet / Marie Pot")]
    [InlineData("Fam. Pot-Jansen")]
    [InlineData("Jean-Luc d'Hondt")]
    [InlineData("Mohammed (Mo) el Amrani")]
    [InlineData("Via Jansen")]
    [InlineData("Olivia van Dam")]
    [InlineData("Jan Mentor")]
    [InlineData("Buur 12")]
    [InlineData("Jan Jansen 2")]
    [InlineData("李小龙 (Bruce)")]
    [InlineData("فاطمة (أم علي)")]
    [InlineData("Іван (Ваня)")]
    public void A_name_of_any_usual_shape_stays_without_a_word(string cell)
    {
        var row = Row(cell);

        Assert.Equal((cell, 0), (row.Candidate!.Name, row.Problems.Count));
    }

    [Theory]
    [InlineData("Tim Tol (overspannen)")]
    [InlineData("Tim Tol - komt vaak")]
    [InlineData("Tim Tol 0687654321")]
    [InlineData("Tim Tol via Riet Rood")]
    [InlineData("bewindvoerder van Tim Tol")]
    [InlineData("Tim Tol (overspannen, niet bellen)")]
    [InlineData("Tim Tol (komt vaak; wil geen sms)")]
    [InlineData("Tim Tol (nee)")]
    [InlineData("Tim Tol (misschien)")]
    [InlineData("t.a.v. Tim Tol")]
    public void The_copy_that_is_kept_has_no_remark_and_reads_the_same(string cell)
    {
        var text = $"naam;mobiel;opmerking\n\"{cell}\";0612345678;iets\n";
        using var list = ListText.Open(text);
        var copy = CleanCopy.Of(list).ToArray();

        Assert.DoesNotContain("overspannen", Encoding.UTF8.GetString(copy), StringComparison.Ordinal);
        Assert.DoesNotContain("bewindvoerder", Encoding.UTF8.GetString(copy), StringComparison.Ordinal);
        Assert.DoesNotContain("0687654321", Encoding.UTF8.GetString(copy), StringComparison.Ordinal);
        Assert.Equal(ListText.Rows(text)[0].Candidate, ListText.Rows(copy)[0].Candidate);
    }

    [Theory]
    [InlineData("0687654321 (thuiszorg)")]
    [InlineData("0687654321 (bewindvoerder)")]
    public void The_number_of_a_helper_stays_the_number_of_a_helper_in_the_copy(string cell)
    {
        var text = $"naam;mobiel;e-mail;opmerking\nTim Tol;{cell};tim@voorbeeld.nl;iets\n";
        using var list = ListText.Open(text);
        var copy = CleanCopy.Of(list).ToArray();

        Assert.DoesNotContain(cell[12..^1], Encoding.UTF8.GetString(copy), StringComparison.Ordinal);
        Assert.All([ListText.Rows(text)[0], ListText.Rows(copy)[0]], row => Assert.Null(row.Candidate!.Mobile));
    }

    [Theory]
    [InlineData("Dorpsstraat (uitkering);24", "Dorpsstraat")]
    [InlineData("Dorpsstraat;24 schuldsanering", "Dorpsstraat")]
    [InlineData("Dorpsstraat - bijstand;24", "Dorpsstraat")]
    [InlineData("Dorpsstraat;24 WSNP", "Dorpsstraat")]
    public void Money_troubles_beside_an_address_are_left_off(string cells, string street)
    {
        var row = Assert.Single(ListText.Rows($"naam;straat;huisnummer;postcode\nTim Tol;{cells};3511 AB\n"));

        Assert.Equal(new(street, "24", null, "3511 AB", null), row.Candidate!.Address);
        Assert.Contains("…", Assert.Single(row.Problems).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tim Tol (bijstand);;Dorpsstraat (uitkering);24 schuldsanering;")]
    [InlineData("bewindvoerder van Tim Tol;;;;")]
    [InlineData("Tim Tol;06 (schulden);;;")]
    public void A_row_that_is_refused_does_not_repeat_them(string cells)
    {
        var row = Assert.Single(ListText.Rows($"naam;mobiel;straat;huisnummer;postcode\n{cells}\n"));

        Assert.Null(row.Candidate);
        Assert.All(row.Problems.Select(problem => problem.Value + problem.Became).Concat(row.Cells!), said => Assert.DoesNotMatch("bijstand|uitkering|schuld|bewind", said));
    }

    private static ListRow Row(string cell) => Assert.Single(ListText.Rows($"naam;mobiel\n\"{cell}\";0612345678\n"));
}
