using Outreach.Functions.Replies;
using Outreach.Functions.Web;
using Outreach.Ids;
using Outreach.Nominations;
using Outreach.Records;

namespace Outreach.Functions.Nominations;

/// <summary>A link that an attendee hands over.</summary>
public sealed record PassOnLink(Code Code, Uri Url, bool IsUsed);

/// <summary>What the page of an attendee is read from.</summary>
internal sealed record NominateCall(HttpContext Http, Nominate Nominate, Codes Codes, InvitationFacts Facts, Settings Settings, CancellationToken Ct);

internal static class NominatePageRoutes
{
    public static void MapNominatePage(this RouteGroupBuilder group)
    {
        var pages = group.MapGroup("").WithMetadata(new Opens(CodeKind.Invitation));
        pages.MapMethods("/n/{code}", ResidentPages.Reading, ShowAsync);
        pages.MapPost("/n/{code}", NominateAsync);
        pages.MapPost("/n/{code}/link", MakeLinkAsync);
    }

    private static Task<IResult> ShowAsync(Visit visit, [AsParameters] NominateCall call) =>
        PageAsync(visit, ResidentForm.Empty with { FromPage = call.Http.Request.Query.ContainsKey("thanks") }, call);

    private static async Task<IResult> PageAsync(Visit visit, ResidentForm form, NominateCall call)
    {
        if (await call.Nominate.AllowanceAsync(visit.Group.Id, visit.Person!.Id, visit.Meeting!.Id, call.Ct) is not { } allowance)
            throw new InvalidOperationException("A visit with an invitation has a meeting.");
        var links = await LinksAsync(allowance.Invitation, call);
        return ResidentPages.Show<NominatePage>(
            new { View = Canonical(visit), Allowance = allowance, Facts = await call.Facts.ReadAsync(visit, call.Ct), Person = visit.Person, Links = links, Form = form },
            form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> NominateAsync(Visit visit, [AsParameters] NominateCall call)
    {
        var form = (await ResidentForm.ReadAsync(call.Http.Request)).CheckPerson(call.Settings.Countries, "nominate.errors.unreachable", out var nominee);
        if (!form.Agreed)
            form = form.With("agreed", "nominate.errors.notAgreed");
        if (form.Errors.Count == 0)
        {
            var outcome = await call.Nominate.HandleAsync(new NominateCommand(visit.Group.Id, visit.Person!.Id, visit.Meeting!.Id, nominee, form.MayNameMe, form.Agreed), call.Ct);
            await visit.ConfirmAsync(call.Http, call.Ct);
            if (outcome is NominateOutcome.Nominated)
                return ResidentPages.SeeOther(call.Http, Canonical(visit).Link($"/n/{visit.Code}?thanks"));
            form = form.With("name", KeyOf(outcome));
        }

        return await PageAsync(visit, form, call);
    }

    private static async Task<IResult> MakeLinkAsync(Visit visit, [AsParameters] NominateCall call)
    {
        var form = await ResidentForm.ReadAsync(call.Http.Request);
        var allowance = await call.Nominate.AllowanceAsync(visit.Group.Id, visit.Person!.Id, visit.Meeting!.Id, call.Ct);
        // The form says how many links there were: sent twice, it makes one.
        if (form.Links != allowance?.Invitation?.PassOnCodes.Count)
            return ResidentPages.SeeOther(call.Http, Canonical(visit).Link($"/n/{visit.Code}"));
        var outcome = await call.Nominate.PassOnAsync(visit.Group.Id, visit.Person.Id, visit.Meeting.Id, call.Ct);
        return outcome is NominateOutcome.PassedOn
            ? ResidentPages.SeeOther(call.Http, Canonical(visit).Link($"/n/{visit.Code}") + "#links")
            : await PageAsync(visit, form.With("links", KeyOf(outcome)), call);
    }

    private static async Task<IReadOnlyList<PassOnLink>> LinksAsync(Invitation? invitation, NominateCall call)
    {
        var links = new List<PassOnLink>();
        foreach (var code in invitation?.PassOnCodes ?? [])
            links.Add(new PassOnLink(code, call.Settings.Link($"/p/{code}"), (await call.Codes.FindAsync(code, call.Ct))?.Value.UsedBy is not null));
        return links;
    }

    private static string KeyOf(NominateOutcome outcome) => outcome switch
    {
        NominateOutcome.QuotaReached => "nominate.errors.quota",
        NominateOutcome.NotAttended => "nominate.errors.notAttended",
        NominateOutcome.NotAgreed => "nominate.errors.notAgreed",
        NominateOutcome.Themselves => "nominate.errors.unreachable",
        _ => "nominate.errors.closed",
    };

    private static PageView Canonical(Visit visit) => visit.View with { Path = $"/n/{visit.Code}" };
}
