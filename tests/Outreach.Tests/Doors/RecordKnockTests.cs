using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Doors;

public sealed class RecordKnockTests : IAsyncLifetime
{
    private Neighbourhood neighbourhood = null!;
    private Meeting meeting = null!;
    private readonly Faults faults = new();
    private int taps;

    private GroupId Group => Neighbourhood.Group;

    public async ValueTask InitializeAsync()
    {
        neighbourhood = await Neighbourhood.OpenAsync(faults);
        meeting = await neighbourhood.PlanAsync();
    }

    public ValueTask DisposeAsync()
    {
        neighbourhood.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_yes_at_the_door_is_an_invitation_that_was_answered()
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();

        await KnockAsync(door, DoorOutcome.Yes, party: 3);

        var invitation = neighbourhood.Invitations(meeting).Single();
        Assert.Equal((Source.Door, Channel.Door, Reply.Yes, 3), (invitation.Source, invitation.Channel, invitation.Reply, invitation.Party));
        var funnel = await neighbourhood.FunnelAsync(meeting);
        Assert.Equal((1, 1, 1), (funnel.Invited, funnel.Delivered, funnel.Yes));
    }

    [Fact]
    public async Task The_same_tap_sent_again_changes_nothing()
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();

        for (var i = 0; i < 3; i++)
            await KnockAsync(door, DoorOutcome.Yes, party: 2, phone: "0612345601", id: "same");

        await neighbourhood.DrainAsync();
        Assert.Single(neighbourhood.Invitations(meeting));
        Assert.Single((await DoorAsync(door)).Knocks);
        Assert.Single(await neighbourhood.SentToAsync("+31612345601"));
    }

    [Fact]
    public async Task Numbers_given_at_doors_are_counted_with_those_on_forms_and_nothing_is_sent_beyond_the_limit()
    {
        var doors = await AddAsync("Kerkstraat 1-5 odd");
        await KnockAsync(doors[0], DoorOutcome.Yes, party: 1, phone: "0612345601", id: "one");
        await KnockAsync(doors[0], DoorOutcome.Yes, party: 1, phone: "0612345601", id: "one");
        var signUps = neighbourhood.Get<SignUps>();
        Assert.Equal(1, (await signUps.TodayAsync(Group, default)).Taken);
        for (var taken = 1; taken < SignUpDay.MaxPerMeeting; taken++)
            await signUps.TakeAsync(Group, AbuseLimit.Door, meeting.Id, new Candidate { Email = new EmailAddress("iris@buurt.example") }, default);

        await KnockAsync(doors[1], DoorOutcome.Yes, party: 2, phone: "0612345602");
        await neighbourhood.DrainAsync();

        Assert.Single(await neighbourhood.SentToAsync("+31612345601"));
        Assert.Empty(await neighbourhood.SentToAsync("+31612345602"));
        Assert.Equal(Reply.Yes, (await neighbourhood.InvitationAsync(meeting, "+31612345602"))!.Reply);
        Assert.Equal(1, (await signUps.TodayAsync(Group, default)).Held);
    }

    [Fact]
    public async Task A_tap_that_was_cut_off_is_done_when_it_is_sent_again()
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();
        // What is left when the program was killed between keeping the tap and doing what it means.
        var store = neighbourhood.Get<DoorStore>();
        var stored = (await store.FindAsync(Group, meeting.Id, door.Id, default))!;
        await store.SaveAsync(Group, stored, stored.Value.Note(new Knock("cut", 1, neighbourhood.Now, DoorOutcome.Yes) { Party = 1 }), default);

        await KnockAsync(door, DoorOutcome.Yes, party: 1, id: "cut");

        Assert.Equal(Reply.Yes, neighbourhood.Invitations(meeting).Single().Reply);
    }

    [Fact]
    public async Task What_was_tapped_without_network_does_not_overtake_what_they_have_said_since()
    {
        await neighbourhood.InviteAsync(meeting, "Ann;0612345601;");
        var door = (await AddAsync("Kerkstraat 1")).Single();
        var rung = neighbourhood.Now;
        await neighbourhood.AdvanceAsync(TimeSpan.FromHours(1));
        await neighbourhood.ReplyAsync("+31612345601", "nee");
        await neighbourhood.AdvanceAsync(TimeSpan.FromHours(1));

        await KnockAsync(door, DoorOutcome.Yes, party: 2, phone: "0612345601", at: rung);

        Assert.Equal(Reply.No, (await neighbourhood.InvitationAsync(meeting, "+31612345601"))!.Reply);
    }

    [Theory]
    [InlineData(DoorOutcome.Yes)]
    [InlineData(DoorOutcome.Never)]
    public async Task What_was_said_at_a_door_counts_although_another_phone_noted_nobody_there_later(DoorOutcome said)
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();
        var rung = neighbourhood.Now;
        await neighbourhood.AdvanceAsync(TimeSpan.FromMinutes(5));
        await KnockAsync(door, DoorOutcome.Nobody);

        await KnockAsync(door, said, party: said is DoorOutcome.Yes ? 3 : 0, at: rung);

        Assert.Equal(said is DoorOutcome.Yes ? 1 : 0, neighbourhood.Invitations(meeting).Count(invitation => invitation.Reply is Reply.Yes));
        Assert.Equal(said is DoorOutcome.Never, (await neighbourhood.Get<ReadDoors>().HandleAsync(Group, meeting.Id, default)).Single().IsStopped);
    }

    [Fact]
    public async Task A_number_given_at_the_door_counts_once_its_owner_answers()
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();

        await KnockAsync(door, DoorOutcome.Yes, party: 1, phone: "0612345601");
        await neighbourhood.DrainAsync();
        var (before, sent) = (await neighbourhood.WhoIsAsync("+31612345601"), await neighbourhood.SentToAsync("+31612345601"));
        await neighbourhood.ReplyAsync("+31612345601", "ja");

        Assert.Equal(Basis.Form, before!.Mobile!.Ground.Basis);
        Assert.Contains("Buurtavond", Assert.Single(sent), StringComparison.Ordinal);
        Assert.Equal(Basis.Consent, (await neighbourhood.WhoIsAsync("+31612345601"))!.Mobile!.Ground.Basis);
    }

    [Fact]
    public async Task A_number_that_said_stop_gets_nothing_and_the_yes_counts_by_the_address()
    {
        await neighbourhood.InviteAsync(await neighbourhood.PlanAsync(inDays: 5), "Bea;0612345601;");
        await neighbourhood.ReplyAsync("+31612345601", "stop");
        var sent = (await neighbourhood.SentToAsync("+31612345601")).Count;
        var door = (await AddAsync("Kerkstraat 1")).Single();
        var looked = 0;
        faults.Hook = (moment, operation, target) =>
            looked += moment is Moment.Before && operation == "QueryAsync" && target.StartsWith(TableNames.Suppressions, StringComparison.Ordinal) ? 1 : 0;

        await KnockAsync(door, DoorOutcome.Yes, party: 2, phone: "0612345601");
        faults.Hook = null;
        await neighbourhood.DrainAsync();

        Assert.Equal(1, looked);
        Assert.Equal(sent, (await neighbourhood.SentToAsync("+31612345601")).Count);
        Assert.Equal((Reply.Yes, 2), neighbourhood.Invitations(meeting).Select(i => (i.Reply, i.Party)).Single());
    }

    [Fact]
    public async Task A_number_of_somebody_with_another_name_or_house_changes_nothing_of_theirs()
    {
        await neighbourhood.ImportTextAsync(meeting, "naam;mobiel;straat;huisnummer;postcode\nOmar;0612345601;;;\nLies;0612345602;Laan;9;1234AB\n");
        await neighbourhood.Get<SendInvitations>().HandleAsync(Group, meeting.Id, null, default);
        await neighbourhood.DrainAsync();
        await neighbourhood.ReplyAsync("+31612345601", "nee");
        await neighbourhood.ReplyAsync("+31612345602", "ja met 4");
        var doors = await AddAsync("Kerkstraat 1-3 oneven 1234 AB");

        var named = await KnockAsync(doors[0], Yes(party: 2), "0612345601", "Petra Vos");
        var elsewhere = await KnockAsync(doors[1], Yes(party: 1), "0612345602", "");

        Assert.Equal((KnockOutcome.OthersNumber, KnockOutcome.OthersNumber), (named, elsewhere));
        Assert.Equal(Reply.No, (await neighbourhood.InvitationAsync(meeting, "+31612345601"))!.Reply);
        Assert.Equal((Reply.Yes, 4), await neighbourhood.InvitationAsync(meeting, "+31612345602") is { } lies ? (lies.Reply, lies.Party) : default);
        Assert.Equal([1, 2], neighbourhood.Invitations(meeting).Where(i => i.Source is Source.Door).Select(i => i.Party).Order());
    }

    [Fact]
    public async Task Whoever_said_stop_and_says_yes_at_the_door_is_told_that_they_are_not_on_the_list()
    {
        await neighbourhood.ImportTextAsync(meeting, "naam;mobiel;straat;huisnummer;postcode\nEls;0612345601;Kerkstraat;1;1234AB\n");
        await neighbourhood.ReplyAsync("+31612345601", "stop");
        var door = (await AddAsync("Kerkstraat 1 1234 AB")).Single();

        Assert.Equal(KnockOutcome.Stopped, await KnockAsync(door, Yes(party: 2), null, "Els"));
    }

    [Fact]
    public async Task Whoever_opens_and_says_no_stays_an_address()
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();

        await KnockAsync(door, DoorOutcome.No);

        Assert.Empty(neighbourhood.Invitations(meeting));
        Assert.Equal(1, (await ResultsAsync()).Total.No);
    }

    [Fact]
    public async Task A_wrong_tap_is_corrected_by_the_next_and_frees_the_place()
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();

        await KnockAsync(door, DoorOutcome.Yes, party: 2);
        await neighbourhood.AdvanceAsync(TimeSpan.FromMinutes(1));
        await KnockAsync(door, DoorOutcome.Nobody);

        Assert.Equal(Reply.No, neighbourhood.Invitations(meeting).Single().Reply);
        Assert.Equal((1, 0), ((await ResultsAsync()).Total.Nobody, (await ResultsAsync()).Total.Yes));
    }

    [Theory]
    [InlineData(DoorOutcome.Nobody, Reply.Yes)]
    [InlineData(DoorOutcome.Letter, Reply.Yes)]
    [InlineData(DoorOutcome.No, Reply.No)]
    public async Task In_a_later_round_only_a_no_takes_back_a_yes(DoorOutcome later, Reply reply)
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();

        await KnockAsync(door, DoorOutcome.Yes, party: 2);
        await neighbourhood.AdvanceAsync(TimeSpan.FromHours(8));
        await KnockAsync(door, later, round: 2);

        Assert.Equal(reply, neighbourhood.Invitations(meeting).Single().Reply);
    }

    [Fact]
    public async Task A_wrong_yes_of_a_later_round_is_corrected_in_it()
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();

        await KnockAsync(door, DoorOutcome.Maybe);
        await neighbourhood.AdvanceAsync(TimeSpan.FromHours(8));
        await KnockAsync(door, DoorOutcome.Yes, party: 2, round: 2);
        await neighbourhood.AdvanceAsync(TimeSpan.FromMinutes(1));
        await KnockAsync(door, DoorOutcome.Nobody, round: 2);

        Assert.Equal(Reply.No, neighbourhood.Invitations(meeting).Single().Reply);
    }

    [Fact]
    public async Task A_tap_that_arrives_late_does_not_undo_a_later_one()
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();

        await KnockAsync(door, DoorOutcome.Yes, party: 2);
        await KnockAsync(door, DoorOutcome.Nobody, at: neighbourhood.Now.AddMinutes(-10));

        Assert.Equal(DoorOutcome.Yes, (await DoorAsync(door)).Last!.Outcome);
        Assert.Equal(Reply.Yes, neighbourhood.Invitations(meeting).Single().Reply);
    }

    [Fact]
    public async Task Whoever_is_not_home_is_rung_at_in_three_rounds_and_no_more()
    {
        var door = (await AddAsync("Kerkstraat 1")).Single();

        List<int?> rounds = [];
        for (var round = 1; round <= 3; round++)
        {
            rounds.Add((await DoorAsync(door)).NextRound);
            await KnockAsync(door, DoorOutcome.Nobody, round: round);
        }

        Assert.Equal([1, 2, 3], rounds);
        Assert.Null((await DoorAsync(door)).NextRound);
        Assert.Equal([1, 1, 1], (await ResultsAsync()).By["round"].Values.Select(counts => counts.Nobody));
    }

    [Fact]
    public async Task Not_again_stops_the_address_for_every_meeting_and_on_paper()
    {
        await neighbourhood.ImportTextAsync(await neighbourhood.PlanAsync(inDays: 12), "naam;straat;huisnummer;postcode\nEls;Kerkstraat;1;1234AB\n");
        var door = (await AddAsync("Kerkstraat 1")).Single();

        await KnockAsync(door, DoorOutcome.Never);

        var later = await neighbourhood.PlanAsync(inDays: 20);
        var again = await neighbourhood.ImportTextAsync(later, "naam;straat;huisnummer;postcode\nIemand;Kerkstraat;1;1234AB\n");
        var added = await neighbourhood.Get<AddDoors>().HandleAsync(Group, later.Id, "", [new NewDoor(new Address("Kerkstraat", "1", null, "1234 AB", null), [])], default);
        Assert.Equal((1, 0), (again.Suppressed, again.Accepted));
        Assert.Equal((0, 1), (added.Added, added.Stopped));
        Assert.All(neighbourhood.Rows<Person>("person|"), person => Assert.NotNull(person.StoppedAt));
    }

    [Fact]
    public async Task Not_again_leaves_the_answer_of_who_comes_as_it_is_but_sends_no_paper_there()
    {
        await neighbourhood.ImportTextAsync(meeting, "naam;mobiel;straat;huisnummer;postcode\nEls;0612345601;Kerkstraat;1;1234AB\n");
        await neighbourhood.Get<SendInvitations>().HandleAsync(Group, meeting.Id, null, default);
        await neighbourhood.DrainAsync();
        await neighbourhood.ReplyAsync("+31612345601", "ja");
        var door = (await AddAsync("Kerkstraat 1 1234 AB")).Single();

        await KnockAsync(door, DoorOutcome.Never);

        var els = (await neighbourhood.WhoIsAsync("+31612345601"))!;
        Assert.Equal(Reply.Yes, (await neighbourhood.InvitationAsync(meeting, "+31612345601"))!.Reply);
        Assert.Null(els.StoppedAt);
        Assert.False(ChannelOrder.Reaches(els, Channel.Letter));
        Assert.True(ChannelOrder.Reaches(els, Channel.Sms));
    }

    [Fact]
    public async Task The_neighbours_of_who_wants_no_more_are_rung_at_as_before()
    {
        var doors = await AddAsync("Kerkstraat 1-5 oneven");

        await KnockAsync(doors[0], DoorOutcome.Never);

        Assert.Equal(["3", "5"], (await neighbourhood.Get<ReadDoors>().HandleAsync(Group, meeting.Id, default)).Where(door => door.NextRound is not null).Select(door => door.Address.HouseNumber));
    }

    [Fact]
    public async Task The_same_street_added_twice_is_walked_once()
    {
        await AddAsync("Kerkstraat 1-5 oneven");

        var doors = await AddAsync("Kerkstraat 1-7 oneven 1234 AB");

        Assert.Equal(["1", "3", "5", "7"], doors.Select(door => door.Address.HouseNumber));
    }

    [Fact]
    public async Task Results_are_told_by_round_hour_street_and_pair()
    {
        var doors = await AddAsync("Kerkstraat 1-3 oneven\nLaan 2");

        await KnockAsync(doors[0], DoorOutcome.Yes, party: 3, pair: 1);
        await KnockAsync(doors[1], DoorOutcome.Nobody, pair: 1);
        await KnockAsync(doors[2], DoorOutcome.Spoke, pair: 2);
        await neighbourhood.AdvanceAsync(TimeSpan.FromHours(8));
        await KnockAsync(doors[1], DoorOutcome.Maybe, round: 2, pair: 1);

        var results = await ResultsAsync();
        Assert.Equal((3, 0, 3), (results.Addresses, results.Left, results.Total.People));
        Assert.Equal([3, 1], results.By["round"].Values.Select(counts => counts.Rung));
        Assert.Equal([2, 1], results.By["street"].Values.Select(counts => counts.Rung));
        Assert.Equal([3, 1], results.By["pair"].Values.Select(counts => counts.Rung));
        Assert.Equal(2, results.By["hour"].Count);
    }

    [Theory]
    [InlineData(DoorOutcome.No)]
    [InlineData(DoorOutcome.Spoke)]
    public async Task What_one_of_two_people_at_a_door_says_is_not_the_answer_of_the_other(DoorOutcome outcome)
    {
        await neighbourhood.ImportAsync(meeting, "Ann;0612345601;", "Bob;0612345602;");
        var (ann, bob) = (await neighbourhood.WhoIsAsync("+31612345601"), await neighbourhood.WhoIsAsync("+31612345602"));
        await neighbourhood.Get<AddDoors>().HandleAsync(Group, meeting.Id, "both", [new NewDoor(new Address("Kerkstraat", "1", null, "", null), [ann!.Id, bob!.Id])], default);
        var door = (await neighbourhood.Get<DoorStore>().OfAsync(Group, meeting.Id, default)).Single().Value;

        await PickAsync(door, ann, DoorOutcome.Yes);
        await PickAsync(door, bob, outcome);

        Assert.Equal(Reply.Yes, (await neighbourhood.InvitationAsync(meeting, "+31612345601"))!.Reply);
        Assert.Equal(outcome is DoorOutcome.No ? Reply.No : Reply.None, (await neighbourhood.InvitationAsync(meeting, "+31612345602"))!.Reply);

        await PickAsync(door, bob, DoorOutcome.Yes);
        Assert.Equal(Reply.Yes, (await neighbourhood.InvitationAsync(meeting, "+31612345602"))!.Reply);
    }

    private Task<KnockOutcome> PickAsync(Door door, Person who, DoorOutcome outcome) => neighbourhood.Get<RecordKnock>().HandleAsync(
        new KnockCommand(Group, meeting.Id, door.Id, new Knock($"tap{++taps}", 1, neighbourhood.Now, outcome) { Party = 1 }, who.Id, new Candidate()), default);

    private async Task<IReadOnlyList<Door>> AddAsync(string typed)
    {
        var (addresses, problems) = TypedStreets.Read(typed, CountryRules.Dutch);
        Assert.Empty(problems);
        await neighbourhood.Get<AddDoors>().HandleAsync(Group, meeting.Id, typed, [.. addresses.Select(address => new NewDoor(address, []))], default);
        return [.. (await neighbourhood.Get<DoorStore>().OfAsync(Group, meeting.Id, default)).Select(door => door.Value)];
    }

    private async Task<Door> DoorAsync(Door door) => (await neighbourhood.Get<DoorStore>().FindAsync(Group, meeting.Id, door.Id, default))!.Value;

    private async Task<DoorResults> ResultsAsync() =>
        DoorResults.Of(await neighbourhood.Get<ReadDoors>().HandleAsync(Group, meeting.Id, default), neighbourhood.Get<Settings>());

    private async Task KnockAsync(Door door, DoorOutcome outcome, int party = 0, int round = 1, int pair = 1, string? phone = null, string? id = null, DateTimeOffset? at = null)
    {
        var knock = new Knock(id ?? $"tap{++taps}", round, at ?? neighbourhood.Now, outcome) { Party = party, Pair = pair };
        Assert.Equal(KnockOutcome.Noted, await KnockAsync(door, knock, phone, ""));
    }

    private Task<KnockOutcome> KnockAsync(Door door, Knock knock, string? phone, string name) => neighbourhood.Get<RecordKnock>().HandleAsync(
        new KnockCommand(Group, meeting.Id, door.Id, knock, null, phone is null && name.Length == 0 ? new Candidate() : Neighbourhood.Candidate(name, phone)), default);

    private Knock Yes(int party) => new($"tap{++taps}", 1, neighbourhood.Now, DoorOutcome.Yes) { Party = party };
}
