namespace Outreach.Functions.Adapters;

/// <summary>Settings as an operator sets them; a missing one is named as the environment variable is written.</summary>
internal sealed class ProviderSettings(IConfiguration configuration)
{
    public static InvalidOperationException Missing(string name) =>
        new($"The setting {Variable(name)} is missing.");

    public string? Optional(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;

    public string Required(string name) => Optional(name) ?? throw Missing(name);

    public Uri? Url(string name) => Optional(name) switch
    {
        null => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" => url,
        _ => throw new InvalidOperationException($"The setting {Variable(name)} is not a web address."),
    };

    private static string Variable(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}
