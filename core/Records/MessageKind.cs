namespace Outreach.Records;

/// <summary>Every message that a resident can get. The text is in the language files under the name in lower camel case.</summary>
public enum MessageKind
{
    Invitation,

    /// <summary>An invitation to somebody whom an attendee named: says who (if agreed), where the number came from and how to have it erased.</summary>
    NomineeInvitation,

    /// <summary>The one repeat of an invitation that was not answered.</summary>
    Nudge,
    ConfirmYes,
    ConfirmNo,
    ConfirmMaybe,
    ConfirmWaiting,

    /// <summary>A place came free: the first who waits has it now.</summary>
    PlaceFreed,

    /// <summary>The day before the meeting.</summary>
    Reminder,
    MeetingChanged,
    MeetingCancelled,

    /// <summary>After the meeting: thanks, the nomination link and pass-on codes.</summary>
    Thanks,
    MissedYou,
    WhatCameOfIt,

    /// <summary>For a new resident: the welcome page with local numbers.</summary>
    Welcome,

    /// <summary>Some days after the welcome: how is it going, and what is on nearby.</summary>
    WelcomeFollowUp,
    Stopped,
    Started,
    Help,

    /// <summary>We could not read the answer: a person will.</summary>
    APersonWillRead,

    /// <summary>An organiser's own answer in the inbox.</summary>
    InboxAnswer,
    WrongNumber,

    /// <summary>From now on in the language that they chose by answering.</summary>
    LanguageChosen,

    /// <summary>The day before the meeting, to everybody who has a part in it: host, discussion leader, speaker.</summary>
    PartReminder,

    /// <summary>Two months after the welcome: would you like to welcome the next one?</summary>
    WelcomeTheNext,

    /// <summary>To whoever looks after a line of the contact card: is it still right? Last, as rows hold a number.</summary>
    CardCheck,
}
