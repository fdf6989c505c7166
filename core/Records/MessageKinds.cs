namespace Outreach.Records;

/// <summary>What a kind of message means for its rules: news, part of the welcome, asked for or not.</summary>
public static class MessageKinds
{
    public static bool IsNews(MessageKind? kind) => kind is MessageKind.MeetingChanged or MessageKind.MeetingCancelled;

    /// <summary>Part of the welcome of a new resident: it is not about a meeting, though it may mention one.</summary>
    public static bool IsWelcome(MessageKind? kind) => kind is MessageKind.Welcome or MessageKind.WelcomeFollowUp or MessageKind.WelcomeTheNext;

    /// <summary>Says when and where the meeting is, as it stands: after it nobody has to be told the same again.</summary>
    public static bool SaysWhen(MessageKind? kind) => IsNews(kind) || kind is MessageKind.ConfirmYes or MessageKind.ConfirmMaybe or MessageKind.ConfirmWaiting;

    /// <summary>Not about whether they come to a meeting: a bare yes or no after it is not an answer to an invitation.</summary>
    public static bool IsAboutElse(MessageKind? kind) => kind is MessageKind.WelcomeFollowUp or MessageKind.WelcomeTheNext or MessageKind.CardCheck or MessageKind.MissedYou or MessageKind.Thanks
        or MessageKind.WhatCameOfIt or MessageKind.PartReminder;

    /// <summary>What they write after it may be about this, and no longer about the invitation before it.</summary>
    public static bool ChangesTheSubject(MessageKind? kind) => IsAboutElse(kind) || IsNews(kind) || kind is MessageKind.InboxAnswer or MessageKind.Started;

    public static bool IsUnasked(Message message, Invitation? invitation) => !message.IsOfPart && IsUnasked(message.Kind, invitation);

    /// <summary>Nobody asked for these. What follows a yes (reminder, place freed, thanks, news of the meeting) is expected.</summary>
    public static bool IsUnasked(MessageKind? kind, Invitation? invitation) => kind is MessageKind.Invitation or MessageKind.NomineeInvitation or MessageKind.Nudge
        or MessageKind.MissedYou or MessageKind.WhatCameOfIt || IsWelcome(kind)
        || (IsNews(kind) && invitation is not { Reply: Reply.Yes or Reply.Maybe });
}
