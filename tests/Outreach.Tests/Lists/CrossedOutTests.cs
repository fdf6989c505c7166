using System.Text;
using Outreach.Lists;
using Outreach.Lists.Files;
using Outreach.Records;

namespace Outreach.Tests.Lists;

public sealed class CrossedOutTests
{
    private const string Struck = "<is><r><rPr><strike/></rPr><t>";
    private const string Header = "Naam;Mobiel;E-mail;Toestemming";

    [Theory]
    [InlineData("~~0612345678~~ 0687654321", "0687654321")]
    [InlineData("~~0612345678~~", "")]
    [InlineData("0687654321 ~~of 0612345678~~ ", "0687654321")]
    [InlineData("0687654321", "0687654321")]
    [InlineData("~~~", "~~~")]
    public void What_was_struck_through_is_not_what_a_cell_says(string cell, string left) => Assert.Equal(left, CrossedOut.Left(cell));

    [Fact]
    public void A_number_that_was_struck_through_is_not_used_and_is_shown()
    {
        var row = Row("Jan;~~0612345678~~ 0687654321;jan@voorbeeld.nl;ja");

        Assert.Equal("+31687654321", row.Candidate!.Mobile!.Value.Value);
        var problem = Assert.Single(row.Problems);
        Assert.Equal(("Mobiel", "~~0612345678~~ 0687654321", "0687654321"), (problem.Column, problem.Value, problem.Became));
    }

    [Fact]
    public void An_address_that_was_struck_through_leaves_the_other_ways()
    {
        var row = Row("Jan;0612345678;~~jan@voorbeeld.nl~~;ja");

        Assert.Null(row.Candidate!.Email);
        Assert.Equal(Permission.Given, row.Candidate.Permissions.Sms);
    }

    [Theory]
    [InlineData("~~ja~~")]
    [InlineData("~~nee~~ ja")]
    [InlineData("~~nee~~")]
    public void An_answer_that_was_struck_through_is_no_consent(string cell)
    {
        var row = Row($"Jan;0612345678;;{cell}");

        Assert.Equal(Permission.Unproven, row.Candidate!.Permissions.Sms);
        Assert.Equal((ProblemCodes.ConsentUnknown, cell), (Assert.Single(row.Problems).Code, row.Problems[0].Value));
    }

    [Fact]
    public void A_no_beside_a_yes_that_was_struck_through_is_a_no() => Assert.Equal(Permission.Refused, Row("Jan;0612345678;;~~ja~~ nee").Candidate!.Permissions.Sms);

    [Theory]
    [InlineData("~~Jan~~;0612345678;jan@voorbeeld.nl;ja")]
    [InlineData("~~Jan~~;~~0612345678~~;~~jan@voorbeeld.nl~~;~~ja~~")]
    [InlineData(";~~0612345678~~;;~~ja~~")]
    public void Whoever_was_struck_through_is_known_and_gets_no_message(string cells)
    {
        var row = Row(cells);

        Assert.Equal("+31612345678", row.Candidate!.Mobile!.Value.Value);
        Assert.True(row.Candidate.Permissions is { Sms: >= Permission.Refused, Email: >= Permission.Refused, Call: >= Permission.Refused, Post: >= Permission.Refused });
        Assert.Contains(row.Problems, problem => problem.Became == "wil niet");
    }

    [Fact]
    public void A_remark_beside_the_header_that_was_struck_through_is_about_nobody()
    {
        var rows = ListText.Rows($"{Header}\nJan;0612345678;;ja\n;;;;;~~nagaan~~\n");

        Assert.Equal(Permission.Given, rows[0].Candidate!.Permissions.Sms);
        Assert.Null(rows[^1].Candidate is { } candidate && rows.Count > 1 ? candidate : null);
    }

    [Fact]
    public void An_identity_number_that_was_struck_through_is_neither_kept_nor_shown()
    {
        using var list = ListText.Open(Encoding.UTF8.GetBytes("Nr;Naam;Mobiel\n~~111222333~~;~~Jan~~;0612345678\n"));
        var said = list.Rows().ToList();

        Assert.DoesNotContain("111222333", Encoding.UTF8.GetString(CleanCopy.Of(ListText.Open(Encoding.UTF8.GetBytes("Nr;Naam;Mobiel\n~~111222333~~;~~Jan~~;0612345678\n"))).ToArray()), StringComparison.Ordinal);
        Assert.DoesNotContain(said.SelectMany(row => row.Problems), problem => problem.Value.Contains("111222333", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_was_struck_through_under_a_comment_that_says_no_is_known_and_gets_no_message()
    {
        var row = Row("~~Jan~~ [opt-out];~~0612345678~~;;");

        Assert.Equal(("+31612345678", Permission.Refused), (row.Candidate!.Mobile!.Value.Value, row.Candidate.Permissions.Sms));
    }

    [Fact]
    public void A_name_that_was_put_right_is_nobody_struck_through()
    {
        var row = Row("~~Jna~~ Jan;0612345678;;ja");

        Assert.Equal(("Jan", Permission.Given), (row.Candidate!.Name, row.Candidate.Permissions.Sms));
    }

    [Fact]
    public void Excel_strikes_through_a_cell_or_a_part_of_its_text()
    {
        var rows = ListText.Rows(ListText.Xlsx([
            [.. Header.Split(';')],
            ["Jan", "~:0612345678", "jan@voorbeeld.nl", "ja"],
            ["~:Piet", "0612345679", "", "ja"],
            ["Els", $"{Struck}06123</t></r><r><rPr><strike val=\"1\"/><b/></rPr><t>45670</t></r><r><rPr><strike val=\"0\"/></rPr><t> 0612345671</t></r></is>", "", "ja"],
            ["Kim", "0612345672", "", $"{Struck}ja</t></r></is>"],
        ]));

        Assert.Null(rows[0].Candidate!.Mobile);
        Assert.Equal(Permission.Refused, rows[1].Candidate!.Permissions.Sms);
        Assert.Equal("+31612345671", rows[2].Candidate!.Mobile!.Value.Value);
        Assert.Equal("~~0612345670~~ 0612345671", Assert.Single(rows[2].Problems).Value);
        Assert.Equal(Permission.Unproven, rows[3].Candidate!.Permissions.Sms);
    }

    [Fact]
    public void An_xls_workbook_marks_struck_through_text_too()
    {
        var rows = ListText.Rows(XlsText.Of([[.. Header.Split(';')], ["Jan", "~~0612345678~~", "jan@voorbeeld.nl", "ja"], ["~~Piet~~", "0612345679", "", "ja"]]));

        Assert.Null(rows[0].Candidate!.Mobile);
        Assert.Equal(Permission.Given, rows[0].Candidate!.Permissions.Email);
        Assert.Equal(Permission.Refused, rows[1].Candidate!.Permissions.Sms);
    }

    [Fact]
    public void A_clean_copy_still_says_so()
    {
        using var list = ListText.Open(ListText.Xlsx([[.. Header.Split(';')], ["~:Jan", "0612345678", "", "ja"], ["Els", "0612345679", "", "~:ja"]]));
        var copy = Encoding.UTF8.GetString(CleanCopy.Of(list).ToArray());

        Assert.Equal([Permission.Refused, Permission.Unproven], ListText.Rows(copy).Select(row => row.Candidate!.Permissions.Sms));
    }

    private static ListRow Row(string cells) => Assert.Single(ListText.Rows($"{Header}\n{cells}\n"));
}
