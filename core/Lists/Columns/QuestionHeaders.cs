using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>
/// Questions of a form whether somebody wants to hear or to come again: "Would you like to hear about future events?", "Volgende keer weer?". Whoever came, or needs a
/// lift, was asked something else.
/// </summary>
internal static class QuestionHeaders
{
    /// <param name="words">Of the header, in order.</param>
    public static bool AskToHearOrCome(IReadOnlyList<string> words)
    {
        var text = string.Join(' ', words);
        return !AboutNeeds.IsMatch(text) && (Hear.IsMatch(text) || ToBeReached.IsMatch(text) || StillThere.IsMatch(text) || Later.IsMatch(text) || (Again.IsMatch(text) && Come.IsMatch(text)));
    }

    private static readonly Regex AboutNeeds = new("\\b(?:nodig|vervoer|alleen|allein|alone|needed|transport|lift|allergi\\w*|dieet\\w*|hulp|help|helfen|aider)\\b");

    private static readonly Regex Hear = new("\\b(?:op de hoogte|(?:stay|keep|be) in (?:touch|contact)|in contact blijven|contact (?:houden|blijven houden)|(?:gegevens|data) (?:\\w+ )?(?:gebruiken|bewaren|houden|use|keep|store)|geinformeerd (?:blijven|worden)|van ons horen|hear (?:from|about|more)|(?:be|stay|kept|keep (?:me|you)) (?:informed|updated|posted|notified)|informiert (?:werden|bleiben)|auf dem laufenden|von uns horen"
        + "|(?:etre|rester|tenue?s?) informee?s?|au courant|recevoir (?:\\w+ ){0,2}(?:nouvelles|infos?|informations?|actualites?|programmes?))\\b");

    // "Eingeladen" alone is what we did.
    private static readonly Regex ToBeReached = new("\\b(?:eingeladen|angeschrieben|angerufen|kontaktiert|benachrichtigt|erinnert|angesprochen|angemailt) werden\\b|\\b(?:can|may|shall) we reach out\\b|^reach out$|^(?:mag |wil )?(?:aan)?melden$|^informieren$|^benachrichtigung(?:en)?$|\\b(?:staat |op )?(?:op )?(?:de )?verzendlijst\\b|^(?:mag |wil )?op (?:de |onze )?lijst$");

    private static readonly Regex StillThere = new("\\b(?:woont|wonen|woon) (?:er |hier |daar |je |u )?nog\\b|\\bnog (?:woonachtig|wonend|in leven)\\b|\\b(?:leeft|lebt) (?:er |hij |zij )?(?:nog|noch)\\b|\\bwohnt (?:hier |dort |da )?noch\\b|\\bstill (?:lives?|living|alive)\\b|\\b(?:staat|aanwezig) (?:nog )?op (?:de )?lijst\\b|\\b(?:neemt|nimmt|doet|macht) (?:deel|teil|mee|mit)\\b");

    private static readonly Regex Later = new("\\b(?:volgende? (?:keer|maal|jaar|avond|bijeenkomst\\w*|editie|activiteit\\w*|evenement\\w*|feest|ronde|seizoen) (?:\\w+ )?(?:weer|ook|komen|erbij|bij|meedoen|mee|uitgenodigd|uitnodigen|benaderen|aanwezig)|(?:toekomstige|komende) (?:bijeenkomst\\w*|activiteit\\w*|evenement\\w*|avond\\w*|edities?)"
        + "|(?:nachste[nrsm]?) (?:mal|jahr|treffen|veranstaltung\\w*) (?:\\w+ )?(?:wieder|kommen|dabei|teilnehmen|eingeladen)|(?:kunftige?n?|zukunftige?n?|weitere?n?) (?:treffen|veranstaltung\\w*)"
        + "|(?:future|upcoming|other|more|further) (?:events?|meetings?|meetups?|activities|gatherings?|editions?)|next (?:time|year|meeting|event) (?:again|too)"
        + "|(?:prochaine?s?|future?s?|autres?) (?:rencontres?|reunions?|evenements?|activites?|editions?))\\b");

    private static readonly Regex Again = new("\\b(?:weer|opnieuw|nogmaals|nog eens|again|wieder|erneut|nochmals?|a nouveau|de nouveau|encore)\\b");

    private static readonly Regex Come = new("\\b(?:komen|kom|erbij|meedoen|deelnemen|uitgenodigd|benaderd|come|join|attend|participate|hear|invited|contacted|kommen|teilnehmen|dabei|mitmachen|eingeladen|einladen|kontaktiert|horen|venir|participer|invitee?s?|contactee?s?|sollicitee?s?)\\b");
}
