namespace Outreach.Languages;

/// <summary>Which form a language uses for a whole number, after the cardinal rules of Unicode CLDR.</summary>
internal static class PluralRules
{
    private static readonly string[] All = ["zero", "one", "two", "few", "many", "other"];

    public static string Category(string language, int count) => language switch
    {
        "ar" => Arabic(count),
        "pl" => Polish(count),
        "uk" => Ukrainian(count),
        "fa" or "fr" or "ti" => count is 0 or 1 ? "one" : "other",
        _ => count == 1 ? "one" : "other",
    };

    /// <summary>The forms a language file must have for a number of people or places.</summary>
    public static IReadOnlyList<string> Categories(string language) => language switch
    {
        "ar" => All,
        "pl" or "uk" => ["one", "few", "many"],
        _ => ["one", "other"],
    };

    public static string WithoutCategory(string key)
    {
        var dot = key.LastIndexOf('.');
        return dot > 0 && All.Contains(key[(dot + 1)..]) ? key[..dot] : key;
    }

    private static string Arabic(int count) => count switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ when count % 100 is >= 3 and <= 10 => "few",
        _ when count % 100 >= 11 => "many",
        _ => "other",
    };

    private static string Polish(int count) => count switch
    {
        1 => "one",
        _ when count % 10 is >= 2 and <= 4 && count % 100 is not (>= 12 and <= 14) => "few",
        _ => "many",
    };

    private static string Ukrainian(int count) => count switch
    {
        _ when count % 10 == 1 && count % 100 != 11 => "one",
        _ when count % 10 is >= 2 and <= 4 && count % 100 is not (>= 12 and <= 14) => "few",
        _ => "many",
    };
}
