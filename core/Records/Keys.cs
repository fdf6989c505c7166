using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>One partition of the main table: everything about the people in it.</summary>
public readonly record struct Shard(GroupId Group, int Number)
{
    public const int Count = PersonId.ShardCount;

    public string Partition => $"{Group.Value}|{Number:x2}";

    public static Shard Of(GroupId group, PersonId person) => new(group, person.Shard);

    public static IEnumerable<Shard> All(GroupId group) => Enumerable.Range(0, Count).Select(n => new Shard(group, n));
}

/// <summary>All row keys of the main table, in one place. The parts of a key are separated by "|".</summary>
public static class RowKeys
{
    public static readonly KeyRange People = KeyRange.StartingWith("person|");

    public static string Person(PersonId person) => $"person|{person.Value}";

    /// <summary>Deleted last when somebody is erased: from then on nothing of them may be left anywhere in the store.</summary>
    public static bool IsPerson(string key) => key.StartsWith("person|", StringComparison.Ordinal);

    /// <summary>A record that was merged into another (<see cref="Records.Joined"/>).</summary>
    public static string Joined(PersonId person) => $"joined|{person.Value}";

    public static readonly KeyRange AllJoined = KeyRange.StartingWith("joined|");

    public static string Invitation(MeetingId meeting, PersonId person) => $"inv|{meeting.Value}|{person.Value}";

    public static string Invitations(MeetingId meeting) => $"inv|{meeting.Value}|";

    public static string Messages(PersonId person) => $"msg|{person.Value}|";

    public static readonly KeyRange AllMessages = KeyRange.StartingWith("msg|");

    public static string Message(MessageKey message) => $"msg|{message.Person.Value}|{message.Ticks:x16}|{message.Step}";

    public static bool IsMessage(string key) => key.StartsWith("msg|", StringComparison.Ordinal);

    /// <summary>A received message by what is the same when it comes again.</summary>
    public static string Seen(PersonId person, string step) => $"seen|{person.Value}|{step}";

    /// <summary>What was begun and must be ended: jobs that no queue has taken yet, and what is owed to people. They are side by side, so that one page shows all of it.</summary>
    public static readonly KeyRange Unfinished = new("outbox|", "owed}");

    public static string Outbox(string id) => $"outbox|{id}";

    public static readonly KeyRange Jobs = KeyRange.StartingWith("outbox|");

    public static bool IsOutbox(string key) => key.StartsWith("outbox|", StringComparison.Ordinal);

    /// <summary>A record that was merged into another, while some of its data has still to move.</summary>
    public static string OwedJoining(PersonId person) => $"owed|joining|{person.Value}";

    public static bool IsOwedJoining(string key) => key.StartsWith("owed|joining|", StringComparison.Ordinal);

    /// <summary>A person from whom a number or address has to be taken off that is somebody else's.</summary>
    public static string OwedRemoval(PersonId person) => $"owed|removal|{person.Value}";

    /// <summary>Somebody who was erased, while their numbers and addresses have still to be freed.</summary>
    public static string OwedRelease(PersonId person) => $"owed|release|{person.Value}";

    public static bool IsOwedRelease(string key) => key.StartsWith("owed|release|", StringComparison.Ordinal);

    /// <summary>As versions before December 2026 noted them.</summary>
    public static readonly KeyRange OlderRemovals = KeyRange.StartingWith("wrong|");

    public const string Contacts = "contact|";

    public static string Contact(ContactHash contact) => Contacts + contact.Value;

    public static string Nomination(MeetingId meeting, PersonId nominator, ContactHash nominee) => Nominations(meeting, nominator) + nominee.Value;

    public static string Nominations(MeetingId meeting, PersonId nominator) => $"nom|{meeting.Value}|{nominator.Value}|";

    public static string Tally(MeetingId meeting) => $"tally|{meeting.Value}";

    /// <summary>When organisers were last told that something waits in the inbox.</summary>
    public const string InboxNotice = "notice|inbox";

    /// <summary>When owners were last told that a limit was reached.</summary>
    public static string LimitNotice(AbuseLimit limit) => $"notice|limit|{EnumWord.Of(limit)}";
}

/// <summary>
/// All row keys of table <c>Meetings</c>, one partition per group. What lies beside a meeting names it after its kind, and goes with it
/// (<see cref="MeetingStore.RemoveAsync"/>).
/// </summary>
public static class MeetingKeys
{
    public static readonly KeyRange Meetings = KeyRange.StartingWith("meeting|");

    /// <summary>In the place of a meeting: no id of one is so short.</summary>
    public const string WelcomeTexts = "text|welcome|";

    public static readonly KeyRange Nominees = KeyRange.StartingWith("nominee|");

    public static readonly KeyRange HostLinks = KeyRange.StartingWith("host|");

    public static readonly KeyRange TextChecks = KeyRange.StartingWith("checked|");

    public static string Meeting(MeetingId meeting) => $"meeting|{meeting.Value}";

    public static string Seats(MeetingId meeting) => $"seats|{meeting.Value}";

    public static string Plan(MeetingId meeting) => $"plan|{meeting.Value}";

    public static string Evaluation(MeetingId meeting) => $"after|{meeting.Value}";

    public static string Questions(MeetingId meeting) => $"questions|{meeting.Value}";

    public static string Mailings(MeetingId meeting) => $"mailing|{meeting.Value}|";

    public static string Parts(MeetingId meeting) => $"part|{meeting.Value}|";

    /// <summary>A part of a mailing that has not left.</summary>
    public static bool IsPart(string key) => key.StartsWith("part|", StringComparison.Ordinal);

    public static string Texts(MeetingId meeting) => $"text|{meeting.Value}|";

    /// <summary>Somebody who waits for a next meeting.</summary>
    public static string Nominee(PersonId person) => $"nominee|{person.Value}";

    public static string HostLink(Code code) => $"host|{code.Value}";

    public static string TextCheck(string language, MessageKind kind) => $"checked|{language}|{kind}";
}

/// <summary>All row keys of table <c>Lists</c>, one partition per group.</summary>
public static class ListKeys
{
    /// <summary>What the columns of earlier lists held.</summary>
    public const string Columns = "columns";

    public static readonly KeyRange Lists = KeyRange.StartingWith("list|");

    public static string List(ListId list) => $"list|{list.Value}";

    public static bool IsList(string key) => key.StartsWith("list|", StringComparison.Ordinal);

    public static KeyRange Problems(ListId list) => KeyRange.StartingWith($"problem|{list.Value}|");

    /// <summary>In the order of the file.</summary>
    public static string Problem(ListId list, int index) => $"problem|{list.Value}|{index:d3}";
}

/// <summary>All row keys of table <c>Doors</c>, one partition per group.</summary>
public static class DoorKeys
{
    public static readonly KeyRange Lists = KeyRange.StartingWith("list|");

    public static string List(DoorListId list) => $"list|{list.Value}";

    public static string Doors(MeetingId meeting) => $"door|{meeting.Value}|";

    public static string Door(MeetingId meeting, string door) => Doors(meeting) + door;

    public static string Results(MeetingId meeting) => $"results|{meeting.Value}";
}

/// <summary>All row keys of table <c>Inbox</c>, one partition per group.</summary>
public static class InboxKeys
{
    public static KeyRange Items(bool open) => KeyRange.StartingWith(Item(open, ""));

    public static string Item(bool open, string id) => (open ? "open|" : "done|") + id;
}

/// <summary>The ways of table <c>Welcome</c>, one partition per group; packages lie beside them under their codes.</summary>
public static class WayKeys
{
    public static readonly KeyRange All = KeyRange.StartingWith("way|");

    public static string Way(Code code) => $"way|{code.Value}";
}

/// <summary>
/// What the local outbox keeps in table <c>Outbox</c>, under the references of the messages: <c>group.person.…</c>. So it can tell a group's own, and forget a
/// person's.
/// </summary>
public static class OutboxKeys
{
    public const string Partition = "out";

    /// <summary>In the place of a person: a link that signs an organiser in.</summary>
    public const string SignIn = "signin";

    public static string Of(GroupId group) => $"{group.Value}.";

    public static string Of(GroupId group, PersonId person) => $"{group.Value}.{person.Value}.";

    public static string OfSignIn(GroupId group) => $"{group.Value}.{SignIn}.";
}
