using System.Text;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A comment on a cell of a workbook counts as a no when it says one, and has no other effect.</summary>
public sealed class CommentedNoTests
{
    private static readonly string[] Header = ["Naam", "Mobiel", "Toestemming sms", "Opmerking", "Geloof", "Lidnr"];

    [Theory]
    [InlineData("A2", "<x:t>niet meer benaderen!</x:t>")]
    [InlineData("A2", "<x:r><x:rPr><x:b/></x:rPr><x:t>Els:</x:t></x:r><x:r><x:t>\nwil niet </x:t></x:r><x:r><x:t>gebeld worden</x:t></x:r>")]
    [InlineData("B2", "<x:t>Els:\nstop</x:t>")]
    [InlineData("C2", "<x:t>is overleden</x:t>")]
    [InlineData("D2", "<x:t>do not contact</x:t>")]
    [InlineData("$E$2", "<x:t>afgemeld</x:t>")]
    [InlineData("F2", "<x:t>geen sms</x:t>")]
    [InlineData("H2", "<x:t>niet benaderen</x:t>")]
    [InlineData("A2", "<x:t>[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the file is opened in a newer version of Excel.\n\nComment:\n    niet meer benaderen</x:t>")]
    public void A_comment_that_says_no_is_a_no_on_any_cell_of_the_row(string place, string comment)
    {
        var bytes = List((place, comment));
        using var list = ListText.Open(bytes);

        foreach (var rows in new[] { ListText.Rows(bytes), ListText.Rows(Encoding.UTF8.GetString(CleanCopy.Of(list).ToArray())) })
        {
            Assert.Equal(("Jan", "+31612345678"), (rows[0].Candidate!.Name, rows[0].Candidate!.Mobile?.Value));
            Assert.Equal((Permission.Refused, Permission.Refused), (rows[0].Candidate!.Permissions.Sms, rows[0].Candidate!.Permissions.Email));
            Assert.Contains(rows[0].Problems, problem => problem.Became == "wil niet");
            Assert.Equal((Permission.Given, 0), (rows[1].Candidate!.Permissions.Sms, rows[1].Problems.Count));
        }
    }

    [Theory]
    [InlineData("A2", "<x:t>Els: spreekt zacht</x:t>")]
    [InlineData("A2", "<x:t>[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the file is opened in a newer version of Excel.\n\nComment:\n    bel na zes uur</x:t>")]
    [InlineData("A2", "<x:t>[Opmerkingenthread]\n\nU kunt deze opmerkingenthread lezen in uw versie van Excel. Eventuele wijzigingen aan de thread gaan echter verloren als het bestand wordt geopend in een nieuwere versie van Excel.\n\nOpmerking:\n    klopt</x:t>")]
    [InlineData("A1", "<x:t>wie niet benaderd wil worden hier niet opschrijven, niet bellen</x:t>")]
    [InlineData("B9", "<x:t>niet benaderen</x:t>")]
    public void Any_other_comment_is_not_read_and_not_kept(string place, string comment)
    {
        var bytes = List((place, comment));
        using var list = ListText.Open(bytes);

        Assert.All(ListText.Rows(bytes), row => Assert.Equal((Permission.Given, 0), (row.Candidate!.Permissions.Sms, row.Problems.Count)));
        Assert.DoesNotContain("opt-out", Encoding.UTF8.GetString(CleanCopy.Of(list).ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_identity_number_under_such_a_comment_is_not_shown_and_not_kept()
    {
        var bytes = ListText.Commented(ListText.Xlsx([["Naam", "Mobiel", "Nummer"], ["Jan", "0612345678", "111222333"]]), ("C2", "<x:t>niet benaderen</x:t>"));
        using var list = ListText.Open(bytes);

        Assert.DoesNotContain(ListText.Rows(bytes)[0].Problems, problem => problem.Value.Contains("111222333", StringComparison.Ordinal));
        Assert.DoesNotContain("111222333", Encoding.UTF8.GetString(CleanCopy.Of(list).ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_put_right_in_a_cell_does_not_take_its_comment_away()
    {
        using var list = ListText.Open(List(("B2", "<x:t>niet benaderen</x:t>")));
        var copy = Encoding.UTF8.GetString(CleanCopy.Of(list, mended: new Dictionary<(int, int), string> { [(2, 1)] = "0612345670" }).ToArray());

        Assert.Equal(("+31612345670", Permission.Refused), ListText.Rows(copy)[0].Candidate is { } jan ? (jan.Mobile?.Value, jan.Permissions.Sms) : default);
    }

    [Fact]
    public void A_no_beside_the_header_is_in_the_clean_copy_too()
    {
        using var list = ListText.Open(ListText.Xlsx([["Naam", "Mobiel"], ["Jan", "0612345678", "", "niet benaderen, is ziek"]]));
        var copy = Encoding.UTF8.GetString(CleanCopy.Of(list).ToArray());

        Assert.Equal(Permission.Refused, ListText.Rows(copy)[0].Candidate!.Permissions.Sms);
        Assert.DoesNotContain("ziek", copy, StringComparison.Ordinal);
    }

    private static byte[] List(params (string Place, string Text)[] comments) => ListText.Commented(
        ListText.Xlsx([Header, ["Jan", "0612345678", "ja", "", "", "7"], ["Els", "0612345679", "ja", "", "", "8"]]), comments);
}
