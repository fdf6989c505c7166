using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Records;

namespace Outreach.Functions.Web.SigningIn;

internal static class SignInPages
{
    public static void MapSignInPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/signin", (string? work, OrganiserPage page, SignInWays ways) => page.View<SignInPage>(new { Ways = ways, Work = work }));
        pages.MapGet("/signin/work", LeaveAsync).AddEndpointFilter(LimitAsync);
        pages.MapPost("/signin", Ask).AddEndpointFilter(LimitAsync);
        pages.MapGet("/signin/{token}", (string token, OrganiserPage page) => page.View<SignInLinkPage>(new { Token = token }));
        pages.MapPost("/signin/{token}", UseAsync).AddEndpointFilter(LimitAsync);
        pages.MapPost("/signout", SignOutAsync);
        pages.MapGet("/language/{code:length(2)}", ChooseLanguage);
    }

    private static async ValueTask<object?> LimitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.RequestServices.GetRequiredService<SignInLimits>().Allows(http))
            return await next(context);
        await http.RequestServices.GetRequiredService<LimitAlarms>().RaiseAsync(AbuseLimit.SignIn, http.RequestAborted);
        return (await OrganiserPage.BindAsync(http)).Notice("notice.tooMany", "notice.tooManyWhy", StatusCodes.Status429TooManyRequests);
    }

    /// <summary>The mail leaves after the answer, so that the time it takes tells nobody whether the address is known.</summary>
    private static IResult Ask(OrganiserPage page, HttpContext http, SignInWays ways, SignIn signIn)
    {
        if (!ways.ByMail)
            return page.NotFound();
        var typed = FormState.Of(http)["email"];
        var from = VisitorAddress.Of(http);
        if (typed is not null)
            http.Response.OnCompleted(() => signIn.SendLinkAsync(typed, page.Words, from, CancellationToken.None));
        return page.View<SignInPage>(new { Ways = ways, Sent = typed is not null });
    }

    private static async Task<IResult> LeaveAsync(OrganiserPage page, HttpContext http, SignInWays ways) =>
        ways.ByWorkAccount ? await WorkAccount.LeaveAsync(http) : page.NotFound();

    /// <summary>Only the button uses the link up: mail programs open links automatically.</summary>
    private static async Task<IResult> UseAsync(string token, OrganiserPage page, HttpContext http, SignInWays ways, SignIn signIn, CancellationToken ct)
    {
        if (await signIn.UseAsync(token, ct) is not { } principal)
            return page.View<SignInPage>(new { Ways = ways, IsVoid = true }, StatusCodes.Status400BadRequest);
        await Entry.SignInAsync(http, principal, null, ct);
        return Results.LocalRedirect("/");
    }

    private static async Task<IResult> SignOutAsync(OrganiserPage page, HttpContext http, Sessions sessions)
    {
        await sessions.EndAsync(http.User, CancellationToken.None);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/signin");
    }

    /// <summary>An address on this site, as it is in a header: nothing of another site, and no character that a header cannot hold.</summary>
    private static bool IsOurs([NotNullWhen(true)] string? back) => RedirectHttpResult.IsLocalUrl(back) && back![0] == '/' && back.All(c => c is > ' ' and <= '~');

    private static IResult ChooseLanguage(string code, string? back, HttpContext http)
    {
        http.Response.Cookies.Append(OrganiserPage.LanguageCookie, OrganiserWords.For(code).Code, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });
        return Results.LocalRedirect(IsOurs(back) ? back : "/");
    }
}
