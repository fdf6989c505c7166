using System.Globalization;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
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

    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(2);

    public static FormState New(OrganiserPage page) => new(new Dictionary<string, string>
    {
        ["id"] = MeetingId.New(page.Now).Value,
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
        var values = new Dictionary<string, string>(Of(before, page.Settings).Values) { ["id"] = MeetingId.New(page.Now).Value, ["day"] = OrganiserPage.Written(day) };
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
            ["audience"] = EnumWord.Of(meeting.Audience),
            ["area"] = meeting.Area ?? "",
            ["day"] = OrganiserPage.Written(DateOnly.FromDateTime(from.DateTime)),
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

    public static IEnumerable<(string Value, string Text)> Audiences(OrganiserPage page) => Enum.GetValues<Audience>().Select(audience => (EnumWord.Of(audience), page.Word("audience", audience)));

    public static Audience? AudienceOf(FormState state) => EnumWord.TryParse<Audience>(state["audience"], out var audience) ? audience : null;

    /// <summary>An emptied field lifts the number of places; what is not a number does not fit.</summary>
    public static int PlacesOf(FormState state) => !state.Has("capacity") ? 0 : state.Number("capacity") is > 0 and var places ? places : -1;

    public static IReadOnlyList<string> LanguagesOf(FormState state) => state["languages"]?.Split(',') ?? [];

    public static IReadOnlyDictionary<string, string> LinesOf(FormState state) => Language.All
        .Where(language => state.Has(LinePrefix + language.Code))
        .ToDictionary(language => language.Code, language => state[LinePrefix + language.Code]!);

    /// <summary>As people write it: hours beside the day go before those of the other fields. An end before the start is on the next day: a party after midnight.</summary>
    public static (DateTimeOffset? From, DateTimeOffset? Until) TimesOf(FormState state, OrganiserPage page)
    {
        var written = WrittenMoment.Read(state["day"], page.Settings.Day(page.Now));
        var from = written?.From ?? TimeOf(state["from"]);
        if (written?.Day is not { } day || from is not { } start)
            return (null, null);
        var end = written.Until ?? TimeOf(state["until"]);
        // The hours that the form holds for a start are not meant for another.
        if (written is { From: not null, Until: null } && !(end > start))
            end = start.Add(UsualLength);
        return end is { } until ? (page.Settings.At(day, start), page.Settings.At(until < start ? day.AddDays(1) : day, until)) : (null, null);
    }

    /// <summary>A day and a time of the wall; null when either is not one.</summary>
    public static DateTimeOffset? MomentOf(string? day, string? time, OrganiserPage page)
    {
        var written = WrittenMoment.Read(day, page.Settings.Day(page.Now));
        if (written is not { Day: { } on, Until: null } || (written.From ?? TimeOf(time)) is not { } at)
            return null;
        return page.Settings.At(on, at);
    }

    public static MeetingDraft DraftOf(FormState state, OrganiserPage page)
    {
        var (from, until) = TimesOf(state, page);
        return new MeetingDraft(
            state["title"], state["series"], AudienceOf(state) ?? Audience.Residents, state["area"], from, until, state["place"], state.Number("capacity") ?? (state.Has("capacity") ? 0 : null),
            state["contactName"], state["contactPhone"], LanguagesOf(state), state.Has("quota") ? state.Number("quota") ?? -1 : Meeting.DefaultQuota, LinesOf(state))
        {
            Id = MeetingId.TryParse(state["id"], out var id) ? id : null,
        };
    }

    /// <summary>The form with all that is wrong in it.</summary>
    /// <param name="before">The meeting that is changed.</param>
    public static FormState Check(FormState state, MeetingDraft draft, Meeting? before, OrganiserPage page)
    {
        if (before is null && AudienceOf(state) is null)
            state = Refused(state, MeetingProblem.Audience, page);
        foreach (var problem in draft.Problems())
            state = Refused(state, problem, page);
        if (before is not null && draft is { StartsAt: { } from, EndsAt: { } until } && MeetingChange.IsMovedTooLate(before, from, until, page.Now))
            return Refused(state, MeetingProblem.Over, page);
        return draft.StartsAt is { } start && start != before?.StartsAt && MeetingDraft.Check(start, page.Now) is { } when ? Refused(state, when, page) : state;
    }

    private static TimeOnly? TimeOf(string? text) => WrittenMoment.Read(text, DateOnly.MinValue.AddYears(1)) is { Day: null, From: { } time, Until: null } ? time : null;

    public static FormState Refused(FormState state, MeetingProblem problem, OrganiserPage page) => problem is MeetingProblem.Contact && !state.Has("contactName") && !state.Has("contactPhone")
        ? state.WithError("contactName", page["meeting.wrong.contactName"]).WithError("contactPhone", page["meeting.wrong.contactPhone"])
        : state.WithError(FieldOf(problem, state), page.Word("meeting.wrong", problem));

    private static string FieldOf(MeetingProblem problem, FormState state) =>
        problem switch
        {
            MeetingProblem.Title => "title",
            MeetingProblem.Audience => "audience",
            MeetingProblem.Past or MeetingProblem.Far or MeetingProblem.Times or MeetingProblem.Over => "day",
            MeetingProblem.Place => "place",
            MeetingProblem.Contact => state.Has("contactName") ? "contactPhone" : "contactName",
            MeetingProblem.Capacity => "capacity",
            MeetingProblem.Quota => "quota",
            _ => "",
        };
}
