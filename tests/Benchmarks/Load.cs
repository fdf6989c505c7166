using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benchmarks;

/// <summary>
/// Residents open their page and answer, all at once and again and again, while a large list is imported and a mailing runs. Storage is the embedded store,
/// or the account that <c>AzureWebJobsStorage</c> names. <c>load [rows] [published outreach]</c>
/// </summary>
internal static partial class Load
{
    private const int Residents = 200;
    private const int Mailed = 5_000;

    /// <summary>Between opening the page and answering; all of them think as long, so that they answer at once too.</summary>
    private static readonly TimeSpan Thinking = TimeSpan.FromSeconds(1);

    public static async Task<string> RunAsync(string[] args)
    {
        var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var program = args.Length > 1 ? args[1] : Path.Combine(AppContext.BaseDirectory, "outreach.dll");
        using var folder = new ScratchFolder();
        await using var served = await ServedProcess.StartAsync(
            program, "--data", folder.File("data"), "--clock", "2027-03-02T09:30:00+01:00", "--Outreach:Proxies=1", "--Outreach:HashKey=a key for benchmarks");
        var http = served.Http;

        var invited = await MeetingAsync(http, "Avond over het plein");
        Contacts.WriteClean(folder.File("residents.csv"), Residents, Reach.Email);
        await ReadyAsync(http, await UploadAsync(http, invited, folder.File("residents.csv")));
        var codes = await InviteAsync(http, invited);

        var other = await MeetingAsync(http, "Koffie in het park");
        Contacts.WriteClean(folder.File("mailing.csv"), Mailed, Reach.Email);
        await ReadyAsync(http, await UploadAsync(http, other, folder.File("mailing.csv")));
        Contacts.Write(folder.File("large.csv"), rows);

        (await http.PostAsync($"/api/meetings/{other}/send", null)).EnsureSuccessStatusCode();
        var watch = Stopwatch.StartNew();
        var large = await UploadAsync(http, await MeetingAsync(http, "Zomerfeest"), folder.File("large.csv"));
        var reading = ReadyAsync(http, large);
        var (pages, answers, failed) = (new ConcurrentBag<double>(), new ConcurrentBag<double>(), new ConcurrentBag<string>());
        for (var round = 0; !reading.IsCompleted || round == 0; round++)
        {
            var answer = round % 2 == 0 ? "yes" : "no";
            await Task.WhenAll(codes.Select((code, n) => Task.Run(() => AnswerAsync(http, code, answer, $"10.0.{n / 250}.{(n % 250) + 1}", pages, answers, failed))));
        }

        await reading;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Residents} residents at once beside an import of {rows:n0} rows ({watch.Elapsed.TotalSeconds:f1} s) and a mailing of {Mailed:n0}: {pages.Count:n0} pages p50 {At(pages, 50):f0} p99 {At(pages, 99):f0} ms, {answers.Count:n0} answers p50 {At(answers, 50):f0} p99 {At(answers, 99):f0} ms, {failed.Count} errors {string.Join(" ", failed.Distinct().Take(3))}");
    }

    private static async Task AnswerAsync(HttpClient http, string code, string answer, string address, ConcurrentBag<double> pages, ConcurrentBag<double> answers, ConcurrentBag<string> failed)
    {
        using var page = new HttpRequestMessage(HttpMethod.Get, $"/i/{code}");
        await TimeAsync(http, page, address, pages, failed);
        await Task.Delay(Thinking);
        using var form = new HttpRequestMessage(HttpMethod.Post, $"/i/{code}");
        form.Content = new FormUrlEncodedContent([new("answer", answer), new("party", "1")]);
        await TimeAsync(http, form, address, answers, failed);
    }

    private static async Task TimeAsync(HttpClient http, HttpRequestMessage request, string address, ConcurrentBag<double> times, ConcurrentBag<string> failed)
    {
        request.Headers.Add("X-Forwarded-For", address);
        var watch = Stopwatch.StartNew();
        using var response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        times.Add(watch.Elapsed.TotalMilliseconds);
        if ((int)response.StatusCode is not (200 or 303))
            failed.Add($"{request.Method} {(int)response.StatusCode}");
    }

    private static async Task<string> MeetingAsync(HttpClient http, string title)
    {
        var startsAt = new DateTimeOffset(2027, 3, 16, 19, 30, 0, TimeSpan.FromHours(1));
        var answer = await http.PostAsJsonAsync("/api/meetings", new
        {
            title,
            audience = "residents",
            startsAt,
            endsAt = startsAt.AddHours(2),
            place = "Buurthuis De Linde",
            contactName = "Noor",
            contactPhone = "06 12 00 00 12",
        });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<string> UploadAsync(HttpClient http, string meeting, string path)
    {
        await using var file = File.OpenRead(path);
        var answer = await http.PostAsync($"/api/meetings/{meeting}/lists?filename=list.csv&basis=consent&basisNote=buurtfeest", new StreamContent(file));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task ReadyAsync(HttpClient http, string list)
    {
        while (await http.GetFromJsonAsync<JsonElement>($"/api/lists/{list}") is var state && state.GetProperty("state").GetString() is "reading")
            await Task.Delay(100);
    }

    private static async Task<string[]> InviteAsync(HttpClient http, string meeting)
    {
        (await http.PostAsync($"/api/meetings/{meeting}/send", null)).EnsureSuccessStatusCode();
        while (true)
        {
            string[] codes = [.. InvitationLink().Matches(await http.GetStringAsync("/api/outbox")).Select(link => link.Groups[1].Value).Distinct()];
            if (codes.Length == Residents)
                return codes;
            await Task.Delay(100);
        }
    }

    private static double At(IEnumerable<double> times, int percentile)
    {
        var sorted = times.Order().ToArray();
        return sorted[(int)Math.Ceiling(sorted.Length * percentile / 100.0) - 1];
    }

    [GeneratedRegex("/i/([0-9A-Za-z]{10})")]
    private static partial Regex InvitationLink();
}
