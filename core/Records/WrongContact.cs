using Outreach.Contacts;

namespace Outreach.Records;

/// <summary>A number or address that turned out to be somebody else's. The number itself is not kept, only its keyed hash and, for a week, what is needed to take this back.</summary>
/// <param name="Ground">That on which it was used, for when it was theirs after all.</param>
public sealed record WrongContact(ContactHash Hash, Channel Channel, Ground Ground, DateTimeOffset At)
{
    /// <summary>As a contact point is marked, and its hash is blocked, until it is taken off.</summary>
    public const string Code = "wrong-number";

    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    public static bool CanBeTakenBack(DateTimeOffset at, DateTimeOffset now) => now - at <= Window;
}
