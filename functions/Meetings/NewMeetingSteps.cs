using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;

namespace Outreach.Functions.Meetings;

/// <summary>A new meeting in four short steps. What was filled in before goes along in the form; nothing is stored until the last.</summary>
internal static class NewMeetingSteps
{
    public const int Last = 4;

    private const string StepField = "step";
    private const string GoField = "go";

    /// <summary>By step: what is asked there. All else is asked in the last.</summary>
    private static readonly string[][] Fields = [["title", "audience"], ["day", "from", "until"], ["place", "contactName", "contactPhone"]];

    public static int StepOf(string field) => Array.FindIndex(Fields, fields => fields.Contains(field)) is >= 0 and var index ? index + 1 : Last;

    public static IResult Show(OrganiserPage page, FormState state, int step) => page.View<NewMeetingPage>(new { Step = step }, state);

    /// <summary>Where it goes on; null when the meeting can be made, or when it was all filled in at once.</summary>
    /// <param name="typed">As it was filled in.</param>
    /// <param name="state">The same with all that is wrong in it, also in steps that are to come.</param>
    public static (FormState State, int Number)? Next(FormState typed, FormState state)
    {
        if (typed.Number(StepField) is not { } step)
            return null;
        if (typed.Number(GoField) is { } back and >= 1 and <= Last)
            return (typed, back);
        var wrong = state.Errors.Where(error => StepOf(error.Field) <= step).ToList();
        if (wrong.Count > 0)
            return (typed with { Errors = [.. wrong.Where(error => StepOf(error.Field) == StepOf(wrong[0].Field))] }, StepOf(wrong[0].Field));
        return step < Last ? (typed, step + 1) : null;
    }
}
