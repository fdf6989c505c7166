using Outreach.Functions.Web.Api;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Texts;

internal sealed record CheckedBody(string? By);

internal sealed record CheckedAnswer(string By, DateTimeOffset? At)
{
    public static CheckedAnswer? Of(TextCheck? check) => check is null ? null : new(check.By, check.At);
}

internal sealed record StandardTextAnswer(string Kind, string Subject, string Sms, string Text, CheckedAnswer? Checked);

internal sealed record LanguageAnswer(string Code, string Name, string EnglishName, string Direction, string? CheckedBy, int Texts, int Checked)
{
    public static LanguageAnswer Of(Language language, TextChecks checks) => new(
        language.Code, language.Name, language.EnglishName, language.Direction, language.CheckedBy,
        Enum.GetValues<MessageKind>().Length, Enum.GetValues<MessageKind>().Count(kind => checks.Find(kind, language) is not null));
}

/// <summary>The standard texts, and who has checked them.</summary>
internal static class CheckTextRoutes
{
    public static void MapTextChecks(this RouteGroupBuilder api)
    {
        api.MapGet("/languages", async (Caller caller, CheckTexts check, CancellationToken ct) =>
        {
            var checks = await check.OfAsync(caller.Group, ct);
            return Results.Ok(new { items = Language.All.Select(language => LanguageAnswer.Of(language, checks)) });
        });
        api.MapGet("/languages/{language}/texts", ListAsync);
        api.MapPut("/languages/{language}/texts/{kind}/checked", MarkAsync);
        api.MapDelete("/languages/{language}/texts/{kind}/checked", UnmarkAsync);
    }

    private static async Task<IResult> ListAsync(string language, Caller caller, CheckTexts check, GroupStore groups, Settings settings, CancellationToken ct)
    {
        if (Find(language) is not { } known)
            return Problems.NotFound("language");
        var (group, checks) = (await groups.GetAsync(caller.Group, ct), await check.OfAsync(caller.Group, ct));
        return Results.Ok(new { items = Enum.GetValues<MessageKind>().Select(kind => AnswerOf(kind, known, group, settings, checks)) });
    }

    private static StandardTextAnswer AnswerOf(MessageKind kind, Language language, Group group, Settings settings, TextChecks checks)
    {
        var example = CheckTexts.Example(kind, language, group, settings);
        return new StandardTextAnswer(TextRoutes.NameOf(kind), example.Subject, example.Sms, example.Text, CheckedAnswer.Of(checks.Find(kind, language)));
    }

    private static async Task<IResult> MarkAsync(string language, string kind, CheckedBody body, Caller caller, CheckTexts check, CancellationToken ct)
    {
        if (Find(language) is not { } known || TextRoutes.KindOf(kind) is not { } which)
            return Problems.NotFound("text");
        if (SmsCharacters.Plain(body.By ?? "").Trim() is not { Length: > 0 and <= CheckTexts.MaxNameLength } by)
            return Problems.Invalid("by", $"Say who has read it, in {CheckTexts.MaxNameLength} characters at most.");
        await check.MarkAsync(caller.Group, which, known, by, ct);
        return await StateAsync(which, known, caller, check, ct);
    }

    private static async Task<IResult> UnmarkAsync(string language, string kind, Caller caller, CheckTexts check, CancellationToken ct)
    {
        if (Find(language) is not { } known || TextRoutes.KindOf(kind) is not { } which)
            return Problems.NotFound("text");
        await check.UnmarkAsync(caller.Group, which, known, ct);
        return await StateAsync(which, known, caller, check, ct);
    }

    private static async Task<IResult> StateAsync(MessageKind kind, Language language, Caller caller, CheckTexts check, CancellationToken ct) =>
        Results.Ok(new { kind = TextRoutes.NameOf(kind), language = language.Code, @checked = CheckedAnswer.Of((await check.OfAsync(caller.Group, ct)).Find(kind, language)) });

    /// <summary>By its code exactly: an address names one language in one way.</summary>
    public static Language? Find(string code) => Language.All.FirstOrDefault(language => language.Code == code);
}
