using Outreach.Storage;

namespace Outreach.Meetings;

/// <param name="Since">When this person said yes: the order of the waiting list.</param>
public sealed record Seat(PersonId Person, int Party, DateTimeOffset Since);

/// <summary>
/// Who has a place and who waits, in one row for the meeting, so that two people never get the last place.
/// Only for meetings with a capacity. Pure; the caller saves it against its version.
/// </summary>
public sealed record Seats
{
    public IReadOnlyList<Seat> Holders { get => field ?? []; init; }

    public IReadOnlyList<Seat> Waiting { get => field ?? []; init; }

    /// <summary>Moved up from the line, but not told yet: whoever saves this next tells them.</summary>
    public IReadOnlyList<PersonId> Untold { get => field ?? []; init; }

    public bool Has(PersonId person) => Holders.Any(seat => seat.Person == person);

    public bool IsWaiting(PersonId person) => Waiting.Any(seat => seat.Person == person);

    /// <summary>Gives places to a party, or puts it at the end of the line. Asking again with the same party changes nothing.</summary>
    public Seats Ask(PersonId person, int party, int capacity, DateTimeOffset now)
    {
        var since = Holders.Concat(Waiting).FirstOrDefault(seat => seat.Person == person);
        if (since is not null && since.Party == party)
            return this;

        var others = Without(person);
        var seat = new Seat(person, party, since?.Since ?? now);
        var fits = others.Holders.Sum(s => s.Party) + party <= capacity;
        // A party that had its places keeps its turn; a new one stands behind those who wait already.
        var seats = fits && (others.Waiting.Count == 0 || Has(person))
            ? others with { Holders = [.. others.Holders, seat] }
            : others with { Waiting = [.. others.Waiting.Append(seat).OrderBy(s => s.Since)] };
        return seats.MoveUp(capacity);
    }

    /// <summary>After these people were told that they have a place.</summary>
    public Seats Told(IReadOnlyList<PersonId> people) => this with { Untold = [.. Untold.Except(people)] };

    /// <summary>Frees the places of a person and lets the first who fit move up.</summary>
    public Seats Free(PersonId person, int capacity) => Has(person) || IsWaiting(person) ? Without(person).MoveUp(capacity) : this;

    /// <summary>Moves up those at the head of the line as long as they fit. Nobody is overtaken: a large party keeps its turn.</summary>
    public Seats MoveUp(int capacity)
    {
        var seats = this;
        while (seats.Waiting is [var first, ..] && seats.Holders.Sum(s => s.Party) + first.Party <= capacity)
            seats = seats with { Holders = [.. seats.Holders, first], Waiting = [.. seats.Waiting.Skip(1)], Untold = [.. seats.Untold, first.Person] };
        return seats;
    }

    private Seats Without(PersonId person) => this with
    {
        Holders = [.. Holders.Where(seat => seat.Person != person)],
        Waiting = [.. Waiting.Where(seat => seat.Person != person)],
        Untold = [.. Untold.Where(untold => untold != person)],
    };
}
