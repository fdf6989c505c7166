using Outreach.Lists;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>A no in one row holds for the same person in all rows of the list, and for all that stands in their rows.</summary>
public sealed class NosOfListTests
{
    private const string Number = "+31612345671";

    [Theory]
    [InlineData("naam;mobiel;telefoon;opt-out|Els Bakker;0612345679;0302345678;ja|Els Bakker;;0302345678;|Els Bakker;0612345671;0302345678;")]
    [InlineData("naam;mobiel;telefoon;opt-out|Els Bakker;0612345671;0302345678;|Els Bakker;;0302345678;|Els Bakker;0612345679;0302345678;ja")]
    [InlineData("naam;mobiel;e-mail;opt-out|Els Bakker;0612345679;els@kpnmail.nl;ja|Els Bakker;0612345671;els@kpnmail.nl;|E. Bakker;0612345671;els2@kpnmail.nl;")]
    [InlineData("naam;mobiel;e-mail;opt-out|Els Bakker;0612345671;els2@kpnmail.nl;|Els Bakker;0612345671;els@kpnmail.nl;|Els Bakker;0612345679;els@kpnmail.nl;ja")]
    [InlineData("naam;mobiel;opt-out|Els Bakker;0612345699 / 0612345671;ja|Els Bakker;0612345671;")]
    [InlineData("naam;mobiel;opt-out|Els Bakker;0612345671 (oud) 0612345672 (nieuw);ja|Els Bakker;0612345671;")]
    [InlineData("naam;telefoon 1;telefoon 2;opt-out|Els Bakker;0612345672;0612345671;ja|Els Bakker;0612345671;;")]
    [InlineData("naam;mobiel;Opmerking|Els Bakker;0612345672 of 0612345671;wil geen contact|Els Bakker;0612345671;")]
    [InlineData("naam;mobiel;opt-out|Els Bakker;0612345671 van zoon;ja|Els Bakker;0612345671;")]
    [InlineData("naam;straat;nr;postcode;mobiel;niet mailen/appen|Els Bakker;Dorpsstraat;12;1234 AB;;x|Els Bakker;Dorpsstraat;12;1234 AB;0612345671;")]
    [InlineData("naam;straat;nr;postcode;mobiel;opt-out|Els Bakker;Dorpsstraat;12;1234 AB;0612345671;|Els Bakker;Dorpsstraat;12;1234AB;;ja")]
    [InlineData("naam;straat;nr;postcode;mobiel;opt-out|E. Bakker;Dorpsstraat;12;1234 AB;;ja|Els Bakker;Dorpsstraat;12;1234 AB;0612345671;")]
    [InlineData("naam;mobiel;opt-out|Els Bakker;;ja|Els Bakker;0612345671;")]
    [InlineData("naam;mobiel;opt-out|Els Bakker;0612345671;|Els Bakker;061234567;ja")]
    [InlineData("naam;mobiel;opt-out|Els Bakker;+90 532 123 45 67;ja|Els Bakker;0612345671;")]
    public async Task Nothing_is_sent_to_whoever_said_no_in_another_row(string rows)
    {
        foreach (var rowsAChunk in new[] { 1, 100 })
        {
            using var here = await SentAsync(rows, rowsAChunk);

            Assert.Empty(await here.SentToAsync(Number));
        }
    }

    [Theory]
    [InlineData("naam;e-mail 1;e-mail 2;opt-out|Els Bakker;els@kpnmail.nl;els2@kpnmail.nl;ja|Els Bakker;els2@kpnmail.nl;;")]
    [InlineData("naam;mobiel;e-mail;opt-out|Els Bakker;0612345699;els9@kpnmail.nl, els2@kpnmail.nl;ja|Els Bakker;;els2@kpnmail.nl;")]
    [InlineData("naam;mobiel;e-mail;opt-out|Els Bakker;;els2@kpnmail,nl;ja|Els Bakker;;els2@kpnmail.nl;")]
    public async Task Nor_to_a_second_address(string rows)
    {
        using var here = await SentAsync(rows);

        Assert.Empty(await here.SentToAsync("els2@kpnmail.nl"));
    }

    [Fact]
    public void A_no_at_either_end_of_a_long_chain_of_rows_holds_for_all_of_them()
    {
        List<string> rows = [.. Enumerable.Range(0, 30).Select(i => $"Els Bakker;06112233{i / 2 + 10};els{(i + 1) / 2}@wijkpost-x.nl;"), "Els Bakker;;els15@wijkpost-x.nl;ja"];
        foreach (var ordered in (IEnumerable<string>[])[rows, rows.AsEnumerable().Reverse()])
            Assert.All(ListText.Rows($"naam;mobiel;e-mail;opt-out\n{string.Join('\n', ordered)}\n"), row => Assert.True(row.Candidate!.IsOptedOut));
    }

    [Fact]
    public void Whoever_shares_no_chain_with_them_is_not_held()
    {
        var rows = ListText.Rows("naam;mobiel;e-mail;opt-out\nEls Bakker;0611223344;els@wijkpost-x.nl;ja\nJan Jansen;0611223345;jan@wijkpost-x.nl;\nJan Jansen;0611223345;jan2@wijkpost-x.nl;\n");

        Assert.All(rows[1..], row => Assert.Equal(default, row.Candidate!.Permissions));
    }

    [Fact]
    public async Task What_stands_in_a_row_and_is_not_used_is_closed_for_later_lists_too()
    {
        using var here = await SentAsync("naam;mobiel;opt-out|Els Bakker;0612345699 / 0612345671;ja|Jan Jansen;0612345670;");

        await here.InviteAsync(await here.PlanAsync(inDays: 12), "Els Bakker;0612345671;");

        Assert.Empty(await here.SentToAsync(Number));
        Assert.Single(await here.SentToAsync("+31612345670"));
    }

    [Theory]
    [InlineData("naam;mobiel;telefoon;opt-out|Els Bakker;0612345679;0302345678;ja|Piet Smit;0612345671;0302345678;")]
    [InlineData("naam;straat;nr;postcode;mobiel;opt-out|Els Bakker;Dorpsstraat;12;1234 AB;0612345679;ja|Piet Smit;Dorpsstraat;12;1234 AB;0612345671;")]
    [InlineData("naam;straat;nr;postcode;mobiel;opt-out|Els Bakker;Dorpsstraat;12;1234 AB;0612345679;ja|Els Bakker;Dorpsstraat;14;1234 AB;0612345671;")]
    [InlineData("naam;mobiel;opt-out|Els Bakker;;ja|Piet Smit;0612345671;")]
    [InlineData("naam;mobiel;opt-out|Els;0612345679;ja|Els;0612345671;")]
    [InlineData("naam;mobiel;opt-out|E. Bakker;0612345679;ja|E. Bakker;0612345671;")]
    public void Whoever_only_lives_there_or_has_the_same_name_is_written_to(string rows)
    {
        var row = Assert.Single(ListText.Rows(rows.Replace('|', '\n')), row => row.Candidate?.Mobile?.Value == Number);

        Assert.Equal((default, 0), (row.Candidate!.Permissions, row.Problems.Count));
    }

    [Theory]
    [InlineData("naam;mobiel;opt-out|Els Bakker;0612345679;ja|Els Bakker;0612345671;")]
    [InlineData("naam;mobiel;e-mail;opmerking|Els Bakker;0612345671;;|Els Bakker;;els@kpnmail.nl;wil geen mail")]
    [InlineData("naam;straat;nr;postcode;mobiel;opt-out|;Dorpsstraat;12;1234 AB;;ja|Els Bakker;Dorpsstraat;12;1234 AB;0612345671;")]
    public void The_same_full_name_or_a_nameless_no_at_the_same_house_is_held_with_a_warning(string rows)
    {
        var row = Assert.Single(ListText.Rows(rows.Replace('|', '\n')), row => row.Candidate?.Mobile?.Value == Number);

        Assert.Equal((Permission.Unproven, ProblemCodes.ConsentUnknown), (row.Candidate!.Permissions.Sms, Assert.Single(row.Problems).Code));
    }

    [Theory]
    [InlineData("Els Bakker;;ja")]
    [InlineData("Els Bakker;061234567;ja")]
    public void A_refused_row_says_that_a_no_went_with_it_and_the_same_name_is_held(string refused)
    {
        var rows = ListText.Rows($"naam;mobiel;opt-out\nEls Bakker;0612345671;\n{refused}\n");

        Assert.Equal((Permission.Unproven, ProblemCodes.ConsentUnknown), (rows[0].Candidate!.Permissions.Sms, Assert.Single(rows[0].Problems).Code));
        Assert.Equal(2, rows[1].Problems.Count(problem => problem.Rejected));
        Assert.Contains(rows[1].Problems, problem => problem.Code is ProblemCodes.ConsentUnknown);
    }

    [Fact]
    public void A_refused_row_without_a_no_says_nothing_of_one() =>
        Assert.Equal(ProblemCodes.PhoneInvalid, Assert.Single(ListText.Rows("naam;mobiel;opt-out\nEls Bakker;061234567;nee\n")[0].Problems).Code);

    [Fact]
    public void Whoever_may_be_the_same_at_one_house_is_held_with_a_warning()
    {
        var rows = ListText.Rows("naam;straat;nr;postcode;mobiel;opt-out\nE. Bakker;Dorpsstraat;12;1234 AB;;ja\nEls Bakker;Dorpsstraat;12;1234 AB;0612345671;\n");

        Assert.Equal((Permission.Unproven, ProblemCodes.ConsentUnknown), (rows[1].Candidate!.Permissions.Sms, Assert.Single(rows[1].Problems).Code));
    }

    [Theory]
    [InlineData("ja", 2)]
    [InlineData("nee", 3)]
    public async Task A_hidden_row_invites_nobody_and_its_no_counts(string optOut, int shown)
    {
        var book = ListText.Hidden(ListText.Xlsx([["naam", "mobiel", "opt-out"], ["Jan Jansen", "0612345670", ""], ["Els Bakker", "0612345671", optOut], ["Els Bakker", "0612345671", ""], ["Bo Bos", "0612345672", ""]]), 3);
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.Get<UploadList>().HandleAsync(new UploadListCommand(Neighbourhood.Group, meeting.Id, "lijst.xlsx", new MemoryStream(book), Basis.Consent, "markt", "nl"), default);
        await PressAsync(here, meeting);

        Assert.Equal(shown - 2, (await here.SentToAsync(Number)).Count);
        Assert.Equal(shown, here.Rows<Person>("person|").Count);
    }

    [Theory]
    [InlineData("opt-out", "ja")]
    [InlineData("toestemming", "nee")]
    public void The_copy_of_a_workbook_keeps_the_no_of_a_hidden_row(string header, string no)
    {
        using var list = ListText.Open(ListText.Hidden(ListText.Xlsx([["naam", "mobiel", header], ["Els Bakker", "0612345671", no], ["Els Bakker", "0612345671", ""]]), 2));
        using var copy = CleanCopy.Of(list, isDraft: true);

        Assert.All(ListText.Rows(copy.ToArray()), row => Assert.True(row.Candidate!.Permissions.Sms >= Permission.Refused));
    }

    [Fact]
    public void A_no_holds_whoever_has_the_number_and_a_name_that_is_alike_too()
    {
        var row = ListText.Rows("naam;mobiel;toestemming\nDhr. J. Bos;0612345671;nee\nMevr. J. Bos;0612345671;\n")[1];

        Assert.Equal(Permission.Unproven, row.Candidate!.Permissions.Sms);
    }

    private static async Task<Neighbourhood> SentAsync(string rows, int rowsAChunk = 100)
    {
        var here = await Neighbourhood.OpenAsync();
        here.Get<ImportList>().RowsPerChunk = rowsAChunk;
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, rows.Replace('|', '\n') + "\n");
        await PressAsync(here, meeting);
        return here;
    }

    private static async Task PressAsync(Neighbourhood here, Meeting meeting)
    {
        await here.DrainAsync();
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
    }
}
