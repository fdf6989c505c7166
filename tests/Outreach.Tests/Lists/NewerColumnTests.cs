using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Where a column says what came after a number or an address, the old one reaches nobody, and the row says so.</summary>
public sealed class NewerColumnTests
{
    [Theory]
    [InlineData("Naam;Mobiel;Nieuw mobiel", "An Aas;0612345671;0612345672", "0612345671")]
    [InlineData("Naam;Nieuw mobiel;Mobiel", "An Aas;0612345672;0612345671", "0612345671")]
    [InlineData("Naam;E-mail;Nieuwe e-mail", "An Aas;an@voorbeeld.nl;els@voorbeeld.nl", "an@voorbeeld.nl")]
    [InlineData("Naam;Adres;Huisnummer;Postcode;Nieuw adres", "An Aas;Kerkstraat;5;6511 AB;Dorpsweg 3", "Kerkstraat")]
    public void What_was_replaced_is_not_used(string header, string cells, string old)
    {
        var row = Assert.Single(ListText.Rows($"{header}\n{cells}\n"));

        Assert.Null(row.Candidate);
        Assert.Contains(row.Problems, problem => problem.Value == old && problem.Message.Contains("wat hierna kwam", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Naam;Mobiel;Nieuw mobiel", "An Aas;0612345671;")]
    [InlineData("Naam;Nieuw mobiel", "An Aas;0612345671")]
    [InlineData("Naam;Mobiel;Nieuw lid", "An Aas;0612345671;ja")]
    [InlineData("Naam;Mobiel;E-mail;Nieuwe e-mail", "An Aas;0612345671;an@voorbeeld.nl;els@voorbeeld.nl")]
    public void What_nothing_replaced_is(string header, string cells) =>
        Assert.Equal("+31612345671", Assert.Single(ListText.Rows($"{header}\n{cells}\n")).Candidate?.Mobile?.Value);

    [Theory]
    [InlineData("Naam;Mobiel;Mobiel 2", "An Aas;;0612345671")]
    [InlineData("Naam;Mobiel;Mobiel 2", "An Aas;0612345671;")]
    [InlineData("Naam;Mobiel;Mobiel 2", "An Aas;0612345671;0612345672")]
    public void A_second_number_is_for_whoever_has_no_first(string header, string cells) =>
        Assert.Equal("+31612345671", Assert.Single(ListText.Rows($"{header}\n{cells}\n")).Candidate?.Mobile?.Value);

    [Theory]
    [InlineData("oud nummer", Permission.Unproven)]
    [InlineData("heeft een nieuw nummer", Permission.Unproven)]
    [InlineData("oud nummer 0612345699", Permission.Unsaid)]
    [InlineData("oude vriend van Bo", Permission.Unsaid)]
    public void A_note_that_the_number_is_the_old_one_holds_it(string note, Permission sms) =>
        Assert.Equal(sms, Assert.Single(ListText.Rows($"Naam;Mobiel;Opmerking\nAn Aas;0612345671;{note}\n")).Candidate!.Permissions.Sms);
}
