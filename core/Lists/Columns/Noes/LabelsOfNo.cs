using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns.Noes;

/// <summary>Cells by which a program or a volunteer sorts people: tags, groups, kinds of member, and what is to be done with them. A no among them is never a sentence.</summary>
internal static partial class LabelsOfNo
{
    public enum Sort
    {
        None,

        /// <summary>Tags, labels, groups: several may stand in one cell.</summary>
        Label,

        /// <summary>What kind of member somebody is.</summary>
        Membership,

        /// <summary>What is to be done with somebody.</summary>
        Action,
    }

    public static Sort Of(string header)
    {
        var compact = Headers.Compact(header);
        if (Member.IsMatch(compact))
            return Sort.Membership;
        var words = Headers.Words(header).ToList();
        return words.Exists(word => Label.IsMatch(word)) ? Sort.Label : Action.IsMatch(string.Join(' ', words)) ? Sort.Action : Sort.None;
    }

    public static bool MayBe(Sort sort, string cell) => sort switch
    {
        Sort.Label => Part().Split(cell).Any(part => TitlesOfNo.IsLabel(part) || IsNoWay(part)),
        Sort.Membership => TitlesOfNo.IsLabel(cell) || PermissionWords.MayHaveLeft(cell),
        Sort.Action => Done.IsMatch(Headers.Spaced(cell)),
        _ => false,
    };

    /// <summary>"Geen mail", "#nomail". In a note it may say that somebody has none.</summary>
    public static bool IsNoWay(string label) => NoWay.IsMatch(Headers.Spaced(label));

    private static readonly Regex Member = new("lidsoort|soortlid|lidtype|typelid|lidcategorie|ledencategorie|relatietype|relatiesoort|typerelatie|lidmaatschap|membershiptype|membertype|membershiplevel|mitgliedschaft|mitgliedsart|deelnemertype|contacttype|personentyp|^(?:soort|rol|stadium)$");

    private static readonly Regex Label = new("^(?:tags?|labels?|groep(?:en)?|groups?|gruppen?|categorie(?:en)?|category|categories|kategorien?|segment(?:en|s)?|etiket(?:ten)?|trefwoord(?:en)?|keywords?|lijst(?:en)?|lists?)$");

    private static readonly Regex Action = new("^(?:acties?|actions?|aktion(?:en)?|to ?do|te doen|doen|wat te doen|wat doen|besluit|vervolg|vervolgactie|opvolging|next step|follow ?up|mutatie|verzoek|wens)$");

    [GeneratedRegex(@":::|[,;|\n]")]
    private static partial Regex Part();

    private static readonly Regex NoWay = new("^(?:geen|no|keine?|niet|nicht|not|do ?not) ?(?:e ?mail|mail|mailen|mailing|sms|app|appen|whats ?app|contact|kontakt|post|brief|bellen|call|nieuwsbrief|newsletter|bericht|berichten|uitnodiging|benaderen)(?:s|en)?$");

    // "Niet thuis" is not what is to be done with somebody.
    private static readonly Regex Done = new("^(?:(?:graag|aub|svp|a u b|s v p|please|pls|bitte|gelieve|liever|meteen|direct|nu) )*"
        + "(?:niet|nicht|not|niets|niks|nooit|never|weg|uit|off|out|drop|stop|stoppen|negeren|ignore|ignorieren|skip|skippen|overslaan|uberspringen|eruit|er uit|eraf|er af|uitschrijven|afmelden|opzeggen|royeren|afvoeren|doorhalen|doorstrepen|schrappen"
        + "|weghalen|verwijder|verwijderen|wissen|remove|delete|unsubscribe|loschen|loeschen|streichen|austragen|abmelden|blokkeren|block|sperren)"
        + "(?: (?:halen|gooien|laten|doen|meer|mehr|gehaald|per|van|uit|from|off|de|het|the|lijst|list|bestand|systeem|aub|svp|a u b|s v p|please|pls|bitte|graag|direct|meteen|nu|hoor|uitnodigen|[0-9]+|jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))*$");
}
