namespace Outreach.Functions.Web;

/// <summary>What goes wrong for somebody at a browser is said on a page, in their language and with a way on. Programs get it as JSON.</summary>
internal sealed class ProblemPages : IProblemDetailsWriter
{
    /// <summary>Read by programs and operators, whatever they say that they accept.</summary>
    private static readonly string[] ForPrograms = ["/api", "/readyz"];

    public bool CanWrite(ProblemDetailsContext context)
    {
        var request = context.HttpContext.Request;
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !Array.Exists(ForPrograms, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        // What failed may have been a page: what renders pages is spent after one.
        await using var scope = services.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            var status = context.ProblemDetails.Status ?? http.Response.StatusCode;
            var (title, text) = WordsOf(status);
            await Organisers.OrganiserPage.WithoutCounts(http).Notice(title, text, status).ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }

    private static (string Title, string Text) WordsOf(int status) => status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => ("notice.missing", "notice.missingWhy"),
        StatusCodes.Status413PayloadTooLarge => ("notice.tooLarge", "notice.tooLargeWhy"),
        >= StatusCodes.Status500InternalServerError => ("notice.failed", "notice.failedWhy"),
        _ => ("notice.expired", "notice.expiredWhy"),
    };
}
