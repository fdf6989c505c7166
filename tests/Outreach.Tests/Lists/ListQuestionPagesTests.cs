using System.Net;
using Outreach.Tests.Web;

namespace Outreach.Tests.Lists;

/// <summary>What an organiser is asked about a list, on its page.</summary>
public sealed class ListQuestionPagesTests : IAsyncLifetime
{
    private readonly OrganiserSite site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.SignInAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_column_that_may_hold_a_no_is_asked_about_and_sending_waits()
    {
        var meeting = await site.MeetingAsync();
        var list = await site.UploadAsync(meeting, "Naam;Mobiel;Nieuwsbrief\nBea Prins;0612345601;nee\nBo Visser;0612345602;ja\n");
        var page = await site.PageAsync(list);
        var form = page.QuerySelector($"form[action='{list}/questions']")!;
        Assert.Equal("Nieuwsbrief", form.QuerySelector("input[name=column]")!.GetAttribute("value"));
        Assert.Equal(["no-sms", "no-email", "no-contact", "consent", "ignore"], form.QuerySelectorAll("input[name=means]").Select(input => input.GetAttribute("value")));
        Assert.Null(page.QuerySelector($"a[href='{meeting}/send']"));
        Assert.NotNull((await site.PageAsync(meeting + "/send")).QuerySelector($"a[href='{list}']"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnswerAsync(list, "Nieuwsbrief", "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AnswerAsync(list, "Mobiel", "ignore")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(list, "Nieuwsbrief", "no-contact")).StatusCode);
        await site.DrainAsync();

        page = await site.PageAsync(list);
        Assert.Null(page.QuerySelector("form[action$='/questions']"));
        Assert.NotNull(page.QuerySelector($"a[href='{meeting}/send']"));
        Assert.Equal(["2", "1", "0", "1", "0"], page.QuerySelectorAll(".numbers dd").Select(dd => dd.TextContent));
    }

    private Task<HttpResponseMessage> AnswerAsync(string list, string column, string means) =>
        OrganiserSite.PostAsync(site.Browser, list, list + "/questions", ("column", column), ("means", means));
}
