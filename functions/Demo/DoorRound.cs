using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Demo;

/// <summary>Six pairs of volunteers ring at three hundred doors, twice: on a Saturday, and in the evening where nobody was home.</summary>
internal sealed class DoorRound(Stage stage, int seed)
{
    private const string Streets = "Brinkwal 1-99 oneven\nBrinkwal 2-100 even\nOude Haven 1-120\nSingelhof 1-80";
    private const int Pairs = 6;
    private static readonly string[] Spoken = ["ar", "ti", "pl"];

    public async Task PlanAsync(MeetingId meeting, CancellationToken ct)
    {
        var (addresses, _) = TypedStreets.Read(Streets, stage.Settings.Countries);
        await stage.Get<AddDoors>().HandleAsync(stage.Group, meeting, "Brinkwal, Oude Haven, Singelhof", [.. addresses.Select(address => new NewDoor(address, []))], ct);
        await stage.Get<DivideDoors>().HandleAsync(stage.Group, meeting, Pairs, ct);
    }

    /// <summary>At the end of the round all of it is typed over, or sent from phones that had no network.</summary>
    public async Task WalkAsync(MeetingId meeting, int round, CancellationToken ct)
    {
        var chance = new Random(seed + round);
        var doors = (await stage.Get<ReadDoors>().HandleAsync(stage.Group, meeting, ct)).Where(door => door.NextRound == round).ToList();
        foreach (var (index, door) in doors.Index())
        {
            var outcome = Draw(chance, round);
            var knock = new Knock($"demo-{round}-{index}", round, stage.Clock.Now.AddMinutes(-chance.Next(5, 170)), outcome)
            {
                Party = outcome is DoorOutcome.Yes ? chance.Next(10) switch { < 6 => 1, < 9 => 2, _ => 4 } : 0,
                Language = outcome is DoorOutcome.Language ? Spoken[chance.Next(Spoken.Length)] : null,
                Pair = door.Pair,
            };
            await stage.Get<RecordKnock>().HandleAsync(new KnockCommand(stage.Group, meeting, door.Id, knock, null, new Candidate()), ct);
        }
    }

    /// <summary>People who said yes to somebody's face mostly come.</summary>
    public async Task ArriveAsync(MeetingId meeting, CancellationToken ct)
    {
        var chance = new Random(seed);
        foreach (var (invitation, person) in (await stage.InvitationsAsync(meeting, ct)).Where(i => i.Invitation.Source is Source.Door).OrderBy(i => i.Person?.Address, Comparer<Address?>.Create((one, other) => Walk.Order.Compare(one!, other!))))
        {
            if (person is not null && invitation is { Reply: Reply.Yes, Waiting: false } && chance.Next(100) < 78)
                await stage.Get<MarkAttendance>().HandleAsync(stage.Group, meeting, invitation.Person, attended: true, invitation.Party, ct);
        }
    }

    private static DoorOutcome Draw(Random chance, int round) => chance.Next(100) switch
    {
        var roll when roll < (round == 1 ? 45 : 30) => DoorOutcome.Nobody,
        < 58 => DoorOutcome.Spoke,
        < 68 => DoorOutcome.Yes,
        < 75 => DoorOutcome.Maybe,
        < 88 => DoorOutcome.No,
        < 91 => DoorOutcome.Language,
        < 98 => DoorOutcome.Letter,
        _ => DoorOutcome.Never,
    };
}
