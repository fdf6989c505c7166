using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;

namespace Outreach.Welcome;

/// <summary>What somebody fills in for a line of the contact card.</summary>
public sealed record CardDraft(string? Name, string? Phone, string? Place, string? Owner, IReadOnlyDictionary<string, string> WhatFor)
{
    public CardKind Kind { get; init; }

    /// <summary>The number or e-mail address at which the owner is asked whether it is still right; null: organisers are. A host is asked at the number on the card.</summary>
    public string? OwnerReach { get; init; }
}

/// <summary>What the owner says instead of "still right".</summary>
/// <param name="WhatFor">In the language of the group.</param>
public sealed record CardCorrection(string? Phone, string? WhatFor);

public enum CardProblem
{
    Name,
    WhatFor,
    Phone,
    Owner,
    Place,

    /// <summary>Messages do not reach the owner there, or they said stop.</summary>
    OwnerReach,

    /// <summary>This number is on every card.</summary>
    Emergency,

    /// <summary>The line was taken off the card meanwhile.</summary>
    NotFound,
}

/// <summary>Organisers keep the contact card, and each owner their line. A line that is written or changed counts as checked on that day.</summary>
public sealed class EditCard(CardStore cards, CardOwners owners, Settings settings, TimeProvider clock)
{
    public const int MaxNameLength = 100;
    public const int MaxWhatForLength = 200;
    private const int MaxPhoneLength = 30;
    private const int MaxDigits = 15;

    /// <param name="id">Of a line that is there, or of a new one: pressed twice, it is one line.</param>
    /// <param name="language">The group's own.</param>
    /// <returns>What is wrong, or null.</returns>
    public async Task<CardProblem?> HandleAsync(GroupId group, string id, CardDraft draft, string language, CancellationToken ct)
    {
        draft = draft.Kind is CardKind.Host ? draft with { Owner = string.IsNullOrWhiteSpace(draft.Owner) ? draft.Name : draft.Owner } : draft;
        if (Check(draft, language) is { } problem)
            return problem;
        var entry = EntryOf(id, draft);
        var reach = draft.OwnerReach ?? (entry.IsOwnedByHost ? entry.Phone : null);
        var person = reach is null ? null : await owners.FindAsync(group, entry.Owner, reach, ct);
        if (person is null && draft.OwnerReach is not null)
            return CardProblem.OwnerReach;
        var before = (await cards.FindAsync(group, id, ct))?.Value;
        Code? code = person is not { } owner ? null : before is { Code: { } same } && before.OwnerPerson == owner ? same : await owners.DrawAsync(group, id, owner, ct);
        await cards.SaveAsync(group, entry with { OwnerPerson = person, Code = code }, ct);
        await owners.EndAsync(before?.Code == code ? null : before?.Code, ct);
        return null;
    }

    /// <summary>Somebody called, or the owner pressed the button: the line is still right.</summary>
    /// <returns>False when there is no such line.</returns>
    public async Task<bool> ConfirmAsync(GroupId group, string id, CancellationToken ct) =>
        await cards.ChangeAsync(group, id, entry => entry with { CheckedOn = Today, ToldOn = null }, ct) is not null;

    /// <summary>The owner knows better. What is said otherwise is no longer said in other languages: nobody has translated it.</summary>
    public async Task<CardProblem?> CorrectAsync(GroupId group, string id, CardCorrection said, string language, CancellationToken ct)
    {
        if (await cards.FindAsync(group, id, ct) is not { Value: var known })
            return CardProblem.NotFound;
        var whatFor = string.IsNullOrWhiteSpace(said.WhatFor) ? known.WhatFor.GetValueOrDefault(language) : said.WhatFor.Trim();
        IReadOnlyDictionary<string, string> told = whatFor == known.WhatFor.GetValueOrDefault(language) ? known.WhatFor : new Dictionary<string, string> { [language] = whatFor! };
        if (Check(new CardDraft(known.Name, said.Phone, known.Place, "-", told) { Kind = known.Kind }, language) is { } problem)
            return problem;
        await cards.ChangeAsync(group, id, entry => entry with { Phone = said.Phone!.Trim(), WhatFor = told, CheckedOn = Today, ToldOn = null }, ct);
        return null;
    }

    /// <summary>The owner does not look after it any more: organisers are told, and find somebody else.</summary>
    public async Task GiveUpAsync(GroupId group, string id, Code code, CancellationToken ct)
    {
        await cards.ChangeAsync(group, id, entry => entry.Code == code ? entry.WithoutOwner(Today) : entry, ct);
        await owners.EndAsync(code, ct);
    }

    /// <returns>False when it was gone already.</returns>
    public async Task<bool> RemoveAsync(GroupId group, string id, CancellationToken ct)
    {
        var code = (await cards.FindAsync(group, id, ct))?.Value.Code;
        await owners.EndAsync(code, ct);
        return await cards.RemoveAsync(group, id, ct);
    }

    private DateOnly Today => settings.Day(clock.GetUtcNow());

    private CardEntry EntryOf(string id, CardDraft draft) => new()
    {
        Id = id,
        Kind = draft.Kind,
        Name = draft.Name!.Trim(),
        Phone = draft.Phone!.Trim(),
        WhatFor = draft.WhatFor.ToDictionary(text => text.Key, text => text.Value.Trim()),
        Place = string.IsNullOrWhiteSpace(draft.Place) ? null : draft.Place.Trim(),
        Owner = draft.Owner!.Trim(),
        CheckedOn = Today,
    };

    private CardProblem? Check(CardDraft draft, string language) => draft switch
    {
        _ when !Fits(draft.Name, MaxNameLength) => CardProblem.Name,
        { Kind: not CardKind.Host } when !Fits(draft.WhatFor.GetValueOrDefault(language), MaxWhatForLength) => CardProblem.WhatFor,
        _ when draft.WhatFor.Any(text => Language.Find(text.Key) is null || text.Value.Length > MaxWhatForLength) => CardProblem.WhatFor,
        _ when !IsNumber(draft.Phone?.Trim()) => CardProblem.Phone,
        _ when EmergencyNumbers.Of(settings.DefaultCountry).Any(number => number.IsSame(draft.Phone!)) => CardProblem.Emergency,
        _ when !Fits(draft.Owner, MaxNameLength) => CardProblem.Owner,
        { Kind: CardKind.Host } when string.IsNullOrWhiteSpace(draft.Place) => CardProblem.Place,
        _ => draft.Place?.Length > MaxNameLength ? CardProblem.Place : null,
    };

    private static bool Fits(string? text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest;

    private static bool IsNumber(string? text) => text?.Length <= MaxPhoneLength
        && text.All(character => char.IsAsciiDigit(character) || character is '+' or ' ' or '-' or '.' or '(' or ')')
        && text.Count(char.IsAsciiDigit) is >= PhoneNumber.MinDigits and <= MaxDigits;
}
