using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class SettleSeatsTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task A_stop_that_was_cut_off_before_it_freed_the_place_frees_it_all_the_same()
    {
        var faults = new Faults();
        using var here = await Neighbourhood.OpenAsync(faults);
        var meeting = await InviteAsync(here);
        await here.ReplyAsync(Ann, "ja");
        var ann = (await here.WhoIsAsync(Ann))!.Id;

        faults.Hook = (moment, operation, target) =>
        {
            if (moment is Moment.After && operation is "SubmitAsync" && target.StartsWith("People/", StringComparison.Ordinal))
                throw new IOException("The process is gone.");
        };
        await Assert.ThrowsAsync<IOException>(() => here.Get<OptOut>().HandleAsync(Neighbourhood.Group, ann, "provider", null, null, default));
        faults.Hook = null;
        Assert.Equal(Reply.Stop, (await here.InvitationAsync(meeting, Ann))!.Reply);
        await here.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Empty((await SeatsAsync(here, meeting)).Holders);
    }

    [Fact]
    public async Task A_place_that_came_free_while_it_was_looked_at_stays_with_who_has_it()
    {
        var faults = new Faults();
        using var here = await Neighbourhood.OpenAsync(faults);
        var meeting = await InviteAsync(here);
        await here.ReplyAsync(Ann, "ja");
        var ann = (await here.WhoIsAsync(Ann))!.Id;
        await PutAsync(here, meeting, ann, waits: true);

        faults.Hook = (moment, operation, target) =>
        {
            if (moment is not Moment.Before || operation is not "GetAsync" || !target.StartsWith("People/", StringComparison.Ordinal))
                return;
            faults.Hook = null;
            PutAsync(here, meeting, ann, waits: false).GetAwaiter().GetResult();
        };
        await here.Get<SettleSeats>().HandleAsync(Neighbourhood.Group, meeting, ann, default);

        Assert.Null(faults.Hook);
        Assert.False((await here.InvitationAsync(meeting, Ann))!.Waiting);
        Assert.True((await SeatsAsync(here, meeting)).Has(ann));
    }

    private static async Task<Meeting> InviteAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync(capacity: 1);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        return meeting;
    }

    private static async Task<Seats> SeatsAsync(Neighbourhood here, Meeting meeting) => (await here.Get<MeetingStore>().FindSeatsAsync(Neighbourhood.Group, meeting.Id, default))!.Value;

    /// <summary>The seats and the invitation, as whoever moved this person has left them.</summary>
    private static async Task PutAsync(Neighbourhood here, Meeting meeting, PersonId person, bool waits)
    {
        var (meetings, people) = (here.Get<MeetingStore>(), here.Get<PeopleStore>());
        var seat = new Seat(person, 1, here.Now);
        var stored = await meetings.FindSeatsAsync(Neighbourhood.Group, meeting.Id, default);
        await meetings.SaveSeatsAsync(Neighbourhood.Group, meeting.Id, stored, new Seats { Holders = waits ? [] : [seat], Waiting = waits ? [seat] : [] }, default);
        var invitation = (await people.FindAsync(Neighbourhood.Group, meeting.Id, person, default))!;
        var changes = new Changes(Shard.Of(Neighbourhood.Group, person));
        changes.Change(invitation, invitation.Value with { Waiting = waits });
        await people.SaveAsync(changes, default);
    }
}
