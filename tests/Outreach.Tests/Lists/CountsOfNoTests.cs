using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A line that counts those who said no, or divides a list, refuses nothing for the people of the list.</summary>
public sealed class CountsOfNoTests
{
    [Theory]
    [InlineData("Aantal afmeldingen: 3")]
    [InlineData("Aantal afmeldingen;3")]
    [InlineData("Totaal opt-outs 4")]
    [InlineData("waarvan aantal opgezegd: 2")]
    [InlineData("Opt-outs: 0")]
    [InlineData("0 afmeldingen")]
    [InlineData("Geen afmeldingen")]
    public void A_count_says_no_of_nobody(string line) => Assert.All(Anywhere(line), text => AssertWanted(text, line));

    [Theory]
    [InlineData("--- stop ---")]
    [InlineData("---stop---")]
    [InlineData("=== STOP ===")]
    [InlineData("*** stop")]
    public void A_divider_above_or_below_the_list_does_not_either(string line)
    {
        AssertWanted(Above(line), line);
        AssertWanted(Below(line), line);
    }

    [Theory]
    [InlineData("Afmeldingen: 3")]
    [InlineData("3 afmeldingen")]
    [InlineData("Uitschrijvingen (2)")]
    [InlineData("Afmeldingen: 3\nOverleden: 1\nAantal leden: 40")]
    public void What_may_count_those_below_it_is_about_nobody_at_the_end(string lines) => AssertWanted(Below(lines), lines);

    [Theory]
    [InlineData("Afmeldingen: 3")]
    [InlineData("Uitschrijvingen (2)")]
    [InlineData("--- stop ---")]
    public void With_people_below_it_the_list_is_held(string line)
    {
        Assert.Equal(ProblemCodes.PeopleWhoSaidNo, Refusal(Between(line)));
        Assert.Equal(ProblemCodes.PeopleWhoSaidNo, Refusal($"Naam;Mobiel\nAn Aas;0612345601\n{line}\nBo Bal\n"));
    }

    [Theory]
    [InlineData("Afmeldingen")]
    [InlineData("Stop")]
    [InlineData("Niet benaderen")]
    public void A_title_that_counts_nothing_holds_the_list_wherever_it_stands(string line) =>
        Assert.All(Anywhere(line), text => Assert.Equal(ProblemCodes.PeopleWhoSaidNo, Refusal(text)));

    [Fact]
    public void A_row_that_counts_is_said_to_be_nobodys()
    {
        var row = Assert.Single(ListText.Rows(Between("Aantal afmeldingen: 3")), row => row.Row == 3);

        Assert.Null(row.Candidate);
        Assert.StartsWith("Deze rij lijkt mensen te tellen", Assert.Single(row.Problems).Message, StringComparison.Ordinal);
    }

    private static void AssertWanted(string text, string line)
    {
        var people = ListText.Rows(text).Select(row => row.Candidate).OfType<Candidate>().ToList();

        Assert.Equal(["An Aas", "Bo Bal"], people.Select(person => person.Name));
        Assert.All(people, person => Assert.True(person.Permissions == new Permissions(), line));
    }

    private static string[] Anywhere(string line) => [Above(line), Between(line), Below(line)];

    private static string Above(string line) => $"{line};\nNaam;Mobiel\nAn Aas;0612345601\nBo Bal;0612345602\n";

    private static string Between(string line) => $"Naam;Mobiel\nAn Aas;0612345601\n{line};\nBo Bal;0612345602\n";

    private static string Below(string line) => $"Naam;Mobiel\nAn Aas;0612345601\nBo Bal;0612345602\n;\n{line}\n";

    private static string? Refusal(string text)
    {
        using var list = ListText.Open(text);
        return list.Refusal?.Code;
    }
}
