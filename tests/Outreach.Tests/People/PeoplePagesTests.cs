using System.Net;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Tests.Support;
using Outreach.Tests.Web;

namespace Outreach.Tests.People;

/// <summary>Who is known, who may be known twice, and all that is held of somebody.</summary>
public sealed class PeoplePagesTests : AsOrganiser
{
    private const string List =
        "Naam;Mobiel;E-mail;Taal;Straat;Huisnummer;Postcode\nBea Prins;0612345601;;nl;Zegge;1;1234 AB\nÖmer Yıldız;;omer@voorbeeld.nl;tr;;;\nEls Visser;;;;Lindelaan;3;1234 AC\n"
        + "B. Prins;;bea@voorbeeld.nl;nl;Zegge;1;1234 AB\n";

    [Theory]
    [InlineData("", "B. Prins, Bea Prins, Els Visser, Ömer Yıldız")]
    [InlineData("?q=omer", "Ömer Yıldız")]
    [InlineData("?q=06-12345601", "Bea Prins")]
    [InlineData("?q=omer@voorbeeld.nl", "Ömer Yıldız")]
    [InlineData("?q=lindelaan", "Els Visser")]
    [InlineData("?way=email", "B. Prins, Ömer Yıldız")]
    [InlineData("?way=letter", "Els Visser")]
    [InlineData("?language=tr", "Ömer Yıldız")]
    [InlineData("?stopped=yes", "")]
    [InlineData("?source=welcome", "")]
    [InlineData("?sort=-name", "Ömer Yıldız, Els Visser, Bea Prins, B. Prins")]
    public async Task People_are_narrowed_and_put_in_order(string query, string names)
    {
        await Site.UploadAsync(await Site.MeetingAsync(), List);

        var page = await Site.PageAsync("/people" + query);

        Assert.Equal(names, string.Join(", ", page.QuerySelectorAll(".data tbody th a").Select(link => link.TextContent)));
    }

    [Fact]
    public async Task Two_who_may_be_one_stand_side_by_side_and_become_one()
    {
        await Site.UploadAsync(await Site.MeetingAsync(), List);
        var page = await Site.PageAsync("/people/doubles");
        Assert.Single(page.QuerySelectorAll(".pair"));

        await Site.SubmitAsync("/people/doubles", ".pair form", ("are", "one"));

        Assert.Empty((await Site.PageAsync("/people/doubles")).QuerySelectorAll(".pair"));
        var one = (await Site.PageAsync("/people?q=prins")).QuerySelectorAll(".data tbody th a");
        var held = (await Site.PageAsync(Assert.Single(one).GetAttribute("href")!)).QuerySelector(".facts")!.TextContent;
        Assert.Contains("+31612345601", held, StringComparison.Ordinal);
        Assert.Contains("bea@voorbeeld.nl", held, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_either_answered_and_whether_they_said_stop_stands_beside_them()
    {
        await Site.InvitedAsync(List);
        await Site.ReplyAsync("+31612345601", "ja 3");
        await Site.ReplyAsync("bea@voorbeeld.nl", "stop");

        var pair = Assert.Single((await Site.PageAsync("/people/doubles")).QuerySelectorAll(".pair")).QuerySelectorAll(".sides > div");

        var comes = Assert.Single(pair, side => side.TextContent.Contains("+31612345601", StringComparison.Ordinal)).TextContent;
        var stopped = Assert.Single(pair, side => side.TextContent.Contains("bea@voorbeeld.nl", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Ja (3)", comes, StringComparison.Ordinal);
        Assert.DoesNotContain("Zei stop op", comes, StringComparison.Ordinal);
        Assert.Contains("Zei stop op", stopped, StringComparison.Ordinal);
        Assert.Contains("Stop, ", stopped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_are_two_are_not_asked_about_again()
    {
        await Site.UploadAsync(await Site.MeetingAsync(), List);

        await Site.SubmitAsync("/people/doubles", ".pair form", ("are", "two"));

        Assert.Empty((await Site.PageAsync("/people/doubles")).QuerySelectorAll(".pair"));
        Assert.Equal(2, (await Site.PageAsync("/people?q=prins")).QuerySelectorAll(".data tbody tr").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await OrganiserSite.PostAsync(Site.Browser, "/people", "/people/doubles", ("one", "x"), ("other", "y"), ("are", "one"))).StatusCode);
    }

    [Fact]
    public async Task All_that_is_held_of_somebody_comes_in_one_file()
    {
        await Site.InvitedAsync();
        await Site.ReplyAsync("+31612345601", "is er een lift?");
        var person = (await Site.PageAsync("/people?q=bea")).QuerySelector(".data tbody a")!.GetAttribute("href")!;

        var file = await Site.Browser.GetAsync(person + "/file");

        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain("Bea", file.Content.Headers.ContentDisposition.FileName, StringComparison.Ordinal);
        var text = (await OrganiserSite.ReadAsync(file, HttpStatusCode.OK)).Body!.TextContent;
        foreach (var held in (string[])["Bea Prins", "+31612345601", "lijst op het feest", "buurt.csv", "Buurthuis De Linde, Lindeplein 3", "is er een lift?"])
            Assert.Contains(held, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Yıldız", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_somebody_is_changed_by_one_press()
    {
        await Site.InvitedAsync();
        var person = (await Site.PageAsync("/people?q=bea")).QuerySelector(".data tbody a")!.GetAttribute("href")!;

        await Site.FollowAsync(person, person + "/language", ("language", "pl"));

        Assert.Equal("pl", (await Site.PageAsync(person)).QuerySelector("#language option[selected]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await OrganiserSite.PostAsync(Site.Browser, person, person + "/language", ("language", "xx"))).StatusCode);
    }
}

public sealed class DoublesTests
{
    [Theory]
    [InlineData("Jan Jansen", "1", "J. Jansen", "1", true)]
    [InlineData("Jan Jansen", "1", "Piet Jansen", "1", false)]
    [InlineData("Jan Jansen", null, "jansen, JAN", null, true)]
    [InlineData("Jan Jansen", null, "Jan Jansen", "1", true)]
    [InlineData("Jan Jansen", "1", "Jan Jansen", "2", false)]
    [InlineData("Jan", null, "Jan", null, false)]
    [InlineData(null, "1", "Jan Jansen", "1", false)]
    public void Whoever_may_be_one_is_named(string? one, string? house, string? other, string? otherHouse, bool isDouble) =>
        Assert.Equal(isDouble, Doubles.Of([Person("a", one, house), Person("b", other, otherHouse)]).Count == 1);

    [Fact]
    public void Whoever_was_said_to_be_two_is_left_alone() =>
        Assert.Empty(Doubles.Of([Person("a", "Jan Jansen", "1"), Person("b", "Jan Jansen", "1") with { ApartFrom = [new PersonId("a")] }]));

    private static Person Person(string id, string? name, string? house) =>
        new() { Id = new PersonId(id), Name = name, CreatedAt = Moments.Monday, Address = house is null ? null : new Address("Linde", house, null, "1234AB", null) };
}
