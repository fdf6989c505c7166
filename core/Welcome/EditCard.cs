using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Welcome;

/// <summary>What somebody fills in for a line of the contact card.</summary>
public sealed record CardDraft(string? Name, string? Phone, string? Place, string? Owner, IReadOnlyDictionary<string, string> WhatFor);

public enum CardProblem
{
    Name,
    WhatFor,
    Phone,
    Owner,
    Place,
}

/// <summary>Organisers keep the contact card. A line that is written or changed counts as checked on that day.</summary>
public sealed class EditCard(CardStore cards, Settings settings, TimeProvider clock)
{
    public const int MaxNameLength = 100;
    public const int MaxWhatForLength = 200;
    private const int MaxPhoneLength = 30;
    private const int MaxDigits = 15;
    private const int MinDigits = 3;

    /// <param name="id">Of a line that is there, or of a new one: pressed twice, it is one line.</param>
    /// <param name="language">The group's own.</param>
    /// <returns>What is wrong, or null.</returns>
    public async Task<CardProblem?> HandleAsync(GroupId group, string id, CardDraft draft, string language, CancellationToken ct)
    {
        if (Check(draft, language) is { } problem)
            return problem;
        var entry = new CardEntry
        {
            Id = id,
            Name = draft.Name!.Trim(),
            Phone = draft.Phone!.Trim(),
            WhatFor = draft.WhatFor.ToDictionary(text => text.Key, text => text.Value.Trim()),
            Place = string.IsNullOrWhiteSpace(draft.Place) ? null : draft.Place.Trim(),
            Owner = draft.Owner!.Trim(),
            CheckedOn = settings.Day(clock.GetUtcNow()),
        };
        await cards.SaveAsync(group, entry, ct);
        return null;
    }

    /// <summary>Somebody called, and the line is still right.</summary>
    /// <returns>False when there is no such line.</returns>
    public Task<bool> ConfirmAsync(GroupId group, string id, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await cards.FindAsync(group, id, ct) is not { } stored)
            return false;
        await cards.ReplaceAsync(group, stored, stored.Value with { CheckedOn = settings.Day(clock.GetUtcNow()), ToldOn = null }, ct);
        return true;
    });

    private static CardProblem? Check(CardDraft draft, string language) => draft switch
    {
        _ when !Fits(draft.Name, MaxNameLength) => CardProblem.Name,
        _ when !Fits(draft.WhatFor.GetValueOrDefault(language), MaxWhatForLength) => CardProblem.WhatFor,
        _ when draft.WhatFor.Any(text => Language.Find(text.Key) is null || text.Value.Length > MaxWhatForLength) => CardProblem.WhatFor,
        _ when !IsNumber(draft.Phone?.Trim()) => CardProblem.Phone,
        _ when !Fits(draft.Owner, MaxNameLength) => CardProblem.Owner,
        _ => draft.Place?.Length > MaxNameLength ? CardProblem.Place : null,
    };

    private static bool Fits(string? text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest;

    private static bool IsNumber(string? text) => text?.Length <= MaxPhoneLength
        && text.All(character => char.IsAsciiDigit(character) || character is '+' or ' ' or '-' or '.' or '(' or ')')
        && text.Count(char.IsAsciiDigit) is >= MinDigits and <= MaxDigits;
}

/// <summary>The contact card of a group, a row a line.</summary>
public sealed class CardStore(ITables tables)
{
    /// <summary>In order of making.</summary>
    public async Task<IReadOnlyList<Stored<CardEntry>>> ListAsync(GroupId group, CancellationToken ct)
    {
        var all = new List<Stored<CardEntry>>();
        await foreach (var row in tables.QueryAsync(TableNames.Cards, group.Value, "", "~", null, ct))
            all.Add(RowJson.Read<CardEntry>(row));
        return all;
    }

    /// <summary>Those that were found right lately: no other is printed or sent.</summary>
    public async Task<IReadOnlyList<CardEntry>> GoodAsync(GroupId group, DateOnly today, Func<CardEntry, bool> wanted, CancellationToken ct) =>
        [.. (await ListAsync(group, ct)).Select(stored => stored.Value).Where(entry => !entry.IsStale(today) && wanted(entry))];

    public async Task<Stored<CardEntry>?> FindAsync(GroupId group, string id, CancellationToken ct) =>
        CardEntry.IsId(id) && await tables.GetAsync(TableNames.Cards, group.Value, id, ct) is { } row ? RowJson.Read<CardEntry>(row) : null;

    public Task SaveAsync(GroupId group, CardEntry entry, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Cards, group.Value, [Operation.Upsert(entry.Id, RowJson.Write(entry))], ct);

    public Task ReplaceAsync(GroupId group, Stored<CardEntry> before, CardEntry after, CancellationToken ct) =>
        tables.SubmitAsync(TableNames.Cards, group.Value, [Operation.Replace(after.Id, RowJson.Write(after), before.ETag)], ct);

    /// <returns>False when it was gone already.</returns>
    public async Task<bool> RemoveAsync(GroupId group, string id, CancellationToken ct)
    {
        if (await FindAsync(group, id, ct) is not { } stored)
            return false;
        try
        {
            await tables.SubmitAsync(TableNames.Cards, group.Value, [Operation.Delete(id, Operation.AnyETag)], ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
