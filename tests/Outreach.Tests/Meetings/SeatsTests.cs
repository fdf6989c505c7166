using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Meetings;

public sealed class SeatsTests
{
    private static readonly DateTimeOffset Now = Moments.Monday;
    private static readonly PersonId[] People = [.. Enumerable.Range(0, 8).Select(i => PersonId.New(i, Now))];

    [Fact]
    public void A_yes_beyond_the_capacity_waits_in_order()
    {
        var seats = new Seats().Ask(People[0], 2, 3, Now).Ask(People[1], 2, 3, Now).Ask(People[2], 1, 3, Now);

        Assert.Equal([People[0]], seats.Holders.Select(s => s.Person));
        Assert.Equal([People[1], People[2]], seats.Waiting.Select(s => s.Person));
    }

    [Fact]
    public void A_thousand_who_come_and_as_many_who_wait_fit_the_row_and_are_read_back()
    {
        var everybody = Enumerable.Range(0, 2 * Meeting.MaxCapacity).Select(i => PersonId.New(i % PersonId.ShardCount, Now)).ToList();
        var seats = new Seats
        {
            Holders = [.. everybody.Take(Meeting.MaxCapacity).Select((person, i) => new Seat(person, (i % Invitation.MaxParty) + 1, Now.AddSeconds(i)))],
            Waiting = [.. everybody.Skip(Meeting.MaxCapacity).Select((person, i) => new Seat(person, 1, Now.AddSeconds(i)))],
            Unsettled = [.. everybody.Select(person => new Unsettled(person, Now))],
            SeatedAt = Now,
        };

        var json = RowJson.Write(seats);
        RowRules.Check(TableNames.Meetings, "group", [Operation.Insert("seats", json)]);
        var read = RowJson.Read<Seats>(json);

        Assert.Equal(seats.Holders, read.Holders);
        Assert.Equal(seats.Waiting, read.Waiting);
        Assert.Equal(seats.Unsettled, read.Unsettled);
        Assert.Equal(Now, read.SeatedAt);
    }

    [Fact]
    public void Places_that_an_earlier_version_wrote_are_read()
    {
        const string Row = """{"holders":[{"person":"0a0j9bp2z800002","party":2,"since":"2026-03-02T10:00:00+00:00"}],"unsettled":[{"person":"0a0j9bp2z800002","since":"2026-03-02T10:00:00+00:00"}]}""";

        var read = RowJson.ReadText<Seats>(Row);

        Assert.Equal((2, Now, Now), (read.Holders.Single().Party, read.Holders.Single().Since, read.Unsettled.Single().Since));
        Assert.Empty(read.Waiting);
    }

    [Fact]
    public void A_freed_place_goes_to_the_first_who_must_hear_of_it()
    {
        var seats = new Seats().Ask(People[0], 1, 1, Now).Ask(People[1], 1, 1, Now).Settle(People[0]).Settle(People[1]);

        var after = seats.Free(People[0], 1, Now);

        Assert.True(after.Has(People[1]));
        Assert.Contains(after.Unsettled, u => u.Person == People[1]);
    }

    [Fact]
    public void A_party_larger_than_the_room_holds_nobody_up()
    {
        var seats = new Seats().Ask(People[0], 1, 2, Now).Ask(People[1], 3, 2, Now).Ask(People[2], 1, 2, Now).Ask(People[3], 1, 2, Now);

        Assert.Equal([People[0], People[2]], seats.Holders.Select(s => s.Person));
        Assert.Equal([People[0], People[3]], seats.Free(People[2], 2, Now).Holders.Select(s => s.Person));
    }

    [Fact]
    public void Asking_again_changes_nothing()
    {
        var seats = new Seats().Ask(People[0], 2, 3, Now);

        Assert.Same(seats, seats.Ask(People[0], 2, 3, Now.AddDays(1)));
    }

    [Fact]
    public void A_party_that_grows_beyond_the_places_keeps_those_it_had_and_nobody_moves_up()
    {
        var seats = new Seats().Ask(People[0], 2, 4, Now).Ask(People[1], 2, 4, Now).Ask(People[2], 1, 4, Now.AddHours(1));

        Assert.Same(seats, seats.Ask(People[0], 3, 4, Now.AddHours(2)));
    }

    [Fact]
    public void A_party_that_waits_and_grows_keeps_its_turn()
    {
        var seats = new Seats().Ask(People[0], 2, 2, Now).Ask(People[1], 1, 2, Now).Ask(People[2], 1, 2, Now.AddHours(1)).Ask(People[1], 2, 2, Now.AddHours(2));

        Assert.Equal([(People[1], 2), (People[2], 1)], seats.Waiting.Select(s => (s.Person, s.Party)));
    }

    [Fact]
    public void Whoever_comes_with_fewer_keeps_a_place_though_there_are_fewer_places_than_were_promised()
    {
        var seats = new Seats().Ask(People[0], 2, 4, Now).Ask(People[1], 2, 4, Now).Ask(People[0], 1, 2, Now.AddHours(1));

        Assert.Equal([(People[1], 2), (People[0], 1)], seats.Holders.Select(s => (s.Person, s.Party)));
    }

    [Fact]
    public void Whoever_is_known_to_change_their_answer_just_now_keeps_what_they_have_until_it_is_read_again()
    {
        var seats = new Seats().Ask(People[0], 2, 4, Now).Ask(People[1], 1, 4, Now).Settle(People[1]);

        var kept = seats.Keep([], [new Seat(People[2], 1, Now)], Now);

        Assert.Equal([(People[0], 2)], kept.Holders.Select(s => (s.Person, s.Party)));
        Assert.Equal([People[2]], kept.Waiting.Select(s => s.Person));
        Assert.Equal(People[..3].ToHashSet(), kept.Unsettled.Select(u => u.Person).ToHashSet());
    }

    [Fact]
    public void Where_everybody_has_the_places_that_they_were_told_nothing_changes()
    {
        var seats = new Seats().Ask(People[0], 2, 2, Now).Ask(People[1], 1, 2, Now).Settle(People[0]).Settle(People[1]);

        Assert.Same(seats, seats.Keep([.. seats.Holders], [.. seats.Waiting], Now));
    }

    [Fact]
    public void Whatever_is_asked_and_freed_nobody_has_two_places_and_none_is_given_twice()
    {
        var chance = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var (seats, capacity) = (new Seats(), chance.Next(1, 8));
            for (var step = 0; step < 40; step++)
            {
                var person = People[chance.Next(People.Length)];
                seats = chance.Next(3) == 0 ? seats.Free(person, capacity, Now) : seats.Ask(person, chance.Next(1, 4), capacity, Now.AddMinutes(step));
                var all = seats.Holders.Concat(seats.Waiting).Select(s => s.Person).ToList();
                Assert.Equal(all.Count, all.Distinct().Count());
                Assert.True(seats.Holders.Sum(s => s.Party) <= capacity);
                Assert.False(seats.Waiting is [var first, ..] && seats.Holders.Sum(s => s.Party) + first.Party <= capacity);
                Assert.True(seats.Waiting.Select(s => s.Since).SequenceEqual(seats.Waiting.Select(s => s.Since).Order()));
            }
        }
    }
}
