using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Outreach.Languages;

/// <summary>One of the languages that residents are written to in. Its words are in <c>core/Languages/{code}.json</c>.</summary>
public sealed class Language
{
    /// <summary>Leaves letters of every alphabet as they are; encodes what has a meaning in HTML.</summary>
    internal static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string[] Codes = ["nl", "en", "tr", "ar", "pl", "uk", "ti", "fa", "so", "fr"];

    // Lazy, so that a wrong file is an error that names the file and the key, not a failed type initialiser.
    private static readonly Lazy<IReadOnlyList<Language>> Loaded = new(LoadAll);

    private readonly LanguageFile _file;

    private Language(string code, LanguageFile file)
    {
        _file = file;
        Code = code;
        Name = Text("about.name");
        EnglishName = Text("about.englishName");
        Direction = Text("about.direction");
        CheckedBy = _file.Texts.TryGetValue("about.checkedBy", out var who) ? who.Source : null;
    }

    public static IReadOnlyList<Language> All => Loaded.Value;

    public string Code { get; }

    /// <summary>As its speakers call it.</summary>
    public string Name { get; }

    public string EnglishName { get; }

    /// <summary>For the attribute <c>dir</c>: ltr or rtl.</summary>
    public string Direction { get; }

    public bool IsRightToLeft => Direction == "rtl";

    /// <summary>Who read it as a native speaker; null while nobody outside the project did.</summary>
    public string? CheckedBy { get; }

    /// <summary>Lines of our messages that say how to stop, and nothing that is filled in.</summary>
    internal IEnumerable<string> LinesAboutStopping => _file.Paragraphs.Values.SelectMany(paragraphs => paragraphs.SelectMany(lines => lines)).Concat(_file.Texts.Values)
        .Select(line => line.Fill(_ => null)).OfType<string>().Where(line => line.Contains(' ') && line.Contains(Text("word.stop"), StringComparison.Ordinal)).Distinct();

    /// <summary>Takes a code in any case, with or without a region: "nl", "NL", "nl-BE".</summary>
    public static Language? Find(string? code)
    {
        var language = code?.Trim().Split('-', '_')[0];
        return All.FirstOrDefault(known => string.Equals(known.Code, language, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The person's language, else the group's, else Dutch.</summary>
    public static Language Choose(string? personLanguage, string? groupLanguage) =>
        Find(personLanguage) ?? Find(groupLanguage) ?? All[0];

    public string Text(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Fill(Find(key, _file.Texts), key, values, asHtml: false);

    /// <summary>The same as HTML: everything encoded, every value isolated from the direction of the words around it.</summary>
    public string Markup(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Fill(Find(key, _file.Texts), key, values, asHtml: true);

    /// <summary>The form that the language uses with this number; the text has it as <c>{count}</c>.</summary>
    public string Count(string key, int count, params ReadOnlySpan<(string Name, string Value)> values) =>
        Text($"{key}.{PluralRules.Category(Code, count)}", [("count", Number(count)), .. values]);

    public string Number(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return _file.Texts.TryGetValue("date.digits", out var own)
            ? string.Concat(text.Select(character => char.IsAsciiDigit(character) ? own.Source[character - '0'] : character))
            : text;
    }

    internal IReadOnlyList<Template[]> Paragraphs(string key) => Find(key, _file.Paragraphs);

    internal Template Template(string key) => Find(key, _file.Texts);

    internal LanguageFile File => _file;

    private static string Fill(Template template, string key, ReadOnlySpan<(string Name, string Value)> values, bool asHtml)
    {
        var known = new Dictionary<string, string>();
        foreach (var (name, value) in values)
            known[name] = asHtml ? $"<bdi>{Html.Encode(value)}</bdi>" : value;

        return template.Fill(
            name => known.GetValueOrDefault(name) ?? throw new ArgumentException($"The text '{key}' needs a value for {{{name}}}."),
            asHtml ? Html.Encode : null)!;
    }

    private T Find<T>(string key, IReadOnlyDictionary<string, T> texts) =>
        texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"Language file {Code}.json has no text '{key}'.");

    private static List<Language> LoadAll()
    {
        var files = Codes.Select(code => (Code: code, File: LanguageFile.Read(code))).ToList();
        foreach (var (code, file) in files)
            file.MustMatch(files[0].File, code);
        return [.. files.Select(found => new Language(found.Code, found.File))];
    }
}
