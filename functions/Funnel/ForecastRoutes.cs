using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

/// <param name="Seats">Places taken now.</param>
/// <param name="Expected">People who will come at this rate; like low and high null while there are too few answers to tell.</param>
/// <param name="Low">Eight times in ten the outcome lies between this and high.</param>
/// <param name="Enough">Whether there are enough answers to tell.</param>
/// <param name="Advice">What would fill it, in the group's language; empty while there are too few answers.</param>
internal sealed record ForecastAnswer(int Seats, int? Capacity, int? Expected, int? Low, int? High, bool Enough, string Advice)
{
    public static ForecastAnswer Of(Meeting meeting, int seats, Forecast forecast, OrganiserWords words)
    {
        var isKnown = forecast.Certainty is not Certainty.TooFew;
        return new(
            seats, meeting.Capacity, isKnown ? forecast.Come.Likely : null, isKnown ? forecast.Come.Low : null, isKnown ? forecast.Come.High : null, isKnown, AdviceOf(forecast, words));
    }

    /// <summary>As the page of the meeting says it too.</summary>
    public static string AdviceOf(Forecast forecast, OrganiserWords words) => forecast.Advice switch
    {
        null => forecast.Certainty is Certainty.TooFew ? "" : words["forecast.fills"],
        { Invite: { } invite, AskForNames: { } names } => words["forecast.inviteOrNames", invite, names],
        { Invite: { } invite } => words["forecast.invite", invite],
        { IsLate: false } => words["forecast.otherWays"],
        _ => words["forecast.call"],
    };
}

internal static class ForecastRoutes
{
    public static void MapForecast(this RouteGroupBuilder api) => api.MapGet("/meetings/{id}/forecast", ForecastAsync).Produces<ForecastAnswer>();

    private static async Task<IResult> ForecastAsync(NamedMeeting at, GroupStore groups, ReadOverview overviews, ReadForecast forecasts, CancellationToken ct)
    {
        var overview = await overviews.WithProgressAsync(at.Group, at.Meeting, ct);
        var forecast = await forecasts.HandleAsync(at.Group, overview, ct);
        return Results.Ok(ForecastAnswer.Of(at.Meeting, overview.Progress.Seats, forecast, OrganiserWords.For((await groups.GetAsync(at.Group, ct)).Language)));
    }
}
