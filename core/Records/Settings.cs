using Outreach.Contacts;
using Outreach.Ids;

namespace Outreach.Records;

/// <summary>What an operator sets once for an installation.</summary>
public sealed record Settings
{
    /// <summary>Where residents find us, as every link has it.</summary>
    public required Uri BaseUrl { get; init; }

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>For phone numbers that are written without one (ISO 3166, "NL").</summary>
    public string DefaultCountry { get; init; } = CountryRules.UsualDefault;

    public string AllowedCountries { get; init; } = CountryRules.UsualAllowed;

    /// <summary>Where residents can text to without being written to first, as from a letter; null when no number is known.</summary>
    public Contacts.PhoneNumber? SmsNumber { get; init; }

    public const int UsualMessagesPerDay = 25_000;

    /// <summary>How many messages a group may send in a day, each part of an SMS counted, unless its owner chose another number.</summary>
    public int MessagesPerDay { get; init; } = UsualMessagesPerDay;

    public CountryRules Countries => new(DefaultCountry, AllowedCountries);

    public Uri Link(string path) => new(BaseUrl, path);

    /// <summary>The local date of a moment, in <see cref="Zone"/>.</summary>
    public DateOnly Day(DateTimeOffset moment) => Zone.Day(moment);

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <inheritdoc cref="LocalTime.At"/>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => Zone.At(day, time);

    /// <summary>The first moment of a day.</summary>
    public DateTimeOffset Midnight(DateOnly day) => At(day, TimeOnly.MinValue);
}
