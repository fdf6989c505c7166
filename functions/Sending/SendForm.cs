using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Sending;

namespace Outreach.Functions.Sending;

/// <summary>The steps of sending, in their order. What is chosen on one goes along in the address.</summary>
public enum SendStep
{
    Texts,
    People,
    When,
    Confirm,
}

/// <summary>Between what an organiser chose for a mailing and the mailing.</summary>
internal static class SendForm
{
    /// <summary>Goes along from step to step.</summary>
    public static readonly string[] Fields = ["labels", "seen", "when", "day", "time", "perHour"];

    public static SendWish WishOf(FormState state, OrganiserPage page) => new(state.Number("perHour"), IsLater(state) ? MeetingForm.MomentOf(state["day"], state["time"], page) : null);

    public static bool IsLater(FormState state) => state["when"] == "later";

    /// <summary>The first step with something wrong that was passed, or the one that was asked for.</summary>
    public static (SendStep Step, FormState State) Check(SendPlan plan, FormState state, SendStep asked, OrganiserPage page)
    {
        if (asked > SendStep.Texts && WrongText(plan, state, page) is { } text)
            return (SendStep.Texts, text);
        if (asked > SendStep.When && WrongTime(plan, state, page) is { } time)
            return (SendStep.When, time);
        return (asked, state);
    }

    private static FormState? WrongText(SendPlan plan, FormState state, OrganiserPage page)
    {
        var seen = state["seen"]?.Split(',') ?? [];
        var found = plan.Unseen.Except(seen).Aggregate(state, (wrong, code) => wrong.WithError($"seen-{code}", page["send.unseen", page.NameOf(code)]));
        if (plan.NeedsConfirm && !state.Has("labels"))
            found = found.WithError("labels", page["plain.confirmMissing"]);
        return found.FirstError is null ? null : found;
    }

    private static FormState? WrongTime(SendPlan plan, FormState state, OrganiserPage page)
    {
        if (state.Has("perHour") && state.Number("perHour") is null or < 1)
            return state.WithError("perHour", page["send.wrongPerHour"]);
        var wish = WishOf(state, page);
        if (IsLater(state) && wish.From is null)
            return state.WithError("day", page["timeline.wrong.day"]);
        return wish.IsInTime(plan.Meeting, new SendingHours(page.Settings.Zone), page.Now) ? null : state.WithError("day", page["send.wrongTime"]);
    }
}
