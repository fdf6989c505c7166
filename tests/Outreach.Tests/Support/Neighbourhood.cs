using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Contacts;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Nominations;
using Outreach.Operating;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Tests.Support;

/// <summary>A project group with the whole program over stores in memory, on a clock that stands still: a Monday morning in March. Messages land in the local outbox.</summary>
internal sealed class Neighbourhood : IDisposable
{
    public static readonly GroupId Group = GroupId.Default;

    private readonly ServiceProvider program;
    private readonly LocalOutbox outbox;
    private readonly ITables tables;
    private readonly IQueues queues;
    private readonly IBlobs blobs;
    private readonly DevClock devClock;
    private int replies;

    private Neighbourhood(ITables tables, IQueues queues, IBlobs blobs, VirtualClock clock)
    {
        (this.tables, this.queues, this.blobs, Clock) = (tables, queues, blobs, clock);
        outbox = new LocalOutbox(tables, WholeProgram.Settings);
        program = WholeProgram.Over(tables, queues, blobs, new Senders(outbox, outbox), Clock);
        var runner = program.GetRequiredService<FunctionRunner>();
        devClock = new DevClock(
            Clock,
            new Timers(WholeProgram.Functions, runner, tables),
            new QueueWork(queues, runner, WholeProgram.Functions, Clock, NullLogger<QueueWork>.Instance),
            WholeProgram.Functions);
    }

    public VirtualClock Clock { get; }

    public LocalOutbox Outbox => outbox;

    public InMemoryTables Tables => (InMemoryTables)tables;

    public InMemoryQueues Queues => (InMemoryQueues)queues;

    public InMemoryBlobs Blobs => (InMemoryBlobs)blobs;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <param name="faults">What goes wrong in the tables.</param>
    public static async Task<Neighbourhood> OpenAsync(Faults? faults = null)
    {
        var clock = new VirtualClock(Moments.Monday);
        return await OpenOverAsync(new InMemoryTables(faults), new InMemoryQueues(clock), new InMemoryBlobs(), clock);
    }

    /// <summary>Over stores of another kind. What looks into stores in memory cannot be asked for then.</summary>
    public static async Task<Neighbourhood> OpenOverAsync(ITables tables, IQueues queues, IBlobs blobs, VirtualClock clock)
    {
        var neighbourhood = new Neighbourhood(tables, queues, blobs, clock);
        await neighbourhood.Get<GroupStore>().SaveAsync(new Group { Id = Group, Name = "De buurt", Language = "nl" }, default);
        await neighbourhood.DrainAsync();
        return neighbourhood;
    }

    public T Get<T>()
        where T : notnull => program.GetRequiredService<T>();

    public async Task<Meeting> PlanAsync(int? capacity = null, int inDays = 10, int quota = 3)
    {
        var startsAt = Now.Date.AddDays(inDays).AddHours(18);
        var draft = new MeetingDraft(
            "Buurtavond", "avond", Audience.Residents, null, new DateTimeOffset(startsAt, TimeSpan.Zero), new DateTimeOffset(startsAt.AddHours(2), TimeSpan.Zero), "Het Trefpunt",
            capacity, "Noor", "0612345678", [], quota, null);
        return (await Get<CreateMeeting>().HandleAsync(Group, draft, default)).Meeting!;
    }

    /// <summary>A contact card with one number, for everybody or for a street.</summary>
    public Task FillCardAsync(string? place = null) => Get<CardStore>().SaveAsync(
        Group, new CardEntry { Id = CardEntry.NewId(Now), Name = "Buurthuis", Phone = "0612000031", Owner = "Noor", Place = place, CheckedOn = DateOnly.FromDateTime(Now.Date) }, default);

    /// <param name="rows">As "naam;mobiel;email".</param>
    public Task<UploadedList> ImportAsync(Meeting meeting, params string[] rows) => ImportTextAsync(meeting, "naam;mobiel;email\n" + string.Join('\n', rows));

    /// <param name="csv">With its own headings.</param>
    public async Task<UploadedList> ImportTextAsync(Meeting meeting, string csv)
    {
        var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var list = await Get<UploadList>().HandleAsync(new UploadListCommand(Group, meeting.Id, "lijst.csv", content, Basis.Consent, "markt", "nl"), default);
        await DrainAsync();
        return (await Get<ListStore>().FindAsync(Group, list.Id, default))!.Value;
    }

    /// <summary>Uploads a list and presses send.</summary>
    public async Task InviteAsync(Meeting meeting, params string[] rows)
    {
        await ImportAsync(meeting, rows);
        await Get<SendInvitations>().HandleAsync(Group, meeting.Id, null, default);
        await DrainAsync();
    }

    /// <summary>A resident sends an SMS, or an e-mail when it comes from an address.</summary>
    public async Task ReplyAsync(string from, string text, string? id = null, DateTimeOffset? at = null)
    {
        var kind = from.Contains('@', StringComparison.Ordinal) ? InboundKind.Email : InboundKind.Sms;
        await InboundAsync(new InboundEvent(kind, id ?? $"in{++replies}", from, null, text, at ?? Now));
    }

    public async Task InboundAsync(InboundEvent inbound)
    {
        await queues.SendAsync(QueueNames.Inbound, RowJson.WriteText(new InboundBatch([inbound])), TimeSpan.Zero, default);
        await DrainAsync();
    }

    /// <summary>Moves the clock, firing the timers that fall due in order and draining the queues after each.</summary>
    public Task AdvanceAsync(TimeSpan span) => devClock.AdvanceAsync(span, default);

    public Task AdvanceToAsync(DateTimeOffset moment) => AdvanceAsync(moment - Now);

    public Task DrainAsync() => devClock.DrainAsync(default);

    public async Task AttendAsync(Meeting meeting, string phone) =>
        await Get<MarkAttendance>().HandleAsync(Group, meeting.Id, (await WhoIsAsync(phone))!.Id, attended: true, came: null, default);

    public async Task<NominateOutcome> NominateAsync(Meeting meeting, string nominator, string phone, string? name = null)
    {
        var outcome = await Get<Nominate>().HandleAsync(
            new NominateCommand(Group, (await WhoIsAsync(nominator))!.Id, meeting.Id, Candidate(name, phone), MayNameMe: true, Agreed: true), default);
        await DrainAsync();
        return outcome;
    }

    public static Candidate Candidate(string? name, string? phone = null, string? email = null)
    {
        Assert.Null(new CandidateForm(name, phone, email, null).TryRead(WholeProgram.Settings.Countries, phone is not null || email is not null, out var candidate));
        return candidate;
    }

    public static ContactHash HashOf(string contact) => contact.Contains('@', StringComparison.Ordinal)
        ? WholeProgram.Hasher.Of(Group, new EmailAddress(contact))
        : WholeProgram.Hasher.Of(Group, new PhoneNumber(contact));

    /// <summary>What this number or address got, oldest first.</summary>
    public async Task<IReadOnlyList<string>> SentToAsync(string to) => [.. (await outbox.ListAsync(to, default)).Select(m => m.Text)];

    public async Task<Person?> WhoIsAsync(string contact) =>
        await Get<PeopleStore>().FindAsync(Group, HashOf(contact), default) is { } row ? (await Get<PeopleStore>().FindAsync(Group, row.Value.Person, default))?.Value : null;

    public async Task<Invitation?> InvitationAsync(Meeting meeting, string contact) =>
        await WhoIsAsync(contact) is { } person ? (await Get<PeopleStore>().FindAsync(Group, meeting.Id, person.Id, default))?.Value : null;

    public IReadOnlyList<Invitation> Invitations(Meeting meeting) => Rows<Invitation>($"inv|{meeting.Id}|");

    public IReadOnlyList<T> Rows<T>(string prefix, string table = TableNames.People)
        where T : IStored<T> =>
        [.. Tables.Dump(table).Where(r => r.Row.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(r => RowJson.Read<T>(r.Row.Json))];

    public async Task<FunnelCounts> FunnelAsync(Meeting meeting)
    {
        Assert.Empty((await Get<Recount>().HandleAsync(Group, repair: false, default))!.SelectMany(counted => counted.Differences));
        return MeetingFunnel.Of(await Get<Tallies>().SumAsync(Group, meeting.Id, default)).Total;
    }

    public void Dispose()
    {
        devClock.Dispose();
        program.Dispose();
    }
}
