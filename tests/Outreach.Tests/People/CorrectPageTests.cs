using System.Net;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Languages;
using Outreach.Tests.Web;

namespace Outreach.Tests.People;

public sealed class CorrectPageTests : AsOrganiser
{
    [Fact]
    public async Task An_organiser_corrects_what_is_known_of_somebody()
    {
        await Site.InvitedAsync("Naam;Mobiel;Straat;Huisnummer;Toevoeging;Postcode;Plaats\nBea Prins;0612345601;Lindelaan;4;bis;3512AB;Utrecht\nPiet Bos;0612345603;;;;;\n");
        var person = await PersonAsync("bea");
        var form = await Site.PageAsync((await Site.PageAsync(person)).QuerySelector("a[href$='/correct']")!.GetAttribute("href")!);
        (string Name, string Value)[] known = [.. form.QuerySelectorAll("main input[type=text], main input[type=tel], main input[type=email], main select").Select(
            field => (field.Id!, field.GetAttribute("value") ?? field.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""))];
        Assert.Contains(("houseNumber", "4 bis"), known);

        Assert.Equal("note", (await RefusedAsync(person, HttpStatusCode.UnprocessableEntity, With(known, ("phone", "06 12345699"), ("basis", "consent")))));
        Assert.Equal("phone", (await RefusedAsync(person, HttpStatusCode.UnprocessableEntity, With(known, ("phone", "06 12345603"), ("basis", "none")))));
        Assert.Equal("landline", (await RefusedAsync(person, HttpStatusCode.UnprocessableEntity, With(known, ("landline", "06 12345699")))));
        Assert.Equal("postcode", (await RefusedAsync(person, HttpStatusCode.UnprocessableEntity, With(known, ("postcode", "")))));

        var page = await Site.FollowAsync(
            person + "/correct", person + "/correct", With(known, ("name", "Bea Prinsen"), ("phone", "06 12345699"), ("landline", "030 1234567"), ("basis", "relation"), ("note", "belde zelf")));
        Assert.NotNull(page.QuerySelector("[role=status]"));
        var facts = page.QuerySelector(".facts")!.TextContent;
        Assert.Equal("Bea Prinsen", page.QuerySelector("h1")!.TextContent);
        Assert.All((string[])["+31612345699", "+31301234567", "belde zelf", "4 bis", "Utrecht"], text => Assert.Contains(text, facts, StringComparison.Ordinal));
        Assert.DoesNotContain("+31612345601", facts, StringComparison.Ordinal);
        await Site.ReplyAsync("+31612345699", "ja");
        Assert.Equal(2, (await Site.Get<LocalOutbox>().ListAsync("+31612345601", CancellationToken.None)).Count + (await Site.Get<LocalOutbox>().ListAsync("+31612345699", CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_form_that_was_opened_before_a_colleague_corrected_somebody_does_not_undo_it()
    {
        await Site.InvitedAsync("Naam;Mobiel\nBea Prins;0612345601\n");
        var person = await PersonAsync("bea");
        var open = (await Site.PageAsync(person + "/correct")).QuerySelector("form:has(#name)")!;
        await Site.FollowAsync(person + "/correct", person + "/correct", ("name", "Bea Prins"), ("phone", "+31612345601"), ("email", "bea@post.example"), ("language", "nl"), ("basis", "consent"), ("note", "belde zelf"));

        using var saved = await Site.SubmitAsync(person + "/correct", open, ("name", "Bea Prinsen"));
        var shown = await OrganiserSite.ReadAsync(saved, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("intussen veranderd", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("bea@post.example", shown.QuerySelector("#email")!.GetAttribute("value"));
        using var again = await Site.SubmitAsync(person + "/correct", shown.QuerySelector("form:has(#name)")!, ("name", "Bea Prinsen"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("bea@post.example", (await Site.PageAsync(person)).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    private static (string, string)[] With((string Name, string Value)[] known, params (string Name, string Value)[] changed) =>
        [.. known.Where(field => !changed.Any(c => c.Name == field.Name)), .. changed];

    private async Task<string> PersonAsync(string name) => (await Site.PageAsync("/people?q=" + name)).QuerySelector(".data tbody a")!.GetAttribute("href")!;

    /// <summary>The field that is said to be wrong.</summary>
    private async Task<string> RefusedAsync(string person, HttpStatusCode status, (string, string)[] fields) =>
        (await OrganiserSite.ReadAsync(await OrganiserSite.PostAsync(Site.Browser, person + "/correct", person + "/correct", fields), status)).QuerySelector("[aria-invalid=true]")!.Id!;
}
