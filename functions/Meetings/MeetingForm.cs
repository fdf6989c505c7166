using System.Globalization;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

/// <summary>Between a meeting and the form on which it is made and changed.</summary>
internal static class MeetingForm
{
    private const string LinePrefix = "line-";

    /// <summary>What people need to keep an evening free.</summary>
    private const int Fortnight = 14;

    public static FormState New(OrganiserPage page) => new(new Dictionary<string, string>
    {
        ["audience"] = "residents",
        ["languages"] = page.Group.Language,
        ["quota"] = Meeting.DefaultQuota.ToString(CultureInfo.InvariantCulture),
        ["from"] = "14:00",
        ["until"] = "16:00",
    });

    /// <summary>The next evening of a series: the same, on the same day of the week, a fortnight after or else the first that is far enough ahead.</summary>
    public static FormState After(Meeting before, OrganiserPage page)
    {
        var day = page.Settings.Day(before.StartsAt).AddDays(Fortnight);
        while (day < page.Settings.Day(page.Now).AddDays(Fortnight))
            day = day.AddDays(7);
        var values = new Dictionary<string, string>(Of(before, page.Settings).Values) { ["day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        values["series"] = before.Series ?? before.Title;
        return new FormState(values);
    }

    public static FormState Of(Meeting meeting, Settings settings)
    {
        var (from, until) = (settings.Local(meeting.StartsAt), settings.Local(meeting.EndsAt));
        var values = new Dictionary<string, string>
        {
            ["title"] = meeting.Title,
            ["series"] = meeting.Series ?? "",
            ["audience"] = meeting.Audience.ToString().ToLowerInvariant(),
            ["area"] = meeting.Area ?? "",
            ["day"] = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["from"] = from.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["until"] = until.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["place"] = meeting.Place,
            ["capacity"] = meeting.Capacity?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["contactName"] = meeting.ContactName,
            ["contactPhone"] = meeting.ContactPhone,
            ["languages"] = string.Join(",", meeting.Languages),
            ["quota"] = meeting.Quota.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (language, line) in meeting.PersonalLines)
            values[LinePrefix + language] = line;
        return new FormState(values);
    }

    public static Audience? AudienceOf(FormState state) => EnumWord.TryParse<Audience>(state["audience"], out var audience) ? audience : null;

    /// <summary>An emptied field lifts the number of places; what is not a number does not fit.</summary>
    public static int PlacesOf(FormState state) => !state.Has("capacity") ? 0 : state.Number("capacity") is > 0 and var places ? places : -1;

    public static IReadOnlyList<string> LanguagesOf(FormState state) => state["languages"]?.Split(',') ?? [];

    public static IReadOnlyDictionary<string, string> LinesOf(FormState state) => Language.All
        .Where(language => state.Has(LinePrefix + language.Code))
        .ToDictionary(language => language.Code, language => state[LinePrefix + language.Code]!);

    /// <summary>An end before the start is on the next day: a party after midnight.</summary>
    public static (DateTimeOffset? From, DateTimeOffset? Until) TimesOf(FormState state, Settings settings)
    {
        if (!DateOnly.TryParse(state["day"], CultureInfo.InvariantCulture, out var day) || TimeOf(state["from"]) is not { } from || TimeOf(state["until"]) is not { } until)
            return (null, null);
        return (At(day, from), At(until < from ? day.AddDays(1) : day, until));

        DateTimeOffset At(DateOnly on, TimeOnly time) => new(on.ToDateTime(time), settings.Zone.GetUtcOffset(on.ToDateTime(time)));
    }

    /// <summary>A day and a time of the wall; null when either is not one.</summary>
    public static DateTimeOffset? MomentOf(string? day, string? time, Settings settings)
    {
        if (!DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var on) || TimeOf(time) is not { } at)
            return null;
        var local = on.ToDateTime(at);
        return new DateTimeOffset(local, settings.Zone.GetUtcOffset(local));
    }

    private static TimeOnly? TimeOf(string? text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    public static FormState Refused(FormState state, MeetingProblem problem, OrganiserPage page) => state.But(
        problem switch
        {
            MeetingProblem.Title => "title",
            MeetingProblem.Audience => "audience",
            MeetingProblem.Past or MeetingProblem.Far or MeetingProblem.Times => "day",
            MeetingProblem.Place => "place",
            MeetingProblem.Contact => state.Has("contactName") ? "contactPhone" : "contactName",
            MeetingProblem.Capacity => "capacity",
            MeetingProblem.Quota => "quota",
            _ => "",
        },
        page.Word("meeting.wrong", problem));
}
