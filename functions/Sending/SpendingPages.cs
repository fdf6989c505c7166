using Outreach.Functions.Texts;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Functions.Sending;

/// <summary>What a group sends in a day, and its limit.</summary>
/// <param name="Most">Today, with what was allowed on top.</param>
/// <param name="Price">Of the SMS parts that left.</param>
/// <param name="MostPrice">If all that may leave were parts of SMS.</param>
public sealed record SpendingView(SpendingDay Day, int Most, decimal Price, decimal MostPrice)
{
    internal static async Task<SpendingView> ReadAsync(Spending spending, Group group, IConfiguration configuration, CancellationToken ct)
    {
        var (day, price) = (await spending.TodayAsync(group.Id, ct), SmsPrice.Of(configuration));
        var most = spending.LimitOf(group) + day.Extra;
        return new(day, most, day.SmsParts * price, most * price);
    }
}

/// <summary>The most that may leave in a day: organisers see it, an owner lets more go.</summary>
internal static class SpendingPages
{
    private const string MostField = "most";

    public static void MapSpendingPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/group/spending", (OrganiserPage page, Spending spending, IConfiguration configuration, CancellationToken ct) => ShowAsync(page, spending, configuration, FormState.Empty, ct));
        pages.MapPost("/group/spending", ChangeAsync).Admit(Role.Owner).Audited(AuditKind.Settings);
        pages.MapPost("/group/spending/go-on", async (OrganiserPage page, Spending spending, CancellationToken ct) =>
        {
            await spending.GoOnAsync(page.Group.Id, ct);
            return Results.LocalRedirect("/group/spending?done=go-on");
        }).Admit(Role.Owner).Audited(AuditKind.Settings);
    }

    private static async Task<IResult> ShowAsync(OrganiserPage page, Spending spending, IConfiguration configuration, FormState state, CancellationToken ct) =>
        page.View<SpendingPage>(new { Spending = await SpendingView.ReadAsync(spending, page.Group, configuration, ct), Usual = spending.LimitOf(page.Group), Price = SmsPrice.Of(configuration) }, state);

    private static async Task<IResult> ChangeAsync(OrganiserPage page, HttpContext http, Spending spending, IConfiguration configuration, CancellationToken ct)
    {
        var state = FormState.Of(http);
        return state.Number(MostField) is { } most && await spending.ChangeLimitAsync(page.Group.Id, most, ct)
            ? Results.LocalRedirect("/group/spending?done=spending")
            : await ShowAsync(page, spending, configuration, state.WithError(MostField, page["spending.wrong", Spending.Min, Spending.Max]), ct);
    }
}
