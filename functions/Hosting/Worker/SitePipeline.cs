namespace Outreach.Functions.Hosting.Worker;

/// <summary>The site as a pipeline of its own, entered with a request that the worker's own pipeline has taken in.</summary>
public sealed class SitePipeline
{
    private readonly RequestDelegate _run;

    /// <param name="use">Builds the site; see <see cref="Site"/>.</param>
    public SitePipeline(IServiceProvider services, Action<IApplicationBuilder> use)
    {
        var app = new ApplicationBuilder(services);
        use(app);
        _run = app.Build();
    }

    public Task RunAsync(HttpContext http)
    {
        // The worker's router has found its catch-all. Left there, ours would look no further.
        http.SetEndpoint(null);
        http.Request.RouteValues = [];
        return _run(http);
    }
}
