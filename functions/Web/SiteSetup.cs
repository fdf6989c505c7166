using Microsoft.Extensions.Diagnostics.HealthChecks;
using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Functions.Calls;
using Outreach.Functions.Doors;
using Outreach.Functions.Funnel;
using Outreach.Functions.Hosting;
using Outreach.Functions.Lists;
using Outreach.Functions.Meetings;
using Outreach.Functions.Nominations;
using Outreach.Functions.Operating;
using Outreach.Functions.People;
using Outreach.Functions.Privacy;
using Outreach.Functions.Replies;
using Outreach.Functions.Sending;
using Outreach.Functions.Texts;
using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.Residents;
using Outreach.Functions.Welcome;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Functions.Web;

internal static class SiteSetup
{
    public static void AddSite(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddProxies();
        services.AddSingleton<KeyRead>();
        services.AddHostedService<Bootstrap>();
        services.AddHealthChecks();
        // The first that can write does.
        services.AddSingleton<IProblemDetailsWriter, ProblemPages>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Refusals.Say);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOrganiserPages(configuration);
        services.AddApiDescription();
        services.AddResidentPages();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.RespectNullableAnnotations = false;
            options.SerializerOptions.Converters.Add(new MomentWithOffset());
            options.SerializerOptions.Converters.Add(new Day());
            options.SerializerOptions.Converters.Add(new TextFromOutside());
        });
    }

    public static void UseSite(this IApplicationBuilder app)
    {
        app.UseTraces();
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseReadableRefusals();
        app.UseRouting();
        app.UseKnowableIds();
        app.UseResidentPages();
        app.UseApiKeys();
        app.UseIdempotencyKeys();
        app.UseOrganisers();
        app.UseEndpoints(Map);
    }

    private static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).Produces<string>(contentType: "text/plain");
        app.MapGet("/readyz", ReadyAsync).Produces<string>(contentType: "text/plain").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        app.MapOpenApi("/api/{documentName}.json");
        app.MapAssets();
        app.MapHostWorker();
        app.MapResidentPages();
        app.MapOrganiserPages();

        var api = app.MapGroup("/api").RequireKey().HonourIdempotencyKeys().AuditWhatIsDone();
        api.MapMeetings();
        api.MapLists();
        api.MapInvitations();
        api.MapSending();
        api.MapTexts();
        api.MapTextChecks();
        api.MapFunnel();
        api.MapForecast();
        api.MapCarriers();
        api.MapWhatWorks();
        api.MapNominations();
        api.MapPeople();
        api.MapDoors();
        api.MapCalls();
        api.MapPlaces();
        api.MapParts();
        api.MapRetention();
        api.MapInbox();
        api.MapStatus();
        api.MapWelcome();
        api.MapCard();
        app.MapProviderHooks();
        if (app.ServiceProvider.GetService<LocalOutbox>() is not null)
            api.MapOutbox();
        if (app.ServiceProvider.GetRequiredService<Launch>().IsVirtual)
            app.MapPlayedReplies();
    }

    /// <summary>Not ready while storage does not take writes. A provider that is down is named, but does not take the pages down.</summary>
    private static async Task<IResult> ReadyAsync(GroupStore groups, Alerts alerts, HealthCheckService health, CancellationToken ct)
    {
        try
        {
            foreach (var sick in (await health.CheckHealthAsync(ct)).Entries.Values.Where(entry => entry.Status is HealthStatus.Unhealthy))
                return Problems.Of(StatusCodes.Status503ServiceUnavailable, "storage", sick.Description ?? "The store does not answer.", sick.Exception?.GetType().Name);
            var stopped = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var group in await groups.ListAsync(ct))
                stopped.UnionWith((await alerts.ListAsync(group.Id, ct)).Select(alert => $"{alert.Channel} stands still ({alert.Code})"));
            return Results.Text(stopped.Count == 0 ? "ready" : $"ready, but {string.Join(", ", stopped)}");
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "storage", "The store does not answer.", problem.GetType().Name);
        }
    }
}

/// <summary>Makes the group <c>default</c> on an empty store, and keeps the owners that the settings name.</summary>
internal sealed class Bootstrap(GroupStore groups, IConfiguration configuration, TimeProvider clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Retry.OnConflictAsync(async () =>
    {
        var organisers = configuration.GetSection("Outreach:Organisers").Get<string[]>() ?? [];
        var stored = await groups.FindAsync(GroupId.Default, cancellationToken);
        if (stored is null)
        {
            var name = configuration["Outreach:GroupName"] ?? "De buurt";
            await groups.AddAsync(new Group { Id = GroupId.Default, Name = name, Language = "nl", Organisers = organisers, CreatedAt = clock.GetUtcNow() }, cancellationToken);
        }
        else if (!stored.Value.Organisers.SequenceEqual(organisers))
        {
            await groups.ChangeAsync(stored, stored.Value with { Organisers = organisers }, cancellationToken);
        }
    });

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
