using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Welcome;

/// <summary>What became of the new residents of one month, or of all.</summary>
/// <param name="Month">The first day of the month in which we heard of them; null: all together.</param>
/// <param name="New">How many there were.</param>
/// <param name="Welcomed">Number who got the welcome as a message.</param>
/// <param name="DaysToHandOver">From moving in to the package: the median. Null: none was brought.</param>
/// <param name="Came">Number who were at a meeting.</param>
/// <param name="Helpers">Number who would like to welcome the next one.</param>
public sealed record WelcomeNumbers(DateOnly? Month, int New, int Welcomed, int HandedOver, int NotFound, int Declined, int? DaysToHandOver, int Came, int Helpers)
{
    public int? PercentCame => (int?)Percentage.Of(Came, New);

    public static WelcomeNumbers Of(DateOnly? month, IReadOnlyCollection<WelcomePackage> packages, IReadOnlySet<PersonId> came, Settings settings)
    {
        int Count(Func<WelcomePackage, bool> what) => packages.Count(what);
        var days = packages.Where(package => package is { State: WelcomeState.HandedOver, StateAt: not null }).Select(package => Math.Max(0, settings.Day(package.StateAt!.Value).DayNumber - package.MovedIn.DayNumber)).Order().ToList();
        return new WelcomeNumbers(
            month, packages.Count, Count(package => package.WelcomedAt is not null), Count(package => package.State is WelcomeState.HandedOver), Count(package => package.State is WelcomeState.NotFound),
            Count(package => package.State is WelcomeState.Declined), days.Count == 0 ? null : days[(days.Count - 1) / 2], Count(package => came.Contains(package.Person)), Count(package => package.WantsToWelcome is true));
    }
}

/// <summary>Counts the welcomes of a group, and who of them came to a meeting. Whoever was erased is in no count.</summary>
public sealed class ReadWelcomeNumbers(WelcomeStore welcomes, MeetingStore meetings, PeopleStore people, Settings settings)
{
    /// <returns>All together, and each month, the latest first.</returns>
    public async Task<(WelcomeNumbers All, IReadOnlyList<WelcomeNumbers> Months)> HandleAsync(GroupId group, CancellationToken ct)
    {
        var packages = (await welcomes.ListAsync(group, ct)).Select(stored => stored.Value).ToList();
        var came = packages.Count == 0 ? [] : await CameAsync(group, packages.Min(package => package.At), ct);
        var months = packages.GroupBy(package => settings.Day(package.At) is var day ? new DateOnly(day.Year, day.Month, 1) : default)
            .OrderByDescending(month => month.Key).Select(month => WelcomeNumbers.Of(month.Key, [.. month], came, settings));
        return (WelcomeNumbers.Of(null, packages, came, settings), [.. months]);
    }

    private async Task<HashSet<PersonId>> CameAsync(GroupId group, DateTimeOffset since, CancellationToken ct)
    {
        var came = new HashSet<PersonId>();
        foreach (var meeting in (await meetings.ListAsync(group, ct)).Where(meeting => meeting.EndsAt >= since))
        {
            await foreach (var invitation in people.InvitationsAsync(group, meeting.Id, ct))
            {
                if (invitation.Value.Attendance is Attendance.Attended)
                    came.Add(invitation.Value.Person);
            }
        }

        return came;
    }
}
