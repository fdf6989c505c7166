using Outreach.Functions.Web.Components;

namespace Outreach.Tests.Web;

public sealed class ComponentsTests
{
    [Fact]
    public void A_table_reads_from_its_address_what_was_chosen_and_nothing_else()
    {
        var query = Query("?q=+Bea+&street=Zegge&sort=-name&page=3&other=1", "street");

        Assert.Equal(("Bea", "Zegge", "name", true, 3), (query.Search, query["street"], query.Sort, query.IsDescending, query.Page));
        Assert.Null(query["other"]);
    }

    [Fact]
    public void Another_choice_starts_at_the_first_page_and_keeps_the_rest() =>
        Assert.Equal("/people?q=Bea&street=Lindelaan", Query("?q=Bea&street=Zegge&page=3", "street").With("street", "Lindelaan"));

    [Fact]
    public void A_second_press_on_a_column_turns_the_order_around()
    {
        Assert.Equal("/people?sort=name", Query("").SortedBy("name"));
        Assert.Equal("/people?sort=-name", Query("?sort=name").SortedBy("name"));
        Assert.Equal("/people?sort=name", Query("?sort=-name").SortedBy("name"));
    }

    [Theory]
    [InlineData("?page=0", 1)]
    [InlineData("?page=-2", 1)]
    [InlineData("?page=two", 1)]
    [InlineData("?page=2", 2)]
    [InlineData("?page=99", 3)]
    public void A_page_that_is_not_there_is_the_nearest_one_that_is(string address, int page) =>
        Assert.Equal(page, Paging.Of(Query(address), rows: 25, size: 10).Number);

    [Fact]
    public void Pages_follow_each_other_and_end()
    {
        var middle = Paging.Of(Query("?page=2"), rows: 25, size: 10);

        Assert.Equal(("/people?page=1", "/people?page=3"), (middle.Previous, middle.Next));
        Assert.Equal([11, 12, 13], middle.Cut(Enumerable.Range(1, 25), 10).Take(3));
        Assert.False(Paging.Of(Query(""), rows: 10, size: 10).IsNeeded);
    }

    [Theory]
    [InlineData(6, 9, null)]
    [InlineData(6, 10, "60%")]
    [InlineData(1, 3000, "0%")]
    [InlineData(6, null, null)]
    public void Under_ten_people_there_are_numbers_and_no_percentages(int count, int? whole, string? percent) =>
        Assert.Equal(percent, Shares.Percent(count, whole));

    [Fact]
    public void A_line_stays_within_its_drawing_with_its_limit_and_what_is_expected()
    {
        var start = new DateOnly(2027, 3, 1);
        var chart = new LineChart([new(start, 0), new(start.AddDays(5), 12)], new ChartBand(new(start.AddDays(5), 12), start.AddDays(10), 15, 20, 26), Limit: 30);

        Assert.Equal("0,100 50,76", chart.Line);
        Assert.Equal("50,76 100,48 100,70", chart.BandArea);
        Assert.Equal((50, 40.0), (chart.Top, chart.Y(30)));
    }

    [Fact]
    public void A_line_of_one_day_is_a_line()
    {
        var chart = new LineChart([new(new DateOnly(2027, 3, 1), 0)], null, null);

        Assert.Equal("0,100", chart.Line);
    }

    private static TableQuery Query(string query, params string[] filters)
    {
        var http = new DefaultHttpContext();
        (http.Request.Path, http.Request.QueryString) = ("/people", new QueryString(query));
        return TableQuery.Of(http, filters);
    }
}
