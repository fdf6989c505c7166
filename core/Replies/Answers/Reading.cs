namespace Outreach.Replies.Answers;

/// <summary>What a resident's answer means, as read from their words.</summary>
public enum ReplyKind
{
    /// <summary>Nothing we are sure of: a person reads it. Never guessed.</summary>
    Unclear,
    Yes,
    No,
    Maybe,
    Stop,
    Start,
    Help,
    Question,
    WrongNumber,
}

/// <param name="Party">How many people come, the resident included (1 to 20); 1 unless the answer says otherwise. Only with <see cref="ReplyKind.Yes"/>.</param>
/// <param name="Language">The language in which it was understood, null when no words decided (an emoji).</param>
public sealed record Reading(ReplyKind Kind, int Party = 1, string? Language = null)
{
    /// <summary>Whether the answer says how many come. Else a yes leaves it at what was said before.</summary>
    public bool NamesParty { get; init; }

    /// <summary>"Both", "both of us": two people, unless two invitations are open and both of them are meant.</summary>
    public bool SaysBoth { get; init; }

    /// <summary>More than courtesy or a reason is beside the stop: a person reads it.</summary>
    public bool SaysMore { get; init; }

    /// <summary>When they come, as they say it: "at 8" may be in the evening.</summary>
    public int? Hour { get; init; }

    /// <summary>A yes without its misspellings; null when it has none.</summary>
    public string? Respelled { get; init; }

    /// <summary>What a no is explicitly about: "I cannot come tomorrow", without the reasons that it gives.</summary>
    public string? Refused { get; init; }

    /// <summary>A mere "ok" or thanks: to an invitation "ok" is a yes, but it turns no answer round that was given before.</summary>
    public bool IsAcknowledgement { get; init; }

    /// <summary>A no that only follows from a reason: "I am ill". It turns no answer round that was given before.</summary>
    public bool IsMereReason { get; init; }

    /// <summary>Words beside it were not understood: a no holds beside many of them, but gives no place away.</summary>
    public bool LeavesOut { get; init; }

    /// <summary>Says neither that they come nor why not, "yes", "then not", or begins with a mere no. To another question of ours it may be the answer as well.</summary>
    public bool IsBare { get; init; }

    /// <summary>Other languages say it the same way ("ok"): it tells nothing about what the person reads.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>The language that the answer was surely written in.</summary>
    public string? WrittenIn => IsOneOfMany ? null : Language;
}
