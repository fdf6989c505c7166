using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns.Noes;

/// <summary>A yes and a no as colours in words: where a green one stands beside it, a red one is a no to something.</summary>
internal static partial class TrafficLights
{
    public static bool IsOne(string cell) => Light.IsMatch(Headers.Spaced(cell));

    /// <summary>Red and green, and no colour besides that no traffic light has.</summary>
    public static bool Are(IReadOnlyCollection<string> texts) =>
        texts.Any(text => Red().IsMatch(Headers.Spaced(text))) && texts.Any(text => Green().IsMatch(Headers.Spaced(text))) && texts.All(IsOne);

    [GeneratedRegex("^(?:code )?(?:rood|red|rot|rouge)$")]
    private static partial Regex Red();

    [GeneratedRegex("^(?:code )?(?:groen|green|grun|gruen|vert)$")]
    private static partial Regex Green();

    private static readonly Regex Light = new("^(?:code )?(?:rood|red|rot|rouge|groen|green|grun|gruen|vert|oranje|orange|geel|yellow|gelb|jaune|amber|onbekend|unknown|grijs|grey|gray|grau)$");
}
