using Outreach.Functions.Replies;
using Outreach.Functions.Web.Residents;
using Outreach.Ids;
using Outreach.Nominations;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Functions.Nominations;

/// <summary>A link that an attendee hands over.</summary>
public sealed record PassOnLink(Code Code, Uri Url, bool IsUsed);

/// <summary>The page of an attendee, as it stands now.</summary>
internal sealed class NominateView(Allowances allowances, Codes codes, InvitationFacts facts, Settings settings)
{
    public async Task<IResult> ShowAsync(Visit visit, ResidentForm form, CancellationToken ct)
    {
        if (await AllowanceAsync(visit, ct) is not { } allowance)
            throw new InvalidOperationException("A visit with an invitation has a meeting.");
        return ResidentPages.Show<NominatePage>(
            new { View = NominatePageRoutes.Canonical(visit), Allowance = allowance, Facts = await facts.ReadAsync(visit, ct), visit.Person, Links = await LinksAsync(allowance.Invitation, ct), Form = form },
            form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    public Task<Allowance?> AllowanceAsync(Visit visit, CancellationToken ct) => allowances.OfAsync(visit.Group.Id, visit.Person!.Id, visit.Meeting!.Id, ct);

    private async Task<IReadOnlyList<PassOnLink>> LinksAsync(Invitation? invitation, CancellationToken ct)
    {
        var links = new List<PassOnLink>();
        foreach (var code in invitation?.PassOnCodes ?? [])
            links.Add(new PassOnLink(code, settings.Link($"/p/{code}"), (await codes.FindAsync(code, ct))?.Value.UsedBy is not null));
        return links;
    }
}

internal static class NominatePageRoutes
{
    public static void MapNominatePage(this RouteGroupBuilder group)
    {
        var pages = group.MapGroup("").WithMetadata(new Opens(CodeKind.Invitation));
        pages.MapMethods("/n/{code}", ResidentPages.Reading, ShowAsync);
        pages.MapPost("/n/{code}", NominateAsync);
        pages.MapPost("/n/{code}/link", MakeLinkAsync);
    }

    private static Task<IResult> ShowAsync(Visit visit, HttpContext http, NominateView view, CancellationToken ct) =>
        view.ShowAsync(visit, ResidentForm.Empty with { FromPage = http.Request.Query.ContainsKey("thanks") }, ct);

    private static async Task<IResult> NominateAsync(Visit visit, HttpContext http, Nominate nominate, TellOfSignUp organisers, NominateView view, CancellationToken ct)
    {
        var form = (await ResidentForm.ReadAsync(http.Request)).CheckPerson(visit.Settings.Countries, "nominate.errors.unreachable", out var nominee);
        if (!form.Agreed)
            form = form.With("agreed", "nominate.errors.notAgreed");
        if (form.Errors.Count == 0)
        {
            var outcome = await nominate.HandleAsync(new NominateCommand(visit.Group.Id, visit.Person!.Id, visit.Meeting!.Id, nominee, form.MayNameMe, form.Agreed), ct);
            await visit.ConfirmAsync(http, ct);
            // Whose a number is, is nobody's business: the page says the same, and an organiser reads of it.
            if (outcome is NominateOutcome.OthersNumber)
                await organisers.OfOthersNumberAsync(visit.Group.Id, visit.Meeting.Id, nominee, $"{visit.Person.Name}: {visit.View.Text("nominate.title")}", ct);
            if (outcome is NominateOutcome.Nominated or NominateOutcome.OthersNumber)
                return ResidentPages.SeeOther(http, Canonical(visit).Link($"/n/{visit.Code}?thanks"));
            form = form.With("name", KeyOf(outcome));
        }

        return await view.ShowAsync(visit, form, ct);
    }

    private static async Task<IResult> MakeLinkAsync(Visit visit, HttpContext http, PassOn passOn, NominateView view, CancellationToken ct)
    {
        var form = await ResidentForm.ReadAsync(http.Request);
        var allowance = await view.AllowanceAsync(visit, ct);
        // The form says how many links there were: sent twice, it makes one.
        if (form.Links != allowance?.Invitation?.PassOnCodes.Count)
            return ResidentPages.SeeOther(http, Canonical(visit).Link($"/n/{visit.Code}"));
        var outcome = await passOn.HandleAsync(visit.Group.Id, visit.Person!.Id, visit.Meeting!.Id, ct);
        return outcome is NominateOutcome.PassedOn
            ? ResidentPages.SeeOther(http, Canonical(visit).Link($"/n/{visit.Code}") + "#links")
            : await view.ShowAsync(visit, form.With("links", KeyOf(outcome)), ct);
    }

    private static string KeyOf(NominateOutcome outcome) => outcome switch
    {
        NominateOutcome.QuotaReached => "nominate.errors.quota",
        NominateOutcome.NotAttended => "nominate.errors.notAttended",
        NominateOutcome.NotAgreed => "nominate.errors.notAgreed",
        NominateOutcome.Themselves => "nominate.errors.unreachable",
        NominateOutcome.MoreThanAName => "nominate.errors.onlyName",
        _ => "nominate.errors.closed",
    };

    internal static PageView Canonical(Visit visit) => visit.View with { Path = $"/n/{visit.Code}" };
}
