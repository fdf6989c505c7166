using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Operating;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Operating;

public sealed class SweepTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task A_quiet_group_costs_a_page_for_each_shard_one_for_its_lists_and_one_for_the_groups()
    {
        var faults = new Faults();
        using var here = await Neighbourhood.OpenAsync(faults);
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;", "Bo;0622222222;");
        await here.DrainAsync();
        var calls = new List<string>();
        faults.Hook = (moment, operation, _) =>
        {
            if (moment is Moment.Before)
                calls.Add(operation);
        };

        Assert.Equal(0, await here.Get<Sweep>().HandleAsync(default));

        Assert.Equal(Enumerable.Repeat("QueryAsync", Shard.Count + 2), calls);
    }

    [Fact]
    public void Unfinished_work_has_its_keys_in_one_range_and_nothing_else_is_in_it()
    {
        var (person, meeting) = (An.Person.Id, An.Meeting.Id);
        string[] unfinished = [RowKeys.Outbox("job"), RowKeys.OwedJoining(person), RowKeys.OwedRemoval(person)];
        string[] others =
        [
            RowKeys.Person(person), RowKeys.Joined(person), RowKeys.Invitation(meeting, person), RowKeys.Messages(person), RowKeys.Seen(person, "step"), RowKeys.Contacts,
            RowKeys.Nomination(meeting, person, new ContactHash("00")), RowKeys.Tally(meeting), RowKeys.InboxNotice, RowKeys.LimitNotice(AbuseLimit.Door),
        ];

        Assert.All(unfinished, key => Assert.True(IsIn(key), key));
        Assert.All(others, key => Assert.False(IsIn(key), key));

        static bool IsIn(string key) =>
            string.CompareOrdinal(RowKeys.Unfinished.From, key) <= 0 && string.CompareOrdinal(key, RowKeys.Unfinished.To) < 0;
    }

    [Fact]
    public async Task What_an_older_version_left_without_a_note_is_found_at_night()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "verkeerd nummer");
        var (ann, bo) = ((await here.WhoIsAsync(Ann))!, (await here.WhoIsAsync("+31622222222"))!);
        await MoveAsync(here, RowKeys.OwedRemoval(ann.Id), $"wrong|{ann.Id}", Shard.Of(Neighbourhood.Group, ann.Id));
        var id = PersonId.New(5, here.Now);
        var gone = new Joined(id, bo.Id, JoiningRow.ByHand) { Was = An.Person with { Id = id, Mobile = null, Email = An.Contact("bo@post.example", Basis.Form) } };
        await here.Tables.SubmitAsync(
            TableNames.People, Shard.Of(Neighbourhood.Group, gone.From).Partition, [Operation.Insert(RowKeys.Joined(gone.From), RowJson.Write(gone))], default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));
        Assert.NotNull((await here.WhoIsAsync(Ann))!.Mobile);

        await here.Get<Retain>().HandleAsync(default);

        Assert.Null((await here.Get<PeopleStore>().FindAsync(Neighbourhood.Group, ann.Id, default))!.Value.Mobile);
        Assert.Empty(here.Rows<ContactRow>("wrong|"));
        Assert.False(Assert.Single(here.Rows<Joined>("joined|")).IsUnderway);
        Assert.Equal("bo@post.example", (await here.Get<PeopleStore>().FindAsync(Neighbourhood.Group, bo.Id, default))!.Value.Email!.Value);
    }

    private static async Task MoveAsync(Neighbourhood here, string from, string to, Shard shard)
    {
        var row = (await here.Tables.GetAsync(TableNames.People, shard.Partition, from, default))!;
        await here.Tables.SubmitAsync(TableNames.People, shard.Partition, [Operation.Insert(to, row.Json), Operation.Delete(from, row.ETag)], default);
    }
}
