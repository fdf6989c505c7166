using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>Headers that are a field where no plainer column is it.</summary>
public sealed class OtherSpellingsTests
{
    [Theory]
    [InlineData("Huurder")]
    [InlineData("Lid")]
    [InlineData("Mieter")]
    [InlineData("Voor- en achternaam")]
    [InlineData("Naam en voornaam")]
    [InlineData("Vor- und Nachname")]
    [InlineData("Naam (voor- en achternaam)")]
    [InlineData("Naam lid")]
    [InlineData("Leerling")]
    public void A_name_is_known_by_many_names(string header) => Assert.Equal("An Proef", Row($"{header};Mobiel", "An Proef;0612345678").Candidate!.Name);

    [Theory]
    [InlineData("Mobiel (privé)")]
    [InlineData("GSM privé")]
    [InlineData("Mob. tel.")]
    [InlineData("Mob. nummer")]
    [InlineData("Telefon (mobil)")]
    [InlineData("Handynr.")]
    [InlineData("Mobilnr.")]
    [InlineData("Mobiel lid")]
    [InlineData("Mobiel (2)")]
    [InlineData("Mobiel 1")]
    [InlineData("SMS Phone")]
    public void A_mobile_number_is_known_by_many_names(string header) => Assert.Equal("+31612345678", Row($"Naam;{header}", "An;0612345678").Candidate!.Mobile?.Value);

    [Theory]
    [InlineData("E-Mail privat")]
    [InlineData("E-mailadres lid")]
    [InlineData("Adresse e-mail")]
    [InlineData("Courriel")]
    [InlineData("E-mail (werk)")]
    [InlineData("E-mail 2")]
    public void An_address_is_known_by_many_names(string header) => Assert.NotNull(Row($"Naam;{header}", "An;an@voorbeeld.nl").Candidate!.Email);

    [Theory]
    [InlineData("Voertaal")]
    [InlineData("Thuistaal")]
    [InlineData("Muttersprache")]
    [InlineData("Langue")]
    public void A_language_is_known_by_many_names(string header) => Assert.Equal("tr", Row($"Mobiel;{header}", "0612345678;Turks").Candidate!.Language);

    [Theory]
    [InlineData("Adres;Postcode en plaats", "Kerkstraat 12;6511 AB Nijmegen")]
    [InlineData("Adres;Postcode/Woonplaats", "Kerkstraat 12;6511AB Nijmegen")]
    [InlineData("Straße Nr.;PLZ Ort", "Kerkstraat 12;6511 AB, Nijmegen")]
    [InlineData("Adres + nr;Postcode + plaats", "Kerkstraat 12;6511 ab Nijmegen")]
    [InlineData("Rue;N°;Code postal;Ville", "Kerkstraat;12;6511 AB;Nijmegen")]
    [InlineData("Straat;Huisnr;Postcode", "Kerkstraat;12;6511 AB Nijmegen")]
    [InlineData("Straat;Huisnr;Postc.;Woonpl.", "Kerkstraat;12;6511 AB;Nijmegen")]
    public void An_address_is_read_with_its_city(string header, string cells)
    {
        var row = Row($"Naam;{header}", $"An;{cells}");

        Assert.Equal(new("Kerkstraat", "12", null, "6511 AB", "Nijmegen"), row.Candidate!.Address);
        Assert.Empty(row.Problems);
    }

    [Theory]
    [InlineData("1234 De Bilt")]
    [InlineData("1234 Oss")]
    [InlineData("1234 de bilt")]
    public void A_city_does_not_lend_its_letters_to_a_postcode(string cell) =>
        Assert.Equal(ProblemCodes.PostcodeInvalid, Assert.Single(Row("Naam;Straat;Huisnr;Postcode", $"An;Kerkstraat;12;{cell}").Problems).Code);

    [Theory]
    [InlineData("Huurder;Naam;Mobiel")]
    [InlineData("Lid;Naam;Mobiel")]
    [InlineData("Mobiel privé;Naam;Mobiel")]
    [InlineData("Muttersprache;Naam;Mobiel")]
    public void Beside_a_plainer_column_it_is_another_thing(string header)
    {
        var row = Row(header, "0687654321;An;0612345678");

        Assert.Equal(("An", "+31612345678"), (row.Candidate!.Name, row.Candidate.Mobile?.Value));
    }

    [Theory]
    [InlineData("Voorl.;Achternaam;Mobiel", "A.B.;Proef;0612345678", "A.B. Proef")]
    [InlineData("Voorl.;Tussenv.;Achternaam;Mobiel", "A.;van;Proef;0612345678", "A. van Proef")]
    [InlineData("Nom;Prénom;GSM", "Proef;An;0612345678", "An Proef")]
    public void The_parts_of_a_name_are_known(string header, string cells, string name) => Assert.Equal(name, Row(header, cells).Candidate!.Name);

    [Fact]
    public void A_child_is_not_greeted_on_the_number_of_a_parent() => Assert.Null(Row("Leerling;Ouder 1;Mobiel", "Kind Proef;An Proef;0612345678").Candidate!.Name);

    [Theory]
    [InlineData("Xyz;Mobiel\nAn Proef;0612345601\nBo de Vries;0612345602", 1)]
    [InlineData("Xyz;Mobiel\nrood;0612345601\nblauw;0612345602", 0)]
    [InlineData("Mobiel\n0612345601\n0612345602", 0)]
    [InlineData("Naam;Xyz;Mobiel\nAn;Bo Proef;0612345601\nCo;Di Proef;0612345602", 0)]
    public void A_list_without_names_that_may_have_them_says_so_once(string text, int times) =>
        Assert.Equal(times, ListText.Check(text).Problems.Count(problem => problem.Code == ProblemCodes.NameMissing));

    [Theory]
    [InlineData("Naam 1;Naam 2;Mobiel 1", "An;Bo;0612345601", "An", "+31612345601")]
    [InlineData("Naam 1;Mobiel 1;Naam 2;Mobiel 2", "An;0612345601;Bo;0612345602", "An", "+31612345601")]
    [InlineData("Naam;Mobiel;Mobiel (2)", "An;0612345601;0612345602", "An", "+31612345601")]
    [InlineData("Mobiel (2);Naam;Mobiel", "0612345602;An;0612345601", "An", "+31612345601")]
    public void The_first_of_two_people_or_numbers_is_the_one_of_the_row(string header, string cells, string name, string mobile)
    {
        var row = Row(header, cells);

        Assert.Equal((name, mobile), (row.Candidate!.Name, row.Candidate.Mobile?.Value));
    }

    [Fact]
    public void The_number_of_the_second_person_is_not_the_one_of_the_first()
    {
        var row = Row("Naam;E-mail;Naam 2;Mobiel 2", "An;an@voorbeeld.nl;Bo;0612345602");

        Assert.Equal(("An", null), (row.Candidate!.Name, row.Candidate.Mobile));
    }

    [Theory]
    [InlineData("naam;Nieuw mobiel", "An;0612345601")]
    [InlineData("naam;Mobiel oud;Mobiel nieuw", "An;0612345602;0612345601")]
    public void A_new_number_is_theirs(string header, string cells) => Assert.Equal("+31612345601", Assert.Single(ListText.Rows($"{header}\n{cells}\n")).Candidate!.Mobile?.Value);

    private static ListRow Row(string header, string cells) => Assert.Single(ListText.Rows($"{header}\n{cells}\n"));
}
