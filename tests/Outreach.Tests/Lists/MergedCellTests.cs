using Outreach.Lists;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A value in merged cells holds for every row it covers, and for every column it covers that says whether somebody may be written to.</summary>
public sealed class MergedCellTests
{
    private static readonly string[] Contacts = ["Naam", "Mobiel", "E-mail"];

    [Theory]
    [InlineData("Toestemming sms", "Toestemming e-mail", "nee", Permission.Refused)]
    [InlineData("Geen sms", "Geen e-mail", "x", Permission.OptedOut)]
    public void A_no_over_two_columns_is_a_no_to_both(string first, string second, string cell, Permission right)
    {
        var bytes = ListText.Merged(ListText.Xlsx([[.. Contacts, first, second], ["An", "0612345601", "an@voorbeeld.nl", cell], ["Bo", "0612345602", "bo@voorbeeld.nl"]]), "D2:E2");

        var rows = ListText.Rows(bytes);

        Assert.Equal([(right, right), (Permission.Unsaid, Permission.Unsaid)], rows.Select(row => (row.Candidate!.Permissions.Sms, row.Candidate.Permissions.Email)));
    }

    [Fact]
    public void A_no_over_a_block_is_a_no_of_all_its_rows()
    {
        string[][] rows = [[.. Contacts, "Toestemming sms", "Toestemming e-mail"], ["An", "0612345601", "an@voorbeeld.nl", "nee"], ["Bo", "0612345602", "bo@voorbeeld.nl"]];

        Assert.All(ListText.Rows(ListText.Merged(ListText.Xlsx(rows), "D2:E3")), HasRefusedAll);
        Assert.All(ListText.Rows(XlsText.Of(rows, (1, 2, 3, 4))), HasRefusedAll);
    }

    [Fact]
    public void A_no_that_was_merged_downwards_holds_below_the_rows_that_are_looked_at_for_a_header()
    {
        string[][] people = [.. Enumerable.Range(0, 30).Select(i => (string[])["An", $"06123456{i:d2}", $"an{i}@voorbeeld.nl", i == 0 ? "nee" : ""])];

        Assert.All(ListText.Rows(ListText.Merged(ListText.Xlsx([[.. Contacts, "Toestemming sms", "Toestemming e-mail"], .. people]), "D2:E31")), HasRefusedAll);
    }

    [Fact]
    public void A_no_that_was_merged_downwards_holds_in_a_binary_workbook_too()
    {
        var rows = ListText.Rows(XlsText.Of([["Naam", "Mobiel", "Toestemming"], ["An", "0612345601", "nee"], ["Bo", "0612345602", ""], ["Co", "0612345603", "ja"]], (1, 2, 2, 2)));

        Assert.Equal([Permission.Refused, Permission.Refused, Permission.Given], rows.Select(row => row.Candidate!.Permissions.Sms));
    }

    [Fact]
    public void Other_cells_beside_one_another_stay_one_cell()
    {
        var row = Assert.Single(ListText.Rows(ListText.Merged(ListText.Xlsx([Contacts, ["An", "0612345601", ""]]), "B2:C2")));

        Assert.Equal(("+31612345601", null), (row.Candidate!.Mobile!.Value.Value, row.Candidate.Email));
        Assert.Empty(row.Problems);
    }

    [Fact]
    public void What_is_kept_of_a_workbook_says_the_same_no()
    {
        var bytes = ListText.Merged(ListText.Xlsx([[.. Contacts, "Toestemming sms", "Toestemming e-mail"], ["An", "0612345601", "an@voorbeeld.nl", "nee"]]), "D2:E2");
        using var list = ListText.Open(bytes);

        HasRefusedAll(Assert.Single(ListText.Rows(CleanCopy.Of(list).ToArray())));
    }

    [Fact]
    public void An_error_in_a_binary_workbook_is_no_empty_cell()
    {
        var (source, _) = RecognisedFile.Open(new MemoryStream(XlsText.Of([["Naam", "Mobiel", "Afgemeld"], ["An", "0612345601", "#REF!"], ["Bo", "0612345602", ""]], (1, 2, 1, 1))));
        using (source)
        {
            Assert.True(source.NextSheet() && source.Read() && source.Read());
            Assert.Equal(("", "#REF!"), (source.Cell(2), source.ErrorAt(2)));
            Assert.True(source.Read());
            Assert.Null(source.ErrorAt(2));
        }
    }

    [Fact]
    public void An_error_where_consent_belongs_is_kept_with_the_file()
    {
        using var list = ListText.Open(XlsText.Of([["Naam", "Mobiel", "Afgemeld"], ["An", "0612345601", "#REF!"]]));

        Assert.NotEqual(Permission.Unsaid, Assert.Single(ListText.Rows(CleanCopy.Of(list).ToArray())).Candidate!.Permissions.Sms);
    }

    private static void HasRefusedAll(ListRow row) => Assert.Equal((Permission.Refused, Permission.Refused), (row.Candidate!.Permissions.Sms, row.Candidate.Permissions.Email));
}
