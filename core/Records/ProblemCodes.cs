namespace Outreach.Records;

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

    /// <summary>The cell holds more than one number.</summary>
    public const string PhoneMore = "phone-more";
    public const string EmailMore = "email-more";

    /// <summary>It may have a typing error, and is used as it stands.</summary>
    public const string EmailDoubtful = "email-doubtful";

    /// <summary>It may be made up, or of another country, and is used as it stands.</summary>
    public const string PhoneDoubtful = "phone-doubtful";
    public const string Unreachable = "unreachable";

    /// <summary>A value was bent to fit.</summary>
    public const string Adjusted = "adjusted";

    /// <summary>Neither a plain yes nor a plain no, where one of them belongs.</summary>
    public const string ConsentUnknown = "consent-unknown";

    /// <summary>More cells than the header has.</summary>
    public const string RowTooLong = "row-too-long";

    /// <summary>Two names on one number or address.</summary>
    public const string SharedContact = "shared-contact";

    /// <summary>No column says who people are, or a row holds nothing but a number or an address, where the others have names.</summary>
    public const string NameMissing = "name-missing";
    public const string CellTooLong = "cell-too-long";
    public const string ColumnsMissing = "columns-missing";
    public const string ColumnsDouble = "columns-double";

    /// <summary>A sheet, or rows below a title, that seem to hold people who want no message.</summary>
    public const string PeopleWhoSaidNo = "people-who-said-no";

    /// <summary>Other names of columns halfway.</summary>
    public const string SecondHeader = "second-header";

    /// <summary>Letters that were saved wrongly: "JosÃ©".</summary>
    public const string TextGarbled = "text-garbled";
    public const string FileUnreadable = "file-unreadable";
    public const string CellError = "cell-error";
    public const string RowsSkipped = "rows-skipped";
    public const string RowsHidden = "rows-hidden";
    public const string EncodingGuessed = "encoding-guessed";

    /// <summary>It already says why nobody can be reached.</summary>
    internal static bool IsOfContact(string code) => code is PhoneInvalid or PhoneCountry or EmailInvalid or PostcodeInvalid or HouseNumberInvalid or HouseNumberDate or CellTooLong or CellError or FileUnreadable;
}
