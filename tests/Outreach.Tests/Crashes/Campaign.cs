using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Crashes;

/// <summary>A campaign from list to reminder, in which the program is killed all the time. Whatever an organiser or a provider got no answer to is done again.</summary>
/// <param name="people">On the list that is sent to: two in three have a number, the others an address.</param>
internal sealed class Campaign(Installation installation, int people)
{
    private static readonly TimeSpan AClaim = TimeSpan.FromMinutes(11);
    private static readonly TimeSpan ALease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AnEvening = TimeSpan.FromHours(6);

    /// <summary>A mail whose sender died on a Friday evening is looked at when sending opens on Monday, and then has six hours to be reported.</summary>
    private static readonly TimeSpan AWeekend = TimeSpan.FromHours(66);
    private static readonly (string Text, Reply Reply)[] Answers =
        [("ja", Reply.Yes), ("nee", Reply.No), ("misschien", Reply.Maybe), ("stop", Reply.Stop), ("Is er een lift, en wie heeft de sleutel van de zaal?", Reply.Question)];

    private readonly Dictionary<string, int> uploaded = [];
    private readonly Dictionary<string, Reply> answered = [];
    private int reported;

    /// <summary>Some thousand rows in two lists, of which many say the same and some are not valid.</summary>
    public async Task ImportAsync(int rows, int kills)
    {
        await installation.RunAllAsync();
        var meeting = await MeetAsync("Feest op het plein", "2026-06-01T19:00:00+02:00");
        await UploadAsync(meeting, Rows(0, rows), kills / 5);
        await UploadAsync(meeting, Rows(rows / 2, rows), kills / 5);
        await installation.KillAsync(kills - (kills / 5 * 2), 900, () => installation.AdvanceAsync(ALease));
        await SettleAsync(2.5);

        var books = await ReadAsync();
        foreach (var (id, count) in uploaded)
        {
            var list = books.Lists.Single(one => one.Id.Value == id);
            Assert.Equal((ListState.Ready, count, count), (list.State, list.Rows, list.Accepted + list.Merged + list.Suppressed + list.Rejected));
        }

        var known = Enumerable.Range(0, rows / 2 * 3).Where(i => !IsBad(i)).Select(Same).Distinct().Count();
        Assert.Equal(known, books.Invitations.Count);
    }

    public async Task SendAsync(int kills)
    {
        await installation.RunAllAsync();
        var meeting = await MeetAsync("Koffie in de buurtkamer", "2026-03-09T19:00:00+01:00");
        await UploadAsync(meeting, "naam;mobiel;e-mail\n" + string.Concat(Enumerable.Range(0, people).Select(i => i % 3 > 0 ? $"Buur {i};{Number(i)};\n" : $"Buur {i};;gast{i}@wijk.example\n")), 0);
        await installation.AdvanceAsync(ALease);
        await UntilAnsweredAsync(kills / 10, 60, () => PostAsync($"/api/meetings/{meeting}/send"));
        var (timed, called) = (kills * 4 / 10, kills - (kills / 10) - (kills * 4 / 10));
        for (var left = called; left > 0; left -= 2)
        {
            await installation.KillAtProvidersAsync(Math.Min(2, left), Math.Max(5, people / 20), () => installation.AdvanceAsync(AClaim));
            if (timed-- > 0)
                await installation.KillAsync(1, 1200, WithReportsAsync);
        }

        // Until the next afternoon: what was put aside comes back after the hours of sending.
        await SettleAsync(24);
        var books = await ReadAsync();
        var texts = Asked().ToList();
        foreach (var invitation in books.Invitations.Where(one => one.Meeting.Value == meeting))
            Assert.Equal((Delivery.Delivered, 1), (invitation.Delivery, texts.Count(text => text.Contains($"/i/{invitation.Code}", StringComparison.Ordinal))));
        Assert.Equal(people, texts.Count);
    }

    /// <summary>One in four answers. A webhook that got no 2xx comes again; Twilio is asked as well for what came in.</summary>
    public async Task AnswerAsync(int kills)
    {
        var waiting = new Queue<FakeSms>(Enumerable.Range(0, people).Where(i => i % 3 > 0 && i % 4 == 0).Select((i, n) => Answer(E164(i), Answers[n % Answers.Length])));
        var each = Math.Max(1, waiting.Count / Math.Max(1, kills));
        await installation.KillAsync(kills, 500, async () =>
        {
            await CallAsync(waiting, each);
            await installation.AdvanceAsync(ALease);
        });
        await installation.RunAllAsync();
        await CallAsync(waiting, waiting.Count);
        await SettleAsync(2.5);

        var books = await ReadAsync();
        foreach (var (sid, reply) in answered)
        {
            var received = Assert.Single(books.Messages, message => message.State is MessageState.Received && message.ProviderId == sid);
            Assert.Equal(reply, books.Invitations.Single(one => one.Person == received.Person && one.Meeting == received.Meeting).Reply);
            Assert.Single(books.Messages, message => message.Person == received.Person && message.Step.StartsWith("re-", StringComparison.Ordinal));
        }

        Assert.Equal(answered.Values.Count(reply => reply is Reply.Question), books.Questions.Count);
    }

    /// <summary>Five days go by, with the one repeat to those who are silent and the reminder to those who said yes.</summary>
    public async Task RemindAsync(int kills)
    {
        var end = installation.Now + TimeSpan.FromDays(5);
        var step = TimeSpan.FromDays(5) / kills;
        for (var left = kills; left > 0; left -= 2)
        {
            await installation.KillAsync(1, 1500, GoOnAsync);
            if (left > 1)
                await installation.KillAtProvidersAsync(1, 20, GoOnAsync);
        }

        // A life that was cut off before its time moved on has left some of the days.
        await installation.RunAllAsync();
        await ReportAsync();
        if (installation.Now < end)
            await installation.AdvanceAsync(end - installation.Now);
        await SettleAsync(14);
        await CheckRemindersAsync();

        // A provider reports within minutes, and again until it is heard: long before a claim in doubt is given up.
        async Task GoOnAsync()
        {
            await ReportAsync();
            await installation.AdvanceAsync(step);
        }
    }

    private async Task CheckRemindersAsync()
    {
        var books = await ReadAsync();
        foreach (var invitation in books.Invitations.Where(one => one.SentAt is not null))
        {
            var all = books.Messages.Where(message => message.Person == invitation.Person).ToList();
            var told = all.Where(message => message.State is MessageState.Delivered).Select(message => message.Kind).ToList();
            Assert.True(
                told.Count(kind => kind is MessageKind.Nudge) == (invitation.Reply is Reply.None ? 1 : 0) && told.Count(kind => kind is MessageKind.Reminder) == (invitation.Reply is Reply.Yes ? 1 : 0),
                $"{invitation}: {string.Join(", ", all.Select(message => $"{message.At:s} {message.Kind} {message.Channel} {message.State} {message.Code}"))}");
        }
    }

    /// <summary>Nobody dies, the providers report, and time goes on until nothing can be in doubt any more.</summary>
    private async Task SettleAsync(double hours)
    {
        await installation.RunAllAsync();
        for (var round = 0; round < 3; round++)
        {
            await installation.AdvanceAsync(AClaim);
            await WithReportsAsync();
        }

        await installation.AdvanceAsync(TimeSpan.FromHours(hours));
        await WithReportsAsync();
        for (var passed = TimeSpan.Zero; passed < AWeekend && await Books.HasWorkAsync(installation); passed += AnEvening)
        {
            await installation.RunAllAsync();
            await installation.AdvanceAsync(AnEvening);
            await WithReportsAsync();
        }

        await installation.RunAllAsync();
    }

    private async Task WithReportsAsync()
    {
        await ReportAsync();
        await installation.AdvanceAsync(AClaim);
    }

    private async Task ReportAsync()
    {
        await installation.SendGrid.ReportAllAsync(installation.Any(), installation.Now);
        foreach (var sms in installation.Twilio.Accepted.Skip(reported))
        {
            (await FakeTwilio.CallStatusHookAsync(installation.Any(), sms, "delivered")).EnsureSuccessStatusCode();
            reported++;
        }
    }

    private async Task<Books> ReadAsync()
    {
        var books = await Books.ReadAsync(installation);
        books.Compare(installation);
        Assert.True(books.Wrong.Count == 0, string.Join('\n', books.Wrong.Take(20)) + "\n" + installation.Complaints);
        return books;
    }

    private IEnumerable<string> Asked() => installation.Twilio.Accepted.Select(sms => sms.Body).Concat(installation.SendGrid.Accepted.Select(mail => mail.Text));

    private FakeSms Answer(string number, (string Text, Reply Reply) answer)
    {
        var sms = installation.Twilio.Receive(number, answer.Text);
        answered[sms.Sid] = answer.Reply;
        return sms;
    }

    private async Task CallAsync(Queue<FakeSms> waiting, int most)
    {
        while (most-- > 0 && waiting.TryPeek(out var sms))
        {
            (await installation.Twilio.CallSmsHookAsync(installation.Any(), new Uri(Installation.PublicUrl), sms)).EnsureSuccessStatusCode();
            waiting.Dequeue();
        }
    }

    private async Task<string> MeetAsync(string title, string startsAt)
    {
        var answer = await PostAsync("/api/meetings", JsonContent.Create(ServedProgram.Meeting(title, DateTimeOffset.Parse(startsAt, CultureInfo.InvariantCulture))));
        return (string)answer["id"]!;
    }

    private async Task UploadAsync(string meeting, string rows, int kills)
    {
        var answer = await UntilAnsweredAsync(kills, 250, () =>
            PostAsync($"/api/meetings/{meeting}/lists?filename=lijst.csv&basis=consent&basisNote=straatfeest", new StringContent(rows, Encoding.UTF8, "text/csv")));
        uploaded[(string)answer["id"]!] = rows.Count(character => character == '\n') - 1;
    }

    /// <summary>Tries through this many kills, and then until it is answered.</summary>
    private async Task<JsonNode> UntilAnsweredAsync(int kills, int longest, Func<Task<JsonNode>> call)
    {
        JsonNode? answer = null;
        for (; kills > 0 && answer is null; kills--)
            await installation.KillAsync(1, longest, async () => answer = await call());
        await installation.KillAsync(kills, longest, () => installation.AdvanceAsync(ALease));
        await installation.RunAllAsync();
        return answer ?? await call();
    }

    private async Task<JsonNode> PostAsync(string path, HttpContent? body = null)
    {
        using var answer = await installation.Any().PostAsync(path, body ?? JsonContent.Create(new { }));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Every tenth names somebody whom another row names; every twentieth has a number that is none.</summary>
    private static string Rows(int from, int count) => "naam;mobiel;e-mail\n" + string.Concat(Enumerable.Range(from, count).Select(i =>
        IsBad(i) ? $"Buur {i};12;\n" : $"Buur {Same(i)};{Number(1_000_000 + Same(i))};{(i % 4 == 0 ? $"buur{Same(i)}@wijk.example" : "")}\n"));

    private static bool IsBad(int row) => row % 20 == 7;

    private static int Same(int row) => row % 10 == 3 ? row - 1 : row;

    private static string Number(int i) => "06" + (20_000_000 + i).ToString(CultureInfo.InvariantCulture);

    private static string E164(int i) => "+316" + (20_000_000 + i).ToString(CultureInfo.InvariantCulture);
}
