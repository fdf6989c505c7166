using Outreach.Records;

namespace Outreach.Functions.Lists;

/// <summary>What a column means, as it is said from outside: "no-sms".</summary>
internal static class Meaning
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<ColumnMeaning>().Select(Of)];

    public static string Of(ColumnMeaning meaning) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(meaning.ToString());

    public static ColumnMeaning? Of(string? word) =>
        All.ToList().FindIndex(known => string.Equals(known, word?.Trim(), StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? Enum.GetValues<ColumnMeaning>()[index] : null;
}
