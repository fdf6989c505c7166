using System.Text;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

public sealed class ExcelTests
{
    private static readonly string[] Header = ["Naam", "Mobiel", "Huisnummer", "Straat", "Postcode"];

    [Theory]
    [InlineData("<v>612345678</v>")]
    [InlineData("<v>31612345678</v>")]
    [InlineData("<v>3.1612345678E10</v>")]
    [InlineData("e:3.1612345678E10")]
    [InlineData("0:612345678")]
    [InlineData("06-12345678")]
    public void A_number_in_a_cell_loses_no_digit(string cell)
    {
        var row = Assert.Single(ListText.Rows(ListText.Xlsx([Header, ["Zoë", cell]])));
        Assert.Equal(("Zoë", "+31612345678", 2), (row.Candidate!.Name, row.Candidate.Mobile!.Value.Value, row.Row));
    }

    [Fact]
    public void Cells_are_read_as_a_person_sees_them()
    {
        var rows = ListText.Rows(ListText.Xlsx([Header, ["A", "", "<v>12</v>", "Kerkstraat", "1234AB"], [], ["B", "0612345678", "d:46093", "Kerkstraat", "1234AB"]]));

        Assert.Equal("12", rows[0].Candidate!.Address!.HouseNumber);
        Assert.Null(rows[1].Candidate!.Address);
        Assert.Equal([2, 4], rows.Select(row => row.Row));
    }

    [Theory]
    [InlineData("<f>B3</f><v></v>", Permission.Unproven)]
    [InlineData("<f>B3</f>", Permission.Unproven)]
    [InlineData("<v></v>", Permission.Unsaid)]
    public void A_formula_that_was_never_computed_may_be_a_no(string cell, Permission permission) =>
        Assert.Equal(permission, Assert.Single(ListText.Rows(ListText.Xlsx([["Naam", "Mobiel", "Toestemming"], ["An", "0612345601", cell]]))).Candidate!.Permissions.Sms);

    [Fact]
    public void Blank_sheets_are_passed_over_and_other_sheets_are_named()
    {
        using var list = ListText.Open(ListText.Xlsx([], [Header, ["A", "0612345678"]], [Header, ["B", "0612345679"]]));

        Assert.Equal("A", Assert.Single(list.Rows()).Candidate!.Name);
        Assert.Equal(("Blad3", IgnoreReason.OtherSheet), list.IgnoredColumns.Select(column => (column.Column, column.Reason)).Single());
    }

    [Fact]
    public void A_sheet_with_only_a_header_or_nothing_is_refused()
    {
        Assert.Equal(ProblemCodes.FileUnreadable, Refusal(ListText.Xlsx([Header])));
        Assert.Equal(ProblemCodes.FileUnreadable, Refusal(ListText.Xlsx([])));
        Assert.Equal(ProblemCodes.ColumnsMissing, Refusal(ListText.Xlsx([["naam"], ["A"]])));
    }

    [Fact]
    public void A_truncated_workbook_is_refused()
    {
        var whole = ListText.Xlsx([Header, ["A", "0612345678"]]);
        Assert.Equal(ProblemCodes.FileUnreadable, Refusal(whole[..(whole.Length / 2)]));
        Assert.Equal(ProblemCodes.FileUnreadable, Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0]));
    }

    [Theory]
    [InlineData(1, 66)]
    [InlineData(66, 1)]
    public void A_workbook_that_unpacks_to_a_mountain_is_refused_before_it_is_read(int cells, int megabytes)
    {
        var cell = new string('a', megabytes * 1024 * 1024);

        Assert.Equal(ProblemCodes.FileUnreadable, Refusal(ListText.Xlsx([Header, .. Enumerable.Repeat<string[]>([cell], cells)])));
    }

    [Fact]
    public void A_cell_longer_than_any_cell_of_Excel_is_refused_however_it_is_packed()
    {
        var random = new Random(1);
        var noise = string.Concat(Enumerable.Range(0, 6 * 1024 * 1024).Select(_ => (char)('a' + random.Next(26))));

        Assert.Equal(ProblemCodes.FileUnreadable, Refusal(ListText.Xlsx([Header, [noise, "0612345678"]])));
    }

    [Fact]
    public void Rejected_rows_of_a_workbook_come_back_as_a_text_file_that_Excel_opens()
    {
        using var rejected = new MemoryStream();
        ListCheck.Run(new MemoryStream(ListText.Xlsx([Header, ["Zoë", "<v>612</v>"]])), "lijst.xlsx", ListRules.Dutch, rejected);

        Assert.Equal([0xEF, 0xBB, 0xBF], rejected.ToArray()[..3]);
        Assert.StartsWith("\uFEFFNaam;Mobiel;Huisnummer;Straat;Postcode;Reden\r\nZoë;612;;;;Mobiel: Dit is geen", Encoding.UTF8.GetString(rejected.ToArray()), StringComparison.Ordinal);
    }

    private static string? Refusal(byte[] bytes)
    {
        using var list = ListText.Open(bytes);
        return list.Refusal?.Code;
    }
}
