using System.Text.Json.Serialization.Metadata;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Texts;

/// <summary>Somebody who grew up with a language has read one standard text in it.</summary>
/// <param name="Hash">Of the words that were read: of others it says nothing.</param>
public sealed record CheckedText(MessageKind Kind, string Language, string Hash, string By, DateTimeOffset At) : IStored<CheckedText>
{
    static JsonTypeInfo<CheckedText> IStored<CheckedText>.Json => TextsJson.Default.CheckedText;
}

/// <param name="At">Null when the language file says it, of the whole language.</param>
public sealed record TextCheck(string By, DateTimeOffset? At);

/// <summary>Which standard texts were checked.</summary>
public sealed class TextChecks(IReadOnlyList<CheckedText> marks)
{
    /// <returns>Null when nobody has read these words.</returns>
    public TextCheck? Find(MessageKind kind, Language language)
    {
        if (marks.FirstOrDefault(mark => mark.Kind == kind && mark.Language == language.Code) is { } mark && mark.Hash == MessageTexts.HashOf(kind, language))
            return new TextCheck(mark.By, mark.At);
        return language.CheckedBy is { } by ? new TextCheck(by, null) : null;
    }
}

/// <summary>A group notes who has read its texts; of each text and language the last who did.</summary>
public sealed class CheckTexts(ITables tables, TimeProvider clock)
{
    public const int MaxNameLength = 100;

    public async Task<TextChecks> OfAsync(GroupId group, CancellationToken ct)
    {
        var marks = await tables.ListValuesAsync<CheckedText>(TableNames.Meetings, group.Value, MeetingKeys.TextChecks, ct);
        return new TextChecks(marks);
    }

    public Task MarkAsync(GroupId group, MessageKind kind, Language language, string by, CancellationToken ct)
    {
        var mark = new CheckedText(kind, language.Code, MessageTexts.HashOf(kind, language), by, clock.GetUtcNow());
        return tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Upsert(MeetingKeys.TextCheck(language.Code, kind), RowJson.Write(mark))], ct);
    }

    public Task UnmarkAsync(GroupId group, MessageKind kind, Language language, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        if (await tables.GetAsync(TableNames.Meetings, group.Value, MeetingKeys.TextCheck(language.Code, kind), ct) is { } row)
            await tables.SubmitAsync(TableNames.Meetings, group.Value, [Operation.Delete(row.Key, row.ETag)], ct);
    });

    /// <summary>A standard text as somebody would read it, to be checked.</summary>
    public static RenderedMessage Example(MessageKind kind, Language language, Group group, Settings settings)
    {
        var starts = new DateTimeOffset(2027, 3, 11, 14, 0, 0, TimeSpan.FromHours(1));
        return MessageTexts.Render(kind, language, new MessageFacts
        {
            Name = "Noor Bakker",
            Group = group.Name,
            Meeting = new MeetingFacts("Koffie op het plein", "Lindeplein 3", starts, starts.AddHours(2), "Fatima", "06 12345678"),
            Link = settings.Link("/i/0000000000").ToString(),
            StopLink = settings.Link("/s/0000000000").ToString(),
            Nominator = "Bea",
            Party = 2,
            PassOnLinks = [settings.Link("/p/0000000000").ToString()],
            OwnText = "…",
        });
    }
}
