using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Lists.Columns.Noes;

/// <summary>Columns of who comes on one day: "12 mei", "Aanmelding BBQ". Whoever signed off there may come another time, and only a person can tell.</summary>
internal static class OneEvening
{
    public static bool IsAbout(string header) => Headers.Spaced(header) is var text && (Day.IsMatch(text) || (Coming.IsMatch(text) && Event.IsMatch(text)));

    public static bool IsSignedOff(string cell) => SignedOff.IsMatch(Headers.Spaced(cell));

    private static readonly Regex Day = new("^(?:(?:\\w+ )?[0-3]?[0-9] (?:" + MonthNames.Usual + ")|[0-3]?[0-9] [01]?[0-9])(?: (?:20)?[0-9]{2})?$");

    private static readonly Regex Coming = new("\\b(?:aanmelding(?:en)?|aangemeld|deelname|aanwezig(?:heid)?|inschrijving|opkomst|komt|rsvp|anmeldung|teilnahme|attendance|afgemeld|afmelding(?:en)?)\\b");

    private static readonly Regex Event = new("\\b[0-3]?[0-9] (?:[01]?[0-9]|" + MonthNames.Usual + ")\\b|\\b(?:bbq|barbecue|\\w*feest|\\w*borrel|\\w*bijeenkomst|\\w*avond|\\w*middag|\\w*ochtend|\\w*diner|\\w*lunch|\\w*ontbijt|\\w*markt|workshop|cursus|training|excursie|uitje|\\w*wandeling|\\w*dag|vergadering|alv|etentje|picknick|concert|party|meeting|event|evening)\\b");

    private static readonly Regex SignedOff = new("^(?:is |heeft )?(?:zich )?(?:afgemeld|abgemeldet|abgesagt|afgezegd|signed off)(?: (?:per|via) (?:mail|app|sms|telefoon))?$");
}
