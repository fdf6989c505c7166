using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Outreach.Functions.Calls;
using Outreach.Functions.Doors;
using Outreach.Functions.Funnel;
using Outreach.Functions.Lists;
using Outreach.Functions.Meetings;
using Outreach.Functions.Operating;
using Outreach.Functions.People;
using Outreach.Functions.Privacy;
using Outreach.Functions.Replies;
using Outreach.Functions.Sending;
using Outreach.Functions.Team;
using Outreach.Functions.Texts;
using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.SigningIn;
using Outreach.Functions.Welcome;
using Outreach.Meetings;
using Outreach.People;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Functions.Web.Organisers;

/// <summary>The pages of the project group, behind a sign-in.</summary>
internal static class OrganiserSetup
{
    public static void AddOrganiserPages(this IServiceCollection services, IConfiguration configuration)
    {
        var workAccount = WorkAccountOptions.Read(configuration);
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "outreach-form");
        services.AddSingleton<SignIn>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<SignInMails>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInLimits>();
        services.AddHostedService<SignInAtStart>();
        services.AddSingleton(SignInWays.Of(workAccount));
        services.AddSingleton<FindPeople>();
        services.AddSingleton<PreviewSend>();
        services.AddSingleton<MakeFlyer>();
        services.AddDataProtection().SetApplicationName("outreach");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(sp =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new KeyRing(sp.GetRequiredService<ITables>())));
        services.AddAuthorization();
        var authentication = services.AddBrowserSignIn();
        if (workAccount is not null)
            authentication.AddWorkAccount(workAccount);
    }

    private static AuthenticationBuilder AddBrowserSignIn(this IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "outreach";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromDays(30);
            options.LoginPath = "/signin";
            options.ReturnUrlParameter = "back";
            // A browser lives in real time, also when the program runs on a virtual clock.
            options.TimeProvider = TimeProvider.System;
            options.Events.OnValidatePrincipal = async context =>
            {
                var (services, ct) = (context.HttpContext.RequestServices, context.HttpContext.RequestAborted);
                if (await services.GetRequiredService<Sessions>().IsOpenAsync(context.Principal!, ct) && await SignedIn.FindAsync(services, context.Principal!, ct) is { } who)
                    context.HttpContext.Items[typeof(SignedIn)] = who;
                else
                    context.RejectPrincipal();
            };
            options.Events.OnRedirectToLogin = context =>
            {
                // Also from a page that the framework takes for a call of a program: people come there.
                context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
            options.Events.OnRedirectToAccessDenied = context => RefuseAsync(context.HttpContext);
        });

    /// <summary>After routing: reads who is signed in, also behind a proxy that ends https, and whether a form is ours.</summary>
    public static void UseOrganisers(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<Settings>().BaseUrl.Scheme == Uri.UriSchemeHttps)
        {
            app.Use((http, next) =>
            {
                http.Request.Scheme = Uri.UriSchemeHttps;
                return next(http);
            });
        }

        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(CheckFormAsync);
    }

    /// <summary>A visitor of the start page is sent to the start page of their role; a page not meant for them looks as if it did not exist.</summary>
    private static async Task RefuseAsync(HttpContext http)
    {
        var page = await OrganiserPage.BindAsync(http);
        var answer = http.Request.Path == "/" && page.Home != "/" ? Results.LocalRedirect(page.Home) : page.NotFound();
        await answer.ExecuteAsync(http);
    }

    /// <summary>Largest form that somebody who is not signed in may send.</summary>
    private const int MaxOpenFormBytes = 64 * 1024;

    public static void MapOrganiserPages(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").ExcludeFromDescription().WithMetadata(new TakesForms(), new RequestSizeLimitAttribute(MaxOpenFormBytes));
        open.MapSignInPages();
        open.MapHelpPages();
        open.MapHostEntry();
        var pages = app.MapGroup("").ExcludeFromDescription().RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireAssertion(Admits.Lets)).WithMetadata(new TakesForms()).AuditWhatIsDone();
        pages.MapMeetingPages();
        pages.MapOverviewPages();
        pages.MapFunnelPages();
        pages.MapCarrierPages();
        pages.MapWhatWorksPages();
        pages.MapInviteePages();
        pages.MapAfterPages();
        pages.MapListPages();
        pages.MapDraftPages();
        pages.MapSendPages();
        pages.MapInvitePages();
        pages.MapPaperPages();
        pages.MapPlacePages();
        pages.MapPartPages();
        pages.MapDoorPages();
        pages.MapCallPages();
        pages.MapCheckInPages();
        pages.MapHostPages();
        pages.MapTeamPages();
        pages.MapSessionPages();
        pages.MapRetentionPages();
        pages.MapTotalsPages();
        pages.MapKeyPages();
        pages.MapAuditPages();
        pages.MapTextPages();
        pages.MapQuestionPages();
        pages.MapCheckTextPages();
        pages.MapInboxPages();
        pages.MapStatusPages();
        pages.MapSpendingPages();
        pages.MapPeoplePages();
        pages.MapDoublePages();
        pages.MapPersonFile();
        pages.MapCorrectPages();
        pages.MapNewResidentsPages();
        pages.MapWelcomeRoundPages();
        pages.MapWelcomeWayPages();
        pages.MapWelcomeTextPages();
        pages.MapCardPages();
        pages.MapComponentsPage();
        if (app.ServiceProvider.GetService<Adapters.LocalOutbox.LocalOutbox>() is not null)
            pages.MapMessagePages();
    }

    /// <summary>Every form carries a token that only our own pages know. Without it nothing is looked up, and nothing done.</summary>
    private static async Task CheckFormAsync(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<TakesForms>() is not null && await RefusalAsync(http) is { } refusal)
            await refusal.ExecuteAsync(http);
        else
            await next(http);
    }

    private static async Task<IResult?> RefusalAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (await Forms.ReadAsync(http.Request) is not null && (IsOfOurScript(http) || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)))
            return null;
        return (await OrganiserPage.BindAsync(http)).Notice("notice.expired", "notice.expiredWhy", StatusCodes.Status400BadRequest);
    }

    /// <summary>What a phone kept was written under an earlier sign-in, whose token is worth nothing now.</summary>
    private static bool IsOfOurScript(HttpContext http) =>
        // The header stands in for the token: no other site can send one of its own without CORS, which we do not have, and the cookie is Lax.
        SignedIn.Of(http) is not null && http.IsQueued();

    private sealed record TakesForms;
}
