using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Invitations that left within one hour, and what came of them.</summary>
/// <param name="Seats">Places that their yeses take, parties counted.</param>
public readonly record struct SentHour(DateTimeOffset At, int Invited, int Answered, int Yes, int Seats);

/// <summary>One yes, with the places it takes.</summary>
public readonly record struct Acceptance(DateTimeOffset At, int Seats);

/// <summary>How the answers to the invitations of a meeting come in over time.</summary>
public sealed class Progress
{
    private readonly Dictionary<long, SentHour> _sentHours = [];
    private readonly List<Acceptance> _yes = [];

    /// <summary>In order of leaving.</summary>
    public IReadOnlyList<SentHour> SentHours => [.. _sentHours.Values.OrderBy(hour => hour.At)];

    /// <summary>In order of answering.</summary>
    public IReadOnlyList<Acceptance> Yes => [.. _yes.OrderBy(yes => yes.At)];

    /// <summary>Everybody who answered, also at a door or by a poster without having been written to.</summary>
    public int Answered { get; private set; }

    public int Seats => _yes.Sum(yes => yes.Seats);

    public void Add(Invitation invitation)
    {
        Answered += invitation.Reply is Reply.None ? 0 : 1;
        var isYes = invitation is { Reply: Reply.Yes, Waiting: false };
        var party = isYes ? Math.Max(1, invitation.Party) : 0;
        if (isYes && (invitation.RepliedAt ?? invitation.SentAt) is { } answeredAt)
            _yes.Add(new Acceptance(answeredAt, party));
        if (invitation.SentAt is not { } sentAt)
            return;
        var hour = sentAt.UtcTicks / TimeSpan.TicksPerHour;
        var before = _sentHours.GetValueOrDefault(hour, new SentHour(sentAt, 0, 0, 0, 0));
        _sentHours[hour] = before with
        {
            Invited = before.Invited + 1,
            Answered = before.Answered + (invitation.Reply is Reply.None ? 0 : 1),
            Yes = before.Yes + (isYes ? 1 : 0),
            Seats = before.Seats + party,
        };
    }
}
