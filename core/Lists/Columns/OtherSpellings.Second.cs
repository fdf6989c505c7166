using System.Text.RegularExpressions;

namespace Outreach.Lists.Columns;

/// <summary>Columns of a second number or address of the same person: "Mobiel 2", "Tweede e-mail", "E-mail werk". They are for whoever has no first one.</summary>
internal static partial class OtherSpellings
{
    /// <summary>Where another person is named, it may be theirs.</summary>
    private static Field? SecondOf(IReadOnlyList<string> header, int index)
    {
        var name = Headers.Compact(header[index]);
        if (Second.Match(name) is not { Success: true } found || ColumnsOfOthers.PersonCounted(header, '2') is not null || header.Any(OtherPeople.IsRelative))
            return null;
        return Headers.FieldOf(found.Groups["plain"].Value) switch
        {
            Field.Mobile => Field.OtherPhone,
            // At work somebody else may pick it up.
            Field.Phone when !found.Groups["work"].Success => Field.OtherPhone,
            Field.Email => Field.OtherEmail,
            _ => null,
        };
    }

    private const string Work = "(?<work>werk|zakelijk|work|business|geschaftlich|beruflich|dienstlich)";

    private static readonly Regex Second = new("^(?:(?:2e|2de|tweede|second|2nd|zweites?|zweite|deuxieme|alternatief|alternatieve)(?<plain>.+?)|(?<plain>.+?)2|" + Work + "e?(?<plain>.+?)|(?<plain>.+?)" + Work + ")$");
}
