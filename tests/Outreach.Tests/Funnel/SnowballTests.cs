using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Tests.Funnel;

/// <summary>The snowball of a meeting, for people who never saw a recruitment tree.</summary>
public sealed class SnowballTests
{
    [Fact]
    public void Chains_begin_with_whom_nobody_named_and_the_longest_stands_first()
    {
        var chains = Chains.Of([Person("a"), Person("b", "a"), Person("c", "b"), Person("d"), Person("e", "d"), Person("f")]);

        Assert.Equal(["a", "d"], chains.Roots.Select(root => root.Person.Label));
        Assert.Equal((3, 1), (chains.Roots[0].Size, chains.Alone));
    }

    [Fact]
    public void Nobody_is_lost_when_names_go_round_in_a_circle_or_lead_nowhere()
    {
        Assert.Empty(Chains.Of([Person("a", "b"), Person("b", "a")]).Roots);
        Assert.Equal(1, Chains.Of([Person("a", "gone")]).Alone);
    }

    [Fact]
    public void A_chain_that_is_too_long_shows_its_beginning_and_counts_the_rest()
    {
        var people = Enumerable.Range(0, 1000).Select(n => Person($"p{n:d4}", n == 0 ? null : $"p{(n - 1) / 3:d4}")).ToList();

        var page = Assert.Single(Chains.Of(people).Pages());

        Assert.Equal(Chains.PeoplePerPage, page[0].Size);
        Assert.Equal(1000, page[0].Size + Hidden(page[0]));
        var from = Chains.Of(people).From(Id("p0027"))!;
        Assert.Equal(("p0027", 0), (from.Person.Label, from.Hidden));
    }

    [Fact]
    public void Many_chains_are_divided_over_pages_and_none_is_cut()
    {
        var people = Enumerable.Range(0, 100).SelectMany(n => new[] { Person($"a{n:d3}"), Person($"b{n:d3}", $"a{n:d3}") }).ToList();

        var pages = Chains.Of(people).Pages();

        Assert.Equal([40, 40, 20], pages.Select(page => page.Count));
        Assert.All(pages, page => Assert.True(page.Sum(root => root.Size) <= Chains.PeoplePerPage));
    }

    [Fact]
    public void On_the_drawing_each_wave_has_a_column_and_nobody_stands_on_another()
    {
        var drawing = ChainDrawing.Of(Chains.Of([Person("a"), Person("b", "a"), Person("c", "a"), Person("d", "c")]).Roots);

        Assert.Equal((3, 4), (drawing.Columns, drawing.Spots.Select(spot => (spot.X, spot.Y)).Distinct().Count()));
        Assert.Equal(drawing.Spots[0].X + (2 * ChainDrawing.Column), drawing.Spots.Single(spot => spot.Branch!.Person.Label == "d").X);
    }

    [Fact]
    public void Whoever_came_is_asked_next_left_in_peace_or_where_it_stopped()
    {
        ChainPerson[] people =
        [
            Came("new") with { Street = "Zegge" }, Came("beside") with { Street = "Linde" }, Came("neighbour") with { Street = "linde" },
            Came("gave") with { Named = 3, WasAsked = true }, Came("tired") with { MayBeAsked = false }, Came("silent") with { WasAsked = true },
            Came("gave one") with { Named = 1, WasAsked = true }, Person("did not come"), Came("before") with { IsFromBefore = true },
        ];

        var carriers = Carriers.Of(people, quota: 3);

        Assert.Equal(["new", "beside", "neighbour", "gave one"], carriers.AskNext.Select(person => person.Label));
        Assert.Equal(["gave", "tired"], carriers.AskedEnough.Select(person => person.Label));
        Assert.Equal(["silent"], carriers.StoppedHere.Select(person => person.Label));
    }

    [Fact]
    public void Reach_tells_which_streets_and_languages_only_neighbours_brought()
    {
        var reach = Reach.Of(
        [
            Came("a") with { Street = "Linde" }, Came("b", "a", 1) with { Street = "Zegge", Language = "tr" }, Came("c", "b", 2) with { Street = "LINDE" }, Person("d") with { Street = "Riet" },
        ]);

        Assert.Equal((ReachedBy.Came, 3, 2), (reach.By, reach.People, reach.Brought));
        Assert.Equal(["Zegge"], reach.NewStreets);
        Assert.Equal(["tr"], reach.NewLanguages);
        Assert.Equal([("0", 1), ("1", 1), ("2", 1)], reach.ByWave.Select(wave => (wave.Value, wave.People)));
        Assert.Equal(("Linde", 2), (reach.ByStreet[0].Value, reach.ByStreet[0].People));
    }

    [Theory]
    [InlineData(8, 2, true)]
    [InlineData(7, 3, false)]
    [InlineData(8, 1, false)]
    public void A_snowball_that_stays_in_its_street_is_said_when_there_are_pairs_enough(int same, int other, bool stays)
    {
        var seed = Came("seed") with { Street = "Linde" };
        var named = Enumerable.Range(0, same + other).Select(n => Came($"n{n}", "seed", 1) with { Street = n < same ? "Linde" : "Zegge" });

        Assert.Equal(stays, Reach.Of([seed, .. named]).StaysInTheStreet);
    }

    [Fact]
    public void Newcomers_and_returners_are_counted_from_the_first_meeting_on()
    {
        var (first, second) = (Meeting("first"), Meeting("second"));

        var circles = Circles.Of([(first, [Id("a"), Id("b")]), (second, [Id("b"), Id("c")])]);

        Assert.Equal([(2, 0), (1, 1)], circles.Select(circle => (circle.Newcomers, circle.Returners)));
    }

    private static int Hidden(Branch branch) => branch.Hidden + branch.Named.Sum(Hidden);

    private static ChainPerson Person(string name, string? by = null, int wave = 0) =>
        new(Id(name), name, wave, Reply.None, Attendance.Unknown) { Nominator = by is null ? null : Id(by), Language = "nl", MayBeAsked = true };

    private static ChainPerson Came(string name, string? by = null, int wave = 0) => Person(name, by, wave) with { Attendance = Attendance.Attended };

    private static PersonId Id(string name) => new("00" + name);

    private static Meeting Meeting(string title) => new()
    {
        Id = new(title),
        Title = title,
        Place = "",
        ContactName = "",
        ContactPhone = "",
        StartsAt = default,
        EndsAt = default,
        CreatedAt = default,
    };
}
