using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Outreach.Ids;

namespace Outreach.Functions.Web.Organisers;

/// <summary>The words of the organiser pages in one language: <c>functions/Web/organiser.{code}.json</c>, keys joined by dots.</summary>
public sealed class OrganiserWords
{
    public const string Default = "nl";

    private static readonly string[] Codes = ["nl", "en"];

    private static readonly Lazy<IReadOnlyList<OrganiserWords>> Loaded = new(() => [.. Codes.Select(code => new OrganiserWords(code))]);

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    private OrganiserWords(string code)
    {
        Code = code;
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Web/organiser.{code}.json")
            ?? throw new InvalidOperationException($"The words of the organiser pages in '{code}' are missing.");
        using var json = JsonDocument.Parse(file);
        Read("", json.RootElement);
    }

    public static IReadOnlyList<OrganiserWords> All => Loaded.Value;

    public string Code { get; }

    public IReadOnlyDictionary<string, string> Texts => _texts;

    public string this[string key] => _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"organiser.{Code}.json has no text '{key}'.");

    /// <summary>With values for {0}, {1}, …</summary>
    public string this[string key, params object[] values] => string.Format(CultureInfo.GetCultureInfo(Code), this[key], values);

    /// <summary>One or many: <c>key.one</c>, <c>key.many</c>, with the number as {0}.</summary>
    public string Count(string key, int count) => this[count == 1 ? key + ".one" : key + ".many", count];

    /// <summary>The text of a value of an enum: <c>reply.noShow</c>.</summary>
    public string Word(string key, Enum value) => this[$"{key}.{EnumWord.Of(value)}"];

    public string? Find(string key) => _texts.GetValueOrDefault(key);

    public static OrganiserWords For(string? code) => All.FirstOrDefault(words => words.Code == code) ?? All[0];

    private void Read(string prefix, JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            var key = prefix + property.Name;
            if (property.Value.ValueKind is JsonValueKind.Object)
                Read(key + ".", property.Value);
            else
                _texts.Add(key, property.Value.GetString()!);
        }
    }
}
