using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A second number or address of the same person is for whoever has no first one.</summary>
public sealed class SecondContactTests
{
    [Theory]
    [InlineData("Mobiel;Mobiel 2")]
    [InlineData("Mobiel 1;Mobiel 2")]
    [InlineData("Mobiel;Tweede mobiel")]
    [InlineData("Mobiel;2e mobiel")]
    [InlineData("Mobiel;Mobiel werk")]
    [InlineData("Mobiel privé;Mobiel zakelijk")]
    [InlineData("Telefoon;Telefoon 2")]
    public void A_second_number_is_used_where_the_first_is_empty(string headers)
    {
        var rows = ListText.Rows($"Naam;{headers}\nAn Aas;;0612345671\nBo Bal;0612345672;0612345673\n");

        Assert.Equal(["+31612345671", "+31612345672"], rows.Select(row => row.Candidate?.Mobile?.Value));
        Assert.Empty(rows[0].Problems);
        Assert.Equal((ProblemCodes.PhoneMore, "+31612345672"), (Assert.Single(rows[1].Problems).Code, rows[1].Problems[0].Became));
    }

    [Theory]
    [InlineData("E-mail;E-mail 2")]
    [InlineData("E-mail 1;E-mail 2")]
    [InlineData("E-mail;E-mail (2)")]
    [InlineData("E-mail;Tweede e-mailadres")]
    [InlineData("E-mail;E-mail werk")]
    [InlineData("E-mail;Work email")]
    [InlineData("E-mail privé;E-mail zakelijk")]
    public void A_second_address_is_used_where_the_first_is_empty(string headers)
    {
        var rows = ListText.Rows($"Naam;{headers}\nAn Aas;;an@voorbeeld.nl\nBo Bal;bo@voorbeeld.nl;bo2@voorbeeld.nl\nEls Eik;els@voorbeeld.nl;els@voorbeeld.nl\n");

        Assert.Equal(["an@voorbeeld.nl", "bo@voorbeeld.nl", "els@voorbeeld.nl"], rows.Select(row => row.Candidate?.Email?.Value));
        Assert.Equal([0, 1, 0], rows.Select(row => row.Problems.Count));
        Assert.Equal((ProblemCodes.EmailMore, "bo@voorbeeld.nl"), (rows[1].Problems[0].Code, rows[1].Problems[0].Became));
    }

    [Theory]
    [InlineData("E-mail werk;E-mail privé", "werk@voorbeeld.nl;prive@voorbeeld.nl", "prive@voorbeeld.nl")]
    [InlineData("E-mail 2;E-mail", "twee@voorbeeld.nl;een@voorbeeld.nl", "een@voorbeeld.nl")]
    [InlineData("E-mail;E-mail 2", "geen;an@voorbeeld.nl", "an@voorbeeld.nl")]
    [InlineData("E-mail werk", "an@voorbeeld.nl", "an@voorbeeld.nl")]
    [InlineData("E-mail;E-mail 2;E-mail werk", ";an@voorbeeld.nl;werk@voorbeeld.nl", "an@voorbeeld.nl")]
    public void The_first_is_the_first_wherever_it_stands(string headers, string cells, string address) =>
        Assert.Equal(address, Assert.Single(ListText.Rows($"Naam;{headers}\nAn Aas;{cells}\n")).Candidate?.Email?.Value);

    [Theory]
    [InlineData("Naam;Naam 2;Mobiel;E-mail;E-mail 2", "An Aas;Bo Bal;0612345671;;bo@voorbeeld.nl")]
    [InlineData("Naam;Mobiel;Partner;E-mail 2", "An Aas;0612345671;Bo Bal;bo@voorbeeld.nl")]
    [InlineData("Naam;Mobiel;E-mail;E-mail partner", "An Aas;0612345671;;bo@voorbeeld.nl")]
    public void That_of_another_person_is_not(string header, string cells) => Assert.Null(Assert.Single(ListText.Rows($"{header}\n{cells}\n")).Candidate!.Email);

    [Theory]
    [InlineData("Telefoon werk")]
    [InlineData("Telefoon bedrijf")]
    public void A_phone_at_work_is_not_theirs_alone(string header) => Assert.Null(Assert.Single(ListText.Rows($"Naam;E-mail;Telefoon;{header}\nAn Aas;an@voorbeeld.nl;;0612345671\n")).Candidate!.Mobile);

    [Fact]
    public void A_no_closes_the_second_too()
    {
        var row = Assert.Single(ListText.Rows("Naam;E-mail;E-mail 2;Mag mailen\nAn Aas;an@voorbeeld.nl;an2@voorbeeld.nl;nee\n"));

        Assert.Equal("an2@voorbeeld.nl", Assert.Single(row.Others).Email?.Value);
    }

    [Theory]
    [InlineData("an@voorbeeld.nl (nee)", Permission.Refused)]
    [InlineData("geen mail", Permission.Unsaid)]
    public void What_stands_beside_the_second_counts(string cell, Permission sms) =>
        Assert.Equal(sms, Assert.Single(ListText.Rows($"Naam;Mobiel;E-mail;E-mail 2\nAn Aas;0612345671;;{cell}\n")).Candidate!.Permissions.Sms);
}
