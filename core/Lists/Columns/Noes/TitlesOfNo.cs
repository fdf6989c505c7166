using System.Text.RegularExpressions;
using static Outreach.Lists.Columns.PermissionStems;

namespace Outreach.Lists.Columns.Noes;

/// <summary>Titles over people, sheets and files that say that all of them want no message, or are gone.</summary>
internal static partial class TitlesOfNo
{
    /// <summary>"Afmeldingen 2026", "Niet benaderen", "NEE:".</summary>
    public static bool Is(string title) => !IsCount(title) && !NobodyIn.IsMatch(title) && SaysNo(title);

    private static bool SaysNo(string title)
    {
        // "Alle bewoners excl. afmeldingen" are the others.
        title = Shout().Replace(OfOthers.Replace(title, ""), stop => stop.Value.ToLowerInvariant());
        var words = Headers.Words(title).ToList();
        return MayBeOfOne(title) || OptOutPhrases.Contains(title) || OptOutPhrases.IsOutOfIt(title) || SaysNoOfThem.IsMatch(TextOf(words))
            || words.Where((word, i) => IsOfNo(word) && (i == 0 || !LeavesOut(words[i - 1]))).Any();
    }

    private const string LeftOut = "(?:opt[- ]?outs?|afmeld\\w*|afgemeld\\w*|uitgeschr\\w*|uitschrijvingen|opgez\\w*|opzeg\\w*|unsub\\w*|overleden\\w*|geblokkeerd\\w*)";

    // And what is to be done with the list: "Vertrouwelijk! Niet mailen via cc".
    private static readonly Regex OfOthers = new("\\b(?:zonder|excl\\.?|exclusief|min|minus|without|excluding|ohne) (?:(?:de|alle|the) )?" + LeftOut + "|\\b" + LeftOut + " (?:(?:zijn|al|er|are|is|reeds) )*(?:verwijderd|eruit|weggehaald|(?:uit)?gefilterd|removed|excluded|geschrapt)\\b"
        + "|\\b(?:zonder (?:\\w+ )?toestemming )?niet (?:verder |door )?(?:te )?(?:delen|verspreiden|doorsturen|kopi[eë]ren|(?:mailen|sturen|verzenden) (?:via|in|per|met) (?:de )?b?cc)(?: zonder (?:\\w+ )?toestemming)?\\b", RegexOptions.IgnoreCase);

    // "Actiegroep STOP Geluidsoverlast" is a name.
    [GeneratedRegex(@"(?<=\w )STOP(?= \w)")]
    private static partial Regex Shout();

    private static readonly Regex SaysNoOfThem = new("^(?:deze |die |mensen die )?(?:hebben|heeft) (?:\\w+ )?(?:bedankt|afgezegd|geweigerd|nee gezegd|opgezegd)$|^(?:zeiden|zegt|zeggen|zei) (?:\\w+ )?(?:nee|neen|no)$|^nee ?stemmers?$|\\b(?:avg|toestemming|privacy) (?:niet|geen) (?:akkoord|toestemming|gegeven|getekend)\\b|\\bnog niet uitnodigen\\b"
        + "|^(?:(?:zijn|reeds|al|inmiddels|allemaal) )*weg$|^(?:(?:zijn|reeds|al|inmiddels|allemaal|sinds|vorige|lijst|jaar|keer|week|maand|uit|van|de|het|onze|straat|buurt|wijk|flat|huis|of|en) )*(?:verhuisd|vertrokken|verzogen|weggegaan)(?: (?:sinds|vorige|lijst|jaar|keer|week|maand|in|de|het|uit|straat|buurt|wijk|of|en))*$|^in memoriam$|^refus(?:e|es|ees)?$|^(?:personnes )?decedees?$");

    /// <summary>A sheet that somebody put away. Beside the list it says nothing, and read as the list it brings back whoever is gone.</summary>
    public static bool IsPutAway(string sheet) => Is(sheet) || PutAway.IsMatch(Headers.Spaced(sheet));

    /// <summary>A no and nothing else: over people it is one, and in a column about something else it answers that.</summary>
    public static bool IsAnswer(string title) => title.Trim() is not "No." && Answer.IsMatch(TextOf(Headers.Words(title)));

    /// <summary>The same of one tag or group that somebody is sorted under. "Geen" says that there is none.</summary>
    public static bool IsLabel(string label)
    {
        var words = Headers.Words(label).ToList();
        var text = TextOf(words);
        return AllGone.IsMatch(text) || NoMember.IsMatch(text) || OptOutPhrases.IsOutOfIt(label)
            || words.Where((word, i) => IsOfNo(word) && (i == 0 || !(LeavesOut(words[i - 1]) || Negations.Contains(words[i - 1])))).Any();
    }

    /// <summary>Beside the number of a house it may be about that one house.</summary>
    public static bool MayBeOfOne(string title) => IsAnswer(title) || AllGone.IsMatch(TextOf(Headers.Words(title)));

    /// <summary>The same of a file: of its name more is about something else, such as a street, or the people that are left.</summary>
    public static bool IsFile(string name)
    {
        var words = Headers.Words(OwnEnding().Replace(name, "")).ToList();
        if (words.Count == 0 || words.Exists(LeavesOut) || OptOutPhrases.NamesAnotherWay(name))
            return false;
        var first = words.Find(word => !AnyList.IsMatch(word));
        var text = TextOf(words);
        return (first is not null && IsOfNo(first)) || Answer.IsMatch(text) || AllGone.IsMatch(text) || Export().IsMatch(text) || OptOutPhrases.Contains(name) || OptOutPhrases.IsOutOfIt(name);
    }

    private static readonly Regex PutAway = new("^(?:\\w+ )?(?:niet (?:meer )?gebruiken|do not use|dont use|nicht (?:mehr )?verwenden|archief|archive|archiv|gearchiveerd|prullenbak|prullenmand|trash|papierkorb|verouderd|outdated|veraltet)(?: [0-9]+)*$|^(?:oud|oude?(?: (?:lijst|leden|bestand|versie))?|old(?: list)?|alt|backup|reservekopie)(?: [0-9]+)*$");

    // Years and numbers say nothing.
    private static string TextOf(IEnumerable<string> words) => string.Join(' ', words.Where(word => !word.All(char.IsAsciiDigit)));

    private const string Any = "(?:lijst|list|liste|leden|lid|mensen|people|persons?|personen|members?|mitglieder|bewoners|deelnemers|contacten|contacts?|kontakte|adressen|namen|export|bestand|file|datei|blad|sheet|en|und|and|of|or|oder|de|die|der|het|the|reeds|al|inmiddels)";

    private static readonly Regex AnyList = new("^" + Any + "$");

    private static readonly Regex Answer = new("^(?:nee|neen|nein|no|non|niet|geen|nicht|kein|keine)$");

    // Nothing but such words: a street, a name or "verhuisd naar" beside them is about something else.
    private static readonly Regex AllGone = new("^(?:" + Any + " )*(?:inactie(?:f|ve|ven)|inactive|inaktive?n?|non ?actie(?:f|ve|ven)|(?:oud|ex) ?(?:leden|lid|deelnemers?|bewoners?|bewoonsters?|huurders?|members?|mitglied(?:er)?)|voormalige?|former|ehemalige?n?"
        + "|verhuisden?|verhuisd|vertrokken(?:en)?|vervallen|verwijderden?|verwijderd|gestopten?|gestopt|afgevallen(?:en)?|geschrapten?|geschrapt|geroyeerden?|geroyeerd|afgevoerden?|afgevoerd|afvallers?|uitvallers?|afhakers?|afgehaakten?|afgehaakt"
        + "|afzegg(?:ers?|ingen)|afgezegd|afwijzingen|afgewezen(?:en)?|rejected|refused|removed|deleted|moved|geloschte?n?|abgelehnte?n?|absagen|abgesagt|verzogene?n?|umgezogene?n?|lapsed|resigned|non ?subscribed"
        + "|overslaan|overgeslagen|skip(?:ped)?|negeren|ignore|uberspringen|liever niet|lieber nicht|rather not|niet doen|(?:nee|nein|no) ?(?:zeggers?|sagers?|sayers?|leden|lijst|liste|list))(?: (?:" + Any + "|verhuisd|vertrokken|vervallen|verwijderd|inactief|gestopt|afgehaakt|geschrapt))*$");

    private static readonly Regex NoMember = new("^(?:niet|geen|non|nicht|kein|not a?|no) ?(?:leden|lid|members?|mitglied(?:er)?|deelnemers?)$|\\bhard no\\b");

    // What we hand back is named after the list, and a browser numbers what it downloads twice.
    [GeneratedRegex(@"-rejected(?:[ \-]?\(?[0-9]{1,3}\)?)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex OwnEnding();

    // As Mailchimp names those whose address bounced. Anybody may call a list that was cleaned up so.
    [GeneratedRegex("^cleaned (?:email )?(?:audience|segment|members?)\\b")]
    private static partial Regex Export();
}
