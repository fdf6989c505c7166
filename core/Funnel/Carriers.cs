namespace Outreach.Funnel;

/// <summary>Who carries a snowball on: whom to ask now, who was asked often enough, and with whom it stopped.</summary>
/// <param name="AskNext">They came, may be asked, and have room for more names. Those from streets where few came from are first.</param>
/// <param name="AskedEnough">They named as many as they may, or were asked after the two meetings before: leave them in peace.</param>
/// <param name="StoppedHere">They were asked and named nobody.</param>
public sealed record Carriers(IReadOnlyList<ChainPerson> AskNext, IReadOnlyList<ChainPerson> AskedEnough, IReadOnlyList<ChainPerson> StoppedHere)
{
    /// <param name="quota">Names that somebody may give after a meeting.</param>
    public static Carriers Of(IReadOnlyList<ChainPerson> people, int quota)
    {
        var came = people.Where(person => person is { Came: true, IsFromBefore: false }).ToList();
        var neighbours = came.Where(person => person.Street is not null).CountBy(person => person.Street!, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var parts = came.ToLookup(person => !person.MayBeAsked || person.Named >= quota ? Part.Enough : person is { WasAsked: true, Named: 0 } ? Part.Stopped : Part.Next);
        return new Carriers(
            [.. parts[Part.Next].OrderBy(person => person.Street is { } street ? neighbours[street] : int.MaxValue).ThenBy(person => person.Named).ThenBy(person => person.Label, StringComparer.OrdinalIgnoreCase)],
            [.. parts[Part.Enough].OrderByDescending(person => person.Named).ThenBy(person => person.Label, StringComparer.OrdinalIgnoreCase)],
            [.. parts[Part.Stopped].OrderByDescending(person => person.Wave).ThenBy(person => person.Label, StringComparer.OrdinalIgnoreCase)]);
    }

    private enum Part
    {
        Next,
        Enough,
        Stopped,
    }
}
