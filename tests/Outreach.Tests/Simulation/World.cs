using Outreach.Ids;
using Outreach.Replies;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Simulation;

internal enum Trouble
{
    /// <summary>The process dies: what it was doing never goes on.</summary>
    Crash,

    /// <summary>It dies between save and tell: what the outbox is for.</summary>
    CrashUntold,

    /// <summary>A call takes long, and the others go on meanwhile.</summary>
    Delay,

    /// <summary>A file breaks off while it is read.</summary>
    BreakOff,

    /// <summary>A call fails before it was made, or its answer is lost after.</summary>
    Failure,

    /// <summary>Somebody else wrote the row first.</summary>
    Conflict,
}

/// <summary>
/// The whole program in a made-up world: a clock that jumps, stores and providers with bad days, one to three processes that die and come back, and a seed that decides
/// everything. The same seed is the same history.
/// </summary>
internal sealed class World
{
    private readonly Turns turns;
    private readonly double badLuck;

    public World(int seed, bool keepHistory = false)
    {
        Chance = new Random(seed);
        turns = new Turns(Chance);
        History = keepHistory ? [] : null;
        Clock = new ManualClock(Calendar.Starts[Chance.Next(Calendar.Starts.Length)]);
        Queues = new InMemoryQueues(Clock);
        badLuck = Chance.Next(4) switch { 0 => 0, 1 => 0.002, 2 => 0.005, _ => 0.01 };
        Provider = new Provider(this);
        Model = new Model(this);
        Processes = new Processes(this, turns);
    }

    public Random Chance { get; }

    public List<string>? History { get; }

    public ManualClock Clock { get; }

    public InMemoryTables Tables { get; } = new();

    public InMemoryQueues Queues { get; }

    public InMemoryBlobs Blobs { get; } = new();

    public Provider Provider { get; }

    public Model Model { get; }

    public Processes Processes { get; }

    public List<string> Problems { get; } = [];

    /// <summary>Nothing goes wrong any more: time to see how things end.</summary>
    public bool Calm { get; set; }

    /// <summary>Counts what happens, to tell before from after.</summary>
    public long Moment { get; set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Plays a story on this thread alone, from the first to the last.</summary>
    public void Play(Action<World> story)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(turns);
        Base32.Seeded.Value = new Random(Chance.Next());
        try
        {
            story(this);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
            Base32.Seeded.Value = null;
        }
    }

    public void Tell(string what) => History?.Add($"{Moment,5} {Now:MM-dd HH:mm:ss} {what}");

    public void Broken(string rule)
    {
        Tell($"!! {rule}");
        Problems.Add(rule);
    }

    public bool Strikes(Trouble trouble) => !Calm && Chance.NextDouble() < trouble switch
    {
        Trouble.Crash => badLuck * 0.3,
        Trouble.CrashUntold => badLuck * 2,
        Trouble.BreakOff => badLuck * 5,
        Trouble.Delay => 0.02,
        _ => badLuck,
    };

    public Resident? ByContact(string contact) => Model.Residents.Find(r => r.Phone == contact || r.Email == contact);

    public void Ask(string what, Func<Started, Task> work) => Processes.Wish(new Wish(what, work));

    public void Webhook(InboundEvent inbound) =>
        Ask($"webhook {inbound.Id}", program => program.Queues.SendAsync(QueueNames.Inbound, RowJson.WriteText(new InboundBatch([inbound])), TimeSpan.Zero, default));

    /// <summary>Everything happens at once: work, timers, residents, reports, small steps of the clock, processes that die.</summary>
    public void Chaos(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            Moment++;
            switch (Chance.Next(100))
            {
                case < 45: Processes.Work(); break;
                case < 53: Processes.Tick(); break;
                case < 68: Model.Speak(); break;
                case < 76: Provider.Deliver(early: true); break;
                case < 79: Events.ReadInbox(this); break;
                case < 85: Clock.Advance(TimeSpan.FromSeconds(Chance.Next(1, 15))); break;
                case < 86: Clock.Advance(TimeSpan.FromSeconds(-Chance.Next(1, 20))); break;
                case < 88: Processes.Redeploy(); break;
                case < 90 when !Calm: Processes.Die(); break;
                default: Processes.Grant(); break;
            }

            GoOn();
        }
    }

    /// <summary>Time goes by, by night and by day, with everything that falls due on the way.</summary>
    public void Pass(TimeSpan time, int steps = 6)
    {
        for (var end = Now + time; Now < end;)
        {
            SettleSoon();

            // Shorter than the provider's patience: reports come before a message is in doubt.
            var next = Now + TimeSpan.FromMinutes(Chance.Next(10, 300));
            // Often just to the moment that something falls due: there lie the edges of days and hours.
            if (Queues.NextAt is { } due && due > Now.AddMinutes(10) && due < next && Chance.Next(4) > 0)
                next = due;
            var day = Now.Date;
            Clock.Advance((next < end ? next : end) - Now);
            Provider.Deliver(early: false);
            if (!Calm && Chance.Next(3) == 0)
                Chaos(steps);
            foreach (var timer in Processes.Timers.Where(timer => Now.Date > day || !Processes.IsNightly(timer)).Where(_ => Calm || Chance.Next(3) > 0))
                Processes.Tick(timer);
        }

        Settle();
    }

    /// <summary>Until nobody is at work and nothing waits that could be done now.</summary>
    public void Settle()
    {
        for (var round = 0; round < 5000; round++)
        {
            if (!Processes.HasWork)
                Processes.Idle();
            if (!Processes.HasWork)
                return;
            Moment++;
            if (round % 50 == 49)
                Clock.Advance(TimeSpan.FromSeconds(20));
            Processes.Grant();
            Processes.Work();
            GoOn();
        }

        Broken("work never ends: " + string.Join(", ", Queues.NotEmpty()));
    }

    /// <summary>Also what failed and is tried again soon, or waits for the hour at which a clock that went back was before.</summary>
    public void SettleSoon()
    {
        Settle();
        while (Queues.NextAt < Now.AddMinutes(1))
        {
            Clock.Advance(TimeSpan.FromSeconds(31));
            Settle();
        }
    }

    /// <summary>Those who are at work come some way.</summary>
    private void GoOn()
    {
        for (var turn = Chance.Next(40); turn > 0 && turns.Next(); turn--)
            Moment++;
    }
}
