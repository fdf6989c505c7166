using Outreach.Records;

namespace Outreach.Functions.Web.Residents;

/// <summary>How many people may make themselves known on the pages of a code: from one address, and in one group.</summary>
internal sealed class SignUpLimits(PageLimits limits, SignUps signUps, LimitAlarms alarms)
{
    /// <summary>For somebody who joins a meeting. The owners of the group are told when a limit is reached.</summary>
    /// <returns>False when it is enough for now.</returns>
    public async Task<bool> TakeAsync(Visit visit, Candidate newcomer, HttpContext http, CancellationToken ct)
    {
        var way = visit.Row.Kind is CodeKind.Flyer ? AbuseLimit.SignUp : AbuseLimit.PassOn;
        if (limits.AllowsSignUp(http))
            return await signUps.TakeAsync(visit.Group.Id, way, visit.Meeting!.Id, newcomer, ct);
        await alarms.RaiseAsync(visit.Group.Id, way, ct);
        return false;
    }

    /// <summary>For somebody who moved in.</summary>
    public async Task<bool> AllowsAsync(Visit visit, HttpContext http, CancellationToken ct) =>
        limits.AllowsSignUp(http) && (await signUps.TodayAsync(visit.Group.Id, ct)).Held < SignUpDay.MaxPerGroup;
}
