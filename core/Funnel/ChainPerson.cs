using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>Somebody in the snowball of a meeting.</summary>
public sealed record ChainPerson(PersonId Id, string Label, int Wave, Reply Reply, Attendance Attendance)
{
    public PersonId? Nominator { get; init; }

    public string? Street { get; init; }

    public required string Language { get; init; }

    /// <summary>Neighbours whom they named after this meeting.</summary>
    public int Named { get; init; }

    /// <summary>They were asked after this meeting to name neighbours.</summary>
    public bool WasAsked { get; init; }

    /// <summary>They may be asked: they did not stop, and were not asked after the two meetings before.</summary>
    public bool MayBeAsked { get; init; }

    /// <summary>They came to an earlier meeting, and are shown because of those whom they brought.</summary>
    public bool IsFromBefore { get; init; }

    public bool Came => Attendance is Attendance.Attended;
}
