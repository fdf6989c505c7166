using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Tests.Simulation;

/// <summary>A message that the provider took, whatever it told us.</summary>
/// <param name="Tells">It reports what became of it; a provider that does not cannot keep us from sending again.</param>
internal sealed record Taken(string Id, string Reference, string To, string Text, string Language, DateTimeOffset At, bool Tells);

/// <summary>Both providers: they take messages, forget to say so, refuse, and report late, twice, out of order or never.</summary>
internal sealed class Provider(World world)
{
    public static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    private readonly List<(DateTimeOffset DueAt, InboundEvent Report)> reports = [];
    private int last;

    public List<Taken> All { get; } = [];

    public bool HasReports => reports.Count > 0;

    public MessageEvent Take(string reference, string to, string text, string language, bool isEmail)
    {
        var roll = world.Calm ? 100 : world.Chance.Next(100);
        if (roll < 2)
            return new MessageEvent.TryLater("busy", TimeSpan.FromMinutes(world.Chance.Next(1, 10)));
        if (roll < 4)
            return new MessageEvent.Unknown("lost on the way");
        var resident = world.ByContact(to);
        var isBad = resident is not null && (isEmail ? resident.EmailIsBad : resident.PhoneIsBad);
        if (isBad && roll % 2 == 0)
            return new MessageEvent.AddressBad("no such receiver");
        if (resident is { HasStoppedElsewhere: true } || (roll == 9 && resident is not null && world.Chance.Next(3) == 0))
        {
            resident.HasStoppedElsewhere = true;
            return new MessageEvent.OptedOut("said stop to us");
        }

        var taken = new Taken($"m{++last}", reference, to, text, language, world.Clock.GetUtcNow(), Tells: !isEmail || world.Calm || world.Chance.Next(10) > 0);
        All.Add(taken);
        // A phone that is off, or an SMS that got lost: nobody says that the number is bad.
        var isLost = !isEmail && resident is not null && (resident.PhoneIsOff || (roll is 11 or 12 && !isBad));
        world.Model.Took(taken, arrives: !isBad && !isLost);
        if (isBad)
            Bounce(taken, isEmail);
        else if (isLost)
            Report(taken, isEmail, DeliveryReport.Undelivered);
        else if (roll == 10 && resident is not null && world.Chance.Next(3) == 0)
            OptOut(taken, resident, isEmail);
        else if (taken.Tells)
            Report(taken, isEmail, [DeliveryReport.Sent, DeliveryReport.Delivered]);
        return roll < 8 ? new MessageEvent.Unknown("the answer was lost") : new MessageEvent.Accepted(taken.Id);
    }

    public MessageEvent? Find(string to, string text, DateTimeOffset triedAt) =>
        All.Find(m => m.To == to && m.Text == text && m.At >= triedAt - TimeSpan.FromMinutes(1)) is { } taken ? new MessageEvent.Accepted(taken.Id) : null;

    /// <summary>Calls our webhook with a report: any one of those that may come early, or all that are due.</summary>
    public void Deliver(bool early)
    {
        var now = world.Clock.GetUtcNow();
        var coming = early && reports.Count > 0 ? [reports[world.Chance.Next(reports.Count)]] : reports.Where(r => r.DueAt <= now).ToList();
        foreach (var one in coming)
        {
            if (world.Calm || world.Chance.Next(10) > 0)
                reports.Remove(one);
            world.Webhook(one.Report);
        }
    }

    /// <summary>At once, or after a mail server had taken it; now and then without a word of which mail it was.</summary>
    private void Bounce(Taken taken, bool isEmail)
    {
        if (isEmail && world.Chance.Next(3) == 0)
            Report(taken, isEmail, DeliveryReport.Sent, DeliveryReport.Delivered);
        Report(isEmail && world.Chance.Next(3) == 0 ? taken with { Reference = "" } : taken, isEmail, DeliveryReport.AddressBad);
    }

    private void OptOut(Taken taken, Resident resident, bool isEmail)
    {
        resident.HasStoppedElsewhere = true;
        Report(taken, isEmail, DeliveryReport.Delivered, DeliveryReport.OptedOut);
    }

    private void Report(Taken taken, bool isEmail, params DeliveryReport[] what)
    {
        foreach (var report in what)
        {
            var at = taken.At + TimeSpan.FromSeconds(world.Chance.Next(1, 4000));
            reports.Add((at, new InboundEvent(
                InboundKind.Delivery, $"{taken.Id}-{report}", taken.To, null, null, at, Reference: taken.Reference, ProviderId: taken.Id, Report: report, Code: isEmail ? "550" : report is DeliveryReport.Undelivered ? null : "30005")));
        }
    }
}
