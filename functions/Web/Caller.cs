using System.Security.Cryptography;
using System.Text;
using Outreach.Ids;

namespace Outreach.Functions.Web;

/// <summary>Who calls the JSON API: the group that the bearer key opens.</summary>
internal sealed record Caller(GroupId Group)
{
    /// <summary>In which language the caller wants the rows of a list explained: nl or en.</summary>
    public static string LanguageOf(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? "nl" : "en";

    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Items[typeof(Caller)] as Caller);
}

internal static class ApiKeyCheck
{
    /// <summary>Every call in this group needs <c>Authorization: Bearer KEY</c>.</summary>
    public static RouteGroupBuilder RequireKey(this RouteGroupBuilder group) => group.WithMetadata(new NeedsKey());

    /// <summary>After routing: a request without a key gets no further. The one key that the settings bring opens the group <c>default</c>.</summary>
    public static void UseApiKeys(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsKey>() is null)
        {
            await next(http);
        }
        else if (http.RequestServices.GetRequiredService<ApiKeys>().GroupOf(http.Request.Headers.Authorization) is { } opened)
        {
            http.Items[typeof(Caller)] = new Caller(opened);
            await next(http);
        }
        else
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.Of(StatusCodes.Status401Unauthorized, "no-key", "This needs a key: send the header 'Authorization: Bearer KEY'.").ExecuteAsync(http);
        }
    });

    private sealed record NeedsKey;
}

/// <summary>The keys that open the API. Compared in constant time by their hash.</summary>
internal sealed class ApiKeys(IConfiguration configuration)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? _default = configuration["Outreach:ApiKey"] is { Length: > 0 } key ? Hash(key) : null;

    public GroupId? GroupOf(string? authorization)
    {
        if (_default is null || authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        return CryptographicOperations.FixedTimeEquals(Hash(authorization[Scheme.Length..].Trim()), _default) ? GroupId.Default : null;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
