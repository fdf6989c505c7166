using System.Security.Claims;
using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.Web;

/// <summary>What is written down of an entry point. One that says nothing is written down as a change when it changes something.</summary>
internal sealed record Audited(AuditKind? Kind);

internal static class Auditing
{
    public static TBuilder Audited<TBuilder>(this TBuilder entry, AuditKind kind)
        where TBuilder : IEndpointConventionBuilder => entry.WithMetadata(new Audited(kind));

    /// <summary>Changes nothing, though it is a POST.</summary>
    public static TBuilder NotAudited<TBuilder>(this TBuilder entry)
        where TBuilder : IEndpointConventionBuilder => entry.WithMetadata(new Audited(null));

    /// <summary>
    /// Writes down whatever is done in this group of entry points: by whom, from where, at which address. Before the answer leaves; what was refused, or only shown
    /// again to be corrected, is not written down.
    /// </summary>
    public static RouteGroupBuilder AuditWhatIsDone(this RouteGroupBuilder group) => group.AddEndpointFilter(async (context, next) =>
    {
        var result = await next(context);
        var http = context.HttpContext;
        if (KindOf(http) is { } kind && IsDone(result, http))
            await WriteAsync(http, kind);
        return result;
    });

    public static Task WriteSignInAsync(HttpContext http, ClaimsPrincipal principal, string? host)
    {
        var what = host is not null ? "/h" : http.Request.Path == WorkAccount.Callback ? WorkAccount.Callback : "/signin";
        var line = LineOf(http, AuditKind.SignedIn, host ?? principal.FindFirstValue(ClaimTypes.Email) ?? "console", what);
        return GroupId.TryParse(principal.FindFirstValue(SignedIn.GroupClaim), out var group)
            ? http.RequestServices.GetRequiredService<Audit>().WriteAsync(group, line, CancellationToken.None)
            : Task.CompletedTask;
    }

    /// <summary>Also from a page that answers with what it made, and not with a way on.</summary>
    public static Task WriteAsync(HttpContext http, AuditKind kind)
    {
        var who = SignedIn.Of(http);
        var caller = Caller.Of(http);
        if ((who?.Group.Id ?? caller?.Group) is not { } group)
            return Task.CompletedTask;
        var by = caller is not null ? $"key {caller.Key}" : who!.Email ?? who.Host?.Name ?? "console";
        return http.RequestServices.GetRequiredService<Audit>().WriteAsync(group, LineOf(http, kind, by, http.Request.Path), CancellationToken.None);
    }

    private static AuditLine LineOf(HttpContext http, AuditKind kind, string by, string what) =>
        new(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), what, kind, by, VisitorAddress.Of(http));

    private static AuditKind? KindOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Audited>() is { } said
        ? said.Kind
        : IsReading(http) ? null : AuditKind.Changed;

    private static bool IsDone(object? result, HttpContext http) =>
        (result as IStatusCodeHttpResult)?.StatusCode is not >= 400 && (IsReading(http) || result is not Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult);

    private static bool IsReading(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
}
