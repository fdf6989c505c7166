using Outreach.Contacts;
using Outreach.Doors;

namespace Outreach.Tests.Doors;

public sealed class TypedStreetsTests
{
    [Theory]
    [InlineData("Kerkstraat 1-7 oneven", "Kerkstraat 1", "Kerkstraat 3", "Kerkstraat 5", "Kerkstraat 7")]
    [InlineData("Kerkstraat 1-7 odd", "Kerkstraat 1", "Kerkstraat 3", "Kerkstraat 5", "Kerkstraat 7")]
    [InlineData("Zegge 2 t/m 6 even", "Zegge 2", "Zegge 4", "Zegge 6")]
    [InlineData("Lindelaan 12a, 14, 20-21", "Lindelaan 12 a", "Lindelaan 14", "Lindelaan 20", "Lindelaan 21")]
    [InlineData("Plein 1945 1-2", "Plein 1945 1", "Plein 1945 2")]
    [InlineData("1e Dwarsstraat 3–4", "1e Dwarsstraat 3", "1e Dwarsstraat 4")]
    [InlineData("Kerkstraat 12 3 hoog", "Kerkstraat 12 3 hoog")]
    [InlineData("Kerkstraat 5\n\nLaan 1\nKerkstraat 5", "Kerkstraat 5", "Laan 1")]
    public void A_street_with_its_numbers_becomes_its_houses(string typed, params string[] houses)
    {
        var (addresses, problems) = TypedStreets.Read(typed, CountryRules.Dutch);

        Assert.Empty(problems);
        Assert.Equal(houses, addresses.Select(address => $"{address.Street} {address.HouseNumber} {address.Addition}".TrimEnd()));
    }

    [Fact]
    public void A_postcode_at_the_end_is_that_of_all_the_houses()
    {
        var (addresses, _) = TypedStreets.Read("Zegge 2-4 even 1234ab", CountryRules.Dutch);

        Assert.Equal(["1234 AB", "1234 AB"], addresses.Select(address => address.Postcode));
    }

    [Theory]
    [InlineData("Kerkstraat", TypedProblem.Unreadable)]
    [InlineData("Kerkstraat 41-1", TypedProblem.Backwards)]
    [InlineData("Kerkstraat 1-9999", TypedProblem.TooMany)]
    [InlineData("12-14", TypedProblem.Unreadable)]
    [InlineData("Kerkstraat 12 3", TypedProblem.Unreadable)]
    public void What_is_not_a_street_with_numbers_is_said_and_nothing_is_taken(string line, TypedProblem problem)
    {
        var (addresses, problems) = TypedStreets.Read($"Laan 1-3\n{line}", CountryRules.Dutch);

        Assert.Empty(addresses);
        Assert.Equal((2, problem), problems.Select(p => (p.Line, p.Problem)).Single());
    }
}
