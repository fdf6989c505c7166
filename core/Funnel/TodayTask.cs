using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Funnel;

/// <summary>What a person of the group may have to do. In order of urgency, where two things are due at the same time.</summary>
public enum TodayKind
{
    CheckIn,

    /// <summary>People who count on an old date, and whom no message reaches.</summary>
    TellChange,

    /// <summary>People with a part in a meeting, whom no message tells of it or of its change.</summary>
    TellPart,

    /// <summary>People who have a place now and do not know it.</summary>
    TellPlace,

    /// <summary>People who hold a posted letter with the old date, or to a meeting that is off.</summary>
    OldLetters,
    Question,

    /// <summary>People who asked to be called.</summary>
    CallBack,
    ListQuestion,

    /// <summary>Today's sending limit is reached: an owner allows more, or the rest goes out tomorrow.</summary>
    SpendingHeld,
    Send,
    CallDayBefore,
    Calls,
    Doors,
    Letters,

    /// <summary>People who were asked, and whom nothing reaches.</summary>
    FindWay,
    InviteMore,
    UploadList,
    TickAttendance,
    Report,
    BringWelcome,

    /// <summary>Welcome packages of which nobody knows where to bring them.</summary>
    FindAddress,

    /// <summary>New residents who may live elsewhere now.</summary>
    ConfirmHome,

    /// <summary>New residents are not written to before the contact card tells them whom to call.</summary>
    FillCard,
    CheckCard,

    /// <summary>Neighbours were named, and there is no meeting to invite them to.</summary>
    PlanNext,
}

/// <param name="By">When it should be done.</param>
/// <param name="Count">How many people, lists or numbers it is about.</param>
public sealed record TodayTask(TodayKind Kind, DateTimeOffset By, int Count)
{
    /// <summary>The day until whose end it may be done, where no hour is told.</summary>
    public DateOnly? Day { get; init; }

    public Meeting? Meeting { get; init; }

    /// <summary>The list that has a question.</summary>
    public ListId? List { get; init; }

    /// <summary>By name: who looks after it, or who waits for it.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    public bool IsLate(DateTimeOffset now) => By < now;
}
