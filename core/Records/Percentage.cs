namespace Outreach.Records;

/// <summary>A part of people as a percentage.</summary>
public static class Percentage
{
    /// <summary>Of fewer people a percentage says more than is known.</summary>
    public const int MinWhole = 10;

    /// <returns>Null where a number says enough.</returns>
    public static double? Of(int part, int? whole, int decimals = 0) => whole >= MinWhole ? Math.Round(100.0 * part / whole.Value, decimals, MidpointRounding.AwayFromZero) : null;
}
