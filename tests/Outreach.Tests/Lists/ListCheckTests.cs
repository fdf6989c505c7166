using System.Text;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

public sealed class ListCheckTests
{
    [Fact]
    public void A_list_that_waits_for_an_answer_says_what_is_asked() =>
        Assert.Equal(["Mobiel"], ListText.Check("Naam;Bezocht door;Mobiel\nAn Proef;Piet Jansen;0612345678\n").Questions.Select(question => question.Column));

    [Fact]
    public void Every_row_is_accepted_merged_or_rejected()
    {
        var report = ListText.Check("""
            naam;mobiel;e-mail;straat;huisnummer;postcode
            Ada;0612345678;ada@voorbeeld.nl;;;
            Ada S;+31 6 12345678;;;;
            Ada;;ADA@voorbeeld.nl;;;
            ;0612345679;ada@voorbeeld.nl;;;
            ;0612345679;;;;

            Ben;06;;;;
            Cem;;;Kerkstraat;12;1234ab
            Dia;;;Kerkstraat;12;1234 AB
            cem;;;kerkstraat;12;1234 AB
            Cem;;;Kerkstraat;14;1234 AB
            """);

        Assert.Equal((10, 4, 5, 0, 1), (report.Rows, report.Accepted, report.Merged, report.Suppressed, report.Rejected));
        Assert.Equal((8, ProblemCodes.PhoneInvalid), (report.Problems[0].Row, report.Problems[0].Code));
    }

    [Theory]
    [InlineData("Els Bakker;0611223344;ja|Jan Jansen;0611223344;|Mia Mol;0611223345;", 1, 0, 2)]
    [InlineData("Jan Jansen;0611223344;|Els Bakker;0611223344;ja", 0, 0, 2)]
    [InlineData("Jan Jansen;0611223344;|Jan Jansen;0611223344;|Els Bakker;0611223345;ja", 1, 1, 1)]
    public async Task It_counts_as_an_upload_does(string rows, int accepted, int merged, int suppressed)
    {
        var list = $"naam;mobiel;opt-out\n{rows.Replace('|', '\n')}\n";
        var report = ListText.Check(list);
        using var here = await Neighbourhood.OpenAsync();
        var uploaded = await here.ImportTextAsync(await here.PlanAsync(), list);

        Assert.Equal((accepted, merged, suppressed, 0), (report.Accepted, report.Merged, report.Suppressed, report.Rejected));
        Assert.Equal((report.Rows, report.Accepted, report.Merged, report.Suppressed), (uploaded.Rows, uploaded.Accepted, uploaded.Merged, uploaded.Suppressed));
    }

    [Fact]
    public void Only_the_first_hundred_problems_are_told()
    {
        var report = ListText.Check("mobiel\n" + string.Concat(Enumerable.Repeat("06\n", 250)));
        Assert.Equal((250, 250, 100), (report.Rows, report.Rejected, report.Problems.Count));
    }

    [Fact]
    public void A_refused_file_has_no_rows_and_one_problem()
    {
        var report = ListText.Check("kleur\nrood\n");
        Assert.Equal((0, ProblemCodes.ColumnsMissing), (report.Rows, Assert.Single(report.Problems).Code));
    }

    [Theory]
    [InlineData("naam;mobiel\nZoë;06\n", "naam;mobiel;Reden\r\nZoë;06;")]
    [InlineData("sep=,\nnaam,mobiel,BSN\n\"Smit, Zoë\",06,111222333\n", "sep=,\r\nnaam,mobiel,Reden\r\n\"Smit, Zoë\",06,\"mobiel: ")]
    [InlineData("naam\tmobiel\tOpmerking\n\"Zoë \"\"Z\"\"\"\t06\tziek\n", "naam\tmobiel\tReden\r\n\"Zoë \"\"Z\"\"\"\t06\tmobiel")]
    [InlineData("naam;mobiel;Reden\nZoë;06;oud\n", "naam;mobiel;Reden\r\nZoë;06;mobiel: ")]
    public void Rejected_rows_come_back_as_they_came_with_a_reason(string text, string expected) =>
        Assert.StartsWith(expected, RejectedText(Encoding.UTF8.GetBytes(text), Encoding.UTF8), StringComparison.Ordinal);

    [Fact]
    public void Rejected_rows_come_back_in_their_own_encoding()
    {
        const string Text = "naam;mobiel\r\nZoë €;06\r\n";
        Assert.Contains("\r\nZoë €;06;", RejectedText(ListText.Windows1252(Text), CodePagesEncodingProvider.Instance.GetEncoding(1252)!), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFnaam", RejectedText([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)], Encoding.Unicode), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=SOM(A1)", "'=SOM(A1)")]
    [InlineData("@x", "'@x")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0")]
    [InlineData("+48512345678", "+48512345678")]
    [InlineData("+31 (0)6 12", "+31 (0)6 12")]
    [InlineData("'=x", "'=x")]
    public void A_cell_that_a_spreadsheet_would_run_comes_back_harmless_and_a_phone_number_unharmed(string cell, string expected) =>
        Assert.Contains($"\r\n{expected};06;", RejectedText(Encoding.UTF8.GetBytes($"naam;mobiel\n{cell};06\n"), Encoding.UTF8), StringComparison.Ordinal);

    [Fact]
    public void The_rejected_file_can_be_uploaded_again()
    {
        var again = RejectedText("naam;mobiel\n@x;06\nB;0612345678\n"u8.ToArray(), Encoding.UTF8).Replace(";06;", ";0612345678;", StringComparison.Ordinal);
        Assert.Equal("@x", Assert.Single(ListText.Rows(again)).Candidate!.Name);
    }

    [Fact]
    public void A_mutilated_file_never_throws()
    {
        byte[][] seeds =
        [
            Encoding.UTF8.GetBytes("sep=;\r\nVoornaam;Achternaam;Mobiel;E-mail;BSN\r\n\"Zoë\r\nMaria\";Smit;06-12345678;a@b.nl;111222333\r\nB;C;06;d@e;\r\n"),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("naam;mobiel\r\nŞule;0612345678\r\n")],
            ListText.Xlsx([["Naam", "Mobiel", "Postcode"], ["A", "<v>612345678</v>", "1234AB"], ["B", "d:46093", "x"]], [["x"], ["y"]]),
        ];
        var random = new Random(20261122);
        for (var round = 0; round < 600; round++)
        {
            var bytes = Mutilate(seeds[round % seeds.Length], random);
            using var rejected = new MemoryStream();

            var report = ListCheck.Run(new MemoryStream(bytes), "x", ListRules.Dutch, rejected);

            Assert.Equal(report.Rows, report.Accepted + report.Merged + report.Suppressed + report.Rejected);
            Assert.True(report.Rows > 0 || report.Problems.Count > 0);
        }
    }

    private static byte[] Mutilate(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var i = random.Next(1, 12); i > 0 && bytes.Count > 2; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.Insert(at, (byte)"\";,\n\0\r\t'="[random.Next(9)]);
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string RejectedText(byte[] bytes, Encoding encoding)
    {
        using var rejected = new MemoryStream();
        ListCheck.Run(new MemoryStream(bytes), "lijst.csv", ListRules.Dutch, rejected);
        return encoding.GetString(rejected.ToArray());
    }
}
