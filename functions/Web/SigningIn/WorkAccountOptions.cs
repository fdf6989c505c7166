using Outreach.Functions.Adapters;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>The OpenID Connect provider of a municipality. A class, not a record: a record would print its secret.</summary>
internal sealed class WorkAccountOptions
{
    public required Uri Authority { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>No links by mail.</summary>
    public bool IsOnlyWay { get; init; }

    /// <summary>Null when no provider is named: then people sign in by a link.</summary>
    /// <exception cref="InvalidOperationException">Names the setting that is missing or wrong.</exception>
    public static WorkAccountOptions? Read(IConfiguration configuration)
    {
        var settings = new ProviderSettings(configuration);
        string?[] given = [settings.Optional("Outreach:Oidc:Authority"), settings.Optional("Outreach:Oidc:ClientId"), settings.Optional("Outreach:Oidc:ClientSecret")];
        var isOnlyWay = IsOnly(settings.Optional("Outreach:Oidc:Only"));
        if (!isOnlyWay && given.All(value => value is null))
            return null;
        return new()
        {
            Authority = Checked(settings.Url("Outreach:Oidc:Authority") ?? throw ProviderSettings.Missing("Outreach:Oidc:Authority")),
            ClientId = settings.Required("Outreach:Oidc:ClientId"),
            ClientSecret = settings.Required("Outreach:Oidc:ClientSecret"),
            IsOnlyWay = isOnlyWay,
        };
    }

    private static bool IsOnly(string? text) => text is null ? false
        : bool.TryParse(text, out var isOnly) ? isOnly
        : throw new InvalidOperationException("Outreach__Oidc__Only is true or false.");

    private static Uri Checked(Uri authority) => authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback
        ? authority
        : throw new InvalidOperationException("Outreach__Oidc__Authority begins with https://: what the provider says is believed.");
}

/// <summary>How whoever works in a group can sign in.</summary>
public sealed record SignInWays(bool ByMail, bool ByWorkAccount)
{
    internal static SignInWays Of(WorkAccountOptions? options) => new(options is not { IsOnlyWay: true }, options is not null);
}
