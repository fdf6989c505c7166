using System.Net;
using System.Text.Json;
using Outreach.Languages;
using Outreach.Tests.Support;

namespace Outreach.Tests.People;

/// <summary>A person's data are corrected through the JSON API.</summary>
public sealed class CorrectCallTests : IAsyncLifetime
{
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task What_is_left_out_stays_and_an_empty_text_takes_away()
    {
        var (ann, _) = await TwoAsync();

        var after = await PatchAsync(ann, new { name = "Ann Bos", phone = "06 1234 5699", email = "", language = "tr", basis = "consent", basisNote = "aan de deur" }, HttpStatusCode.OK);

        var person = after.GetProperty("person");
        Assert.Equal(("Ann Bos", "tr"), (person.GetProperty("name").GetString(), person.GetProperty("language").GetString()));
        Assert.Equal(("+31612345699", "aan de deur"), (person.GetProperty("mobile").GetProperty("value").GetString(), person.GetProperty("mobile").GetProperty("ground").GetProperty("note").GetString()));
        Assert.Equal("Kerkstraat", person.GetProperty("address").GetProperty("street").GetString());
        Assert.False(person.TryGetProperty("email", out var email) && email.ValueKind is not JsonValueKind.Null);
        Assert.Equal("tr", Assert.Single(after.GetProperty("invitations").EnumerateArray()).GetProperty("language").GetString());
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_a_code_and_changes_nothing()
    {
        var (ann, _) = await TwoAsync();
        var before = await program.Http.GetStringAsync($"/api/people/{ann}");

        Assert.Equal("basis", await RefusedAsync(ann, new { phone = "0612345699" }, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("basis", await RefusedAsync(ann, new { phone = "0612345699", basis = "guess" }, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("basis-note", await RefusedAsync(ann, new { phone = "0612345699", basis = "consent" }, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("phone-invalid", await RefusedAsync(ann, new { phone = "06123" }, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("postcode-invalid", await RefusedAsync(ann, new { houseNumber = "" }, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("language-unknown", await RefusedAsync(ann, new { language = "xx" }, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("phone-taken", await RefusedAsync(ann, new { phone = "0612345602", basis = "none" }, HttpStatusCode.Conflict));
        Assert.Equal("email-taken", await RefusedAsync(ann, new { email = "bo@post.example", basis = "none" }, HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.NotFound, (await program.Http.PatchAsJsonAsync("/api/people/000000000000000", new { name = "X" })).StatusCode);

        Assert.Equal(before, await program.Http.GetStringAsync($"/api/people/{ann}"));
    }

    private async Task<(string Ann, string Bo)> TwoAsync()
    {
        var meeting = await program.CreateMeetingAsync();
        await program.UploadAsync(meeting, ServedProgram.Bytes("naam;mobiel;e-mail;straat;huisnummer;postcode\nAnn;0612345601;ann@post.example;Kerkstraat;4;3512 AB\nBo;0612345602;bo@post.example;;;\n"));
        await program.AdvanceAsync(TimeSpan.Zero);
        var invited = await program.Http.GetFromJsonAsync<JsonElement>($"/api/meetings/{meeting}/invitations");
        var people = invited.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!, item => item.GetProperty("person").GetString()!);
        return (people["Ann"], people["Bo"]);
    }

    private async Task<JsonElement> PatchAsync(string person, object body, HttpStatusCode status)
    {
        var answer = await program.Http.PatchAsJsonAsync($"/api/people/{person}", body);
        Assert.True(answer.StatusCode == status, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<string> RefusedAsync(string person, object body, HttpStatusCode status) => (await PatchAsync(person, body, status)).GetProperty("code").GetString()!;
}
