using System.Text.Json;

namespace Outreach.Languages;

/// <summary>A language file as read: single texts by their dotted key, and lists of paragraphs, each of one or more lines.</summary>
internal sealed record LanguageFile(
    IReadOnlyDictionary<string, Template> Texts,
    IReadOnlyDictionary<string, IReadOnlyList<Template[]>> Paragraphs)
{
    private static readonly string[] AnswerWords = ["yes", "no", "maybe", "stop", "start", "help"];

    public static LanguageFile Read(string code)
    {
        using var stream = typeof(LanguageFile).Assembly.GetManifestResourceStream($"Languages/{code}.json")
            ?? throw new InvalidDataException($"There is no language file {code}.json.");
        using var json = JsonDocument.Parse(stream);
        return Read(json.RootElement, code);
    }

    /// <exception cref="InvalidDataException">The file is not usable; the message names the key.</exception>
    public static LanguageFile Read(JsonElement root, string code)
    {
        var leaves = new Dictionary<string, JsonElement>();
        Flatten(root, "", leaves);
        string Words(JsonElement text, string key) => WithAnswerWords(text, key, code, leaves);

        var texts = new Dictionary<string, Template>();
        var paragraphs = new Dictionary<string, IReadOnlyList<Template[]>>();
        foreach (var (key, leaf) in leaves)
        {
            if (leaf.ValueKind is JsonValueKind.Array)
                paragraphs[key] = [.. leaf.EnumerateArray().Select(item => Lines(item).Select(line => new Template(Words(line, key))).ToArray())];
            else if (leaf.ValueKind is not JsonValueKind.Null)
                texts[key] = new Template(Words(leaf, key));
        }

        return new(texts, paragraphs);
    }

    /// <summary>A file has every text and every plural form, and no placeholder that the first file does not have in that text.</summary>
    /// <exception cref="InvalidDataException">It does not; the message names the key.</exception>
    public void MustMatch(LanguageFile first, string code)
    {
        foreach (var key in first.Keys.SelectMany(key => first.Texts.ContainsKey(key) ? [key] : PluralRules.Categories(code).Select(form => $"{key}.{form}")))
        {
            if (!Texts.ContainsKey(key))
                throw new InvalidDataException($"Language file {code}.json has no text for '{key}'.");
        }

        if (first.Paragraphs.Keys.Except(Paragraphs.Keys).FirstOrDefault() is { } missing)
            throw new InvalidDataException($"Language file {code}.json has no text for '{missing}'.");

        foreach (var key in first.Keys.Concat(first.Paragraphs.Keys).Where(key => !key.StartsWith("date.", StringComparison.Ordinal)))
        {
            if (Placeholders(key).Except(first.Placeholders(key)).FirstOrDefault() is { } unknown)
                throw new InvalidDataException($"Language file {code}.json has a placeholder {{{unknown}}} in '{key}' that means nothing there.");
        }
    }

    public IEnumerable<string> Placeholders(string key)
    {
        var templates = Paragraphs.TryGetValue(key, out var paragraphs)
            ? paragraphs.SelectMany(lines => lines)
            : Texts.Where(text => PluralRules.WithoutCategory(text.Key) == key).Select(text => text.Value);
        return templates.SelectMany(template => template.Placeholders).Distinct();
    }

    /// <summary>Keys of single texts; those with a plural count once.</summary>
    public IEnumerable<string> Keys => Texts.Keys.Select(PluralRules.WithoutCategory).Distinct();

    private static void Flatten(JsonElement element, string key, Dictionary<string, JsonElement> leaves)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            leaves.Add(key, element);
        else
            foreach (var property in element.EnumerateObject())
                Flatten(property.Value, key.Length == 0 ? property.Name : $"{key}.{property.Name}", leaves);
    }

    private static JsonElement[] Lines(JsonElement item) =>
        item.ValueKind is JsonValueKind.Array ? [.. item.EnumerateArray()] : [item];

    private static string WithAnswerWords(JsonElement text, string key, string code, Dictionary<string, JsonElement> leaves)
    {
        if (text.ValueKind is not JsonValueKind.String || string.IsNullOrWhiteSpace(text.GetString()))
            throw new InvalidDataException($"Language file {code}.json has no words for '{key}'.");

        return AnswerWords.Aggregate(text.GetString()!, (words, answer) =>
            leaves.TryGetValue($"word.{answer}", out var word) ? words.Replace($"{{{answer}}}", word.GetString(), StringComparison.Ordinal) : words);
    }
}
