using Outreach.Doors;
using Outreach.Functions.Web.Organisers;

namespace Outreach.Functions.Doors;

internal static class DoorWords
{
    public static string Said(OrganiserPage page, Knock knock) => knock switch
    {
        { Outcome: DoorOutcome.Yes } => page["doors.comesWith", knock.Party],
        { Outcome: DoorOutcome.Language, Language: { } language } => page.NameOf(language),
        _ => page.Word("doors.outcome", knock.Outcome),
    };
}
