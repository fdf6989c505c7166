namespace Outreach.Storage;

/// <summary>Names of the tables, one place for the whole program (the deployment creates them by these names).</summary>
public static class TableNames
{
    public const string People = "People";
    public const string Codes = "Codes";
    public const string Groups = "Groups";
    public const string Meetings = "Meetings";
    public const string Lists = "Lists";
    public const string Suppressions = "Suppressions";
    public const string Inbox = "Inbox";
    public const string Welcome = "Welcome";
    public const string Cards = "Cards";
    public const string Doors = "Doors";
    public const string Outbox = "Outbox";
    public const string Timers = "Timers";
    public const string Keys = "Keys";
    public const string Audit = "Audit";

    public static readonly IReadOnlyList<string> All =
        [People, Codes, Groups, Meetings, Lists, Suppressions, Inbox, Welcome, Cards, Doors, Outbox, Timers, Keys, Audit];
}

/// <summary>Queue names; each has a function of its own, so that bulk never delays an answer.</summary>
public static class QueueNames
{
    public const string Lists = "lists";
    public const string Invitations = "invitations";
    public const string Messages = "messages";
    public const string Inbound = "inbound";

    public static readonly IReadOnlyList<string> All = [Lists, Invitations, Messages, Inbound];

    /// <summary>Where the Functions host puts what failed too often; the standalone server does the same.</summary>
    public static string PoisonOf(string queue) => queue + "-poison";
}
