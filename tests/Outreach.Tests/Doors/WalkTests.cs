using Outreach.Contacts;
using Outreach.Doors;

namespace Outreach.Tests.Doors;

public sealed class WalkTests
{
    [Fact]
    public void A_walk_goes_along_one_side_and_then_the_other_and_up_from_the_ground_floor()
    {
        string[] shuffled = ["Zegge 2", "Laan 10 2 hoog", "Laan 3", "Laan 10 bg", "Laan 1", "Laan 10 1 hoog", "Laan 2"];

        Assert.Equal(
            ["Laan 1", "Laan 3", "Laan 2", "Laan 10 bg", "Laan 10 1 hoog", "Laan 10 2 hoog", "Zegge 2"],
            shuffled.Select(Of).Order(Walk.Order).Select(a => $"{a.Street} {a.HouseNumber} {a.Addition}".TrimEnd()));
    }

    [Fact]
    public void Pairs_get_even_parts_cut_where_a_side_of_a_street_ends()
    {
        var (addresses, _) = TypedStreets.Read("Kade 1-21 oneven\nLaan 1-23\nPad 1-4", CountryRules.Dutch);
        var ordered = addresses.Order(Walk.Order).ToList();

        var parts = Walk.Divide(ordered, 3);

        Assert.Equal(
            ["1 Kade odd 11", "2 Laan odd 12", "3 Laan even 11", "3 Pad odd 2", "3 Pad even 2"],
            ordered.Zip(parts).GroupBy(door => $"{door.Second} {door.First.Street} {(Walk.IsOdd(door.First) ? "odd" : "even")}").Select(side => $"{side.Key} {side.Count()}"));
    }

    [Theory]
    [InlineData(300, 7)]
    [InlineData(5, 5)]
    [InlineData(2, 4)]
    [InlineData(0, 3)]
    public void Every_door_is_in_one_part_and_no_part_comes_twice(int doors, int pairs)
    {
        var (addresses, _) = TypedStreets.Read(doors == 0 ? "" : $"Laan 1-{doors}", CountryRules.Dutch);

        var parts = Walk.Divide([.. addresses.Order(Walk.Order)], pairs);

        Assert.Equal(doors, parts.Count);
        Assert.All(parts, part => Assert.InRange(part, 1, pairs));
        Assert.Equal(parts.Order(), parts);
    }

    [Theory]
    [InlineData("bg", 0)]
    [InlineData("huis", 0)]
    [InlineData("3 hoog", 3)]
    [InlineData("2e etage", 2)]
    [InlineData("A", null)]
    [InlineData(null, null)]
    public void An_addition_may_name_a_floor(string? addition, int? floor) => Assert.Equal(floor, Walk.FloorOf(addition));

    private static Address Of(string text)
    {
        var parts = text.Split(' ', 3);
        return new Address(parts[0], parts[1], parts.Length > 2 ? parts[2] : null, "", null);
    }
}
