namespace Outreach.Records;

/// <summary>What an operator sets once for an installation.</summary>
public sealed record Settings
{
    /// <summary>Where residents find us, as it stands in every link.</summary>
    public required Uri BaseUrl { get; init; }

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>For phone numbers that are written without one (ISO 3166, "NL").</summary>
    public string DefaultCountry { get; init; } = "NL";

    public string AllowedCountries { get; init; } = "NL BE DE";

    /// <summary>Where residents can text to without being written to first, as from a letter; null when no number is known.</summary>
    public Contacts.PhoneNumber? SmsNumber { get; init; }

    public const int UsualMessagesPerDay = 25_000;

    /// <summary>How many messages a group may send in a day, each part of an SMS counted, unless its owner chose another number.</summary>
    public int MessagesPerDay { get; init; } = UsualMessagesPerDay;

    public Contacts.CountryRules Countries => new(DefaultCountry, AllowedCountries);

    public Uri Link(string path) => new(BaseUrl, path);

    /// <summary>The day that a calendar on the wall shows.</summary>
    public DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>The moment when the clock on the wall shows this; of an hour that comes twice the later, and in the hour that summer time skips the time it would have been.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>The first moment of a day.</summary>
    public DateTimeOffset Midnight(DateOnly day) => At(day, TimeOnly.MinValue);
}
