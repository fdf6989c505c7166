using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Outreach.Contacts;
using Outreach.Records;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>
/// Signing in with the account that somebody has at their work, by OpenID Connect (code flow with PKCE). It ends in a session of ours, as a link by mail does:
/// of what the provider says only the e-mail address is used, and nothing is kept.
/// </summary>
internal static partial class WorkAccount
{
    public const string Scheme = "work";

    /// <summary>Where the provider sends the browser back to; the usual address of ASP.NET Core, which is registered at the provider.</summary>
    public const string Callback = "/signin-oidc";

    public const string Refused = "/signin?work=refused";
    public const string Failed = "/signin?work=failed";

    private static readonly TimeSpan ProviderTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Who says that the address is theirs: OpenID Connect, and Microsoft Entra ID in its own way.</summary>
    private static readonly string[] VerifiedClaims = ["email_verified", "xms_edov"];

    public static void AddWorkAccount(this AuthenticationBuilder authentication, WorkAccountOptions options)
    {
        // What it logs quotes the provider, who names people. What failed is said below, in a line of our own.
        authentication.Services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None));
        authentication.AddOpenIdConnect(Scheme, oidc =>
        {
            oidc.Authority = options.Authority.AbsoluteUri;
            oidc.ClientId = options.ClientId;
            oidc.ClientSecret = options.ClientSecret;
            oidc.RequireHttpsMetadata = !options.Authority.IsLoopback;
            oidc.BackchannelTimeout = ProviderTimeout;
            oidc.ResponseType = OpenIdConnectResponseType.Code;
            // The browser comes back by a link, so cookies may stay as strict as our own.
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.Scope.Clear();
            oidc.Scope.Add("openid");
            oidc.Scope.Add("email");
            oidc.MapInboundClaims = false;
            oidc.DisableTelemetry = true;
            oidc.CallbackPath = Callback;
            oidc.RemoteSignOutPath = PathString.Empty;
            oidc.SignedOutCallbackPath = PathString.Empty;
            // A browser lives in real time, also when the program runs on a virtual clock.
            oidc.TimeProvider = TimeProvider.System;
            foreach (var cookie in (CookieBuilder[])[oidc.NonceCookie, oidc.CorrelationCookie])
                (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            oidc.Events.OnRedirectToIdentityProvider = SendBackToUs;
            oidc.Events.OnTokenValidated = RequireSignature;
            oidc.Events.OnTicketReceived = EnterAsync;
            oidc.Events.OnRemoteFailure = GiveUp;
        });
    }

    /// <summary>Sends the browser to the provider, or back to the sign-in when the provider cannot be reached.</summary>
    public static async Task<IResult> LeaveAsync(HttpContext http)
    {
        try
        {
            await http.ChallengeAsync(Scheme);
            return Results.Empty;
        }
        catch (Exception problem) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            LogFailed(LogOf(http), ReasonOf(problem));
            return Results.LocalRedirect(Failed);
        }
    }

    /// <summary>The address that the provider has verified. One no is enough to doubt it.</summary>
    internal static EmailAddress? VerifiedEmailOf(ClaimsPrincipal principal)
    {
        var said = VerifiedClaims.SelectMany(principal.FindAll).Select(claim => claim.Value).ToList();
        return said.Count > 0 && said.TrueForAll(IsYes) && principal.FindAll("email").ToList() is [{ Value: var typed }]
            && EmailAddress.TryParse(typed, out var email) && string.Equals(email.Value, typed, StringComparison.OrdinalIgnoreCase)
            ? email
            : null;
    }

    private static bool IsYes(string said) => said is "1" || (bool.TryParse(said, out var yes) && yes);

    /// <summary>By the address that people know, whatever a proxy in between calls us.</summary>
    private static Task SendBackToUs(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = context.HttpContext.RequestServices.GetRequiredService<Settings>().Link(Callback).AbsoluteUri;
        return Task.CompletedTask;
    }

    /// <summary>The handler takes a token without one, because it came from the provider itself; a provider that signs none is not set up as it should be.</summary>
    private static Task RequireSignature(TokenValidatedContext context)
    {
        if (context.SecurityToken.RawSignature is not { Length: > 0 })
            context.Fail(new SecurityTokenInvalidSignatureException());
        return Task.CompletedTask;
    }

    private static async Task EnterAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        context.HandleResponse();
        if (VerifiedEmailOf(context.Principal!) is not { } email || await http.RequestServices.GetRequiredService<SignIn>().PrincipalOfAsync(email.Value, http.RequestAborted) is not { } principal)
        {
            http.Response.Redirect(Refused);
            return;
        }

        await Entry.SignInAsync(http, principal, null, http.RequestAborted);
        http.Response.Redirect("/");
    }

    private static Task GiveUp(RemoteFailureContext context)
    {
        context.HandleResponse();
        LogFailed(LogOf(context.HttpContext), ReasonOf(context.Failure!));
        context.Response.Redirect(Failed);
        return Task.CompletedTask;
    }

    /// <summary>Kinds and codes only: the words of the provider may name people, or hold what it sent.</summary>
    private static string ReasonOf(Exception? failure)
    {
        var parts = new List<string>();
        for (; failure is not null; failure = failure.InnerException)
            parts.Add($"{failure.GetType().Name} {Code().Match(failure.Data["error"] as string ?? "").Value}{LibraryCode().Match(failure.Message).Value}".TrimEnd());
        return string.Join(", ", parts);
    }

    private static ILogger LogOf(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WorkAccount).FullName!);

    [GeneratedRegex("^[a-z_]{1,40}$")]
    private static partial Regex Code();

    [GeneratedRegex("IDX[0-9]{5}|^Correlation failed")]
    private static partial Regex LibraryCode();

    [LoggerMessage(LogLevel.Warning, "Signing in with a work account failed: {Reason}. Look at the settings Outreach__Oidc__… and at the provider.")]
    private static partial void LogFailed(ILogger log, string reason);
}
