namespace Outreach.Lists;

/// <summary>One row of a list that is not blank.</summary>
/// <param name="Row">As Excel shows it.</param>
/// <param name="Candidate">Null when the row is rejected.</param>
/// <param name="Cells">Only of a rejected row: its cells as they came, for <see cref="RejectedFile"/>. Cells of sensitive columns and notes are empty.</param>
public sealed record ListRow(int Row, Candidate? Candidate, IReadOnlyList<RowProblem> Problems, IReadOnlyList<string>? Cells = null)
{
    /// <summary>Not a row of people: something to know about the file itself, found here.</summary>
    public bool IsAboutFile { get; init; }
}

/// <summary>Something an organiser should know about a row, or about the whole file.</summary>
/// <param name="Value">As it stood in the cell, cut at 100 characters.</param>
/// <param name="Rejected">False for a warning: the row is taken without this value.</param>
public sealed record RowProblem(int Row, string Column, string Code, string Message, string Value, bool Rejected)
{
    /// <summary>What a value that was bent to fit became; null when it was taken as it came, or not at all.</summary>
    public string? Became { get; init; }
}

/// <summary>A column that was not read, and why.</summary>
public sealed record IgnoredColumn(string Column, IgnoreReason Reason, string Why);

public enum IgnoreReason
{
    Unknown,

    /// <summary>Health, care, origin, belief and the like.</summary>
    Sensitive,

    /// <summary>A citizen service number or another number that identifies a person by law.</summary>
    IdentityNumber,
    BirthDate,

    /// <summary>Free notes on people.</summary>
    Notes,

    /// <summary>Known under no name, and with values that look like citizen service numbers.</summary>
    LooksLikeIdentityNumber,

    /// <summary>The reason that an earlier rejected file gave.</summary>
    EarlierReason,

    /// <summary>Another sheet of the workbook than the one with the list.</summary>
    OtherSheet,

    /// <summary>A column that Excel does not show.</summary>
    Hidden,
}

public static class ProblemCodes
{
    public const string PhoneInvalid = "phone-invalid";
    public const string PhoneCountry = "phone-country";
    public const string EmailInvalid = "email-invalid";
    public const string LanguageUnknown = "language-unknown";
    public const string LandlineInvalid = "landline-invalid";
    public const string PostcodeInvalid = "postcode-invalid";
    public const string HouseNumberInvalid = "house-number-invalid";

    /// <summary>A spreadsheet made a date of it.</summary>
    public const string HouseNumberDate = "house-number-date";

    /// <summary>More stands in the cell than one number.</summary>
    public const string PhoneMore = "phone-more";
    public const string EmailMore = "email-more";
    public const string Unreachable = "unreachable";

    /// <summary>A value was bent to fit.</summary>
    public const string Adjusted = "adjusted";

    /// <summary>Neither a plain yes nor a plain no, where one of them belongs.</summary>
    public const string ConsentUnknown = "consent-unknown";

    /// <summary>More cells than the header has.</summary>
    public const string RowTooLong = "row-too-long";

    /// <summary>Two names on one number or address.</summary>
    public const string SharedContact = "shared-contact";
    public const string CellTooLong = "cell-too-long";
    public const string ColumnsMissing = "columns-missing";
    public const string ColumnsDouble = "columns-double";
    public const string FileUnreadable = "file-unreadable";
    public const string CellError = "cell-error";
    public const string RowsSkipped = "rows-skipped";
    public const string RowsHidden = "rows-hidden";
    public const string EncodingGuessed = "encoding-guessed";

    /// <summary>It says by itself why nobody can be reached.</summary>
    internal static bool IsOfContact(string code) => code is PhoneInvalid or PhoneCountry or EmailInvalid or PostcodeInvalid or HouseNumberInvalid or HouseNumberDate or CellTooLong or CellError or FileUnreadable;
}
