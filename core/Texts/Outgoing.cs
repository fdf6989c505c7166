using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Texts;

/// <summary>A message on its way out, with everything that decides about it.</summary>
/// <param name="Stored">As it lies in the store; null when it is added with its claim (a bulk invitation).</param>
/// <param name="Invitation">The invitation it is about, when it is about one.</param>
public sealed record Outgoing(Message Message, Stored<Message>? Stored, Stored<Person> Person, Stored<Invitation>? Invitation, Meeting? Meeting)
{
    /// <summary>The HTML part, written together with the text; not stored.</summary>
    public string? Html { get; init; }

    /// <summary>What the organiser wrote in the place of the standard texts of its meeting.</summary>
    public OwnTexts OwnTexts { get; init; } = OwnTexts.None;

    /// <summary>Codes for neighbours that go along with thanks, and that nobody has used yet.</summary>
    public IReadOnlyList<Code> PassOn { get; init; } = [];

    /// <summary>Its person is on a list of which nobody has said yet who said no.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The job in the outbox for the run that takes over after a crash, while it leaves without a queue.</summary>
    public Stored<Job>? Job { get; init; }

    public bool IsInvitation => Message.IsInvitation;

    /// <summary>It carried an invitation that has been put back on the list since.</summary>
    public bool IsPutBack => IsInvitation && Invitation?.Value.IsPutBackSince(Message) is true;
}
