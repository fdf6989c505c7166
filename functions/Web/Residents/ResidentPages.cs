using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Outreach.Functions.Nominations;
using Outreach.Functions.OptOuts;
using Outreach.Functions.Privacy;
using Outreach.Functions.Replies;
using Outreach.Functions.Welcome;
using Outreach.Meetings;
using Outreach.People;
using Outreach.Replies;
using Outreach.Welcome;

namespace Outreach.Functions.Web.Residents;

/// <summary>The pages of residents: no sign-in, the code in the address is the key. Plain HTML from the server; nothing runs in the browser.</summary>
internal static partial class ResidentPages
{
    private const int MaxFormBytes = 64 * 1024;

    public static void AddResidentPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<PageLimits>().AddSingleton<SignUpLimits>();
        services.AddSingleton<AskQuestion>().AddSingleton<AnswerQuestions>().AddSingleton<AnswerWelcome>();
    }

    public static void MapResidentPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().DisableAntiforgery()
            .WithMetadata(new IsResidentPage(), new RequestSizeLimitAttribute(MaxFormBytes));
        pages.MapInvitationPage();
        pages.MapNominatePage();
        pages.MapPassOnPage();
        pages.MapWelcomePage();
        pages.MapNewResidentPage();
        pages.MapCardCheckPage();
        pages.MapStopPage();
        pages.MapPrivacyPage();
        pages.MapEnterCode();
    }

    /// <summary>How a page is read: HEAD is asked by programs that only want to know whether it is there.</summary>
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>After routing: no page is kept anywhere, what a code opens is looked up, and what goes wrong is said kindly.</summary>
    public static void UseResidentPages(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ResidentPages).FullName!);
        app.Use(async (http, next) =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<IsResidentPage>() is null)
            {
                await next(http);
                return;
            }

            http.Response.Headers.CacheControl = "no-store";
            try
            {
                if (await RefusalAsync(http) is { } refusal)
                    await refusal.ExecuteAsync(http);
                else
                    await next(http);
            }
            catch (Exception problem) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
            {
                // Not the address: the code in it is a resident's key.
                LogFailed(log, problem, http.GetEndpoint()!.DisplayName);
                var status = (problem as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
                await Show<ErrorPage>(new { View = PageView.Of(http) }, status).ExecuteAsync(http);
            }
        });
    }

    public static IResult Show<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>After a form: on to a page that can be loaded again without sending anything again (303).</summary>
    public static IResult SeeOther(HttpContext http, string url)
    {
        http.Response.Headers.Location = url;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    public static IResult NotFound(HttpContext http, string? typed = null) =>
        Show<NotFoundPage>(new { View = PageView.Of(http) with { Path = "/h" }, Typed = typed }, StatusCodes.Status404NotFound);

    public static IResult TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = PageLimits.RetryAfter;
        return Show<TooManyPage>(new { View = PageView.Of(http) with { Path = "/h" } }, StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult?> RefusalAsync(HttpContext http)
    {
        var metadata = http.GetEndpoint()!.Metadata;
        var limits = http.RequestServices.GetRequiredService<PageLimits>();
        // Nothing may come between a person and their stop.
        if (metadata.GetMetadata<NeverRefused>() is null && !limits.Allows(http))
            return TooMany(http);
        if (metadata.GetMetadata<Opens>() is not { } opens)
            return null;
        var typed = http.Request.RouteValues["code"] as string;
        if (!await limits.AllowsCodeAsync(http, typed))
            return metadata.GetMetadata<NeverRefused>() is null ? TooMany(http) : await StopPageRoutes.UnseenAsync(http, typed);
        if (await Visit.FindAsync(http, typed, http.RequestAborted) is not { } visit)
        {
            limits.CountMiss(http, typed);
            return NotFound(http);
        }

        limits.CountHit(http, typed);

        if (!opens.Kinds.Contains(visit.Row.Kind))
            return HttpMethods.IsPost(http.Request.Method) ? NotFound(http) : SeeOther(http, Visit.PathOf(visit.Row.Kind, visit.Code));
        http.Items[typeof(Visit)] = visit;
        await RememberLanguageAsync(http, visit);
        return null;
    }

    private static async Task RememberLanguageAsync(HttpContext http, Visit visit)
    {
        if (visit is { View: { LanguageInLink: true, Holder: not null, Language: var chosen }, Person: { } person } && person.Language != chosen.Code)
            await http.RequestServices.GetRequiredService<ChooseLanguage>().HandleAsync(visit.Group.Id, person.Id, chosen, http.RequestAborted);
    }

    [LoggerMessage(LogLevel.Error, "A page could not be shown: {Endpoint}")]
    private static partial void LogFailed(ILogger log, Exception problem, string? endpoint);

    private sealed record IsResidentPage;
}

/// <summary>Too many requests from one address are not refused here.</summary>
internal sealed record NeverRefused;
