using Outreach.Doors;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Fields;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;

namespace Outreach.Functions.Doors;

/// <summary>Where organisers make the walks, and see what comes of them.</summary>
internal static class DoorPages
{
    public static void MapDoorPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/doors", (NamedMeeting at, OrganiserPage page, HttpContext http, DoorRoundView view, CancellationToken ct) => view.ShowAsync(at, page, TableQuery.Of(http), FormState.Empty, ct));
        pages.MapPost("/meetings/{id}/doors", AddAsync);
        pages.MapPost("/meetings/{id}/doors/pairs", DivideAsync);
        pages.MapGet("/meetings/{id}/doors/print", PrintAsync).AdmitHosts();
        pages.MapGet("/meetings/{id}/doors/walk", WalkAsync).AdmitHosts();
        pages.MapPost("/meetings/{id}/doors/{door}", KnockAsync).AdmitHosts();
    }

    private static async Task<IResult> AddAsync(NamedMeeting at, OrganiserPage page, HttpContext http, PlanDoors plan, DoorRoundView view, CancellationToken ct)
    {
        var state = FormState.Of(http);
        using var content = http.Request.Form.Files["file"] is { Length: > 0 } file ? file.OpenReadStream() : null;
        var wanted = WantedOf(state, http.Request.Form.Files["file"]?.FileName, content, page);
        return await plan.HandleAsync(at.Group, at.Id, wanted, PairsOf(state), ct) switch
        {
            PlanDoorsOutcome.Planned { Doors: var doors, Refused: var refused } =>
                Results.LocalRedirect($"/meetings/{at.Id}/doors?added={doors.Added}&known={doors.Known}&stopped={doors.Stopped}&refused={refused}"),
            var outcome => await view.ShowAsync(at, page, TableQuery.Of(http), Refused(state, outcome, page), ct),
        };
    }

    private static WantedDoors WantedOf(FormState state, string? fileName, Stream? file, OrganiserPage page) => state["from"] == "people"
        ? new WantedDoors.OfPeople(page["doors.fromPeople"])
        : file is null ? new WantedDoors.Typed(state["streets"] ?? "") : new WantedDoors.OfFile(file, fileName!, page.Words.Code);

    private static FormState Refused(FormState state, PlanDoorsOutcome outcome, OrganiserPage page) => outcome switch
    {
        PlanDoorsOutcome.Unreadable { Lines: [var line, ..] } => state.WithError("streets", page[$"doors.wrong.{EnumWord.Of(line.Problem)}", line.Line, line.Text]),
        PlanDoorsOutcome.Asked asked => state.WithError("file", page["doors.asked", string.Join(", ", asked.Columns)]),
        PlanDoorsOutcome.Empty => state.WithError("streets", page["doors.empty"]),
        PlanDoorsOutcome.TooMany => state.WithError("file", page["doors.tooMany", TypedStreets.MaxDoors]),
        _ => state.WithError("file", page["doors.noAddress"]),
    };

    private static int PairsOf(FormState state) => Math.Clamp(state.Number("pairs") ?? 1, 1, DivideDoors.MaxPairs);

    private static async Task<IResult> DivideAsync(NamedMeeting at, HttpContext http, DivideDoors divide, CancellationToken ct)
    {
        await divide.HandleAsync(at.Group, at.Id, PairsOf(FormState.Of(http)), ct);
        return Results.LocalRedirect($"/meetings/{at.Id}/doors?done=doors-divided");
    }

    private static Task<IResult> PrintAsync(NamedMeeting at, OrganiserPage page, HttpContext http, DoorWalk walk, CancellationToken ct) =>
        walk.PrintAsync(page, WalkOf(at, page), WalkChoice.Of(http.Request.Query), ct);

    private static Task<IResult> WalkAsync(NamedMeeting at, OrganiserPage page, HttpContext http, DoorWalk walk, CancellationToken ct) =>
        walk.ShowAsync(page, WalkOf(at, page), WalkChoice.Of(http.Request.Query), ct);

    private static Task<IResult> KnockAsync(NamedMeeting at, string door, OrganiserPage page, HttpContext http, DoorWalk walk, CancellationToken ct) =>
        walk.KnockAsync(page, WalkOf(at, page), door, http, ct);

    private static WalkOf WalkOf(NamedMeeting at, OrganiserPage page)
    {
        var path = $"/meetings/{at.Id}/doors";
        return new WalkOf(at.Group, at.Meeting, path) { Back = page.IsHost ? null : path };
    }
}
