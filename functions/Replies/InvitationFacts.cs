using Outreach.Functions.Web.Residents;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Replies;

public enum MeetingState
{
    Open,
    Full,
    Over,
    Cancelled,
}

/// <summary>What an invitation page tells, put together.</summary>
/// <param name="Nominator">The neighbour who named the resident, when they agreed to be named.</param>
/// <param name="WaitingBefore">How many people are ahead of the resident on the waiting list.</param>
public sealed record Shown(Person Person, Invitation Invitation, Meeting Meeting, MeetingFacts When, MeetingState State, string? PersonalLine, string? Nominator, int WaitingBefore, DateTimeOffset Now)
{
    /// <summary>Small questions that are asked now.</summary>
    public IReadOnlyList<SmallQuestion> Questions { get; init; } = [];

    /// <summary>They asked for more places just now than there are.</summary>
    public bool KeepsPlaces { get; init; }

    public QuestionTime QuestionTime => State is MeetingState.Over ? QuestionTime.After : QuestionTime.Before;
}

internal sealed class InvitationFacts(PeopleStore people, MeetingStore meetings, Settings settings, TimeProvider clock)
{
    public async Task<Shown> ReadAsync(Visit visit, CancellationToken ct)
    {
        var (person, meeting, now) = (visit.Person!, visit.Meeting!, clock.GetUtcNow());
        var seats = meeting.Capacity is null ? null : (await meetings.FindSeatsAsync(visit.Group.Id, meeting.Id, ct))?.Value;
        var shown = new Shown(
            person, visit.Invitation!, meeting, Compose.Facts(meeting, settings), StateOf(meeting, seats, person, now),
            PersonalLine(meeting, visit.View.Language.Code, visit.Group.Language), await NominatorAsync(visit, ct),
            seats?.Waiting.TakeWhile(seat => seat.Person != person.Id).Count() ?? 0, now);
        return AsksSmall(shown) ? shown with { Questions = ((await meetings.FindQuestionsAsync(visit.Group.Id, meeting.Id, ct))?.Value ?? SmallQuestions.None).At(shown.QuestionTime) } : shown;
    }

    /// <summary>Asked of people who are coming or unsure, and afterwards of those who came.</summary>
    public static bool AsksSmall(Shown shown) => shown.Person.StoppedAt is null && shown.State switch
    {
        MeetingState.Cancelled => false,
        MeetingState.Over => shown.Invitation.Attendance is Attendance.Attended,
        _ => shown.Invitation.Reply is Reply.Yes or Reply.Maybe,
    };

    private static MeetingState StateOf(Meeting meeting, Seats? seats, Person person, DateTimeOffset now)
    {
        if (meeting.CancelledAt is not null)
            return MeetingState.Cancelled;
        if (meeting.IsOver(now))
            return MeetingState.Over;
        var isFull = seats is not null && !seats.Has(person.Id) && (seats.Waiting.Count > 0 || seats.Holders.Sum(seat => seat.Party) >= meeting.Capacity);
        return isFull ? MeetingState.Full : MeetingState.Open;
    }

    private static string? PersonalLine(Meeting meeting, string language, string groupLanguage) =>
        meeting.PersonalLines.GetValueOrDefault(language) ?? (language == groupLanguage ? meeting.PersonalLines.GetValueOrDefault("") : null);

    private async Task<string?> NominatorAsync(Visit visit, CancellationToken ct) =>
        visit.Person is { MayNameNominator: true, Nominator: { } id } ? (await people.FindAsync(visit.Group.Id, id, ct))?.Value.Name : null;
}
