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

    /// <summary>A file lacks nothing that the first has: every key, every plural form, every placeholder.</summary>
    public void MustHaveAllOf(LanguageFile other, string code)
    {
        var missing = other.Keys.Except(Keys).Concat(other.Paragraphs.Keys.Except(Paragraphs.Keys)).FirstOrDefault();
        if (missing is not null)
            throw new InvalidDataException($"Language file {code}.json has no text for '{missing}'.");
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
