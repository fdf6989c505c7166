using Outreach.Functions.Texts;
using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

/// <param name="WalkedIn">Of those who came, the number whom nobody had invited.</param>
/// <param name="Percent">Percentage of those invited who came; null where fewer than ten were invited.</param>
/// <param name="Cost">Of the SMS to them, in euros.</param>
internal sealed record WorkedAnswer(int Invited, int Came, int WalkedIn, double? Percent, decimal Cost)
{
    public static WorkedAnswer Of(Worked worked, decimal price) =>
        new(worked.Invited, worked.Came, worked.WalkedIn, Percentage.Of(worked.CameOfInvited, worked.Invited, decimals: 1), worked.SmsParts * price);
}

/// <param name="Percent">People who come, of a hundred addresses; null where fewer than ten were rung at.</param>
internal sealed record DoorsWorkedAnswer(int Rung, int People, double? Percent)
{
    public static DoorsWorkedAnswer Of(int rung, int people) => new(rung, people, Percentage.Of(people, rung, decimals: 1));
}

/// <summary>Figures of other neighbourhoods, to hold one's own against.</summary>
internal sealed record FieldAnswer(DoorsWorkedAnswer Doors, IReadOnlyDictionary<string, int> Audiences);

/// <param name="Meetings">That were held, and where somebody ticked who was there.</param>
/// <param name="By">From source, channel, language, hour, street or wave to each of its values.</param>
/// <param name="Hours">Of everybody who helped, as far as it was noted; like the euros.</param>
internal sealed record WhatWorksAnswer(
    int Meetings, WorkedAnswer Total, IReadOnlyDictionary<string, IReadOnlyDictionary<string, WorkedAnswer>> By, IReadOnlyDictionary<string, int> Audiences, DoorsWorkedAnswer Doors,
    decimal? Hours, decimal? Euros, FieldAnswer Field)
{
    public static WhatWorksAnswer Of(WhatWorks works, decimal price) => new(
        works.Meetings,
        WorkedAnswer.Of(works.Total, price),
        works.By.ToDictionary(by => by.Key, by => (IReadOnlyDictionary<string, WorkedAnswer>)by.Value.ToDictionary(value => value.Key, value => WorkedAnswer.Of(value.Value, price))),
        works.Audiences.ToDictionary(audience => EnumWord.Of(audience.Key), audience => audience.Value),
        DoorsWorkedAnswer.Of(works.Doors.Rung, works.Doors.People),
        works.Hours,
        works.Euros,
        new FieldAnswer(DoorsWorkedAnswer.Of(FieldFigures.DoorsRung, FieldFigures.CameFromDoors), FieldFigures.Came.ToDictionary(audience => EnumWord.Of(audience.Key), audience => audience.Value)));
}

/// <summary>What works here, beside what worked elsewhere.</summary>
internal static class WhatWorksPages
{
    public static void MapWhatWorks(this RouteGroupBuilder api) => api.MapGet("/works", async (Caller caller, ReadWhatWorks read, IConfiguration configuration, CancellationToken ct) =>
        Results.Ok(WhatWorksAnswer.Of(await read.HandleAsync(caller.Group, ct), SmsPrice.Of(configuration)))).Produces<WhatWorksAnswer>();

    public static void MapWhatWorksPages(this RouteGroupBuilder pages) => pages.MapGet("/group/works", async (OrganiserPage page, ReadWhatWorks read, IConfiguration configuration, CancellationToken ct) =>
        page.View<WhatWorksPage>(new { Works = await read.HandleAsync(page.Group.Id, ct), SmsPrice = SmsPrice.Of(configuration) }));
}
