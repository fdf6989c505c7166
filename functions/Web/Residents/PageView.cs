using Microsoft.AspNetCore.Components;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;

namespace Outreach.Functions.Web.Residents;

/// <summary>What every page for residents knows: its language, its own address and whose it is.</summary>
/// <param name="Path">Of this page, without a query.</param>
/// <param name="Holder">The code whose holder can stop, and see what we know; null where nobody is known yet.</param>
public sealed record PageView(Language Language, string Path, Group? Group = null, Code? Holder = null)
{
    /// <summary>The language is in the address, so it goes along with every link and form.</summary>
    public bool LanguageInLink { get; init; }

    /// <summary>Of what organisers wrote, where that is not the language of the page: a screen reader then says it right (WCAG 3.1.2).</summary>
    public string? TheirLanguage => Group is { } group && group.Language != Language.Code ? group.Language : null;

    public string Text(string key, params ReadOnlySpan<(string Name, string Value)> values) => Language.Text("page." + key, values);

    /// <summary>The same with every value isolated from the direction of the words around it.</summary>
    public MarkupString Markup(string key, params ReadOnlySpan<(string Name, string Value)> values) => new(Language.Markup("page." + key, values));

    /// <summary>The address of a page of ours, in the language of this one.</summary>
    public string Link(string path) => LanguageInLink ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={Language.Code}" : path;

    /// <summary>For pages of nobody in particular: as asked for, else as the browser prefers, else as the group.</summary>
    public static PageView Of(HttpContext http, Language? personal = null, Group? group = null, Code? holder = null)
    {
        var asked = Language.Find(http.Request.Query["lang"]);
        var language = asked ?? personal ?? (holder is null ? Preferred(http) : null) ?? Language.Choose(null, group?.Language);
        return new PageView(language, http.Request.Path.Value ?? "/", group, holder) { LanguageInLink = asked is not null };
    }

    private static Language? Preferred(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1).Select(wish => Language.Find(wish.Value.Value)).FirstOrDefault(known => known is not null);
}
