using Outreach.People;
using Outreach.Replies;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Simulation;

internal enum Trouble
{
    /// <summary>The process dies: what it was doing never goes on.</summary>
    Crash,

    /// <summary>A call fails before it was made, or its answer is lost after.</summary>
    Failure,

    /// <summary>Somebody else wrote the row first.</summary>
    Conflict,
}

/// <summary>Something a person or a provider wants of the program, and asks again until it gets an answer.</summary>
internal sealed record Wish(string What, Func<Started, Task> Work);

/// <summary>One handler at work in one process.</summary>
internal sealed class Run(Instance instance, string what, Wish? wish, long since, bool startedQuiet)
{
    public static readonly AsyncLocal<Run?> Current = new();

    public Instance Instance => instance;

    public string What => what;

    public Wish? Wish => wish;

    public long Since => since;

    public bool StartedQuiet => startedQuiet;

    public bool IsDone { get; set; }
}

/// <summary>
/// The whole program in a made-up world: a clock that jumps, stores and providers with bad days, two processes that die and come back, and a seed that decides
/// everything. The same seed is the same history.
/// </summary>
internal sealed class World
{
    private static readonly string[] Timers = ["PlanReminders", "Sweep", "PlanWelcome", "PlanReminders", "Retain"];

    private static readonly Dictionary<string, string> Functions = new()
    {
        [QueueNames.Lists] = "ImportList",
        [QueueNames.Invitations] = "SendInvitations",
        [QueueNames.Messages] = "SendMessage",
        [QueueNames.Inbound] = "HandleInbound",
    };

    private readonly Turns turns;
    private readonly List<Instance> instances = [];
    private readonly List<Run> runs = [];
    private readonly List<Wish> wishes = [];
    private readonly double badLuck;
    private int born;

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
        instances.AddRange([Start(new Started(this)), Start(new Started(this))]);
    }

    public Random Chance { get; }

    public List<string>? History { get; }

    public ManualClock Clock { get; }

    public InMemoryTables Tables { get; } = new();

    public InMemoryQueues Queues { get; }

    public InMemoryBlobs Blobs { get; } = new();

    public Provider Provider { get; }

    public Model Model { get; }

    public List<string> Problems { get; } = [];

    /// <summary>Nothing goes wrong any more: time to see how things end.</summary>
    public bool Calm { get; set; }

    /// <summary>Counts what happens, to tell before from after.</summary>
    public long Moment { get; private set; }

    public bool HasWishes => wishes.Count > 0;

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

    public bool Strikes(Trouble trouble) => !Calm && Chance.NextDouble() < badLuck * (trouble is Trouble.Crash ? 0.3 : 1);

    public Resident? ByContact(string contact) => Model.Residents.Find(r => r.Phone == contact || r.Email == contact);

    public void Ask(string what, Func<Started, Task> work) => wishes.Add(new Wish(what, work));

    public void Webhook(InboundEvent inbound) =>
        Ask($"webhook {inbound.Id}", program => program.Queues.SendAsync(QueueNames.Inbound, RowJson.WriteText(new InboundBatch([inbound])), TimeSpan.Zero, default));

    public void Crash(Instance instance, string where)
    {
        Tell($"{instance.Name} dies {where}");
        Replace(instance);
        foreach (var run in runs.Where(r => r.Instance == instance && !r.IsDone).ToList())
            End(run, again: true);
        instance.IsGone = true;
    }

    /// <summary>A new version takes over; the old one may finish what it has begun.</summary>
    public void Redeploy() => Replace(instances[Chance.Next(instances.Count)]);

    /// <summary>Everything happens at once: work, timers, residents, reports, small steps of the clock, processes that die.</summary>
    public void Chaos(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            Moment++;
            switch (Chance.Next(100))
            {
                case < 45: Work(); break;
                case < 53: Tick(); break;
                case < 68: Model.Speak(); break;
                case < 76: Provider.Deliver(early: true); break;
                case < 86: Clock.Advance(TimeSpan.FromSeconds(Chance.Next(1, 15))); break;
                case < 88: Redeploy(); break;
                case < 90 when !Calm: Crash(Any(), "suddenly"); break;
                default: Grant(); break;
            }

            for (var turn = Chance.Next(40); turn > 0 && turns.Next(); turn--)
                Moment++;
            runs.RemoveAll(r => r.IsDone);
        }
    }

    /// <summary>Time goes by, by night and by day, with everything that falls due on the way.</summary>
    public void Pass(TimeSpan time, int steps = 6)
    {
        for (var end = Now + time; Now < end;)
        {
            Settle();
            Clock.Advance(TimeSpan.FromSeconds(31));
            Settle();
            var step = TimeSpan.FromMinutes(Chance.Next(10, 240));
            Clock.Advance(Now + step < end ? step : end - Now);
            Provider.Deliver(early: false);
            if (!Calm && Chance.Next(3) == 0)
                Chaos(steps);
            foreach (var timer in Timers.Distinct().Where(_ => Calm || Chance.Next(3) > 0))
                Tick(timer);
        }

        Settle();
    }

    /// <summary>Until nobody is at work and nothing waits that could be done now.</summary>
    public void Settle()
    {
        for (var round = 0; round < 1000; round++)
        {
            Idle();
            if (wishes.Count == 0 && !HasWork())
                return;
            Moment++;
            if (round % 20 == 19)
                Clock.Advance(TimeSpan.FromSeconds(20));
            for (var some = Chance.Next(1, 4); some > 0; some--)
            {
                Grant();
                Work();
            }
        }

        Broken("work never ends: " + string.Join(", ", Queues.NotEmpty()));
    }

    public bool HasWork() => Functions.Keys.Any(IsWaiting);

    private void Idle()
    {
        while (runs.Any(r => !r.IsDone))
        {
            Moment++;
            if (!turns.Next())
            {
                Broken($"{runs.First(r => !r.IsDone).What} waits for ever");
                runs.Clear();
            }
        }

        runs.Clear();
    }

    private Instance Start(Started program) => new(this, $"p{++born}", program);

    private void Replace(Instance instance)
    {
        if (instances.IndexOf(instance) is var at and >= 0)
            instances[at] = Start(Chance.Next(20) == 0 ? new Started(this) : instance.Program);
    }

    private Instance Any() => instances[Chance.Next(instances.Count)];

    private bool IsWaiting(string queue) => Queues.PeekAsync(queue, 1, default).Result.Count > 0;

    private void Work()
    {
        var waiting = Functions.Keys.Where(IsWaiting).ToList();
        if (waiting.Count > 0 && runs.Count < 6)
            Start(waiting[Chance.Next(waiting.Count)]);
    }

    private void Start(string queue)
    {
        var instance = Any();
        Begin(instance, Functions[queue], null, () => TakeAsync(instance, queue));
    }

    private void Tick() => Tick(Timers[Chance.Next(Timers.Length)]);

    private void Tick(string timer)
    {
        var instance = Any();
        Begin(instance, timer, null, () => instance.Program.TickAsync(timer, Now));
    }

    private void Grant()
    {
        if (wishes.Count == 0)
            return;
        var wish = wishes[Chance.Next(wishes.Count)];
        wishes.Remove(wish);
        var instance = Any();
        Begin(instance, wish.What, wish, () => wish.Work(instance.Program));
    }

    private async Task TakeAsync(Instance instance, string queue)
    {
        foreach (var message in await instance.Program.Queues.ReceiveAsync(queue, 1, TimeSpan.FromSeconds(30), default))
        {
            Tell($"{instance.Name} takes {message.Text}");
            if (message.DequeueCount > 40)
                Broken($"a message of {queue} never succeeds: {message.Text}");
            await instance.Program.RunAsync(Functions[queue], message.Text);
            if (queue == QueueNames.Inbound)
                Model.Handled(RowJson.ReadText<InboundBatch>(message.Text));
            await instance.Program.Queues.DeleteAsync(queue, message, default);
        }
    }

    private void Begin(Instance instance, string what, Wish? wish, Func<Task> work)
    {
        var run = new Run(instance, what, wish, ++Moment, Calendar.IsQuiet(Now));
        runs.Add(run);
        Tell($"{instance.Name} begins {what}");
        _ = GuardAsync(run, work);
    }

    private async Task GuardAsync(Run run, Func<Task> work)
    {
        Run.Current.Value = run;
        await Task.Yield();
        try
        {
            await work();
            Tell($"{run.Instance.Name} has done {run.What}");
            End(run, again: false);
        }
        catch (Exception e)
        {
            Tell($"{run.Instance.Name} fails in {run.What}: {e.Message}");
            if (e is not (TroubleException or ConflictException or UnfinishedClaimException))
                Broken($"{run.What} throws {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0]}");
            End(run, again: true);
        }
    }

    private void End(Run run, bool again)
    {
        if (!run.IsDone && again && run.Wish is { } wish)
            wishes.Add(wish);
        run.IsDone = true;
    }
}
