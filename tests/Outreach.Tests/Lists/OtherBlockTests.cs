using System.Text;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>People who said no stand together, on a sheet or below a title of their own. They are never read as people to invite.</summary>
public sealed class OtherBlockTests
{
    private static readonly string[] Header = ["Naam", "Mobiel"];

    [Theory]
    [InlineData("Afmeldingen", false)]
    [InlineData("Uitgeschreven 2026", false)]
    [InlineData("Niet benaderen", false)]
    [InlineData("Afgemeld", true)]
    [InlineData("Geen contact meer", false)]
    [InlineData("Zonder toestemming", false)]
    public void A_sheet_of_people_who_said_no_is_no_list_of_invitations(string name, bool isHidden)
    {
        var book = ListText.Xlsx([Header, ["An", "0612345601"]], [Header, ["Bo", "0612345602"]]);

        Assert.Equal(name, Refusal(ListText.Named(book, 1, name, isHidden))?.Value);
        Assert.Equal(name, Refusal(ListText.Named(book, 2, name, isHidden))?.Value);
    }

    [Fact]
    public void A_sheet_without_people_asks_nothing()
    {
        Assert.Null(Refusal(ListText.Named(ListText.Xlsx([Header, ["An", "0612345601"]], [Header]), 2, "Afmeldingen")));
        Assert.Null(Refusal(ListText.Named(ListText.Xlsx([Header, ["An", "0612345601"]], []), 2, "Afmeldingen")));
    }

    [Theory]
    [InlineData("Afmeldingen nieuwsbrief 2026;;\nNaam;Mobiel;E-mail\nAn;0612345601;\n", 1, "Afmeldingen nieuwsbrief 2026")]
    [InlineData("Bewonerslijst;;\nUitgeschreven;;\nNaam;Mobiel;E-mail\nAn;0612345601;\n", 2, "Uitgeschreven")]
    [InlineData("Naam;Mobiel;E-mail\nAn;0612345601;\nAFGEMELD;;\nBo;0612345602;\n", 3, "AFGEMELD")]
    [InlineData("Leden zonder toestemming;\nNaam;Mobiel\nAn;0612345601\n", 1, "Leden zonder toestemming")]
    [InlineData("Mail-afmelders;\nNaam;Mobiel\nAn;0612345601\n", 1, "Mail-afmelders")]
    [InlineData("Nr;Naam;Mobiel\n1;An;0612345601\n;AFGEMELD;2\n2;Bo;0612345602\n", 3, "AFGEMELD")]
    [InlineData("Naam;Mobiel\nAn;0612345601\nGeen interesse;\nBo;0612345602\n", 3, "Geen interesse")]
    [InlineData("Naam;Mobiel\nAn;0612345601\nWillen niet meer;\nBo;0612345602\n", 3, "Willen niet meer")]
    [InlineData("Naam;Mobiel\nAn;0612345601\nDoen niet mee;\nBo;0612345602\n", 3, "Doen niet mee")]
    [InlineData("Naam;Mobiel\nAn;0612345601\nWeigeraars;\nBo;0612345602\n", 3, "Weigeraars")]
    [InlineData("Bewoners die niet meer mee willen doen;\n;\nNaam;Mobiel\nAn;0612345601\n", 1, "Bewoners die niet meer mee willen doen")]
    [InlineData("Naam;Mobiel;;Afmeldingen;\nBo;0612345602;;An Proef;0612345601\nAn Proef;0612345601;;;\n", 1, "Afmeldingen")]
    [InlineData("Naam;Mobiel;;Afgemeld\nBo;0612345602;;\nAn;0612345601;;0612345603\n", 1, "Afgemeld")]
    [InlineData("Naam;Mobiel;E-mail\nAFGEMELD;;\nBo;0612345602;\n", 2, "AFGEMELD")]
    [InlineData("Naam;Mobiel;Toestemming\nAn;0612345601;ja\n;Niet benaderen;\nBo;0612345602;ja\n", 3, "Niet benaderen")]
    public void A_title_over_people_who_said_no_is_refused_with_its_row(string text, int row, string value)
    {
        var refusal = Refusal(Encoding.UTF8.GetBytes(text));

        Assert.Equal((ProblemCodes.PeopleWhoSaidNo, row, value), (refusal!.Code, refusal.Row, refusal.Value));
        Assert.Contains(value, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("afmeldingen 2026.csv")]
    [InlineData("Afmeldingen2026.xlsx")]
    [InlineData("niet benaderen.csv")]
    [InlineData("niet_benaderen.csv")]
    [InlineData("bewoners geen interesse.csv")]
    public void A_file_whose_name_says_that_they_said_no_is_refused_like_such_a_sheet(string fileName)
    {
        var text = "Naam;Mobiel\nAn;0612345601\n"u8.ToArray();
        using var list = ListFile.Open(new MemoryStream(text), fileName, ListRules.Dutch);
        using var optOuts = ListFile.Open(new MemoryStream(text), fileName, ListRules.Dutch with { AreOptOuts = true });

        Assert.Equal((ProblemCodes.PeopleWhoSaidNo, fileName), list.Refusal is { } refusal ? (refusal.Code, refusal.Value) : default);
        Assert.Null(optOuts.Refusal);
    }

    [Theory]
    [InlineData("bewoners zonder afmeldingen.csv")]
    [InlineData("Verzetstraat en Stopweg.csv")]
    [InlineData("aanmeldingen.csv")]
    [InlineData("aan- en afmeldingen.csv")]
    [InlineData("bewoners zonder opt-outs.xlsx")]
    [InlineData("adressen zonder e-mail.xlsx")]
    [InlineData("bewoners alleen post.xlsx")]
    [InlineData("Laan van het Verzet.xlsx")]
    public void A_file_of_the_others_goes_through(string fileName)
    {
        using var list = ListFile.Open(new MemoryStream("Naam;Mobiel\nAn;0612345601\n"u8.ToArray()), fileName, ListRules.Dutch);

        Assert.Null(list.Refusal);
    }

    [Fact]
    public void A_title_over_all_columns_of_a_workbook_is_found_too()
    {
        var book = ListText.Xlsx([["Naam", "Mobiel", "Toestemming"], ["An", "0612345601", "ja"], ["AFGEMELD"], ["Bo", "0612345602", "ja"]]);

        Assert.Equal(3, Refusal(ListText.Merged(book, "A3:C3"))?.Row);
    }

    [Theory]
    [InlineData("Naam;Mobiel;Toestemming\nAn;0612345601;ja\nNaam;Mobiel;Afgemeld\nBo;0612345602;ja\n", 3)]
    [InlineData("Naam;Mobiel;E-mail;Toestemming\nNaam;Mobiel;Afgemeld\nBo;0612345602;ja\n", 2)]
    [InlineData("Naam;Straat;Huisnummer;Toevoeging;Postcode\nAn;Kerkstraat;3;2;6511 AB\nNaam;Straat;Toevoeging;Huisnummer;Postcode\nBo;Kerkstraat;3;2;6511 AB\n", 3)]
    public void Other_names_of_columns_halfway_are_refused_with_their_row(string text, int row)
    {
        var refusal = Refusal(Encoding.UTF8.GetBytes(text));

        Assert.Equal((ProblemCodes.SecondHeader, row), (refusal!.Code, refusal.Row));
    }

    [Theory]
    [InlineData("Naam;Mobiel\nAn;0612345601\nNaam;Mobiel\nBo;0612345602\n")]
    [InlineData("Naam;Mobiel\nAn;0612345601\nStraat Noord;\nBo;0612345602\n")]
    [InlineData("Verzetsbuurt;\nNaam;Mobiel\nAn;0612345601\nVerzetstraat;\nBo;0612345602\n")]
    [InlineData("Bewoners Blokkerstraat;\nNaam;Mobiel\nAn;0612345601\nBlokker;\nVerzetsstrijders;\nBo;0612345602\n")]
    [InlineData("Naam;Mobiel;Afgemeld\nAn;0612345601;\n;;afgemeld\nBo;0612345602;\n")]
    [InlineData("Naam;Mobiel;;Afgemeld\nAn;0612345601;;\nBo;0612345602;;ja\n")]
    [InlineData("Naam;Mobiel;;Afgemeld\nAn;0612345601;;\nBo;0612345602;;x\n")]
    [InlineData("E-mail\nafgemeld@voorbeeld.nl\nbo@voorbeeld.nl\n")]
    [InlineData("Mobiel\n06 12345601 (afgemeld)\n0612345602\n")]
    [InlineData("Naam;Straat;Huisnummer;Toevoeging;Postcode;Plaats\nAn;Kerkstraat;3;bus;6511 AB;Stad\n")]
    public void An_ordinary_list_goes_through(string text) => Assert.Null(Refusal(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("Naam;Mobiel\nAn;0612345601\nAFGEMELD;\nBo;0612345602\n")]
    [InlineData("sep=;\nNaam;Mobiel\nAn;0612345601\nAFGEMELD;\nBo;0612345602\n")]
    public void A_stream_that_cannot_be_read_twice_ends_at_such_a_title(string text)
    {
        using var list = ListFile.Open(new OnceOnly(Encoding.UTF8.GetBytes(text)), "lijst.csv", ListRules.Dutch);
        var rows = list.Rows().ToList();

        Assert.Equal("An", Assert.Single(rows, row => !row.IsAboutFile).Candidate!.Name);
        Assert.Equal(ProblemCodes.PeopleWhoSaidNo, Assert.Single(rows[^1].Problems).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sep=;\n")]
    [InlineData("\uFEFF")]
    public void A_list_that_was_looked_through_is_read_from_its_beginning(string start)
    {
        var rows = ListText.Rows(start + "Naam;Mobiel\nJosé;0612345601\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"An;06{20_000_000 + i}\n")));

        Assert.Equal((20_001, "José", 2), (rows.Count, rows[0].Candidate!.Name, rows[0].Row));
    }

    [Theory]
    [InlineData("Afmeldingen;\nNaam;Mobiel\nAn;0612345601\n")]
    [InlineData("Naam;Mobiel\nAn;0612345601\nAfgemeld;\nBo;0612345602\n")]
    public void A_list_of_opt_outs_may_say_so(string text)
    {
        using var list = ListText.Open(Encoding.UTF8.GetBytes(text), ListRules.Dutch with { AreOptOuts = true });

        Assert.Null(list.Refusal);
    }

    private static RowProblem? Refusal(byte[] bytes)
    {
        using var list = ListText.Open(bytes);
        return list.Refusal;
    }

    private sealed class OnceOnly(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
