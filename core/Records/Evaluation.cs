using System.Text.Json.Serialization.Metadata;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>Hours and euros a meeting took, as an organiser enters them afterwards.</summary>
public sealed record Evaluation : IStored<Evaluation>
{
    static JsonTypeInfo<Evaluation> IStored<Evaluation>.Json => RecordsJson.Default.Evaluation;

    public const int MaxHours = 10_000;
    public const int MaxEuros = 1_000_000;

    /// <summary>The hours of everybody who helped, together.</summary>
    public decimal? Hours { get; init; }

    public decimal? Euros { get; init; }
}
