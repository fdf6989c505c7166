using Microsoft.Azure.Functions.Worker;

namespace Outreach.Functions.Hosting.Worker;

/// <summary>Every request that the Functions host passes on, whatever its path and method.</summary>
public sealed class SiteFunction(SitePipeline site)
{
    [Function("Site")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request)
    {
        await site.RunAsync(request.HttpContext);
        return Results.Empty;
    }
}
