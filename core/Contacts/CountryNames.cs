using System.Collections.Frozen;

namespace Outreach.Contacts;

/// <summary>Countries as a column of a list names them, in Dutch, English, German and French, and by their codes.</summary>
internal static class CountryNames
{
    private static readonly (string Code, string Known)[] Spellings =
    [
        ("NL", "nl nld nederland netherlands thenetherlands holland niederlande paysbas"),
        ("BE", "be bel belgie belgium belgien belgique"),
        ("DE", "de deu ger duitsland germany deutschland allemagne"),
        ("FR", "fr fra frankrijk france frankreich"),
        ("LU", "lu lux luxemburg luxembourg"),
        ("GB", "gb uk gbr verenigdkoninkrijk engeland unitedkingdom england greatbritain grossbritannien royaumeuni"),
        ("IE", "ie irl ierland ireland irland irlande"),
        ("PL", "pl pol polen poland polska pologne"),
        ("ES", "es esp spanje spain spanien espagne"),
        ("PT", "pt prt portugal"),
        ("IT", "it ita italie italy italien"),
        ("AT", "at aut oostenrijk austria osterreich autriche"),
        ("CH", "ch che zwitserland switzerland schweiz suisse"),
        ("TR", "tr tur turkije turkey turkei turkiye turquie"),
        ("UA", "ua ukr oekraine ukraine"),
        ("RO", "ro rou roemenie romania rumanien roumanie"),
        ("BG", "bg bgr bulgarije bulgaria bulgarien bulgarie"),
        ("MA", "ma mar marokko morocco maroc"),
    ];

    private static readonly FrozenDictionary<string, string> Known =
        Spellings.SelectMany(entry => entry.Known.Split(' ').Select(name => KeyValuePair.Create(name, entry.Code))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="name">Small letters without accents or blanks.</param>
    public static string? CodeOf(string name) => Known.GetValueOrDefault(name);
}
