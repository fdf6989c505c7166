using System.Net;
using System.Text.Json;
using Outreach.Tests.Support;

namespace Outreach.Tests.Welcome;

/// <summary>The contact card, and who has a part in a meeting, through the API.</summary>
public sealed class CardApiTests : IAsyncLifetime
{
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync() => program = await ServedProgram.StartAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task A_line_is_added_changed_checked_and_taken_off()
    {
        var made = await program.Http.PostAsJsonAsync("/api/card", new { name = "Buurthuis", phone = "0612000032", whatFor = new { nl = "Hulp met een brief." }, owner = "Bea", ownerReach = "bea@example.org" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();

        var card = await program.Http.GetFromJsonAsync<JsonElement>("/api/card");
        Assert.Equal(["112", "0900 8844"], card.GetProperty("emergency").EnumerateArray().Select(number => number.GetString()));
        Assert.True(Assert.Single(card.GetProperty("items").EnumerateArray()).GetProperty("asksOwner").GetBoolean());

        var changed = await program.Http.PutAsJsonAsync($"/api/card/{id}", new { kind = "host", name = "Truus", phone = "0612000034", place = "Zegge 2-80" });
        Assert.Equal("host", (await changed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.OK, (await program.Http.PostAsync($"/api/card/{id}/checked", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await program.Http.DeleteAsync($"/api/card/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Http.PostAsync($"/api/card/{id}/checked", null)).StatusCode);
    }

    [Theory]
    [InlineData("{\"phone\": \"0612000032\"}", "name")]
    [InlineData("{\"name\": \"Hulp\", \"phone\": \"112\", \"owner\": \"Bea\", \"whatFor\": {\"nl\": \"Nood.\"}}", "phone")]
    [InlineData("{\"kind\": \"host\", \"name\": \"Truus\", \"phone\": \"0612000034\"}", "place")]
    [InlineData("{\"name\": \"Hulp\", \"phone\": \"0612000032\", \"owner\": \"Bea\", \"ownerReach\": \"0101234567\", \"whatFor\": {\"nl\": \"Hulp.\"}}", "ownerReach")]
    public async Task A_line_that_helps_nobody_is_refused_and_changes_nothing(string body, string field)
    {
        var answer = await program.Http.PostAsync("/api/card", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await program.Http.GetFromJsonAsync<JsonElement>("/api/card")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_part_in_a_meeting_is_given_once_thanked_paid_and_taken_away()
    {
        var parts = $"/api/meetings/{await program.CreateMeetingAsync()}/parts";
        var body = new { kind = "speaker", name = "Noor de Wit", phone = "0612345609", fee = 75 };
        var given = await (await program.Http.PostAsJsonAsync(parts, body)).Content.ReadFromJsonAsync<JsonElement>();
        await program.Http.PostAsJsonAsync(parts, body);
        var id = given.GetProperty("id").GetString();

        Assert.Equal(75, Assert.Single((await program.Http.GetFromJsonAsync<JsonElement>(parts)).GetProperty("items").EnumerateArray()).GetProperty("fee").GetDecimal());
        var changed = await (await program.Http.PatchAsJsonAsync($"{parts}/{id}", new { thanked = true, paid = true })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((JsonValueKind.String, JsonValueKind.String), (changed.GetProperty("thankedAt").ValueKind, changed.GetProperty("paidAt").ValueKind));
        Assert.Equal("Noor de Wit", changed.GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await program.Http.DeleteAsync($"{parts}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Http.DeleteAsync($"{parts}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.Http.PostAsJsonAsync(parts, new { name = "Noor", phone = "0612345609" })).StatusCode);
    }
}
