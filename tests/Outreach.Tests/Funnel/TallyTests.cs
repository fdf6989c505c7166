using Outreach.Languages;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Funnel;

public sealed class TallyTests
{
    private static readonly Invitation Sent = An.Invitation with { Delivery = Delivery.Sent, SentAt = Moments.Monday };

    [Fact]
    public void A_walk_in_was_never_invited() => Assert.Equal([Milestone.Attended], Of(An.Invitation with { Attendance = Attendance.Attended }));

    [Fact]
    public void An_answer_proves_that_the_invitation_arrived() =>
        Assert.Equal([Milestone.Invited, Milestone.Delivered, Milestone.Replied, Milestone.Yes], Of(Sent with { Reply = Reply.Yes, Party = 2 }));

    [Fact]
    public void Somebody_on_the_waiting_list_does_not_count_as_a_yes() =>
        Assert.Equal([Milestone.Invited, Milestone.Delivered, Milestone.Replied, Milestone.Waiting], Of(Sent with { Reply = Reply.Yes, Waiting = true }));

    [Fact]
    public void A_failure_is_counted_until_somebody_answers_after_all()
    {
        Assert.Contains(Milestone.Failed, Of(Sent with { Delivery = Delivery.PermanentFailure }));
        Assert.DoesNotContain(Milestone.Failed, Of(Sent with { Delivery = Delivery.TemporaryFailure, Reply = Reply.Yes }));
    }

    [Fact]
    public void A_recount_is_the_tally_whatever_happened()
    {
        var chance = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var (tally, invitations) = (Tally.Empty, new Dictionary<int, Invitation>());
            for (var step = 0; step < 60; step++)
            {
                var who = chance.Next(6);
                var before = invitations.GetValueOrDefault(who);
                var after = before is not null && chance.Next(6) == 0 ? null : Some(chance);
                tally.Add(before, after);
                if (after is null)
                    invitations.Remove(who);
                else
                    invitations[who] = after;
            }

            var recount = Tally.Empty;
            foreach (var invitation in invitations.Values)
                recount.Add(null, invitation);
            Assert.True(recount.Same(tally));
            Assert.DoesNotContain(tally.By.Values, counts => counts.Any(n => n < 0));
        }
    }

    private static Invitation Some(Random chance) => An.Invitation with
    {
        Channel = (Outreach.Contacts.Channel)chance.Next(5),
        Wave = chance.Next(3),
        Delivery = (Delivery)chance.Next(9),
        SentAt = chance.Next(2) == 0 ? null : Moments.Monday,
        Reply = (Reply)chance.Next(6),
        Waiting = chance.Next(4) == 0,
        Attendance = (Attendance)chance.Next(3),
        Nominations = chance.Next(3),
    };

    private static IEnumerable<Milestone> Of(Invitation invitation) => Enum.GetValues<Milestone>().Where(m => (Milestones.Of(invitation) & (1 << (int)m)) != 0);
}
