using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

/// <summary>One line of the contact card: whom to call, and for what. Somebody looks after it, and it says when it was last found right.</summary>
public sealed record CardEntry : IStored<CardEntry>
{
    static JsonTypeInfo<CardEntry> IStored<CardEntry>.Json => RecordsJson.Default.CardEntry;

    /// <summary>People change jobs and numbers: after so many months a line must be looked at again.</summary>
    public const int GoodForMonths = 6;

    /// <summary>Rises with the time of making, so that a card keeps its order.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>As it is dialled and read: also short numbers, like 112, that are not full phone numbers.</summary>
    public required string Phone { get; init; }

    /// <summary>What to call for, by language; the group's own is always there.</summary>
    public IReadOnlyDictionary<string, string> WhatFor { get => field ?? Nothing; init; }

    /// <summary>A street, or a flat as "Lindelaan 2-80"; null: for the whole neighbourhood.</summary>
    public string? Place { get; init; }

    /// <summary>Who of the group looks after this line. Residents do not see it.</summary>
    public required string Owner { get; init; }

    public DateOnly CheckedOn { get; init; }

    /// <summary>Organisers were told that it is stale.</summary>
    public DateOnly? ToldOn { get; init; }

    private static readonly Dictionary<string, string> Nothing = [];

    private const int IdLength = 12;

    public static string NewId(DateTimeOffset now) => Base32.Time(now) + Base32.Random(4);

    public static bool IsId(string? text) => text?.Length == IdLength && Base32.IsLower(text);

    public bool IsStale(DateOnly today) => CheckedOn.AddMonths(GoodForMonths) <= today;

    /// <summary>Once when it turns stale, and each month that nobody looks at it.</summary>
    public bool NeedsTelling(DateOnly today) => IsStale(today) && !(ToldOn?.AddMonths(1) > today);

    public string? WhatForIn(string language, string fallback) => WhatFor.GetValueOrDefault(language) ?? WhatFor.GetValueOrDefault(fallback);

    /// <param name="home">Null: it is not known where they live, so that only what is for everybody concerns them.</param>
    public bool Concerns(Address? home) => Place is null || (home is not null && Covers(Place, home));

    private static bool Covers(string place, Address home)
    {
        var space = place.LastIndexOf(' ');
        if (IsSame(place, home.Street) || space < 0)
            return IsSame(place, home.Street);
        var bounds = place[(space + 1)..].Split('-', StringSplitOptions.TrimEntries);
        return IsSame(place[..space], home.Street)
            && NumberOf(bounds[0]) is { } first && NumberOf(bounds[^1]) is { } last && NumberOf(home.HouseNumber) is { } house
            && house >= first && house <= last;
    }

    private static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static int? NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
