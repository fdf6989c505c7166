using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Nominations;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Demo;

/// <summary>The residents of the demo. They know only what reached them; what they do about it goes through the same doors as in life.</summary>
internal sealed class Crowd(Stage stage, Neighbourhood neighbourhood, int seed)
{
    /// <summary>What somebody has seen to already: the same message moves them once.</summary>
    private readonly HashSet<(string What, MeetingId Meeting, PersonId Person)> _moved = [];

    private readonly List<MeetingId> _meetings = [];

    /// <summary>Reads what reached everybody since the last time, and plans what they do about it.</summary>
    public async Task ReactAsync(MeetingId meeting, CancellationToken ct)
    {
        foreach (var (invitation, person) in (await stage.InvitationsAsync(meeting, ct)).OrderBy(i => KeyOf(i.Person), StringComparer.Ordinal))
        {
            if (person is null || neighbourhood.Find(KeyOf(person)) is not { } resident)
                continue;
            if (invitation is { SentAt: not null, Reply: Reply.None } && Once("asked", invitation))
                Plan(resident, invitation, Behaviour.ToInvitation(resident, Chance(resident, "asked", meeting), OnPaper(invitation), person.Wave > 0, CameBefore(person)));
            else if (invitation is { NudgedAt: not null, Reply: Reply.None } && Once("nudged", invitation))
                Plan(resident, invitation, Behaviour.ToNudge(resident, Chance(resident, "nudged", meeting)));
            if (invitation is { RemindedAt: not null, Reply: Reply.Yes } && Once("reminded", invitation) && Chance(resident, "reminded", meeting).Next(100) < 8)
                Plan(resident, invitation, new Reaction(Intent.No, 0, ByPage: true, TimeSpan.FromMinutes(50), ""));
            if (invitation is { ThankedAt: not null, Attendance: Attendance.Attended } && Once("thanked", invitation))
                PlanNominations(resident, invitation);
        }
    }

    /// <summary>People who asked something and got an answer often come after all.</summary>
    public void WasAnswered(InboxItem item)
    {
        if (item is not { Person: { } person, Meeting: { } meeting } || neighbourhood.Find(item.From) is not { } resident)
            return;
        var chance = resident.Chance(seed, $"answered|{item.At.UtcTicks}");
        if (chance.Next(100) < 45)
            stage.At(stage.Awake(stage.Clock.Now.AddMinutes(chance.Next(20, 300))), ct => stage.SayAsync(resident, Phrases.Say(resident.Language, Intent.Yes, 1, chance), ct));
    }

    /// <summary>The host ticks who comes in; a few of the early ones hand their code to a neighbour who comes along at once.</summary>
    public async Task ArriveAsync(MeetingId meeting, bool early, CancellationToken ct)
    {
        foreach (var (invitation, person) in (await stage.InvitationsAsync(meeting, ct)).OrderBy(i => KeyOf(i.Person), StringComparer.Ordinal))
        {
            if (person is null || invitation.Attendance is Attendance.Attended || neighbourhood.Find(KeyOf(person)) is not { } resident)
                continue;
            var chance = Chance(resident, "evening", meeting);
            var (comes, isEarly) = (chance.Next(100) < Likely(invitation), chance.Next(100) < 35);
            if (!comes || isEarly != early)
                continue;
            await stage.Get<MarkAttendance>().HandleAsync(stage.Group, meeting, invitation.Person, attended: true, came: null, ct);
            if (early && chance.Next(100) < 25)
                await BringAlongAsync(resident, invitation, chance, ct);
        }
    }

    public async Task WalkInAsync(MeetingId meeting, CancellationToken ct)
    {
        var chance = new Random(seed ^ stage.Clock.Now.DayOfYear);
        for (var i = 0; i < 3; i++)
            await stage.Get<WalkIn>().HandleAsync(new WalkInCommand(stage.Group, meeting, stage.Candidate(neighbourhood.DrawNeighbour(chance, "nl"))), ct);
    }

    private static int Likely(Invitation invitation) => invitation switch
    {
        { Reply: Reply.Yes, Waiting: false } => 78,
        { Reply: Reply.Maybe } => 20,
        _ => 0,
    };

    private async Task BringAlongAsync(Resident resident, Invitation invitation, Random chance, CancellationToken ct)
    {
        var passed = await stage.Get<PassOn>().HandleAsync(stage.Group, invitation.Person, invitation.Meeting, ct);
        var neighbour = neighbourhood.DrawNeighbour(chance, resident.Language);
        if (passed is NominateOutcome.PassedOn { Code: var code }
            && await stage.Get<AnswerPassedOn>().SentAsync(code, stage.Candidate(neighbour), 1, stage.Clock.Now, ct) is PassedOnOutcome.SignedUp joined)
            await stage.Get<MarkAttendance>().HandleAsync(stage.Group, joined.Invitation.Meeting, joined.Invitation.Person, attended: true, came: null, ct);
    }

    private void PlanNominations(Resident resident, Invitation invitation)
    {
        var chance = Chance(resident, "thanked", invitation.Meeting);
        var count = chance.Next(100) switch { < 40 => 0, < 65 => 1, < 85 => 2, _ => 3 };
        for (var i = 0; i < count; i++)
        {
            var neighbour = neighbourhood.DrawNeighbour(chance, resident.Language);
            var (byCode, answers, wait) = (chance.Next(100) < 60, chance.Next(100) < 75, TimeSpan.FromHours(chance.Next(1, 60)));
            stage.At(stage.Awake(stage.Clock.Now.AddMinutes(chance.Next(30, 2000))), ct => byCode
                ? PassOnAsync(invitation, answers ? neighbour : null, wait, ct)
                : stage.Get<Nominate>().HandleAsync(
                    new NominateCommand(stage.Group, invitation.Person, invitation.Meeting, stage.Candidate(neighbour) with { Address = null }, MayNameMe: true, Agreed: true), ct));
        }
    }

    private async Task PassOnAsync(Invitation invitation, Resident? neighbour, TimeSpan wait, CancellationToken ct)
    {
        if (await stage.Get<PassOn>().HandleAsync(stage.Group, invitation.Person, invitation.Meeting, ct) is not NominateOutcome.PassedOn { Code: var code } || neighbour is null)
            return;
        stage.At(stage.Awake(stage.Clock.Now + wait), token => stage.Get<AnswerPassedOn>().SentAsync(code, stage.Candidate(neighbour), 1, stage.Clock.Now, token));
    }

    private void Plan(Resident resident, Invitation invitation, Reaction reaction)
    {
        if (reaction.Intent is Intent.Silence)
            return;
        stage.At(stage.Awake(stage.Clock.Now + reaction.After), ct => reaction.ByPage || (resident.Phone ?? resident.Email) is null
            ? stage.Get<RecordReply>().HandleAsync(new ReplyCommand(stage.Group, invitation.Person, invitation.Meeting, ReplyOf(reaction.Intent), reaction.Party), ct)
            : stage.SayAsync(resident, reaction.Text, ct));
    }

    private static Reply ReplyOf(Intent intent) => intent switch
    {
        Intent.Yes => Reply.Yes,
        Intent.Maybe => Reply.Maybe,
        _ => Reply.No,
    };

    private static bool OnPaper(Invitation invitation) => invitation.Channel is Channel.Letter or Channel.Door or Channel.Call;

    private static bool CameBefore(Person person) => person.AskedToNominate.Count > 0;

    private bool Once(string what, Invitation invitation) => _moved.Add((what, invitation.Meeting, invitation.Person));

    private Random Chance(Resident resident, string what, MeetingId meeting)
    {
        // By their order: ids are random.
        if (!_meetings.Contains(meeting))
            _meetings.Add(meeting);
        return resident.Chance(seed, $"{what}|{_meetings.IndexOf(meeting)}");
    }

    private static string? KeyOf(Person? person) =>
        person is null ? null : person.Mobile?.Value ?? person.Email?.Value ?? $"{person.Name}|{person.Address?.Postcode}|{person.Address?.HouseNumber}";
}
