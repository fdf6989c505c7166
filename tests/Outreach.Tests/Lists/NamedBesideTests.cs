using Outreach.Records;

namespace Outreach.Tests.Lists;

public sealed class NamedBesideTests
{
    [Theory]
    [InlineData("06 11112222 (Kees), 06 33334444 (Bob)")]
    [InlineData("Kees: 06 11112222, Bob: 06 33334444")]
    [InlineData("Kees 0611112222 / Bob 0633334444")]
    [InlineData("06 33334444 (Bob Bos); 06 11112222 (Kees Kan)")]
    [InlineData("06 11112222 (Kees) 06 33334444")]
    [InlineData("06 33334444 (fam. Bos)")]
    [InlineData("06 33334444 (thuis), 06 11112222 (Werk)")]
    [InlineData("06 33334444 (Liefst na 18 uur)")]
    public void Of_two_numbers_that_with_the_name_of_the_row_is_used(string cell)
    {
        var row = Assert.Single(ListText.Rows($"naam;mobiel\nBob Bos;\"{cell}\"\n"));

        Assert.Equal("+31633334444", row.Candidate!.Mobile?.Value);
        Assert.Contains(row.Problems, problem => problem is { Column: "mobiel", Became: "+31633334444" } && problem.Value == cell);
    }

    [Theory]
    [InlineData("06 11112222 (Kees), 06 33334444 (Mia)")]
    [InlineData("Kees: 06 11112222 / Mia: 06 33334444")]
    public void Where_all_names_are_those_of_others_none_is_used(string cell)
    {
        var row = Assert.Single(ListText.Rows($"naam;mobiel\nBob Bos;\"{cell}\"\n"));

        Assert.Null(row.Candidate);
        Assert.Contains(row.Problems, problem => problem is { Column: "mobiel", Code: ProblemCodes.PhoneInvalid, Rejected: true } && problem.Value == cell);
    }

    [Theory]
    [InlineData("06 11112222 (Kees)")]
    [InlineData("Kees: 06 11112222")]
    [InlineData("Vaste: 06 11112222")]
    [InlineData("06 11112222 (Arabisch)")]
    [InlineData("06 11112222 Voicemail")]
    public void A_lone_number_is_used_whatever_word_stands_beside_it_and_that_is_reported(string cell)
    {
        var row = Assert.Single(ListText.Rows($"naam;mobiel\nBob Bos;\"{cell}\"\n"));

        Assert.Equal("+31611112222", row.Candidate!.Mobile?.Value);
        Assert.Equal("mobiel", Assert.Single(row.Problems).Column);
    }

    [Theory]
    [InlineData("kees@wijkpost-x.nl (Kees), bob@wijkpost-x.nl (Bob)", "bob@wijkpost-x.nl")]
    [InlineData("Kees <kees@wijkpost-x.nl>, Bob <bob@wijkpost-x.nl>", "bob@wijkpost-x.nl")]
    [InlineData("Kees <kees@wijkpost-x.nl>, Mia <mia@wijkpost-x.nl>", null)]
    public void The_same_holds_for_addresses(string cell, string? used)
    {
        var row = Assert.Single(ListText.Rows($"naam;e-mail\nBob Bos;\"{cell}\"\n"));

        Assert.Equal(used, row.Candidate?.Email?.Value);
        Assert.Contains(row.Problems, problem => problem.Column == "e-mail" && problem.Value == cell);
    }

    [Theory]
    [InlineData("Fam. Bos", "06 33334444 (Jan)")]
    [InlineData("", "06 33334444 (Jan)")]
    [InlineData("Jan en Els Bos", "06 33334444 (Els)")]
    public void A_household_and_a_row_without_a_name_have_the_number_whatever_name_stands_there(string name, string cell)
    {
        Assert.Equal("+31633334444", Assert.Single(ListText.Rows($"naam;mobiel\n{name};{cell}\n")).Candidate!.Mobile?.Value);
    }

    [Theory]
    [InlineData("06 11112222 van Els", "naam bij")]
    [InlineData("06 11112222 (Els)", "naam bij")]
    [InlineData("T 0611112222", "woorden")]
    [InlineData("06 11112222 ok", "woorden")]
    [InlineData("NL 06 11112222", "woorden")]
    [InlineData("06 11112222 ma t/m vr", "woorden")]
    public void What_is_said_of_a_lone_number_tells_a_name_from_other_words(string cell, string word)
    {
        var row = Assert.Single(ListText.Rows($"naam;mobiel\nBob Bos;{cell}\n"));

        Assert.Equal("+31611112222", row.Candidate!.Mobile?.Value);
        Assert.Contains(word, Assert.Single(row.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pa")]
    [InlineData("ma")]
    [InlineData("wijkteam")]
    [InlineData("(noodnr)")]
    [InlineData("verzorging")]
    public void The_number_of_a_parent_or_a_team_is_not_used(string words) =>
        Assert.Equal(ProblemCodes.PhoneInvalid, Assert.Single(ListText.Rows($"naam;mobiel;e-mail\nBob Bos;06 11112222 {words};bob@voorbeeld.nl\n")) is { Candidate.Mobile: null } row ? Assert.Single(row.Problems).Code : "");
}
