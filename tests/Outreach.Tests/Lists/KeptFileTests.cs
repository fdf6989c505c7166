using System.Text;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>What is kept of an uploaded file has nothing in it that must not be stored.</summary>
public sealed class KeptFileTests
{
    private const string Planted = "PLANTED";

    [Theory]
    [InlineData("Naam;Mobiel;Geloof;BSN;Geboortedatum;Opmerking;Klant\r\nAn;0612345601;PLANTED;PLANTED;PLANTED;PLANTED;K1\r\n\r\nBo;06;PLANTED;PLANTED;PLANTED;PLANTED;K2\r\n")]
    [InlineData("sep=,\r\nNaam,Diagnose,Mobiel\r\nAn,PLANTED,0612345601\r\n\"Bo, de\",PLANTED,06\r\n")]
    public async Task Columns_that_must_not_be_stored_are_gone_once_the_file_is_read(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();

        var list = await here.ImportTextAsync(meeting, text);

        var kept = await KeptAsync(here, list);
        Assert.DoesNotContain(Planted, kept, StringComparison.Ordinal);
        Assert.Contains("0612345601", kept, StringComparison.Ordinal);
        Assert.Contains(list.IgnoredColumns, column => column.Reason is IgnoreReason.Sensitive);
        await using var rejected = await here.Get<RejectedRows>().OpenAsync(Neighbourhood.Group, list, default);
        Assert.Contains("06", await new StreamReader(rejected!).ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_workbook_only_the_rows_that_were_read_are_kept()
    {
        var bytes = ListText.Xlsx([["Naam", "Mobiel", "Ziekte"], ["An", "0612345601", Planted]], [["Naam"], [Planted]]);
        using var file = ListText.Open(bytes);
        var copy = Encoding.UTF8.GetString(CleanCopy.Of(file).ToArray());

        Assert.Equal("\uFEFFNaam;Mobiel;Ziekte\r\nAn;0612345601;\r\n", copy);
    }

    [Fact]
    public void A_row_keeps_its_number()
    {
        using var file = ListText.Open("\n\nNaam;Mobiel;BSN\n\nAn;0612345601;1\n\n\nBo;0612345602;2\n");
        var copy = CleanCopy.Of(file).ToArray();

        Assert.Equal([5, 8], ListText.Rows(copy).Select(row => row.Row));
    }

    private static async Task<string> KeptAsync(Neighbourhood here, UploadedList list)
    {
        await using var content = await here.Blobs.ReadAsync(UploadedList.BlobOf(Neighbourhood.Group, list.Id), default);
        return await new StreamReader(content!).ReadToEndAsync();
    }
}
