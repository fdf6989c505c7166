using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Privacy;

/// <summary>What was last done with somebody besides asking them to meetings.</summary>
/// <param name="IsHeardOf">By themselves, or they were there.</param>
/// <param name="IsUnderway">Something is still to be brought to them.</param>
internal readonly record struct Activity(DateTimeOffset Last, bool IsHeardOf = true, bool IsUnderway = false)
{
    public static Activity Of(WelcomePackage package) => new(
        new[] { package.At, package.StateAt, package.WelcomedAt, package.FollowedUpAt, package.InvitedAt, package.AskedToWelcomeAt, package.AnsweredAt, package.AnsweredNextAt }.Max()!.Value,
        IsHeardOf: (package.AnsweredAt ?? package.AnsweredNextAt) is not null,
        package.NeedsSomebody);

    public Activity And(Activity other) => new(Last > other.Last ? Last : other.Last, IsHeardOf || other.IsHeardOf, IsUnderway || other.IsUnderway);
}

/// <summary>
/// Whoever looks after a line of the contact card is heard of when they check it, whoever has a part in a meeting when it is held, and a new resident when they are
/// welcomed and when they answer.
/// </summary>
public sealed class ReadActivity(MeetingParts parts, CardStore cards, WelcomeStore welcomes)
{
    internal async Task<IReadOnlyDictionary<PersonId, Activity>> HandleAsync(GroupId group, IReadOnlyList<Meeting> meetings, CancellationToken ct)
    {
        var active = new Dictionary<PersonId, Activity>();
        foreach (var (line, _) in await cards.ListAsync(group, ct))
        {
            if (line.OwnerPerson is { } owner)
                Add(owner, new Activity(new DateTimeOffset(line.CheckedOn, TimeOnly.MinValue, TimeSpan.Zero)));
        }

        foreach (var meeting in meetings)
        {
            foreach (var (part, _) in await parts.ListAsync(group, meeting.Id, ct))
                Add(part.Person, new Activity(meeting.EndsAt));
        }

        foreach (var (package, _) in await welcomes.ListAsync(group, ct))
            Add(package.Person, Activity.Of(package));
        return active;

        void Add(PersonId person, Activity activity) => active[person] = active.TryGetValue(person, out var known) ? known.And(activity) : activity;
    }
}
