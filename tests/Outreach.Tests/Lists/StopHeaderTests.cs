using Outreach.Lists.Columns;

namespace Outreach.Tests.Lists;

/// <summary>A word of stopping in a header says no for certain only where the header says what is stopped.</summary>
public sealed class StopHeaderTests
{
    [Theory]
    [InlineData("Ingetrokken op")]
    [InlineData("Afgemeld BBQ")]
    [InlineData("Afgemeld 12 mei")]
    [InlineData("Afgemeld voor")]
    [InlineData("Bezwaar tegen")]
    [InlineData("Krant opgezegd")]
    [InlineData("Stop")]
    [InlineData("Account geblokkeerd")]
    [InlineData("Partner niet benaderen")]
    [InlineData("Afgemeld (kind)")]
    public void Beside_words_that_do_not_say_so_it_is_asked(string header) => Assert.Equal(PermissionKind.Asked, PermissionHeaders.Of(header)?.Kind);

    [Theory]
    [InlineData("Huur opgezegd per", "12-3-2024")]
    [InlineData("Huuropzegging", "x")]
    [InlineData("Opzegdatum huur", "1-5-2026")]
    [InlineData("Energiecontract opgezegd", "ja")]
    [InlineData("Bezwaar windmolens", "ja")]
    [InlineData("Bezwaar tegen kap", "ja")]
    [InlineData("Bezwaarschrift ingediend", "ja")]
    [InlineData("Afgemeld bij school", "x")]
    [InlineData("Geweigerd pakket", "x")]
    [InlineData("Geblokkeerde parkeerplaats", "x")]
    [InlineData("Blokker", "A")]
    public void A_tenancy_a_parcel_or_a_plan_that_is_stopped_says_nothing_of_messages(string header, string cell)
    {
        using var list = ListText.Open($"naam;mobiel;{header}\nAn Proef;0612345678;{cell}\n");

        Assert.Empty(list.Questions);
        Assert.Equal(default, Assert.Single(list.Rows()).Candidate!.Permissions);
    }

    [Theory]
    [InlineData("Datum afmelding")]
    [InlineData("Heeft zich afgemeld")]
    [InlineData("Lidmaatschap opgezegd per")]
    [InlineData("is_opt_out")]
    [InlineData("Do Not Contact Me")]
    [InlineData("Bezwaar tegen contact")]
    [InlineData("Recht van bezwaar")]
    [InlineData("Uitgesloten van mailing")]
    [InlineData("Wil uitgeschreven worden")]
    [InlineData("Kontaktsperre")]
    [InlineData("Toestemming voor contact ingetrokken")]
    public void Beside_words_that_say_so_it_stays_a_no(string header) => Assert.Equal(PermissionKind.OptOut, PermissionHeaders.Of(header)?.Kind);
}
