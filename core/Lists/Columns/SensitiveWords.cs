using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>What a cell that we use says besides of somebody's health, origin, belief or debts: "An Proef (dementie)", "12 GGZ". It is not kept, and shown as "…".</summary>
internal static partial class SensitiveWords
{
    /// <summary>What stands in its place.</summary>
    public const string Shown = "…";

    // Longer than any name or address: the rest is not shown, nor searched.
    private const int MaxLength = 500;

    public static bool AreIn(string text) => text.Trim() is Shown || Headers.Words(text).Any(word => Health.IsMatch(word) || Origin.IsMatch(word) || Belief.IsMatch(word) || Money.IsMatch(word));

    /// <summary>Without what stands in brackets, or behind a dash or the like, and is of that kind. A street may be called after a hospital.</summary>
    public static string WithoutBrackets(string text, string instead = "") => WithoutBrackets(text, _ => instead);

    public static string WithoutBrackets(string text, Func<string, string> instead) =>
        text.Length > MaxLength
            ? WithoutBrackets(text[..MaxLength], instead) + Shown
            : Apart().Replace(text, match => AreIn(match.Groups["part"].Value) ? instead(match.Groups["part"].Value) : match.Value);

    /// <summary>Without each word of that kind.</summary>
    public static string WithoutWords(string text, string instead = "") =>
        string.Join(' ', text.Split(' ').Select(word => AreIn(word) ? instead : word).Where(word => word.Length > 0));

    [GeneratedRegex(@"\s*[(\[](?<part>[^()\[\]]+)(?:[)\]]|\z)|\s+[\-/|;*!]+\s*(?<part>[^()\[\]@0-9]+)\z|\s*[,;!]\s*(?<part>\p{Ll}[^()\[\],;@0-9]*)\z")]
    private static partial Regex Apart();

    private static readonly Regex Health = new(@"^(?:dement\w*|demenz\w*|alzheimer\w*|parkinson\w*|autis(?:me|m|mus|t|te|ten|tisch|tic)|adhd|ggz|wmo|wlz|pgb|lv[bg]|nah|schizo\w*|psych\w*|depressi\w*|epilep\w*|diabet\w*|kanker\w*|cancer|krebs\w*|hiv|copd|"
        + @"astma\w*|asthma\w*|rolstoel\w*|rollator\w*|rollstuhl\w*|wheelchair|scootmobiel\w*|blind|blinde|slechtziend\w*|slechthorend\w*|doof|doofstom|deaf|taub|gehorlos\w*|invalide|gehandicapt\w*|handicap\w*|behindert\w*|"
        + @"behinderung\w*|disab\w*|verslaafd\w*|verslaving\w*|alcohol\w*|alkohol\w*|suchtig|drugs|addict\w*|zwanger|schwanger|pregnant|enceinte|ziek|zieke|zieken|ziekte\w*|ziekenhuis|krank|krankheit\w*|krankenhaus|ill|sick|malade|hospital|"
        + @"verpleeghuis|verpleegtehuis|verzorgingshuis|pflegeheim|pflegegrad\w*|pflegebedurftig|thuiszorg|jeugdzorg|zorg|zorg(?:mijder|boerderij|instelling|centrum|woning|appartement|huis|behoev|klant|client)\w*|\w*patient\w*|hospice|ms|opgenomen|opname|overspannen|\w*stoornis|"
        + @"analfabe\w*|laaggeletterd\w*|agressi\w*|gewelddadig\w*|kliniek|terminaal|mantelzorg|incontinent\w*|doodziek|stervend\w*|ongeneeslijk|chemo\w*|medicatie|medicijnen|burnout|suicid\w*|ptss|ptsd|bipolair|borderline|herseninfarct|beroerte|cva|"
        + @"verward|demence|aveugle|sourde?|klachten|diagnose\w*|therapie|clientnummer)\z");

    private static readonly Regex Origin = new(@"^(?:syri(?:sche?|er|ers|an|ans|en|enne)|marokkaanse?|marokkaan|moroccan|marokkanisch|marocaine?|turkse?|turkish|turkisch|turque|afghaanse?|afghaan|afghan\w*|iraakse?|irakees|irakisch|iraqi|iraanse?|iraner|iranian|iranisch|somali\w*|eritre\w*|"
        + @"ethiop\w*|oekra\w*|ukrain\w*|poolse?|polish|polnisch|bulgaarse?|roemeense?|surinaamse?|antilliaanse?|arabische?|arabier|koerd\w*|kurd\w*|vluchteling\w*|refugee\w*|refugiee?s?|fluchtling\w*|statushouder\w*|asielzoek\w*|asylum\w*|asylbewerber\w*|"
        + @"allochto\w*|migrant\w*|zigeuner\w*|illegaal|ongedocumenteerd\w*|undocumented)\z");

    private static readonly Regex Belief = new(@"^(?:moskee\w*|mosque|synagoge|mosli\w*|musli\w*|moslem\w*|islamiet|islamiti\w*|islamisch|christelijke?|katholiek\w*|katholisch|catholi\w*|protestant\w*|gereformeerd\w*|evangelisch\w*|jood|joodse?|judisch|jewish|juive|hindoe\w*|hindu|boeddhis\w*|jehova\w*|atheis\w*|"
        + @"gelovig\w*|musulman\w*|homo|homoseksue\w*|lesbisch\w*|lesbian|lhbt\w*|lgbt\w*|transgender|gedetineerd\w*|strafblad)\z");

    // "Wia" is a name.
    private static readonly Regex Money = new(@"^(?:bijstand\w*|\w*uitkering\w*|schulden\w*|schuldsan\w*|schuldhulp\w*|schuldregeling|wsnp|bewind|\w*bewindvoer\w*|beschermingsbewind\w*|budgetbeheer\w*|budgetcoach\w*|voedselbank\w*|wajong\w*|armoede\w*|minima|minimum(?:inkomen|loon)|failliet\w*|"
        + @"faillissement\w*|deurwaarder\w*|loonbeslag|curatele|mentorschap|voogdij|huurachterstand\w*|\w*wanbetaler\w*|dakloos|dakloze\w*|werkloos|werkloze\w*|participatiewet|zorgtoeslag|huurtoeslag|kwijtschelding|debts?|welfare|benefits|bankrupt\w*|"
        + @"foodbank|homeless|unemployed|guardianship|insolven\w*|hartz|burgergeld|sozialhilfe|arbeitslos\w*|obdachlos\w*|pfandung\w*|chomage|surendett\w*|rsa)\z");
}
