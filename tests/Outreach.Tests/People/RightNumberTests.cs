using System.Net;
using System.Text.Json;
using Outreach.Languages;
using Outreach.Tests.Support;
using Outreach.Tests.Web;

namespace Outreach.Tests.People;

/// <summary>An organiser takes back that a number is somebody else's, on the page and through the API.</summary>
public sealed class RightNumberTests
{
    [Fact]
    public async Task On_the_page_of_a_person_the_number_is_given_again()
    {
        await using var site = new OrganiserSite();
        await site.InitializeAsync();
        await site.SignInAsync();
        await site.InvitedAsync();
        await site.ReplyAsync("+31612345601", "verkeerd nummer");
        await site.AdvanceAsync(TimeSpan.FromMinutes(20));
        var found = await site.PageAsync("/people?q=Bea");
        var person = found.QuerySelectorAll(".data tbody a").Select(a => a.GetAttribute("href")!).Single(href => href.StartsWith("/people/", StringComparison.Ordinal));
        var page = await site.PageAsync(person);
        Assert.DoesNotContain("612345601", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"form[action='{person}/right-number'] input[name=contact]"));

        var other = await OrganiserSite.PostAsync(site.Browser, person, person + "/right-number", ("contact", "06 12345609"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        page = await site.FollowAsync(person, person + "/right-number", ("contact", "06 12345601"));

        Assert.Contains("+31612345601", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$='/right-number']"));
    }

    [Fact]
    public async Task Through_the_API_with_the_number_within_a_week()
    {
        await using var program = await ServedProgram.StartAsync();
        var meeting = await program.CreateMeetingAsync();
        await program.UploadAsync(meeting, ServedProgram.Bytes("naam;mobiel;email\nAnn;0612345601;\nBo;0612345602;\n"));
        await program.AdvanceAsync(TimeSpan.Zero);
        var people = (await program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}/invitations")).GetProperty("items").EnumerateArray()
            .ToDictionary(item => item.GetProperty("name").GetString()!, item => item.GetProperty("person").GetString()!);
        foreach (var phone in (string[])["+31612345601", "+31612345602"])
            await program.SayAsync(phone, "verkeerd nummer");
        await program.AdvanceAsync(TimeSpan.FromMinutes(20));

        await AnswersAsync(program, people["Ann"], new { }, HttpStatusCode.UnprocessableEntity, "contact");
        await AnswersAsync(program, people["Ann"], new { contact = "0612345602" }, HttpStatusCode.UnprocessableEntity, "contact");
        await AnswersAsync(program, "000000000000000", new { contact = "0612345601" }, HttpStatusCode.NotFound, "not-found");
        var undone = await AnswersAsync(program, people["Ann"], new { contact = "06-12345601" }, HttpStatusCode.OK, null);
        Assert.Equal("+31612345601", undone.GetProperty("person").GetProperty("mobile").GetProperty("value").GetString());
        await program.AdvanceAsync(TimeSpan.FromDays(8));
        await AnswersAsync(program, people["Bo"], new { contact = "0612345602" }, HttpStatusCode.Conflict, "wrong-number-stays");
    }

    private static async Task<JsonElement> AnswersAsync(ServedProgram program, string person, object body, HttpStatusCode status, string? code)
    {
        using var answer = await program.Http.PostAsJsonAsync($"/api/people/{person}/right-number", body);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), (answer.StatusCode, json.TryGetProperty("code", out var said) ? said.GetString() : null));
        return json;
    }
}
