using System.Text.Json;
using Outreach.Functions.Web.Api;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Functions.Web;

/// <summary>A request that cannot be read is answered with what to do about it.</summary>
internal static class Refusals
{
    public static void UseReadableRefusals(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            await (refused is UnknownException unknown ? await Asking.NotFoundAsync(http, unknown) : Of(refused)).ExecuteAsync(http);
        }
    });

    /// <summary>After routing: an id in an address that no store could hold is of nothing that we have. Codes, secrets and the headers of columns are compared elsewhere.</summary>
    public static void UseKnowableIds(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var isKnowable = http.Request.RouteValues.All(value => value is { Key: "code" or "secret" or "token" or "column" } || value.Value is not string id || RowRules.CanBeKey(id));
        if (isKnowable)
            return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private static IResult Of(BadHttpRequestException refused) => refused switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.TooLarge(),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problems.Of(refused.StatusCode, "not-json", "Send JSON, with the header 'Content-Type: application/json'."),
        { InnerException: ValueException value } => Problems.Invalid(FieldOf(value) ?? "value", value.Message, $"Look at {value.Path}."),
        // Where it went wrong, never what was sent.
        { InnerException: JsonException json } => Problems.Of(
            refused.StatusCode, "json", "This is not the JSON that this call takes. Look at its quotes, commas and brackets, and at the kind of each value.",
            json.Path is { Length: > 1 } path ? $"Look at {path}." : null),
        _ when refused.Message.Contains("body", StringComparison.Ordinal) => Problems.Of(refused.StatusCode, "json", "This call needs a body: a JSON object."),
        _ => Problems.Of(refused.StatusCode, "unreadable", "A value in this request cannot be read. Look at the address and the headers again."),
    };

    /// <summary>The last name in a path such as "$.startsAt".</summary>
    private static string? FieldOf(JsonException wrong) => wrong.Path?.Split('.') is [_, .., var field] ? field : null;

    /// <summary>Answers that routing gives, in our words.</summary>
    public static void Say(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey("code"))
            return;
        var (code, title) = problem.Status switch
        {
            StatusCodes.Status400BadRequest => ("unreadable", "A value in this address cannot be read. Look at it again."),
            StatusCodes.Status404NotFound => ("not-found", "There is nothing at this address. Look at it again."),
            StatusCodes.Status405MethodNotAllowed => ("method", "This address does not take this kind of call. Look at /api/openapi.json."),
            StatusCodes.Status415UnsupportedMediaType => ("not-json", "Send JSON, with the header 'Content-Type: application/json'."),
            StatusCodes.Status500InternalServerError => ("failed", "Something went wrong on our side. Try again in a moment."),
            _ => (null, null),
        };
        if (code is null)
            return;
        problem.Title = title;
        problem.Extensions["code"] = code;
    }
}
