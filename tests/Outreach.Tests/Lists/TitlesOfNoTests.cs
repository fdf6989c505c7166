using System.Text;
using Outreach.Lists;
using Outreach.Lists.Columns.Noes;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A plain no, or that people left, as the whole title of a block, a sheet or a file.</summary>
public sealed class TitlesOfNoTests
{
    [Theory]
    [InlineData("NEE")]
    [InlineData("Nee:")]
    [InlineData("Niet")]
    [InlineData("GEEN")]
    [InlineData("Inactief")]
    [InlineData("Oud-leden")]
    [InlineData("Ausgetreten")]
    [InlineData("Gekündigt")]
    [InlineData("Declined")]
    [InlineData("Vervallen")]
    [InlineData("Verwijderd")]
    [InlineData("Verhuisd / vertrokken")]
    public void A_block_or_a_sheet_below_such_a_title_is_refused(string title)
    {
        var book = ListText.Named(ListText.Xlsx([["Naam", "Mobiel"], ["An", "0612345601"]]), 1, title.Replace("/", "en", StringComparison.Ordinal).TrimEnd(':'));

        Assert.Equal((ProblemCodes.PeopleWhoSaidNo, 3), Refusal($"Naam;Mobiel\nAn;0612345601\n{title};\nBo;0612345602\n") is { } refusal ? (refusal.Code, refusal.Row) : default);
        using var list = ListText.Open(book);
        Assert.Equal(ProblemCodes.PeopleWhoSaidNo, list.Refusal?.Code);
    }

    [Theory]
    [InlineData("Oud")]
    [InlineData("Niet thuis")]
    [InlineData("Jan Verhuisd")]
    [InlineData("Piet (verhuisd)")]
    [InlineData("Verhuisd naar de Kerkstraat")]
    [InlineData("Formerum")]
    [InlineData("Leden")]
    [InlineData("N")]
    [InlineData("Vertrokstraat")]
    public void Another_title_or_a_name_alone_is_not(string title) => Assert.Null(Refusal($"Naam;Mobiel\nAn;0612345601\n{title};\nBo;0612345602\n"));

    [Theory]
    [InlineData("Huisnummer;Naam;Mobiel\n12;An;0612345601\n14;;geen\n")]
    [InlineData("Huisnummer;Naam;Mobiel\n12;An;0612345601\n14;verhuisd;\n")]
    [InlineData("Vertrouwelijk;Nee\nNaam;Mobiel\nAn;0612345601\n")]
    public void What_is_about_one_house_or_about_the_whole_list_is_no_title(string text) => Assert.Null(Refusal(text));

    [Fact]
    public void An_answer_to_something_else_in_an_empty_row_is_no_title() =>
        Assert.Null(Refusal("Naam;Mobiel;Overlast\nAn;0612345601;ja\n;;nee\nBo;0612345602;nee\n"));

    [Theory]
    [InlineData("bewoners-rejected (1)", false)]
    [InlineData("nee-leden", true)]
    [InlineData("lijst nee-zeggers", true)]
    [InlineData("lijst weigering", true)]
    [InlineData("stoplijst", true)]
    [InlineData("suppressionlist", true)]
    [InlineData("Widerrufe 2025", true)]
    [InlineData("Ausgetretene Mitglieder", true)]
    [InlineData("Gekündigte", true)]
    [InlineData("declined", true)]
    [InlineData("rejected", true)]
    [InlineData("nonsubscribed_email_audience_export_1", true)]
    [InlineData("cleaned_segment_export_123", true)]
    [InlineData("cleaned_bewoners", false)]
    [InlineData("lijst-rejected", false)]
    [InlineData("niet-leden", false)]
    [InlineData("Neerstraat", false)]
    [InlineData("non-profit contacten", false)]
    [InlineData("nieuwe leden 2025", false)]
    public void A_file_is_known_by_its_whole_name(string name, bool isOfNo) => Assert.Equal(isOfNo, TitlesOfNo.IsFile(name));

    [Theory]
    [InlineData("Cursief = geen mail")]
    [InlineData("rood=nee, groen=ja")]
    [InlineData("rood = wil niet, groen = ok")]
    [InlineData("Doorgestreept = niet meer bellen")]
    public void A_key_to_how_cells_look_holds_the_list_wherever_it_stands(string key)
    {
        Assert.Equal(ProblemCodes.PeopleWhoSaidNo, Refusal($"Naam;Mobiel\nAn;0612345601\n{key};\n")?.Code);
        Assert.Equal(ProblemCodes.PeopleWhoSaidNo, Refusal($"{key};\nNaam;Mobiel\nAn;0612345601\n")?.Code);
    }

    [Theory]
    [InlineData("groen = nieuw")]
    [InlineData("geel = wacht op sleutel")]
    [InlineData("a = b")]
    public void A_key_to_anything_else_does_not(string key) => Assert.Null(Refusal($"Naam;Mobiel\nAn;0612345601\n{key};\n"));

    private static RowProblem? Refusal(string text)
    {
        using var list = ListText.Open(Encoding.UTF8.GetBytes(text));
        return list.Refusal;
    }
}
