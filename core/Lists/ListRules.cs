using Outreach.Contacts;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>What a group's settings say about reading a list.</summary>
/// <param name="OrganiserLanguage">"nl" or "en": the language of problems and reasons.</param>
public sealed record ListRules(CountryRules Countries, string OrganiserLanguage = "nl")
{
    public const int MaxBytes = 50 * 1024 * 1024;
    public const int MaxRows = 1_000_000;
    public const int MaxCellCharacters = 4_000;

    /// <summary>As many as Excel has.</summary>
    public const int MaxColumns = 16_384;

    /// <summary>Maximum number of columns named that are not read.</summary>
    public const int MaxIgnoredColumns = 60;

    /// <summary>Maximum length of a value shown in a problem.</summary>
    public const int MaxShownCharacters = 100;

    /// <summary>What an organiser said that columns mean, by header.</summary>
    public IReadOnlyDictionary<string, ColumnMeaning>? Answers { get; init; }

    /// <summary>What an organiser chose for each column, by its place; null where its header decides.</summary>
    public IReadOnlyList<ColumnUse?> Columns { get; init; } = [];

    public HeaderKind Header { get; init; }

    /// <summary>All people of the list want no message: where it says so above them, that is as it should be.</summary>
    public bool AreOptOuts { get; init; }

    public static ListRules Dutch { get; } = new(CountryRules.Dutch);
}
