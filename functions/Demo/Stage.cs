using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Sending;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Functions.Demo;

/// <summary>What the players of the demo reach the program by: the use cases behind the pages, the providers' queue, and the clock.</summary>
internal sealed class Stage(IServiceProvider services)
{
    private readonly SortedList<(DateTimeOffset At, int Order), Func<CancellationToken, Task>> _planned = [];
    private int _order;

    public GroupId Group { get; } = GroupId.Default;

    public DevClock Clock { get; } = services.GetRequiredService<DevClock>();

    public Settings Settings { get; } = services.GetRequiredService<Settings>();

    public PeopleStore People { get; } = services.GetRequiredService<PeopleStore>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public DateTimeOffset Local(int month, int day, int hour, int minute = 0) => Settings.At(new DateOnly(2026, month, day), new TimeOnly(hour, minute));

    /// <summary>Nobody answers in the night.</summary>
    public DateTimeOffset Awake(DateTimeOffset at)
    {
        var local = Settings.Local(at);
        return local.Hour switch
        {
            < 8 => at.AddHours(8 - local.Hour),
            >= 22 => at.AddHours(32 - local.Hour),
            _ => at,
        };
    }

    public void At(DateTimeOffset at, Func<CancellationToken, Task> play) => _planned.Add((at > Clock.Now ? at : Clock.Now, _order++), play);

    /// <summary>Plays everything that is planned, and what is planned meanwhile, each at its time; every queue is drained after each.</summary>
    public async Task PlayAsync(CancellationToken ct)
    {
        while (_planned.Count > 0)
        {
            var ((at, _), play) = (_planned.GetKeyAtIndex(0), _planned.GetValueAtIndex(0));
            _planned.RemoveAt(0);
            if (at > Clock.Now)
                await Clock.AdvanceAsync(at - Clock.Now, ct);
            await play(ct);
            await Clock.DrainAsync(ct);
        }
    }

    public async Task<IReadOnlyList<(Invitation Invitation, Person? Person)>> InvitationsAsync(MeetingId meeting, CancellationToken ct) =>
        (await Get<ListInvitations>().HandleAsync(Group, meeting, null, int.MaxValue - 1, ct)).Items;

    /// <summary>A resident's message comes in as a provider would bring it.</summary>
    public Task SayAsync(Resident who, string text, CancellationToken ct)
    {
        var inbound = OutboxRoutes.InboundOf(who.Phone ?? who.Email!, text, Settings, Clock.Now)!;
        return Get<IQueues>().SendAsync(QueueNames.Inbound, RowJson.WriteText(new InboundBatch([inbound])), TimeSpan.Zero, ct);
    }

    public Task UploadAsync(MeetingId meeting, string fileName, byte[] content, string note, CancellationToken ct) => Get<UploadList>().HandleAsync(
        new UploadListCommand(Group, meeting, fileName, new MemoryStream(content), Basis.Consent, note, "nl"), ct);

    public Candidate Candidate(Resident who)
    {
        var form = new CandidateForm(who.Name, who.Phone, who.Email, who.Language, who.Street, who.HouseNumber, who.Postcode);
        return form.TryRead(Settings.Countries, mustReach: false, out var candidate) is { } wrong ? throw new InvalidOperationException($"{who.Key}: {wrong}") : candidate;
    }
}
