using System.Text.RegularExpressions;
using Outreach.Contacts;
using Outreach.Lists.Columns;

namespace Outreach.Lists.Rows;

/// <summary>What the words around a number or an address in a cell say of it: "06… (oud)", "nieuw: 06…", "zie dochter 06…".</summary>
internal static partial class Belonging
{
    /// <summary>
    /// Without those that the cell says are old, wrong or somebody else's, and only the new ones where it calls some new. Where the name of the row stands beside some, these
    /// are its person's.
    /// </summary>
    /// <param name="found">Where they stand, in their order.</param>
    /// <param name="name">Of the row; null where a name beside them says nothing.</param>
    public static List<T> Usable<T>(string text, IReadOnlyList<(Range Where, T Value)> found, string? name)
    {
        var usable = new List<(bool IsNew, bool IsOwn, T Value)>();
        var isNamedBehind = found.Count > 0 && !text[..found[0].Where.Start.Value].Any(char.IsLetter);
        for (var i = 0; i < found.Count; i++)
        {
            var (start, end) = (found[i].Where.Start.Value, found[i].Where.End.Value);
            var before = text[(i == 0 ? 0 : found[i - 1].Where.End.Value)..start];
            var behind = text[end..(i + 1 == found.Count ? text.Length : found[i + 1].Where.Start.Value)];
            var (ofNext, ofEarlier) = (i == 0 ? before : OfNext(before), i + 1 == found.Count ? behind : OfEarlier(behind));
            // "Jansen, b@…" may be one address that was cut.
            var isOwn = isNamedBehind ? NamedBeside.IsOwn(ofEarlier, name) : ofNext.TrimEnd().EndsWith(',') ? null : NamedBeside.IsOwn(ofNext, name);
            // A name before "<address>" says whose it is.
            before = DisplayName().Replace(before, "");
            var words = $"{(i == 0 ? before : OfNext(before))}\n{ofEarlier}";
            // A lone number with somebody's name beside it may be how they are reached, and the word may be no name: it is used, and said.
            if ((isOwn is not false || found.Count == 1) && !NotToUse.IsMatch(words) && (i + 1 == found.Count || !Replaced.IsMatch(behind)))
                usable.Add((New.IsMatch(words) || (i > 0 && Replaced.IsMatch(before)), isOwn is true, found[i].Value));
        }

        var own = usable.Exists(one => one.IsOwn) ? usable.FindAll(one => one.IsOwn) : usable;
        return [.. own.Where(one => one.IsNew || !own.Exists(other => other.IsNew)).Select(one => one.Value)];
    }

    /// <summary>What stands in a street's cell is not, or not now, where somebody lives: "oud: Kerkstraat 12", "vanaf 1 mei Molenweg 3", "Kerkstraat 12 (oud)".</summary>
    public static bool IsElsewhere(string address) => address.Contains(':', StringComparison.Ordinal) || Elsewhere.IsMatch(address);

    /// <summary>The same of what stands in the cell of a house number, or behind it: "12 oud", "verhuisd".</summary>
    public static bool IsElsewhereBehind(string house) => Elsewhere.IsMatch($"0 {house}");

    /// <summary>Words beside a number that say it is old, wrong or somebody else's.</summary>
    public static bool IsOfAnother(string words) => NotToUse.IsMatch(words);

    // Words between two of them belong to both, unless a character says to which: "06… (oud) 06…", "06… nieuw: 06…".
    private static string OfEarlier(string between) =>
        Cut.Match(between) is { Success: true } cut ? between[..cut.Index] : between.TrimEnd().EndsWith(':') ? "" : between;

    private static string OfNext(string between) =>
        Cut.Match(between) is { Success: true } cut ? between[(cut.Index + cut.Length)..] : between;

    [GeneratedRegex(@"(?<=^|[;,|\n])[^<>()\[\]:;,|\n]*(?=[<‹]\s*\z)")]
    private static partial Regex DisplayName();

    private static readonly Regex Cut = new(@"[)\];,/|\n]|[(\[](?=[^)\]]*$)|\s(?:of|or|en|and|und|oder)\s", RegexOptions.IgnoreCase);

    // The next took the place of the one before: "06… -> 06…", "06… wordt 06…", "06… nu 06…".
    private static readonly Regex Replaced = new(@"[-=]+>|\s>\s|[→⇒➔➜]|\b(?:wordt|werd|is geworden|becomes|became|wird|wurde)\b|\b(?:nieuwe?|nu|new|now|neue?|jetzt)[\s:]*$", RegexOptions.IgnoreCase);

    private static readonly Regex New = new(@"\b(?:nieuwe?|nu|huidige?|new|now|current|neue?|jetzt|aktuelle?)\b", RegexOptions.IgnoreCase);

    private static readonly Regex NotToUse = new(@"\b(?:" + Past + "|" + Other + "|" + Dated + @"|(?:zie|siehe)(?! (?:ook|auch|opm|notitie|bemerk))|via(?! (?:de )?(?:whats?app|app|sms|e?-?mail|telefoon|signal))|"
        + @"(?:nummer|nr|tel|telefoon|mobiel|mail|e-mail|adres|number) (?:van|of|von)(?! (?:hem|haar)?zelf)|" + OfTheirs + @")\b|^[\s(\[]*(?:niet|nicht|not|geen|keine?)[\s:!.)\]]*$", RegexOptions.IgnoreCase | RegexOptions.Multiline);

    // Many a street is "Oude" something, so what is old says so in brackets or behind the number. None has an address in its name, or a day from which it is there.
    private static readonly Regex Elsewhere = new(@"^\W*(?:p/a|c/o|t\.?a\.?v)\b|^\W*" + At + "(?:" + Relatives + @")\b|adres(?:se)?\b|address\b|^\W*(?:" + Once + @")\s+(?!\d)\S|\b(?:verhuisd|verhuist|verzogen|vertrokken|moved|umgezogen|tijdelijk|temporary|temporarily|vorübergehend|" + Dated + @")\b|"
        + @"(?:[(\[]|[0-9]\p{L}?[\s,;\-]+)(?:" + At + ")?(?:" + Past + "|" + Relatives + @")\s*(?:[)\],;.]|\z)", RegexOptions.IgnoreCase);

    // Before a street: where somebody lived, or will, or gets their post.
    private const string Once = "was|waren|voorheen|vroeger|eerst|previously|formerly|früher|(?:woonde|woonden|lived|wohnte)(?: (?:vroeger|eerst|voorheen))?(?: (?:op|aan|in|at|on))?|(?:gaat|ging|verhuist|gaan|moved|moves|zieht)(?: \\w+)? (?:naar|to|nach)|(?:post|brieven?|pakketten|mail) (?:\\w+ )?(?:naar|aan|op|via|to|nach)|nu nog|straks|binnenkort";

    private const string At = @"(?:bij|van|zie|bei) (?:(?:mijn|haar|zijn|hun|de|een|my|her|his) )?";

    private const string Past = @"(?:oude?|old|alte?|vorige|voormalig|voorheen|vroeger|previous|former(?:ly)?|früher|was|war|ex|foute?|foutief|verkeerde?|onjuist|klopt niet|niet juist|wrong|incorrect|falsche?|ongeldig|invalid|ungültig|bounced?|gebounced|onbestelbaar|undeliverable|unzustellbar|vervallen|opgeheven|afgesloten|verlopen|defect|kapot|buiten gebruik|"
        + "(?:niet|nicht|not|no longer)(?: meer| mehr| langer)? (?:in (?:gebruik|use|dienst|betrieb)|gebruiken|use|bereikbaar|geldig|actief|valid|active|van (?:hem|haar))|(?:werkt|bestaat) niet|doet het niet)";

    private const string Other = "(?:p/a|c/o|buren|receptie|concierge|conci[eë]rge|wijkagent|maatschappelijk(?: werk(?:er|ster)?)?|beheerder|huismeester|woningcorporatie|huisbaas|verhuurder|landlord|hausmeister|caretaker|kamergenoot|erven|school|cp|c\\.p|mantelz|wettelijk(?:e)? vert\\w*|bewindv|leen(?:toestel|nummer)?|tijdelijk|" + Relatives + "|noodnummer|noodgeval(?:len)?|contactpersoon|noodcontact|nood|noodnr|ice|emergency|notfall(?:nummer|kontakt)?|contact person|kontaktperson|begeleiding|" + RelativeWords.Helpers + "|"
        + @"(?:wijk)?verple(?:egkundige|ging)|verzorg(?:er|ster|ende|ing)|(?:wijk|buurt|sociaal )team|(?<!\b(?:op|alleen|only|niet|na) )(?:pa|ma)(?=\s*(?:[)\],;]|$))|(?:thuis)?zorg|(?:thuis)?hulp|huisarts|(?:tand)?arts|dokter|doctor|gp|hausarzt|arzt|(?:wijk|woon)?coach|tolk|interpreter|dolmetscher(?:in)?)";

    private const string Relatives = RelativeWords.Family + "|" + RelativeWords.Neighbours + "|(?:schoon|klein|pleeg|grand|enkel)?(?:kind(?:er(?:en)?)?|child|children)|enkelin|ouder|neef|tante|oom|oma|opa|zwager|mama|papa|mam|pap|familielid|relative|"
        + "man|vrouw|mann|frau|buur|huisgenoot|vriend(?:in)?|friend|freund(?:in)?|kennis|collega";

    // "Van haar" alone is their own.
    private const string OfTheirs = @"van (?:mijn|m['’]?n|zijn|z['’]?n|haar|hun|onze)(?= (?!zelf)\p{L})";

    // From or until a day. An hour says when to call.
    private const string Dated = @"(?:vanaf|tot(?: en met)?|t/m|per|from|until|till|as of|ab|bis)(?: de| den| dem| the)? (?:[0-3]?[0-9][-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:[0-9]{4}|[0-9]{2}))?(?![0-9]| ?(?:u|h)\b| ?uur| ?uhr)"
        + @"|(?:[0-3]?[0-9](?:e|\.|st|th|rd|nd)? )?(?:" + MonthNames.Usual + ")"
        + @"|(?:19|20)[0-9]{2}|volgende|komende|next|nächste\w?)|daarna|danach|afterwards|thereafter";
}
