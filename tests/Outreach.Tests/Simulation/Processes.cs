using Outreach.People;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Tests.Simulation;

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

/// <summary>The running processes: what each is at work on, who dies, who takes over.</summary>
internal sealed class Processes
{
    public static readonly string[] Timers =
        ["PlanReminders", "InviteWaitingNominees", "Sweep", "RetryFailedWork", "PlanWelcome", "TellStaleCards", "Retain", "ForgetAnswers"];

    private static readonly Dictionary<string, string> Functions = new()
    {
        [QueueNames.Lists] = "ImportList",
        [QueueNames.Invitations] = "SendInvitations",
        [QueueNames.Messages] = "SendMessage",
        [QueueNames.Inbound] = "HandleInbound",
    };

    private readonly World world;
    private readonly Turns turns;
    private readonly List<Instance> instances = [];
    private readonly List<Run> runs = [];
    private readonly List<Wish> wishes = [];
    private int born;

    public Processes(World world, Turns turns)
    {
        (this.world, this.turns) = (world, turns);
        for (var count = world.Chance.Next(1, 4); count > 0; count--)
            instances.Add(Start());
    }

    /// <summary>When the daily clearing out came to an end, or was cut off.</summary>
    public List<DateTimeOffset> Clearings { get; } = [];

    /// <summary>Is there anything that could be done now?</summary>
    public bool HasWork => wishes.Count > 0 || Functions.Keys.Any(IsWaiting);

    public void Wish(Wish wish) => wishes.Add(wish);

    public void Die() => Crash(instances[world.Chance.Next(instances.Count)], "suddenly");

    public void Crash(Instance instance, string where)
    {
        world.Tell($"{instance.Name} dies {where}");
        Replace(instance);
        foreach (var run in runs.Where(r => r.Instance == instance && !r.IsDone).ToList())
            End(run, again: true);
        instance.IsGone = true;
    }

    /// <summary>A new version takes over; the old one may finish what it has begun.</summary>
    public void Redeploy() => Replace(instances[world.Chance.Next(instances.Count)]);

    /// <summary>Until nobody is at work.</summary>
    public void Idle()
    {
        while (runs.Any(r => !r.IsDone))
        {
            world.Moment++;
            if (!turns.Next())
            {
                world.Broken($"{runs.First(r => !r.IsDone).What} waits for ever");
                runs.Clear();
            }
        }

        runs.Clear();
    }

    /// <summary>Takes up something that waits on a queue.</summary>
    public void Work()
    {
        runs.RemoveAll(r => r.IsDone);
        var waiting = Functions.Keys.Where(IsWaiting).ToList();
        if (waiting.Count > 0 && runs.Count < 6)
            Start(waiting[world.Chance.Next(waiting.Count)]);
    }

    /// <summary>Reads all that is stored: at each step it would cost more than everything else of a history.</summary>
    public static bool IsNightly(string timer) => timer is "Retain" or "ForgetAnswers";

    public void Tick() => Tick(Timers[world.Chance.Next(Timers.Length)]);

    public void Tick(string timer)
    {
        var instance = Any();
        Begin(instance, timer, null, () => instance.Program.TickAsync(timer));
    }

    /// <summary>Does what somebody asked for.</summary>
    public void Grant()
    {
        if (wishes.Count == 0)
            return;
        var wish = wishes[world.Chance.Next(wishes.Count)];
        wishes.Remove(wish);
        var instance = Any();
        Begin(instance, wish.What, wish, () => wish.Work(instance.Program));
    }

    private Instance Start() => new(world, $"p{++born}");

    private void Replace(Instance instance)
    {
        if (instances.IndexOf(instance) is var at and >= 0)
            instances[at] = Start();
    }

    private Instance Any() => instances[world.Chance.Next(instances.Count)];

    private bool IsWaiting(string queue) => world.Queues.PeekAsync(queue, 1, default).Result.Count > 0;

    private void Start(string queue)
    {
        var instance = Any();
        Begin(instance, Functions[queue], null, () => TakeAsync(instance, queue));
    }

    private async Task TakeAsync(Instance instance, string queue)
    {
        foreach (var message in await instance.Program.Queues.ReceiveAsync(queue, 1, TimeSpan.FromSeconds(30), default))
        {
            world.Tell($"{instance.Name} takes {message.Text}");
            if (message.DequeueCount > 200)
                world.Broken($"a message of {queue} never succeeds: {message.Text}");
            await instance.Program.RunAsync(Functions[queue], message.Text);
            if (queue == QueueNames.Inbound)
                world.Model.Handled(RowJson.ReadText<InboundBatch>(message.Text));
            await instance.Program.Queues.DeleteAsync(queue, message, default);
        }
    }

    private void Begin(Instance instance, string what, Wish? wish, Func<Task> work)
    {
        var run = new Run(instance, what, wish, ++world.Moment, Calendar.IsQuiet(world.Now));
        runs.Add(run);
        world.Tell($"{instance.Name} begins {what}");
        _ = GuardAsync(run, work);
    }

    private async Task GuardAsync(Run run, Func<Task> work)
    {
        Run.Current.Value = run;
        await Task.Yield();
        try
        {
            await work();
            world.Tell($"{run.Instance.Name} has done {run.What}");
            End(run, again: false);
        }
        catch (Exception e)
        {
            world.Tell($"{run.Instance.Name} fails in {run.What}: {e.Message}");
            if (!IsExpected(e))
                world.Broken($"{run.What} throws {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0]}");
            End(run, again: IsExpected(e));
        }
    }

    private static bool IsExpected(Exception e) => e switch
    {
        AggregateException many => many.InnerExceptions.All(IsExpected),
        _ => e is TroubleException or ConflictException or UnfinishedClaimException,
    };

    private void End(Run run, bool again)
    {
        if (!run.IsDone && again && run.Wish is { } wish)
            wishes.Add(wish);
        run.IsDone = true;
        if (run.What is "Retain")
            Clearings.Add(world.Now);
    }
}
