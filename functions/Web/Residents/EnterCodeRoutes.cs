namespace Outreach.Functions.Web.Residents;

/// <summary>Where somebody types the code from a letter.</summary>
internal static class EnterCodeRoutes
{
    public static void MapEnterCode(this RouteGroupBuilder pages) => pages.MapMethods("/h", ResidentPages.Reading, ShowAsync);

    private static async Task<IResult> ShowAsync(string? code, HttpContext http, PageLimits limits, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code))
            return ResidentPages.Show<EnterCodePage>(new { View = PageView.Of(http) });
        if (!await limits.AllowsCodeAsync(http, code))
            return ResidentPages.TooMany(http);
        if (await Visit.FindAsync(http, code, ct) is { } visit)
            return ResidentPages.SeeOther(http, PageView.Of(http).Link(Visit.PathOf(visit.Row.Kind, visit.Code)));
        limits.CountMiss(http, code);
        return ResidentPages.NotFound(http, code.Length <= 30 ? code : null);
    }
}
