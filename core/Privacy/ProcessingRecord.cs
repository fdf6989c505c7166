using Outreach.Storage;

namespace Outreach.Privacy;

/// <summary>What is processed (AVG/GDPR, article 30). The words for people are in the organisers' language files under these names.</summary>
public enum Processing
{
    People,
    Invitations,
    Conversations,
    Questions,
    Lists,
    Welcomes,
    Doors,
    OptOuts,
    Cards,
    Meetings,
    Organisers,
    Forms,
    Audit,
    LocalOutbox,
}

/// <summary>On what it rests (AVG/GDPR, article 6).</summary>
public enum LawfulGround
{
    /// <summary>Of a municipality its public task, of others a legitimate interest that was weighed.</summary>
    TaskOrInterest,

    /// <summary>Asked before, and provable with each number or address.</summary>
    Consent,

    /// <summary>To keep to what somebody asked, and to show that the law was followed.</summary>
    LegalDuty,
}

/// <param name="Ends">The rules of <see cref="RetentionRules"/> by which it ends; none for what holds nobody's data, or must outlive them.</param>
/// <param name="Places">Tables, queues and folders of files in which it lies.</param>
public sealed record ProcessingEntry(Processing What, LawfulGround Ground, IReadOnlyList<Kept> Ends, IReadOnlyList<string> Places);

/// <summary>Everything that is stored: what, on which ground, how long and where. A test holds it against the places that the program has.</summary>
public static class ProcessingRecord
{
    public const string ListFolder = "lists/";

    public static IReadOnlyList<ProcessingEntry> All { get; } =
    [
        new(Processing.People, LawfulGround.Consent, [Kept.StoppedPeople, Kept.SilentNominees, Kept.SilentPeople, Kept.OtherPeople], [TableNames.People]),
        new(Processing.Invitations, LawfulGround.TaskOrInterest, [Kept.SilentNominees, Kept.SilentPeople, Kept.OtherPeople], [TableNames.People, TableNames.Codes, QueueNames.Invitations]),
        new(Processing.Conversations, LawfulGround.TaskOrInterest, [Kept.MessageTexts, Kept.FailedWork], [TableNames.People, QueueNames.Messages, QueueNames.Inbound]),
        new(Processing.Questions, LawfulGround.TaskOrInterest, [Kept.InboxItems], [TableNames.Inbox]),
        new(Processing.Lists, LawfulGround.TaskOrInterest, [Kept.ListDrafts, Kept.ListFiles, Kept.RejectedRows, Kept.Meetings], [TableNames.Lists, QueueNames.Lists, ListFolder]),
        new(Processing.Welcomes, LawfulGround.TaskOrInterest, [Kept.SilentPeople, Kept.OtherPeople], [TableNames.Welcome]),
        new(Processing.Doors, LawfulGround.TaskOrInterest, [Kept.DoorNotes], [TableNames.Doors]),
        new(Processing.OptOuts, LawfulGround.LegalDuty, [], [TableNames.Suppressions]),
        new(Processing.Cards, LawfulGround.TaskOrInterest, [], [TableNames.Cards]),
        new(Processing.Meetings, LawfulGround.TaskOrInterest, [Kept.Meetings, Kept.HostLinks], [TableNames.Meetings]),
        new(Processing.Organisers, LawfulGround.TaskOrInterest, [Kept.Sessions, Kept.ApiAnswers], [TableNames.Groups, TableNames.Keys, TableNames.Timers]),
        new(Processing.Forms, LawfulGround.TaskOrInterest, [Kept.DayCounts], [TableNames.Keys]),
        new(Processing.Audit, LawfulGround.LegalDuty, [Kept.AuditLines], [TableNames.Audit]),
        new(Processing.LocalOutbox, LawfulGround.TaskOrInterest, [Kept.LocalOutbox], [TableNames.Outbox]),
    ];
}
