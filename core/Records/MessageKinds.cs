namespace Outreach.Records;

/// <summary>What a kind of message means for its rules: news, part of the welcome, asked for or not.</summary>
public static class MessageKinds
{
    public static bool IsNews(MessageKind? kind) => kind is MessageKind.MeetingChanged or MessageKind.MeetingCancelled;

    /// <summary>Part of the welcome of a new resident: it is not about a meeting, though it may mention one.</summary>
    public static bool IsWelcome(MessageKind? kind) => kind is MessageKind.Welcome or MessageKind.WelcomeFollowUp or MessageKind.WelcomeTheNext;

    /// <summary>Says when and where the meeting is, as it stands: after it nobody has to be told the same again.</summary>
    public static bool SaysWhen(MessageKind? kind) => IsNews(kind) || kind is MessageKind.ConfirmYes or MessageKind.ConfirmMaybe or MessageKind.ConfirmWaiting;

    /// <summary>Asks them to a meeting: a bare yes or no is the answer to it.</summary>
    public static bool IsInvitation(MessageKind? kind) => kind is MessageKind.Invitation or MessageKind.NomineeInvitation or MessageKind.Nudge;

    public static bool IsUnasked(Message message, Invitation? invitation) => !message.IsOfPart && IsUnasked(message.Kind, invitation);

    /// <summary>Nobody asked for these. What follows a yes (reminder, place freed, thanks, news of the meeting) is expected.</summary>
    public static bool IsUnasked(MessageKind? kind, Invitation? invitation) => kind is MessageKind.Invitation or MessageKind.NomineeInvitation or MessageKind.Nudge
        or MessageKind.MissedYou or MessageKind.WhatCameOfIt || IsWelcome(kind)
        || (IsNews(kind) && invitation is not { Reply: Reply.Yes or Reply.Maybe });
}
