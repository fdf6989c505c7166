using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Records;

[JsonConverter(typeof(EnumWordConverter<CardKind>))]
public enum CardKind
{
    Number,

    /// <summary>A neighbour who knows the way in their building or street.</summary>
    Host,
}

/// <summary>One line of the contact card: whom to call, and for what. Somebody looks after it, and it says when it was last found right.</summary>
public sealed record CardEntry : IStored<CardEntry>
{
    static JsonTypeInfo<CardEntry> IStored<CardEntry>.Json => RecordsJson.Default.CardEntry;

    /// <summary>Months after which an entry must be checked again; people change jobs and numbers.</summary>
    public const int GoodForMonths = 6;

    /// <summary>Rises with the time of making, so that a card keeps its order.</summary>
    public required string Id { get; init; }

    public CardKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>As it is dialled and read: also short numbers, like 112, that are not full phone numbers.</summary>
    public required string Phone { get; init; }

    /// <summary>What to call for, by language; the group's own is always there, but for a host.</summary>
    public IReadOnlyDictionary<string, string> WhatFor { get => field ?? ReadOnlyDictionary<string, string>.Empty; init; }

    /// <summary>A street, or a flat as "Lindelaan 2-80"; null: for the whole neighbourhood.</summary>
    public string? Place { get; init; }

    /// <summary>The person who looks after this line; empty when nobody does any more. Residents do not see it.</summary>
    public required string Owner { get; init; }

    /// <summary>The owner, when they are asked by a message whether it is still right.</summary>
    public PersonId? OwnerPerson { get; init; }

    /// <summary>The code of the page on which the owner answers that.</summary>
    public Code? Code { get; init; }

    public DateOnly CheckedOn { get; init; }

    /// <summary>The owner was asked, or organisers were told, that it is stale.</summary>
    public DateOnly? ToldOn { get; init; }

    private const int IdLength = 12;

    public static string NewId(DateTimeOffset now) => Base32.NewId(now);

    public static bool IsId(string? text) => text?.Length == IdLength && Base32.IsLower(text);

    public bool IsStale(DateOnly today) => CheckedOn.AddMonths(GoodForMonths) <= today;

    /// <summary>When it is asked for next: once when it turns stale, and each month that nobody looks at it.</summary>
    [JsonIgnore]
    public DateOnly DueOn => ToldOn?.AddMonths(1) ?? CheckedOn.AddMonths(GoodForMonths);

    [JsonIgnore]
    public bool IsOwnedByHost => Kind is CardKind.Host && Owner == Name;

    /// <summary>Without an owner, and stale from today on.</summary>
    public CardEntry WithoutOwner(DateOnly today) =>
        this with { Owner = "", OwnerPerson = null, Code = null, ToldOn = null, CheckedOn = CheckedOn.AddMonths(GoodForMonths) <= today ? CheckedOn : today.AddMonths(-GoodForMonths) };

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
