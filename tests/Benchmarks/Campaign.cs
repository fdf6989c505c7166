using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Functions.Replies;
using Outreach.Meetings;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Reminders;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Texts;

namespace Benchmarks;

/// <summary>
/// Counts storage transactions an invitation costs, step by step, while everybody is imported, invited, reported on, answers, is reminded and comes.
/// <c>transactions [people]</c>
/// </summary>
internal static class Campaign
{
    /// <summary>As many events as SendGrid puts in one call under load.</summary>
    private const int EventsPerCall = 500;

    public static async Task<string> RunAsync(string[] args)
    {
        var people = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;
        return $"e-mail: {await PlayAsync(people, Reach.Email)}; SMS: {await PlayAsync(people, Reach.Sms)}; {await QuietDay.RunAsync()}";
    }

    /// <summary>The product on an embedded store that counts what would be billed.</summary>
    public static Task<Product> OpenAsync(ScratchFolder folder, Transactions counted) => Product.OpenAsync(folder.File("data"), services => services
        .AddLogging()
        .AddSingleton<ITables>(sp => new CountingTables(new SqliteTables(sp.GetRequiredService<SqliteStore>()), counted))
        .AddSingleton<IQueues>(sp => new CountingQueues(new SqliteQueues(sp.GetRequiredService<SqliteStore>(), sp.GetRequiredService<TimeProvider>()), counted))
        .AddSingleton<IBlobs>(_ => new CountingBlobs(new FileBlobs(folder.File("data")), counted))
        .AddSingleton(new Senders(new SilentSms(), new SilentEmail())));

    private static async Task<string> PlayAsync(int people, Reach reach)
    {
        using var folder = new ScratchFolder();
        var counted = new Transactions();
        await using var product = await OpenAsync(folder, counted);
        Contacts.WriteClean(folder.File("list.csv"), people, reach);
        Console.WriteLine($"{reach}: transactions a person: total (reads, pages, submits, queue, blobs)");

        var steps = new List<(string Name, double Each)>();
        await StepAsync("import", () => product.ImportAsync(folder.File("list.csv")));
        await StepAsync("send", async () =>
        {
            await product.Get<SendInvitations>().HandleAsync(Product.Group, product.Meeting.Id, null, default);
            await product.RunQueuesAsync();
        });
        var invited = await InvitedAsync(product);
        await StepAsync("reports", () => ReportAsync(product, invited, reach));
        await StepAsync("answers", () => AnswerAsync(product, invited, reach));
        await StepAsync("reminder", () => RemindAsync(product));
        await StepAsync("attended", () => AttendAsync(product, invited));
        await CheckAsync(product, people);
        return string.Join(", ", steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Name} {step.Each:f2}")));

        async Task StepAsync(string name, Func<Task> work)
        {
            var before = counted.Snapshot();
            await work();
            var calls = counted.Since(before);
            var spent = Transactions.Sums(calls).Select(count => count / (double)people).ToArray();
            steps.Add((name, spent.Sum()));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-10} {spent.Sum(),6:f2} ({string.Join(", ", spent.Select(n => n.ToString("f2", CultureInfo.InvariantCulture)))})"));
            if (name is "answers")
                Print(calls, people);
        }
    }

    /// <summary>Which calls one person costs; what many share is left out.</summary>
    private static void Print(IReadOnlyDictionary<(string Kind, string What), long> calls, int people)
    {
        foreach (var ((kind, what), count) in calls.Where(call => call.Value * 50 > people).OrderByDescending(call => call.Value))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {count / (double)people,5:f2} {kind} {what}"));
    }

    /// <summary>Twilio calls once for each message (what it says on the way is not queued); SendGrid brings many at once, in any order.</summary>
    private static async Task ReportAsync(Product product, List<(Person Person, Invitation Invitation)> invited, Reach reach)
    {
        InboundEvent Report((Person Person, Invitation Invitation) who, DeliveryReport report)
        {
            var message = AskingMessage.For(who.Person, who.Invitation, product.Meeting);
            return new InboundEvent(
                InboundKind.Delivery, $"{who.Person.Id}{report}", "x", null, null, product.Clock.GetUtcNow(),
                Reference: message.Key.ReferenceIn(Product.Group), ProviderId: "p", Report: report);
        }

        var events = invited.Select(who => Report(who, DeliveryReport.Delivered));
        foreach (var call in events.Chunk(reach is Reach.Sms ? 1 : EventsPerCall))
            await HookAsync(product, call);
        await product.RunQueuesAsync();
    }

    private static async Task AnswerAsync(Product product, List<(Person Person, Invitation Invitation)> invited, Reach reach)
    {
        foreach (var (person, invitation) in invited)
        {
            await HookAsync(product, [new InboundEvent(
                reach is Reach.Sms ? InboundKind.Sms : InboundKind.Email, $"r{person.Id}", (reach is Reach.Sms ? person.Mobile : person.Email)!.Value,
                reach is Reach.Sms ? "+3197010281234" : $"{invitation.Code.Value.ToLowerInvariant()}@antwoord.example", "ja", product.Clock.GetUtcNow())]);
        }

        await product.RunQueuesAsync();
    }

    // As the webhooks queue them.
    private static async Task HookAsync(Product product, InboundEvent[] events)
    {
        foreach (var text in product.Get<InboundTexts>().Write(events))
            await product.Get<IQueues>().SendAsync(QueueNames.Inbound, text, TimeSpan.Zero, default);
    }

    private static async Task RemindAsync(Product product)
    {
        product.Clock.MoveTo(Reminders.RemindAt(product.Meeting, new SendingHours(product.Get<Outreach.Records.Settings>().Zone)).AddMinutes(1));
        await product.Get<PlanReminders>().HandleAsync(default);
        await product.RunQueuesAsync();
    }

    private static async Task AttendAsync(Product product, List<(Person Person, Invitation Invitation)> invited)
    {
        product.Clock.MoveTo(product.Meeting.StartsAt);
        foreach (var (person, _) in invited)
            await product.Get<MarkAttendance>().HandleAsync(Product.Group, product.Meeting.Id, person.Id, attended: true, came: null, default);
        await product.RunQueuesAsync();
    }

    /// <summary>A campaign that lost somebody on the way does not measure anything.</summary>
    private static async Task CheckAsync(Product product, int people)
    {
        var tally = await product.Get<Tallies>().SumAsync(Product.Group, product.Meeting.Id, default);
        foreach (var milestone in new[] { Milestone.Invited, Milestone.Delivered, Milestone.Yes, Milestone.Reminded, Milestone.Attended })
        {
            if (tally.By.Values.Sum(counts => counts[(int)milestone]) is var count && count != people)
                throw new InvalidOperationException($"{milestone}: {count} of {people}.");
        }

        foreach (var wrong in (await product.Get<Recount>().HandleAsync(Product.Group, repair: false, default))!.SelectMany(counted => counted.Differences))
            throw new InvalidOperationException($"Shard {wrong.Shard} counts {wrong.Milestone} wrong.");
    }

    private static async Task<List<(Person, Invitation)>> InvitedAsync(Product product)
    {
        // Past the counters: a test looks, the product does not.
        var tables = new SqliteTables(product.Get<SqliteStore>());
        var people = new PeopleStore(tables, new Tallies(tables), product.Get<Outbox>());
        var invited = new List<(Person, Invitation)>();
        foreach (var shard in Shard.All(Product.Group))
        {
            await foreach (var person in people.PeopleAsync(shard, default))
                invited.Add((person.Value, (await people.FindAsync(Product.Group, product.Meeting.Id, person.Value.Id, default))!.Value));
        }

        return invited;
    }
}

/// <summary>Providers that take everything and say no more: their reports come later, as those of real ones do.</summary>
internal sealed class SilentSms : ISmsSender
{
    public Task<MessageEvent> SendAsync(SmsToSend sms, CancellationToken ct) => Task.FromResult<MessageEvent>(new MessageEvent.Accepted("p"));

    public Task<MessageEvent?> ReconcileAsync(SmsToSend sms, DateTimeOffset triedAt, CancellationToken ct) => Task.FromResult<MessageEvent?>(null);
}

internal sealed class SilentEmail : IEmailSender
{
    public int BatchSize => 1000;

    public TimeSpan DoubtPeriod => TimeSpan.FromHours(1);

    public Task<IReadOnlyList<MessageEvent>> SendAsync(IReadOnlyList<EmailToSend> emails, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MessageEvent>>([.. emails.Select(_ => new MessageEvent.Accepted("p"))]);
}
