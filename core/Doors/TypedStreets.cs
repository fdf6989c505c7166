using System.Globalization;
using System.Text.RegularExpressions;
using Outreach.Contacts;

namespace Outreach.Doors;

public enum TypedProblem
{
    /// <summary>No street and numbers: "Kerkstraat 1-41 oneven".</summary>
    Unreadable,

    /// <summary>The first number is higher than the last.</summary>
    Backwards,

    /// <summary>More houses than a street has.</summary>
    TooMany,
}

/// <param name="Line">From 1.</param>
public sealed record TypedLine(int Line, string Text, TypedProblem Problem);

/// <summary>Addresses as an organiser types them: a street on each line, "Kerkstraat 1-41 oneven", "Zegge 2-80 even 1234 AB", "Lindelaan 12a, 14".</summary>
public static partial class TypedStreets
{
    public const int MaxDoors = 5000;
    private const int MaxPerLine = 1000;
    private const int MaxStreetLength = 80;

    // A house, or a row of them.
    private const string OneOrRow = "[1-9][0-9]{0,4}(?:(?: ?(?:" + HouseRow.UntilOrDash + ") ?[0-9]{1,5}(?: +(?:" + HouseRow.Sides + @"))?)|[ \-]?[\p{L}][\p{L}0-9 ]{0,12})?";

    /// <summary>All of the lines, or what is wrong with each that cannot be read: nothing is guessed and nothing is half taken.</summary>
    public static (IReadOnlyList<Address> Addresses, IReadOnlyList<TypedLine> Problems) Read(string text, CountryRules countries)
    {
        var (addresses, problems) = (new List<Address>(), new List<TypedLine>());
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (OneLine.OrNull(line) is not { } typed)
                continue;
            if (ReadLine(typed, countries, addresses) is { } problem)
                problems.Add(new TypedLine(index + 1, typed, problem));
            else if (addresses.Count > MaxDoors)
                return ([], [new TypedLine(index + 1, typed, TypedProblem.TooMany)]);
        }

        return problems.Count > 0 ? ([], problems) : ([.. addresses.Distinct()], []);
    }

    private static TypedProblem? ReadLine(string line, CountryRules countries, List<Address> addresses)
    {
        var postcode = "";
        if (WithPostcode().Match(line) is { Success: true } with && Postal.TryPostcode(with.Groups["postcode"].Value, countries, out postcode))
            line = with.Groups["rest"].Value.TrimEnd(' ', ',');
        else
            postcode = "";
        if (!Several.IsMatch(line) && Postal.TrySplitStreet(line, out var house))
        {
            if (house.IsGuessed)
                return TypedProblem.Unreadable;
            addresses.Add(new Address(house.Street, house.Number, house.Addition, postcode, null));
            return null;
        }

        return Street.Match(line) is { Success: true, Groups: var parts } && parts["street"].Length <= MaxStreetLength
            ? ReadNumbers(parts["numbers"].Value, (house, addition) => new Address(parts["street"].Value.TrimEnd(' ', ','), house, addition, postcode, null), addresses)
            : TypedProblem.Unreadable;
    }

    private static TypedProblem? ReadNumbers(string text, Func<string, string?, Address> at, List<Address> addresses)
    {
        foreach (var part in text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (HouseRow.Read(part) is { } row)
            {
                if (row.From > row.To)
                    return TypedProblem.Backwards;
                if (row.To - row.From >= MaxPerLine)
                    return TypedProblem.TooMany;
                addresses.AddRange(row.Numbers.Select(number => at(number.ToString(CultureInfo.InvariantCulture), null)));
            }
            else if (Postal.TrySplitNumber(part, out var house, out var addition))
            {
                addresses.Add(at(house, addition));
            }
            else
            {
                return TypedProblem.Unreadable;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?<rest>.+?[ ,]+)(?<postcode>[1-9][0-9]{3} ?[A-Za-z]{2})\z")]
    private static partial Regex WithPostcode();

    private static readonly Regex Several = new("[,;]|[0-9] ?(?:" + HouseRow.UntilOrDash + ") ?[0-9]", RegexOptions.IgnoreCase);

    // The last run of numbers: a year in the name of a street stays with the name.
    private static readonly Regex Street = new(@"^(?<street>(?=.*\p{L}).+?)[ ,]+(?<numbers>" + OneOrRow + "(?: ?[,;] ?" + OneOrRow + @")*)\z", RegexOptions.IgnoreCase);
}
