using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>The last that somebody heard from us.</summary>
public enum LastHeard
{
    /// <summary>About a meeting: whether they come is open, or settled.</summary>
    OfMeeting,

    /// <summary>It asked something besides the invitation, or told that another meeting is off.</summary>
    SomethingElse,

    /// <summary>It answered what they wrote, and asks nothing.</summary>
    AnAnswer,
}

/// <summary>A resident who wrote to a group, what it is about, and what they had heard from us.</summary>
/// <param name="Meetings">All of the group.</param>
/// <param name="Meeting">The one that it is about, when it is about one.</param>
public sealed record Writer(Group Group, Stored<Person> Person, IReadOnlyList<Meeting> Meetings, Meeting? Meeting)
{
    /// <summary>To the meeting, when it was read to find out which one that is.</summary>
    public Stored<Invitation>? Invitation { get; init; }

    /// <summary>They wrote the code of their letter, from whatever phone was at hand.</summary>
    public bool IsByCode { get; init; }

    /// <summary>The words of our messages to them; empty where none of those can be in what they wrote.</summary>
    public IReadOnlyCollection<string> Sent { get; init; } = [];

    /// <summary>The subjects of our messages to them, beside <see cref="Sent"/>.</summary>
    public IReadOnlyCollection<string> Subjects { get; init; } = [];

    /// <summary>What a bare "no" or "ok" is an answer to.</summary>
    public LastHeard LastHeard { get; init; }

    /// <summary>It came in the thread of a mail that this person got, and from somebody else: the mail was passed on.</summary>
    public bool IsPassedOn { get; init; }

    public string Language => Person.Value.Language ?? Group.Language;

    public IEnumerable<Meeting> Open(DateTimeOffset now) => Meetings.Where(meeting => meeting.IsOpen(now));
}
