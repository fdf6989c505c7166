using Outreach.Ids;
using Outreach.Team;

namespace Outreach.Functions.Web.Api;

/// <summary>Who calls the JSON API: the group that the bearer key opens, and what the key may.</summary>
/// <param name="Key">The name of the key.</param>
internal sealed record Caller(GroupId Group, string Key, KeyScope Scope)
{
    /// <summary>In which language the caller wants the rows of a list explained: nl or en.</summary>
    public static string LanguageOf(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? "nl" : "en";

    public static Caller? Of(HttpContext http) => http.Items[typeof(Caller)] as Caller;

    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));
}

internal static class ApiKeyCheck
{
    /// <summary>Every call in this group needs <c>Authorization: Bearer KEY</c>. A key with scope read may GET.</summary>
    public static RouteGroupBuilder RequireKey(this RouteGroupBuilder group) => group.WithMetadata(new NeedsKey());

    /// <summary>Also for a key with scope check-in.</summary>
    public static RouteHandlerBuilder AdmitCheckIn(this RouteHandlerBuilder call) => call.WithMetadata(new AdmitsCheckIn());

    /// <summary>After routing: a request without a key, or with one that may not do this, gets no further.</summary>
    public static void UseApiKeys(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsKey>() is null)
            await next(http);
        else if (await RefusalAsync(http) is { } refusal)
            await refusal.ExecuteAsync(http);
        else
            await next(http);
    });

    private static async Task<IResult?> RefusalAsync(HttpContext http)
    {
        var (caller, isTooMany) = await http.RequestServices.GetRequiredService<KeyRead>().CallerAsync(http, http.RequestAborted);
        if (isTooMany)
            return Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-keys", "Too many wrong keys came from this address. Wait ten minutes.");
        if (caller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(StatusCodes.Status401Unauthorized, "no-key", "This needs a key: send the header 'Authorization: Bearer KEY'.");
        }

        if (!Lets(caller.Scope, http))
            return Problems.Of(StatusCodes.Status403Forbidden, "scope", $"This key may not do this: its scope is {EnumWord.Kebab(caller.Scope)}. Use a key with another scope.");
        http.Items[typeof(Caller)] = caller;
        return null;
    }

    private static bool Lets(KeyScope scope, HttpContext http) => scope switch
    {
        KeyScope.Write => true,
        KeyScope.CheckIn => http.GetEndpoint()!.Metadata.GetMetadata<AdmitsCheckIn>() is not null,
        _ => HttpMethods.IsGet(http.Request.Method),
    };

    private sealed record NeedsKey;

    private sealed record AdmitsCheckIn;
}
