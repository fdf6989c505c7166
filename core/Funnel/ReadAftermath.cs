using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Somebody who named neighbours.</summary>
public sealed record Namer(Person Person, int Named);

/// <summary>What came of a meeting.</summary>
/// <param name="Parties">From the size of a party to how many parties of that size came.</param>
/// <param name="Named">How many neighbours were named, by <paramref name="Namers"/> and others.</param>
/// <param name="Namers">Those who named most.</param>
public sealed record Aftermath(IReadOnlyDictionary<int, int> Parties, int WalkIns, int Thanked, int Missed, int Named, IReadOnlyList<Namer> Namers)
{
    /// <summary>With whom they brought.</summary>
    public int People => Parties.Sum(party => party.Key * party.Value);
}

/// <summary>Reads what came of a meeting: its invitations, and the people who named most.</summary>
public sealed class ReadAftermath(PeopleStore people)
{
    private const int MaxNamers = 10;

    public async Task<Aftermath> HandleAsync(GroupId group, MeetingId meeting, CancellationToken ct)
    {
        var count = new Counting();
        foreach (var shard in Shard.All(group))
        {
            await foreach (var invitation in people.InvitationsAsync(shard, meeting, ct))
                count.Add(invitation.Value);
        }

        var namers = new List<Namer>();
        foreach (var (id, named) in count.Namers.OrderByDescending(namer => namer.Value).Take(MaxNamers))
        {
            if (await people.FindAsync(group, id, ct) is { } person)
                namers.Add(new Namer(person.Value, named));
        }

        return new Aftermath(count.Parties, count.WalkIns, count.Thanked, count.Missed, count.Namers.Values.Sum(), namers);
    }

    private sealed class Counting
    {
        public SortedDictionary<int, int> Parties { get; } = [];

        public Dictionary<PersonId, int> Namers { get; } = [];

        public int WalkIns { get; private set; }

        public int Thanked { get; private set; }

        public int Missed { get; private set; }

        public void Add(Invitation invitation)
        {
            if (invitation.Nominations > 0)
                Namers[invitation.Person] = invitation.Nominations;
            if (invitation.Attendance is not Attendance.Attended)
            {
                Missed += invitation is { Attendance: Attendance.NoShow, ThankedAt: not null } ? 1 : 0;
                return;
            }

            var party = Math.Max(1, invitation.Party);
            Parties[party] = Parties.GetValueOrDefault(party) + 1;
            WalkIns += invitation.Source is Source.WalkIn ? 1 : 0;
            Thanked += invitation.ThankedAt is null ? 0 : 1;
        }
    }
}
