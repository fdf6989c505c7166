using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Lists.Columns.Noes;

/// <summary>What a program or a volunteer writes in a column of opt-outs for whoever never asked for it: "0000-00-00", "31-12-9999", "geen afmelding", "nog niet".</summary>
internal static partial class NeverOptedOut
{
    public static bool Is(string cell) => IsNoDay(cell) || NothingThere.IsMatch(Headers.Spaced(cell));

    public static bool IsNoDay(string cell) => NoDay.IsMatch(cell);

    /// <summary>Of none of what a column counts: "Bounces: 0".</summary>
    public static bool IsNone(string header, string cell) => (cell.Trim() is "0" || PermissionWords.IsPlainNo(cell)) && Counted.IsMatch(Headers.Spaced(header));

    private static readonly Regex Counted = new("^(?:(?:aantal|hard|soft|e ?mail|mail|number of|total) )*(?:bounce[sd]?|complaints?|klachten)(?: (?:count|aantal|total))?$|^aantal keer (?:afgemeld|bounced?)$");

    /// <summary>A day on which they asked for it.</summary>
    public static bool IsDay(string cell) => Day.IsMatch(Accents.Without(cell));

    /// <summary>A day of the week or an hour: when not to call, and no refusal.</summary>
    public static bool IsHour(string cell) => Hours.IsMatch(Headers.Spaced(cell)) && (HourOfClock().IsMatch(cell) || DayOfWeek.IsMatch(Headers.Spaced(cell)));

    // The first and the last day that a program knows, an hour without a day, and dashes.
    private static readonly Regex NoDay = new(@"^\s*(?:0{1,4}[-/.]0{1,2}[-/.]0{1,4}|0?[01][-/.]0?1[-/.](?:0001|1900|1970)|(?:0001|1900|1970)[-/.]0?1[-/.]0?[01]|1900[-/.]00[-/.]00|3[01][-/.]12[-/.](?:1899|2099|[2-9][1-9][0-9]{2})|(?:1899|2099|[2-9][1-9][0-9]{2})[-/.]12[-/.]3[01])?"
        + @"[ T]*(?:(?:0{1,2}|12):00(?::00)?(?:\.0+)?Z?(?: ?[ap]\.?m\.?)?)?\s*\z|^[-–—\s.]+\z", RegexOptions.IgnoreCase);

    private static readonly Regex NothingThere = new("^(?:blanco|blank|niet van toepassing|not applicable|niet ingevuld|nicht zutreffend|n v t|nog (?:geen|niet)|(?:nog )?(?:geen|niet|nee) (?:afmelding(?:en)?|afgemeld|opzegging(?:en)?|opgezegd|uitschrijving(?:en)?|uitgeschreven|bezwaar|blokkade|geblokkeerd|bekend|datum|beeindigd)"
        + "|(?:nee |neen |no |nein )?(?:is |nog |blijft |noch |still )+(?:steeds )?(?:(?:een )?(?:lid|actief|ingeschreven|abonnee|mitglied|aktiv|member|active))?|not yet|noch nicht|niet ontvangen)$");

    private const string Days = "(?:ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon|week|werk)dag(?:en|s)?|(?:mon|tues|wednes|thurs|fri|satur|sun|week)days?|(?:mon|diens|donners|frei|sams|sonn|werk)tags?|mittwochs?|weekend(?:en|s)?|feestdagen|overdag|(?:(?:zon|maan)dag)?(?:ochtend|morgen|middag|avond|nacht)(?:en|s)?|morning|afternoon|evening|abends|morgens)";

    private static readonly Regex DayOfWeek = new("\\b" + Days + "\\b");

    private static readonly Regex Hours = new("^(?:(?:" + Days + "|[0-2]?[0-9]|[0-5][0-9]|[0-2]?[0-9](?:u|uur|h|am|pm)|u|uur|uhr|h|am|pm|op|tussen|voor|na|vanaf|tot|en|of|t|m|van|s|de|het|in|elke|half|between|before|after|on|and|or|to|from|the|until|till|und|oder|am|zwischen|vor|nach|bis|von)(?: |$))+$");

    [GeneratedRegex(@"\b[0-2]?[0-9](?:[:.][0-5][0-9]\b| ?(?:u|uur|h|uhr|am|pm)\b)|\b(?:voor|na|tussen|vanaf|tot|before|after|between|vor|nach)\W+[0-2]?[0-9]\b", RegexOptions.IgnoreCase)]
    private static partial Regex HourOfClock();

    private static readonly Regex Day = new(@"\b[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}\b|(?<!:)\b[0-3]?[0-9][-/][01]?[0-9]\b(?!:)|\b[0-9]{1,2}[-/ ](?:" + MonthNames.Usual + @")\b|\b(?:" + MonthNames.Usual + @") (?:[0-9]{1,2},? )?[0-9]{4}\b|^\W*(?:19|20)[0-9]{2}\W*\z|^4[0-9]{4}\z", RegexOptions.IgnoreCase);
}
