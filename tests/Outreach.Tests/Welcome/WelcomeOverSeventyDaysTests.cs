using System.Net;
using System.Text.Json;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Welcome;

/// <summary>The welcome of three new residents, from the day they come until seventy days later, through HTTP and the provider.</summary>
public sealed class WelcomeOverSeventyDaysTests : IAsyncLifetime
{
    private const string PublicUrl = "https://buurt.example";
    private const string Noor = "+31612345601";
    private const string Sara = "+31612345602";

    private FakeTwilio twilio = null!;
    private ServedProgram program = null!;

    public async ValueTask InitializeAsync()
    {
        twilio = await FakeTwilio.StartAsync(TimeProvider.System);
        program = await ServedProgram.StartAsync(
            $"--Twilio:AccountSid={FakeTwilio.AccountSid}", $"--Twilio:AuthToken={FakeTwilio.AuthToken}", $"--Twilio:From={FakeTwilio.Number}", $"--Twilio:BaseUrl={twilio.Url}", $"--Outreach:BaseUrl={PublicUrl}");
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        await twilio.DisposeAsync();
    }

    private DateTimeOffset Now => program.Services.GetRequiredService<DevClock>().Now;

    [Fact]
    public async Task Each_step_comes_once_in_its_time_and_to_nobody_who_said_stop()
    {
        (await program.Http.PostAsJsonAsync("/api/card", new { name = "Buurthuis", phone = "0612000031", owner = "Noor", whatFor = new { nl = "Hulp met een brief." } })).EnsureSuccessStatusCode();
        var noor = await WelcomeAsync(new { name = "Noor", phone = "0612345601", street = "Zegge", houseNumber = "12", postcode = "9871 BD", movedIn = "2026-02-27" });
        await WelcomeAsync(new { name = "Sara", phone = "0612345602", movedIn = "2026-02-27" });
        var ali = await WelcomeAsync(new { name = "Ali", language = "ar", street = "Zegge", houseNumber = "14", postcode = "9871 BD", movedIn = "2026-02-27" });
        var meeting = await CreateMeetingAsync(40);
        await ToDayAsync(0.2);
        Assert.Contains("/w/", Assert.Single(Told(Noor)), StringComparison.Ordinal);
        await SayAsync(Noor, "Dank u wel!");
        await SayAsync(Sara, "stop");
        var afterAnswer = Told(Noor).Count;

        await ToDayAsync(5);
        Assert.Contains("geen berichten", Told(Sara)[1], StringComparison.Ordinal);
        await ChangeAsync(noor, new { state = "packed", by = "Truus" });
        await ChangeAsync(noor, new { state = "handedOver" });
        await ChangeAsync(ali, new { state = "notFound", by = "Truus" });
        Assert.Equal(afterAnswer, Told(Noor).Count);

        await ToDayAsync(12);
        Assert.Contains("Koffie met de buurt", Assert.Single(Told(Noor).Skip(afterAnswer)), StringComparison.Ordinal);

        await ToDayAsync(23);
        var invitation = Assert.Single((await GetAsync($"/api/meetings/{meeting}/invitations")).GetProperty("items").EnumerateArray());
        Assert.Equal(("Noor", "welcome"), (invitation.GetProperty("name").GetString(), invitation.GetProperty("source").GetString()));
        await SayAsync(Noor, "ja");
        await ToDayAsync(41);
        (await program.Http.PutAsJsonAsync($"/api/meetings/{meeting}/attendance/{noor}", new { attended = true })).EnsureSuccessStatusCode();

        await ToDayAsync(70);
        Assert.Single(Told(Noor), text => text.Contains("nieuwe buur", StringComparison.Ordinal));
        Assert.Single(Told(Noor), text => text.Contains("Hoe gaat het", StringComparison.Ordinal));
        Assert.Single(Told(Noor), text => text.Contains("handige nummers", StringComparison.Ordinal));
        Assert.Equal(2, Told(Sara).Count);
        await OfferToWelcomeAsync(noor);

        // The person who said stop was erased, and is in no count.
        var numbers = (await GetAsync("/api/welcome/numbers")).GetProperty("all");
        Assert.Equal(
            (2, 1, 1, 1, 8, 1, 1),
            (Of("new"), Of("welcomed"), Of("handedOver"), Of("notFound"), Of("daysToHandOver"), Of("came"), Of("helpers")));

        int Of(string name) => numbers.GetProperty(name).GetInt32();
    }

    /// <summary>On their own page, twice: it is one answer, and one question for the organisers.</summary>
    private async Task OfferToWelcomeAsync(string person)
    {
        var code = (await GetAsync("/api/welcome")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == person).GetProperty("code").GetString();
        for (var i = 0; i < 2; i++)
            (await program.Http.PostAsync($"/w/{code}", new FormUrlEncodedContent([new("answer", "next-yes")]))).Dispose();
        var open = (await GetAsync("/api/inbox?open=true")).GetProperty("items").EnumerateArray();
        Assert.Single(open, item => item.GetProperty("text").GetString()!.Contains("welkom heten", StringComparison.Ordinal));
    }

    /// <summary>Day by day: what leaves unasked leaves in sending hours.</summary>
    private async Task ToDayAsync(double day)
    {
        var hours = new SendingHours(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
        var end = ServedProgram.Start.AddDays(day);
        while (Now < end)
        {
            var (before, open) = (twilio.Accepted.Count, hours.IsOpen(Now));
            await program.AdvanceAsync(end - Now < TimeSpan.FromHours(1) ? end - Now : TimeSpan.FromHours(1));
            Assert.True(open || hours.IsOpen(Now) || twilio.Accepted.Count == before, $"{Now:O}: {twilio.Accepted.Count - before} left in quiet hours");
        }
    }

    private IReadOnlyList<string> Told(string number) => [.. twilio.Accepted.Where(sms => sms.To == number).Select(sms => sms.Body)];

    private async Task SayAsync(string from, string text)
    {
        (await twilio.CallSmsHookAsync(program.Http, new Uri(PublicUrl), twilio.Receive(from, text))).EnsureSuccessStatusCode();
        await program.AdvanceAsync(TimeSpan.Zero);
    }

    private async Task<string> WelcomeAsync(object body)
    {
        var answer = await program.Http.PostAsJsonAsync("/api/welcome", body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private async Task ChangeAsync(string id, object body) => (await program.Http.PatchAsJsonAsync($"/api/welcome/{id}", body)).EnsureSuccessStatusCode();

    private async Task<string> CreateMeetingAsync(int days)
    {
        var answer = await program.Http.PostAsJsonAsync("/api/meetings", ServedProgram.Meeting("Koffie met de buurt", ServedProgram.Start.AddDays(days).AddHours(10)));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private Task<JsonElement> GetAsync(string path) => program.Http.GetFromJsonAsync<JsonElement>(path);
}
