namespace Outreach.Records;

/// <summary>What has become of an invitation, as far as it is counted. The order is the order of the counts in a <see cref="Tally"/>.</summary>
public enum Milestone
{
    Invited,
    Delivered,
    Failed,
    Replied,
    Yes,
    No,
    Maybe,
    Waiting,
    Reminded,
    Attended,
    NoShow,
    Nominated,
}

public static class Milestones
{
    public static readonly int Count = Enum.GetValues<Milestone>().Length;

    /// <summary>
    /// The milestones an invitation has passed, as bits. An answer or a visit proves that the invitation arrived.
    /// A walk-in was never invited: they count as attended only.
    /// </summary>
    public static int Of(Invitation invitation)
    {
        var replied = invitation.Reply is not Reply.None;
        var invited = invitation.SentAt is not null || replied;
        var failed = invitation.Delivery is Delivery.PermanentFailure or Delivery.TemporaryFailure && !replied;
        var attended = invitation.Attendance is Attendance.Attended;
        var bits = 0;
        Set(ref bits, Milestone.Invited, invited);
        Set(ref bits, Milestone.Delivered, invited && (invitation.Delivery is Delivery.Delivered || replied || attended));
        Set(ref bits, Milestone.Failed, failed);
        Set(ref bits, Milestone.Replied, replied);
        Set(ref bits, Milestone.Yes, invitation.Reply is Reply.Yes && !invitation.Waiting);
        Set(ref bits, Milestone.No, invitation.Reply is Reply.No);
        Set(ref bits, Milestone.Maybe, invitation.Reply is Reply.Maybe);
        Set(ref bits, Milestone.Waiting, invitation.Waiting);
        Set(ref bits, Milestone.Reminded, invitation.RemindedAt is not null);
        Set(ref bits, Milestone.Attended, attended);
        Set(ref bits, Milestone.NoShow, invitation.Attendance is Attendance.NoShow);
        Set(ref bits, Milestone.Nominated, invitation.Nominations > 0);
        return bits;
    }

    /// <summary>Adds what an invitation has passed to counts in the order of <see cref="Milestone"/>.</summary>
    public static void AddTo(int[] counts, Invitation invitation)
    {
        var bits = Of(invitation);
        for (var i = 0; i < counts.Length; i++)
            counts[i] += (bits >> i) & 1;
    }

    private static void Set(ref int bits, Milestone milestone, bool passed)
    {
        if (passed)
            bits |= 1 << (int)milestone;
    }
}
