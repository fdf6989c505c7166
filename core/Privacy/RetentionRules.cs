using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Privacy;

/// <summary>Kinds of data that end. The words of each, for people, are in the organisers' language files under its name.</summary>
public enum Kept
{
    /// <summary>People who said stop: all but the keyed hash, counted from the stop. What they asked is read first.</summary>
    StoppedPeople,

    /// <summary>People whom a neighbour named and who never answered, from the end of the last meeting they were asked to.</summary>
    SilentNominees,

    /// <summary>People who never answered and never came, from the end of the last meeting they were asked to, or the last step of their welcome.</summary>
    SilentPeople,

    /// <summary>People who once answered or came, from the end of the last meeting they were asked to or the last step of their welcome, and those who had a part in one.</summary>
    OtherPeople,

    /// <summary>The words of a conversation, and the number or address of each message; that there was a message stays as long as its person.</summary>
    MessageTexts,

    /// <summary>A question in the inbox, from when it was settled.</summary>
    InboxItems,

    /// <summary>The file of a list, from when it was read; longer only while something about it is asked.</summary>
    ListFiles,

    /// <summary>A list that nobody said yes to, from when it was uploaded.</summary>
    ListDrafts,

    /// <summary>The rows of a list that became nobody, and what was wrong with values, from when it was read.</summary>
    RejectedRows,

    /// <summary>The addresses to ring at for a meeting and what was noted at each door, from the end of the meeting.</summary>
    DoorNotes,

    /// <summary>Links for hosts, from when they ended.</summary>
    HostLinks,

    /// <summary>A meeting with its texts, plans, places, lists and counts, from its end; longer while somebody is known who was asked to it or had a part in it.</summary>
    Meetings,

    /// <summary>How many forms were filled in and how many messages left in a day.</summary>
    DayCounts,

    /// <summary>Answers to calls with a key, for callers who try again.</summary>
    ApiAnswers,

    /// <summary>Jobs that failed too often and wait for an operator: ids mostly, but what a resident sent too.</summary>
    FailedWork,

    /// <summary>Sessions that are over, and links to sign in.</summary>
    Sessions,

    /// <summary>What the local outbox shows in the place of phones and mailboxes.</summary>
    LocalOutbox,

    /// <summary>Who did what.</summary>
    AuditLines,
}

/// <param name="Days">Days kept unless an owner chooses otherwise, between Min and Max; 0 = erased the next night.</param>
public sealed record RetentionRule(Kept What, int Days, int Min, int Max)
{
    /// <summary>The same for all groups: it lies with the installation, or the law leaves nothing to choose.</summary>
    public bool IsFixed => Min == Max;
}

/// <summary>How long everything is kept: the one table that the program follows, the pages show and the tests walk through.</summary>
public static class RetentionRules
{
    public static IReadOnlyList<RetentionRule> All { get; } =
    [
        Fixed(Kept.StoppedPeople, 0),
        new(Kept.SilentNominees, 30, 1, 30),
        new(Kept.SilentPeople, 365, 30, 365),
        new(Kept.OtherPeople, 730, 180, 1095),
        new(Kept.MessageTexts, 90, 30, 365),
        new(Kept.InboxItems, 90, 7, 365),
        new(Kept.ListFiles, 0, 0, 30),
        Fixed(Kept.ListDrafts, 3),
        new(Kept.RejectedRows, 30, 1, 90),
        new(Kept.DoorNotes, 30, 1, 90),
        Fixed(Kept.HostLinks, 30),
        new(Kept.Meetings, 1825, 365, 3650),
        Fixed(Kept.DayCounts, 30),
        Fixed(Kept.ApiAnswers, 2),
        Fixed(Kept.FailedWork, 90),
        Fixed(Kept.Sessions, 1),
        Fixed(Kept.LocalOutbox, 30),
        new(Kept.AuditLines, 730, 365, 730),
    ];

    public static RetentionRule Of(Kept what) => All.First(rule => rule.What == what);

    public static int DaysOf(Group group, Kept what) =>
        Of(what) is var rule && group.KeptDays.TryGetValue(EnumWord.Of(what), out var chosen) ? Math.Clamp(chosen, rule.Min, rule.Max) : rule.Days;

    private static RetentionRule Fixed(Kept what, int days) => new(what, days, days, days);
}
