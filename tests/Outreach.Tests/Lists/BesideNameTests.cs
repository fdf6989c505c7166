using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>What stands beside a name in its cell is an answer, and no part of the name.</summary>
public sealed class BesideNameTests
{
    [Theory]
    [InlineData("An (nee)")]
    [InlineData("An (stop)")]
    [InlineData("An (NIET)")]
    [InlineData("An [afgemeld]")]
    [InlineData("An (opgezegd)")]
    [InlineData("An (geblokkeerd)")]
    [InlineData("An (weigert)")]
    [InlineData("An (wil niet)")]
    [InlineData("An (ovl.)")]
    [InlineData("An (ovl. 2024)")]
    [InlineData("An (+2023)")]
    [InlineData("Niet: An")]
    [InlineData("An - nee")]
    [InlineData("Kees Zwart wijlen")]
    [InlineData("Kees Zwart (wijlen)")]
    [InlineData("Kees Zwart, wijlen")]
    public void A_plain_no_or_a_death_beside_a_name_is_a_no(string name) => Assert.Equal(Permission.Refused, Said(name));

    [Theory]
    [InlineData("An (afmelding)")]
    [InlineData("An (niet meer)")]
    [InlineData("An (geen interesse)")]
    [InlineData("An (verwijderen)")]
    [InlineData("An (blokkeren)")]
    [InlineData("An (is dood)")]
    [InlineData("An (RIP)")]
    [InlineData("An (verhuisd)")]
    [InlineData("An (weg)")]
    [InlineData("An (oud-bewoner)")]
    [InlineData("An (nee, volgend jaar)")]
    [InlineData("An Proef - niet meer")]
    [InlineData("An Proef NIET!")]
    [InlineData("An Proef NIET!!")]
    [InlineData("An Proef nee!")]
    [InlineData("An, verhuisd")]
    [InlineData("Eva ✗")]
    [InlineData("An +2023")]
    [InlineData("An NEE")]
    [InlineData("ANNULEER An")]
    [InlineData("An verhuisd")]
    public void What_may_be_a_no_beside_a_name_holds_that_person_and_is_reported(string name)
    {
        var row = Row("naam", name);

        Assert.Equal(Permission.Unproven, row.Candidate!.Permissions.Sms);
        Assert.Equal((ProblemCodes.ConsentUnknown, "naam", name, false), Assert.Single(row.Problems) is var p ? (p.Code, p.Column, p.Value, p.Rejected) : default);
    }

    [Theory]
    [InlineData("Mina (oma)")]
    [InlineData("Fatima (Fatma)")]
    [InlineData("An (weduwe)")]
    [InlineData("Jan-Piet Stopper")]
    [InlineData("An (Blokker)")]
    [InlineData("Jan / Truus")]
    [InlineData("Bos, Jan van der")]
    [InlineData("Weg, Anna van der")]
    [InlineData("AN NEE")]
    [InlineData("Jan van der weg")]
    [InlineData("J. van der WEG")]
    [InlineData("Dr. Uit, A.")]
    [InlineData("Ahmed EL IDRISSI")]
    [InlineData("Nee, Anna")]
    [InlineData("Niels Wijlens")]
    [InlineData("Jan van Wijlen")]
    [InlineData("Kees Wijlen")]
    [InlineData("Piet de Niet")]
    public void A_nickname_a_maiden_name_or_a_number_beside_a_name_says_nothing(string name)
    {
        var row = Row("naam", name);

        Assert.Equal((default, 0), (row.Candidate!.Permissions, row.Problems.Count));
    }

    [Theory]
    [InlineData("An (nr 12)")]
    [InlineData("An (man overleden)")]
    [InlineData("An (1e verdieping)")]
    public void What_is_left_off_as_no_name_need_not_be_a_no(string name)
    {
        var row = Row("naam", name);

        Assert.Equal(("An", default), (row.Candidate!.Name, row.Candidate.Permissions));
        Assert.Equal((ProblemCodes.Adjusted, "An"), Assert.Single(row.Problems) is var p ? (p.Code, p.Became) : default);
    }

    [Fact]
    public void It_holds_beside_a_first_name_and_a_last_name_too()
    {
        Assert.Equal(Permission.Refused, Row("voornaam", "An (nee)").Candidate!.Permissions.Sms);
        Assert.Equal(Permission.Unproven, Row("achternaam", "Proef (verhuisd)").Candidate!.Permissions.Sms);
    }

    [Theory]
    [InlineData("An (nee)", "An")]
    [InlineData("Eva ✗", "Eva")]
    [InlineData("Niet: An", "An")]
    [InlineData("An Proef - niet meer", "An Proef")]
    [InlineData("Mina (oma)", "Mina (oma)")]
    [InlineData("An verhuisd", "An verhuisd")]
    public void It_is_no_part_of_the_name(string cell, string name) => Assert.Equal(name, Row("naam", cell).Candidate!.Name);

    [Fact]
    public void A_surname_behind_a_dash_is_not_plain() => Assert.Equal(Permission.Unproven, Said("M. Jansen - Stop"));

    [Theory]
    [InlineData("Jan Pek, afm.")]
    [InlineData("Jan Pek / afm")]
    [InlineData("Jan Pek - opgez.")]
    [InlineData("Jan Pek (bedankt)")]
    public void An_abbreviated_no_behind_a_name_holds_its_person(string cell) => Assert.Equal(("Jan Pek", Permission.Unproven), Row("naam", cell).Candidate is { } jan ? (jan.Name, jan.Permissions.Sms) : default);

    private static Permission Said(string name) => Row("naam", name).Candidate!.Permissions.Sms;

    private static ListRow Row(string header, string name) => Assert.Single(ListText.Rows($"mobiel;{header}\n0612345678;\"{name}\"\n"));
}
