using System.Text.RegularExpressions;
using Outreach.Records;
using static Outreach.Lists.Columns.PermissionStems;

namespace Outreach.Lists.Columns;

/// <summary>
/// A yes as forms have people say it: "Ja, ik geef toestemming", "I agree". With any word that may take something back or make it a yes to something else it is none, and
/// neither is a yes to one way only.
/// </summary>
internal static class YesInWords
{
    public static bool Is(string cell)
    {
        var words = Headers.Words(cell).ToList();
        return Agreement.IsMatch(string.Join(' ', words))
            && words.TrueForAll(word => (IsHarmless(word) && !NoWords.Contains(word)) || OfAgreement.IsMatch(word))
            && PermissionHeaders.WaysOf(string.Concat(words), words.ToHashSet(StringComparer.Ordinal)) is Ways.None;
    }

    private static readonly Regex Agreement = new("\\b(?:(?:geef|geeft|geven|verleen|verleent|gaf|give|gives|gave) (?:\\w+ ){0,3}(?:toestemming|consent|permission)|toestemming (?:is )?(?:gegeven|verleend|ontvangen)|(?:ga|gaat|gaan) (?:\\w+ )?akkoord"
        + "|(?:i|we) (?:\\w+ )?(?:agree|accept|consent)|stimmen? (?:\\w+ ){0,3}zu|stem (?:\\w+ ){0,2}in|(?:bin|sind) (?:\\w+ )?einverstanden|willige (?:\\w+ )?ein|einwilligung (?:ist |wurde )?(?:erteilt|gegeben))\\b"
        + "|^(?:(?:ja|yes) )?(?:wel|akkoord|agreed?|accepted|einverstanden|zugestimmt)$");

    private static readonly Regex OfAgreement = new("^(?:ga|gaat|gaan|stem|stimmen?|bin|sind|agreed?|accept|accepted|damit|hiermee|hiermit|hierbij|hereby|daarmee|ermee|graag|volledig|zugestimmt|willige|ein|verleen|verleent|gaf|ist|wurde)$");
}
