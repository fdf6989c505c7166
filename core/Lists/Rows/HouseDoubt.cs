using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Lists.Rows;

/// <summary>A house number that can be read in another way too: the house opposite, two houses, or a letter that was meant as a digit.</summary>
internal static partial class HouseDoubt
{
    /// <param name="text">The number as it came, with what stands behind it.</param>
    /// <returns>What to say; null when the number is certain.</returns>
    public static string? Of(string text, string number, string addition, Wording wording)
    {
        if (IsPlace(addition))
            return wording.HousePlace;
        if (Postal.MayBeFloor(text))
            return wording.LetterOrFloor;
        if (LetterOrDigit().IsMatch(text))
            return wording.HouseLetterOrDigit;
        return !Postal.IsDoubtful(text, number, addition) ? null : Additions.IsKnown(addition) ? wording.TwoHouses : wording.AdditionUnknown;
    }

    /// <summary>"Tegenover" and the like. "t/o" and "bij" are codes of the register of persons, and certain.</summary>
    public static bool IsPlace(string addition) => Place.IsMatch(addition);

    /// <summary>"Naast Kerkstraat", "hoek Molenweg". "Achter de Hoven" and "Oud Milligenseweg" are streets.</summary>
    public static bool IsPlaceBefore(string street) => Before.IsMatch(street);

    private static readonly Regex Before = new(@"^\W*(?:(?:schuin )?(?:tegenover|naast|achter|boven|onder)|(?:op de |de )?hoek(?: van)?(?: de)?|oud|old|nabij|vlakbij|opposite|next to|behind|corner(?: of)?|gegenüber|neben|ecke|hinter) \p{L}{3,}(?<!se)(?:straat|weg|laan|plein|dijk|gracht|kade|singel|steeg|dreef|plantsoen|straße|strasse|street|road|avenue|lane)\b", RegexOptions.IgnoreCase);

    private static readonly Regex Place = new(@"(?:^|[ (])(?:tegenover|naast|schuin|opposite|next to|gegenüber|neben|en face)\W*\z", RegexOptions.IgnoreCase);

    [GeneratedRegex(@"^[0-9]+[OoIl][0-9]*\z")]
    private static partial Regex LetterOrDigit();
}
