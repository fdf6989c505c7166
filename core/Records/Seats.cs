using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <param name="Since">When this person said yes: the order of the waiting list.</param>
public sealed record Seat(PersonId Person, int Party, DateTimeOffset Since);

/// <param name="Since">Somebody may be at work on it: others wait a while.</param>
public sealed record Unsettled(PersonId Person, DateTimeOffset Since);

/// <summary>
/// Who has a place and who waits, in one row for the meeting, so that two people never get the last place.
/// Only for meetings with a capacity. The caller saves it against its version.
/// </summary>
[JsonConverter(typeof(SeatsConverter))]
public sealed record Seats : IStored<Seats>
{
    static JsonTypeInfo<Seats> IStored<Seats>.Json => RecordsJson.Default.Seats;

    public IReadOnlyList<Seat> Holders { get => field ?? []; init; }

    public IReadOnlyList<Seat> Waiting { get => field ?? []; init; }

    /// <summary>Those whose place has just changed, until their invitation says the same (the use case that settles seats).</summary>
    public IReadOnlyList<Unsettled> Unsettled { get => field ?? []; init; }

    /// <summary>When those who said yes before there was a number of places were last given theirs.</summary>
    public DateTimeOffset SeatedAt { get; init; }

    public bool Has(PersonId person) => Holders.Any(seat => seat.Person == person);

    public bool IsWaiting(PersonId person) => Waiting.Any(seat => seat.Person == person);

    /// <summary>How many places somebody has, or waits for; null: neither.</summary>
    public int? PartyOf(PersonId person) => Holders.Concat(Waiting).FirstOrDefault(seat => seat.Person == person)?.Party;

    /// <summary>
    /// Gives a party its places, or adds it to the end of the waiting list. Asking again with the same party changes nothing. A party that has places keeps them when
    /// there is no room for more, and may always come with fewer.
    /// </summary>
    public Seats Ask(PersonId person, int party, int capacity, DateTimeOffset now)
    {
        var known = Holders.Concat(Waiting).FirstOrDefault(seat => seat.Person == person);
        if (known is not null && known.Party == party)
            return this;

        var others = Without(person);
        var seat = new Seat(person, party, known?.Since ?? now);
        var fits = others.Holders.Sum(s => s.Party) + party <= capacity;
        if (Has(person) && party > known!.Party && !fits)
            return this;
        // A new party comes after those who wait already.
        var seats = Has(person) || (fits && others.Waiting.All(s => s.Party > capacity))
            ? others with { Holders = [.. others.Holders, seat] }
            : others with { Waiting = [.. others.Waiting.Append(seat).OrderBy(s => s.Since)] };
        return seats.Unsettle(person, now).MoveUp(capacity, now);
    }

    /// <summary>The person's invitation says the same.</summary>
    public Seats Settle(PersonId person) => Unsettled.Any(u => u.Person == person) ? this with { Unsettled = [.. Unsettled.Where(u => u.Person != person)] } : this;

    /// <summary>Frees the places of a person and lets the first who fit move up.</summary>
    /// <param name="capacity">See <see cref="Meeting.CapacityForWaiting"/>.</param>
    public Seats Free(PersonId person, int capacity, DateTimeOffset now) =>
        Has(person) || IsWaiting(person) ? Without(person).Unsettle(person, now).MoveUp(capacity, now) : this;

    /// <summary>
    /// Moves up those at the head of the waiting list while they fit. Nobody is overtaken: a large party keeps its turn, unless it is larger than the room.
    /// </summary>
    public Seats MoveUp(int capacity, DateTimeOffset now)
    {
        var seats = this;
        while (seats.Waiting.FirstOrDefault(s => s.Party <= capacity) is { } first && seats.Holders.Sum(s => (long)s.Party) + first.Party <= capacity)
            seats = (seats with { Holders = [.. seats.Holders, first], Waiting = [.. seats.Waiting.Where(s => s != first)] }).Unsettle(first.Person, now);
        return seats;
    }

    /// <summary>
    /// Brings the places in line with everybody who says yes, after a time in which they were not counted. Whoever was told that they have places keeps them, even beyond
    /// the capacity; people who no longer come have none. Their reply is read again, because it may be changing at this moment; nothing changes for people already noted for that.
    /// </summary>
    /// <param name="promised">Those who were told that they have places.</param>
    /// <param name="waiting">Those who were told that they wait.</param>
    public Seats Keep(IReadOnlyCollection<Seat> promised, IReadOnlyCollection<Seat> waiting, DateTimeOffset now)
    {
        var known = Holders.Concat(Waiting).ToDictionary(seat => seat.Person);
        var underway = Unsettled.Select(u => u.Person).Where(known.ContainsKey).ToHashSet();
        var gone = known.Keys.Except(promised.Concat(waiting).Select(seat => seat.Person)).Except(underway);
        var seats = gone.Aggregate(this, (all, person) => all.Without(person).Unsettle(person, now));
        foreach (var seat in promised.Where(s => !underway.Contains(s.Person) && !(Has(s.Person) && PartyOf(s.Person) == s.Party)).OrderBy(s => s.Since))
        {
            var others = seats.Without(seat.Person);
            seats = (others with { Holders = [.. others.Holders, seat with { Since = known.GetValueOrDefault(seat.Person)?.Since ?? seat.Since }] }).Unsettle(seat.Person, now);
        }

        foreach (var seat in waiting.Where(s => !known.ContainsKey(s.Person)))
            seats = (seats with { Waiting = [.. seats.Waiting.Append(seat).OrderBy(s => s.Since)] }).Unsettle(seat.Person, now);
        return seats;
    }

    private Seats Without(PersonId person) => this with
    {
        Holders = [.. Holders.Where(seat => seat.Person != person)],
        Waiting = [.. Waiting.Where(seat => seat.Person != person)],
    };

    /// <summary>Their place has just changed, or is about to: whoever looks after a while brings it in line.</summary>
    public Seats Unsettle(PersonId person, DateTimeOffset now) => this with { Unsettled = [.. Settle(person).Unsettled, new Unsettled(person, now)] };
}
