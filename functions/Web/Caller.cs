using System.Security.Cryptography;
using System.Text;
using Outreach.Storage;

namespace Outreach.Functions.Web;

/// <summary>Who calls the JSON API: the group that the bearer key opens.</summary>
internal sealed record Caller(GroupId Group)
{
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Items[typeof(Caller)] as Caller);
}

internal static class ApiKeyCheck
{
    /// <summary>Every call in this group needs <c>Authorization: Bearer KEY</c>. The one key that the settings bring opens the group <c>default</c>.</summary>
    public static RouteGroupBuilder RequireKey(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var keys = http.RequestServices.GetRequiredService<ApiKeys>();
            if (keys.GroupOf(http.Request.Headers.Authorization) is not { } opened)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                return Problems.Of(StatusCodes.Status401Unauthorized, "no-key", "This needs a key: send the header 'Authorization: Bearer KEY'.");
            }

            http.Items[typeof(Caller)] = new Caller(opened);
            return await next(context);
        });
        return group;
    }
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
