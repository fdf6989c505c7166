using System.Globalization;
using Outreach.Records;

namespace Outreach.Functions.Web.Components;

/// <summary>One step of a funnel.</summary>
/// <param name="Parts">What the count is made of, in the order of the waves.</param>
/// <param name="Base">What the step is a share of; null where a share says nothing.</param>
public sealed record FunnelStep(string Name, int Count, IReadOnlyList<int> Parts, int? Base = null)
{
    public FunnelStep(string name, int count, int? of = null)
        : this(name, count, [count], of)
    {
    }
}

/// <summary>One value of a breakdown.</summary>
/// <param name="Address">Leads to those it counts.</param>
public sealed record Share(string Label, int Count, string? Address = null);

public static class Shares
{
    /// <summary>"62%"; null where a number says enough.</summary>
    public static string? Percent(int count, int? whole) =>
        Percentage.Of(count, whole) is { } percent ? percent.ToString(CultureInfo.InvariantCulture) + "%" : null;
}

public sealed record ChartPoint(DateOnly Day, double Value);

/// <summary>What is expected: from a point on the line to a range at the end.</summary>
public sealed record ChartBand(ChartPoint From, DateOnly To, double Low, double Middle, double High);

/// <summary>A line over days, what is expected after it, and a limit; placed on a drawing of 100 by 100. Pure.</summary>
public sealed record LineChart(IReadOnlyList<ChartPoint> Points, ChartBand? Band, double? Limit)
{
    private const double Headroom = 1.1;

    public DateOnly From => Points[0].Day;

    public DateOnly To => Band?.To ?? Points[^1].Day;

    /// <summary>The top of the drawing: a round number above everything on it.</summary>
    public double Top => Round(Math.Max(1, Points.Select(point => point.Value).Append(Limit ?? 0).Append(Band?.High ?? 0).Max()) * Headroom);

    public double X(DateOnly day) => To == From ? 0 : 100.0 * (day.DayNumber - From.DayNumber) / (To.DayNumber - From.DayNumber);

    public double Y(double value) => 100 - (100 * Math.Clamp(value / Top, 0, 1));

    public string Line => string.Join(' ', Points.Select(point => At(point.Day, point.Value)));

    public string? BandArea => Band is { } band ? string.Join(' ', At(band.From.Day, band.From.Value), At(band.To, band.High), At(band.To, band.Low)) : null;

    public string? BandMiddle => Band is { } band ? string.Join(' ', At(band.From.Day, band.From.Value), At(band.To, band.Middle)) : null;

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private string At(DateOnly day, double value) => $"{Number(X(day))},{Number(Y(value))}";

    /// <summary>1, 2, 5, 10, 20, 50 …: a scale that is read at a glance.</summary>
    private static double Round(double value)
    {
        var size = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return (value / size) switch { <= 1 => 1, <= 2 => 2, <= 3 => 3, <= 5 => 5, _ => 10 } * size;
    }
}
