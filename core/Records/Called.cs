using System.Text.Json.Serialization;
using Outreach.Ids;

namespace Outreach.Records;

[JsonConverter(typeof(EnumWordConverter<CallOutcome>))]
public enum CallOutcome
{
    Spoke,
    NoAnswer,
    WrongNumber,
}

/// <summary>The last call to somebody about a meeting.</summary>
/// <param name="Unanswered">Calls in a row that nobody answered.</param>
public sealed record Called(DateTimeOffset At, CallOutcome Outcome, int Unanswered)
{
    /// <summary>The same tap again, from a page that was sent twice.</summary>
    private static readonly TimeSpan SameTap = TimeSpan.FromMinutes(10);

    public static Called After(Called? before, CallOutcome outcome, DateTimeOffset now) => outcome is not CallOutcome.NoAnswer
        ? new Called(now, outcome, 0)
        : before is { Outcome: CallOutcome.NoAnswer } && now < before.At + SameTap ? before : new Called(now, outcome, (before?.Unanswered ?? 0) + 1);
}
