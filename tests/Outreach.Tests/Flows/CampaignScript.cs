using System.Globalization;
using System.Net;
using System.Text.Json;
using Outreach.Tests.Support;

namespace Outreach.Tests.Flows;

/// <summary>One campaign through the JSON API alone, in whatever way the program is hosted.</summary>
/// <param name="Say">A resident's message, from a number or address; handled when it returns.</param>
/// <param name="MoveTo">The clock goes there, timers and queues are worked off.</param>
/// <param name="Days">Until the first meeting. Everybody answers on the first day: each day more is only more timers that find nothing to do.</param>
internal sealed record CampaignScript(HttpClient Http, Func<string, string, Task> Say, Func<DateTimeOffset, Task> MoveTo, int Days = 10)
{
    private const string List = """
        naam;mobiel;e-mail;taal;straat;huisnummer;postcode
        Ada;0612345601;;nl;;;
        Bram;0612345602;;nl;;;
        Cem;0612345603;;tr;;;
        Dia;0612345604;;en;;;
        Elif;;elif@voorbeeld.nl;tr;;;
        Fien;;;;Zegge;12;9871 BD
        Ada Smit;+31 6 12345601;;;;;
        Gijs;06-12;;;;;
        """;

    private DateTimeOffset FirstEvening => ServedProgram.Start.AddDays(Days).AddHours(10);

    /// <summary>The funnels of both meetings as they are served, one after the other.</summary>
    public async Task<(JsonElement First, JsonElement Second)> PlayAsync()
    {
        var first = await CreateAsync("Koffie", FirstEvening, capacity: 3);
        var second = await CreateAsync("Soep", FirstEvening.AddDays(7), capacity: null);
        await UploadAsync(first);
        await MoveTo(ServedProgram.Start.AddHours(1));
        Assert.Equal(6, (await PostAsync($"/api/meetings/{first}/send", new { })).GetProperty("queued").GetInt32());
        await MoveTo(ServedProgram.Start.AddHours(2));

        await Say("0612345601", "ja 2");
        await Say("0612345603", "evet");
        await Say("elif@voorbeeld.nl", "EVET 2");
        await Say("0612345604", "please stop");
        await Say("0612345602", "hoe laat is het?");
        await AnswerInboxAsync();
        var people = await InvitationsAsync(first);
        Assert.True(people["Elif"].GetProperty("waiting").GetBoolean());
        await Say("0612345601", "nee, helaas kan ik niet");
        Assert.False((await InvitationsAsync(first))["Elif"].GetProperty("waiting").GetBoolean());

        await MoveTo(FirstEvening);
        await AttendAsync(first, people["Cem"], true);
        await AttendAsync(first, people["Elif"], false);
        await PostAsync($"/api/meetings/{first}/walk-ins", new { name = "Walter", phone = "0612345699" }, HttpStatusCode.Created);
        await MoveTo(FirstEvening.AddDays(1));

        var cem = people["Cem"].GetProperty("person").GetString();
        await PostAsync(
            $"/api/people/{cem}/nominations", new { meeting = first, name = "Nour", phone = "0612345605", language = "ar", mayNameMe = true, agreed = true }, HttpStatusCode.Created);
        Assert.Equal(10, (await PostAsync($"/api/people/{cem}/pass-on", new { meeting = first }, HttpStatusCode.Created)).GetProperty("code").GetString()!.Length);
        await MoveTo(FirstEvening.AddDays(1).AddHours(1));
        await Say("0612345605", "نعم");
        return (await GetAsync($"/api/meetings/{first}/funnel"), await GetAsync($"/api/meetings/{second}/funnel"));
    }

    public static string Counts(JsonElement funnel) => string.Join(' ', funnel.EnumerateObject()
        .Where(p => p.Value.ValueKind is JsonValueKind.Number && p.Value.GetInt32() > 0)
        .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}={p.Value.GetInt32()}")));

    private async Task<string> CreateAsync(string title, DateTimeOffset startsAt, int? capacity) =>
        (await PostAsync("/api/meetings", ServedProgram.Meeting(title, startsAt, capacity), HttpStatusCode.Created)).GetProperty("id").GetString()!;

    private async Task UploadAsync(string meeting)
    {
        var answer = await Http.PostAsync(
            $"/api/meetings/{meeting}/lists?filename=lijst.csv&basis=consent&basisNote=buurtfeest", new ByteArrayContent(ServedProgram.Bytes(List)));
        var id = (await ReadAsync(answer, HttpStatusCode.Accepted)).GetProperty("id").GetString();
        await MoveTo(ServedProgram.Start.AddMinutes(1));
        var list = await GetAsync($"/api/lists/{id}");
        Assert.Equal("ready", list.GetProperty("state").GetString());
        Assert.Equal((8, 6, 1, 1), (list.GetProperty("rows").GetInt32(), list.GetProperty("accepted").GetInt32(), list.GetProperty("merged").GetInt32(), list.GetProperty("rejected").GetInt32()));
    }

    private async Task AnswerInboxAsync()
    {
        var item = Assert.Single((await GetAsync("/api/inbox?open=true")).GetProperty("items").EnumerateArray());
        await PostAsync($"/api/inbox/{item.GetProperty("id").GetString()}/answer", new { text = "Om zeven uur." });
    }

    private async Task AttendAsync(string meeting, JsonElement invitation, bool attended) => await ReadAsync(
        await Http.PutAsJsonAsync($"/api/meetings/{meeting}/attendance/{invitation.GetProperty("person").GetString()}", new { attended }), HttpStatusCode.OK);

    private async Task<Dictionary<string, JsonElement>> InvitationsAsync(string meeting) =>
        (await GetAsync($"/api/meetings/{meeting}/invitations")).GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("name").GetString()!.Split(' ')[0]);

    private async Task<JsonElement> GetAsync(string path) => await ReadAsync(await Http.GetAsync(path), HttpStatusCode.OK);

    private async Task<JsonElement> PostAsync(string path, object body, HttpStatusCode? expected = null) =>
        await ReadAsync(await Http.PostAsJsonAsync(path, body), expected);

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode? expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected is null ? answer.IsSuccessStatusCode : answer.StatusCode == expected, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
