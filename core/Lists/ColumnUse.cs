using System.Text.Json.Serialization;
using Outreach.Ids;
using Outreach.Lists.Columns;
using Outreach.Records;

namespace Outreach.Lists;

/// <summary>What an organiser can say that a column holds.</summary>
[JsonConverter(typeof(EnumWordConverter<ColumnUse>))]
public enum ColumnUse
{
    Ignore,
    Name,
    FirstName,
    Initials,
    Infix,
    LastName,
    Mobile,
    Phone,
    OtherPhone,
    Email,
    OtherEmail,
    Language,
    Street,
    HouseNumber,
    HouseLetter,
    Addition,
    Beside,
    Postcode,
    City,
    NoSms,
    NoEmail,
    NoContact,
    Consent,
}

/// <summary>Where the names of the columns stand.</summary>
[JsonConverter(typeof(EnumWordConverter<HeaderKind>))]
public enum HeaderKind
{
    /// <summary>In the row that reads like one.</summary>
    Found,

    /// <summary>In the first row, though it names no way to reach anybody that we know.</summary>
    FirstRow,

    /// <summary>Nowhere: the first row is a person already.</summary>
    None,
}

internal static class ColumnUses
{
    public static Field? FieldOf(ColumnUse use) => Enum.TryParse<Field>(use.ToString(), out var field) && Enum.IsDefined(field) ? field : null;

    public static ColumnUse Of(Field field) => Enum.Parse<ColumnUse>(field.ToString());

    public static ColumnMeaning? MeaningOf(ColumnUse use) => use switch
    {
        ColumnUse.NoSms => ColumnMeaning.NoSms,
        ColumnUse.NoEmail => ColumnMeaning.NoEmail,
        ColumnUse.NoContact => ColumnMeaning.NoContact,
        ColumnUse.Consent => ColumnMeaning.Consent,
        ColumnUse.Ignore => ColumnMeaning.Ignore,
        _ => null,
    };

    public static ColumnUse Of(ColumnMeaning meaning) => Enum.Parse<ColumnUse>(meaning.ToString());
}
