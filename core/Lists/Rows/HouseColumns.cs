using System.Collections.Frozen;
using Outreach.Contacts;
using Outreach.Lists.Columns;

namespace Outreach.Lists.Rows;

/// <summary>Columns right behind the number of a house of which we do not know whether they belong to it.</summary>
internal static class HouseColumns
{
    private const int MaxLength = 6;

    private static readonly FrozenSet<string> OfPeople =
        WordSet.Of("geslacht mv vm gender sex geschlecht sexe aanhef titel anrede title salutation type soort categorie groep wijk buurt district land country");

    public static bool MayHoldAdditions(string header) => !OfPeople.Contains(Headers.Compact(header));

    /// <summary>"a", "II", "3 hg"; a number alone counts anything, and an x is a tick.</summary>
    public static bool MayBeAddition(string text) =>
        text.Length <= MaxLength && text.Any(char.IsLetter) && text is not ("x" or "X" or "j" or "J" or "n" or "N") && Additions.IsKnown(text);
}
