using System.Text.RegularExpressions;
using Outreach.Lists.Columns.Noes;

namespace Outreach.Lists.Columns;

/// <summary>
/// Whether the cells of a column that has a name of its own tell what people said at the door or on the phone. Beside "niet thuis" and "komt graag" a "nee" is such an
/// answer, and beside "ja" it answers what the column asks: a dog, a lift, a day.
/// </summary>
internal static class RoundCells
{
    /// <summary>A bare no stands beside what somebody noted down of a talk: only the organiser knows what it is a no to.</summary>
    public static bool HoldBareNo(List<string> texts) => texts.Exists(CellsOfNo.IsBare) && texts.Exists(IsOfTalk);

    /// <summary>The column asks for something else, and "hoeft niet" says so of that.</summary>
    public static bool AnswerSomethingElse(List<string> texts) =>
        texts.Exists(text => !CellsOfNo.IsWeak(text) && !CellsOfNo.IsBare(text)) && !texts.Exists(IsOfTalk);

    private static bool IsOfTalk(string cell) => Talk.IsMatch(Headers.Spaced(cell)) || CellsOfNo.IsPlain(cell);

    private static readonly Regex Talk = new("^(?:was |is )?(?:niet|nicht|not) (?:thuis|aanwezig|open gedaan|opengedaan|opgenomen|gesproken|zuhause|zu hause|at home|home|in)\\b|\\b(?:geen gehoor|voicemail|niemand thuis|nobody home|niemand da|deed niet open|doet niet open|kaartje achtergelaten|briefje|brief in (?:de )?bus|in de bus)\\b"
        + "|^(?:heel |zeer |erg )?(?:komt|kommt|comes) (?:graag|gerne?|zeker|langs|erbij)\\b|^(?:wil|will|wants?) (?:graag|gerne?|wel|meer weten|erover|er over|nadenken)\\b|\\b(?:terugbellen|terug bellen|call back|nog eens langs|later terug|enthousiast|denkt na|twijfelt|heeft interesse|wel interesse|geinteresseerd|interested)\\b"
        + "|^(?:aangebeld|gesproken|gebeld|spoke|gesprochen|angetroffen|niet aangetroffen|interesse)$");
}
