using Outreach.Contacts;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>What can be read and may be something else all the same is said, and what may hide a no is held.</summary>
public sealed class DoubtfulRowTests
{
    [Theory]
    [InlineData("Naam;Mobiel;Afgemeld;Plaats", "An;0612345601;;ja;Oosterdam")]
    [InlineData("Naam;Mobiel;Toestemming;Plaats", "An;0612345601;;ja;Utrecht")]
    [InlineData("Name;Mobile;Unsubscribed;City", "An;0612345601;;yes;Utrecht")]
    [InlineData("Name;Handy;Einwilligung;Ort", "An;0612345601;ja;nein;Kleve")]
    public void A_row_with_a_cell_too_many_is_held_where_a_column_may_hold_a_no(string header, string cells)
    {
        var row = Assert.Single(ListText.Rows($"{header}\n{cells}\n"));

        Assert.True(row.Candidate!.Permissions is { Sms: >= Permission.Unproven, Email: >= Permission.Unproven, Call: >= Permission.Unproven, Post: >= Permission.Unproven });
        Assert.Contains(row.Problems, problem => problem.Code == ProblemCodes.RowTooLong);
    }

    [Theory]
    [InlineData("Naam;Mobiel;Afgemeld", "An;0612345601;;;;")]
    [InlineData("Naam;Mobiel;Plaats", "An;0612345601;x;Oosterdam")]
    public void Empty_cells_and_other_lists_are_not_held(string header, string cells) =>
        Assert.Equal(default, Assert.Single(ListText.Rows($"{header}\n{cells}\n")).Candidate!.Permissions);

    [Theory]
    [InlineData("NL", "GSM", "0475 66 60 03", "+31475666003")]
    [InlineData("DE", "Handy", "0475123456", "+49475123456")]
    public void A_fixed_line_that_is_a_mobile_next_door_is_reported(string country, string column, string cell, string became)
    {
        var problem = Assert.Single(Row(country, column, cell).Problems);

        Assert.Equal((ProblemCodes.PhoneDoubtful, cell, became, false), (problem.Code, problem.Value, problem.Became, problem.Rejected));
    }

    [Theory]
    [InlineData("NL", "Mobiel", "0201234567")]
    [InlineData("NL", "Mobiel", "+31475666003")]
    [InlineData("NL", "Mobiel", "0031475666003")]
    [InlineData("NL", "Telefoon", "0475666003")]
    [InlineData("BE", "GSM", "0475 66 60 03")]
    public void Any_other_number_is_not(string country, string column, string cell) => Assert.Empty(Row(country, column, cell).Problems);

    [Theory]
    [InlineData("\"\"\"\"")]
    [InlineData(",,")]
    [InlineData("''")]
    [InlineData("〃")]
    [InlineData("„")]
    [InlineData("id.")]
    [InlineData("zelfde")]
    [InlineData("Als boven")]
    [InlineData("s.o.")]
    [InlineData("same as above")]
    public void What_stands_for_the_street_above_it_is_no_street(string street)
    {
        var rows = ListText.Rows($"naam;mobiel;straat;huisnummer;postcode\nAn;0612345601;Kerkstraat;12;1234 AB\nBo;0612345602;{street};14;1234 AB\n");

        Assert.NotNull(rows[0].Candidate!.Address);
        Assert.Null(rows[1].Candidate!.Address);
        Assert.Contains(rows[1].Problems, problem => problem is { Column: "straat", Code: ProblemCodes.Adjusted, Became: "" });
    }

    [Theory]
    [InlineData("'t Zand")]
    [InlineData("Idastraat")]
    [InlineData("Zelfdestraat")]
    public void A_street_with_a_name_is_one(string street) =>
        Assert.Equal(street, Assert.Single(ListText.Rows($"straat;huisnummer;postcode\n{street};12;1234 AB\n")).Candidate!.Address?.Street);

    [Theory]
    [InlineData("naam;mobiel", "An;0612345601", ";0612345602")]
    [InlineData("naam;mobiel;straat", "An;0612345601;", ";0612345602;")]
    [InlineData("voornaam;achternaam;mobiel;e-mail", "An;Proef;0612345601;", ";;;bo@voorbeeld.nl")]
    [InlineData("name;mobile;landline", "An;0612345601;", ";;0201234567")]
    public void A_number_alone_below_somebody_may_be_theirs(string header, string named, string nameless)
    {
        var rows = ListText.Rows($"{header}\n{named}\n{nameless}\n{named.Replace('1', '3')}\n");

        Assert.Equal(3, rows.Count(row => row.Candidate is not null));
        Assert.Equal(ProblemCodes.NameMissing, Assert.Single(rows[1].Problems).Code);
        Assert.Empty(rows[2].Problems);
    }

    [Theory]
    [InlineData("naam;mobiel;e-mail", "An;0612345601;an@voorbeeld.nl", ";0612345601;")]
    [InlineData("naam;mobiel;e-mail", "An;0612345601;an@voorbeeld.nl", ";;an@voorbeeld.nl")]
    public void A_number_alone_that_stands_in_the_row_above_is_theirs(string header, string named, string nameless) =>
        Assert.All(ListText.Rows($"{header}\n{named}\n{nameless}\nBo;0612345603;\nEls;0612345604;\n"), row => Assert.Empty(row.Problems));

    [Fact]
    public void Where_names_are_often_missing_that_says_nothing()
    {
        var rows = ListText.Rows("naam;mobiel;straat\n;0612345601;\n;0612345602;\nAn;0612345603;\n;0612345604;\n");

        Assert.All(rows, row => Assert.Empty(row.Problems));
    }

    [Fact]
    public void A_nameless_row_with_more_than_a_number_is_somebody_else() => Assert.All(
        ListText.Rows("naam;mobiel;e-mail;straat;huisnummer;postcode\nAn;0612345601;;Kerkstraat;12;1234 AB\n;0612345602;;Kerkstraat;14;1234 AB\nBo;0612345603;;;;\n;0612345604;co@voorbeeld.nl;;;\n"),
        row => Assert.Empty(row.Problems));

    [Theory]
    [InlineData("e-mail", "geen@geen.nl", ProblemCodes.EmailDoubtful)]
    [InlineData("e-mail", "nvt@nvt.nl", ProblemCodes.EmailDoubtful)]
    [InlineData("e-mail", "onbekend@voorbeeld.nl", ProblemCodes.EmailDoubtful)]
    [InlineData("e-mail", "x@x.nl", ProblemCodes.EmailDoubtful)]
    [InlineData("e-mail", "voorbeeld@voorbeeld.nl", ProblemCodes.EmailDoubtful)]
    [InlineData("e-mail", "naam@domein.nl", ProblemCodes.EmailDoubtful)]
    [InlineData("e-mail", "test@test.nl", ProblemCodes.EmailDoubtful)]
    [InlineData("e-mail", "no-reply@voorbeeld.nl", ProblemCodes.EmailDoubtful)]
    [InlineData("e-mail", "geen_mail@voorbeeld.nl", ProblemCodes.EmailDoubtful)]
    [InlineData("e-mail", "an@geen.nl", ProblemCodes.EmailDoubtful)]
    [InlineData("mobiel", "0611111111", ProblemCodes.PhoneDoubtful)]
    [InlineData("mobiel", "06-22222222", ProblemCodes.PhoneDoubtful)]
    [InlineData("mobiel", "0612000000", ProblemCodes.PhoneDoubtful)]
    public void What_looks_made_up_is_said_and_used(string column, string cell, string code)
    {
        var row = Row("NL", column, cell);

        Assert.Equal((code, cell, false), Assert.Single(row.Problems) is var p ? (p.Code, p.Value, p.Rejected) : default);
        Assert.True(row.Candidate!.Mobile is not null || row.Candidate.Email is not null);
    }

    [Theory]
    [InlineData("e-mail", "jansen@jansen.nl")]
    [InlineData("e-mail", "nb@voorbeeld.nl")]
    [InlineData("e-mail", "testa@voorbeeld.nl")]
    [InlineData("e-mail", "no.mail@voorbeeld.nl")]
    [InlineData("e-mail", "j@voorbeeld.nl")]
    [InlineData("mobiel", "0611112222")]
    [InlineData("mobiel", "0612000001")]
    public void What_does_not_is_not(string column, string cell) => Assert.Empty(Row("NL", column, cell).Problems);

    private static ListRow Row(string country, string column, string cell)
    {
        using var list = ListText.Open(System.Text.Encoding.UTF8.GetBytes($"naam;{column}\nAn;{cell}\n"), new ListRules(new CountryRules(country, "NL BE DE")));
        return Assert.Single(list.Rows());
    }
}
