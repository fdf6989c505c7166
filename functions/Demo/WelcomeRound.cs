using Outreach.Contacts;
using Outreach.Records;
using Outreach.Welcome;

namespace Outreach.Functions.Demo;

/// <summary>People move in, by a poster, a host and a form; volunteers pack for them and go round twice.</summary>
internal sealed class WelcomeRound(Stage stage, Neighbourhood neighbourhood, int seed)
{
    private const int Arrivals = 3;
    private static readonly string[] Spoken = ["nl", "ar", "tr", "pl"];

    private WelcomeWay? _poster;
    private WelcomeWay? _host;

    public async Task PlanAsync(CancellationToken ct)
    {
        await stage.Get<WelcomeKits>().SaveAsync(
            stage.Group, new WelcomeKit([.. WelcomeKit.Standard.Parts, new KitPart(KitPartKind.Flyer, "Afvalkalender", ["nl", "en", "tr"]), new KitPart(KitPartKind.Flyer, "Spelregels van de flat", ["nl"])]), ct);
        _poster = await stage.Get<WelcomeWays>().AddAsync(stage.Group, WayKind.Poster, "Supermarkt aan de Zegge", null, ct);
        _host = await stage.Get<WelcomeWays>().AddAsync(stage.Group, WayKind.Host, "Truus", "Zegge 2-80", ct);
    }

    public async Task ArriveAsync(CancellationToken ct)
    {
        var chance = new Random(seed ^ stage.Clock.Now.DayOfYear);
        for (var i = 0; i < Arrivals; i++)
        {
            var resident = neighbourhood.DrawNeighbour(chance, Spoken[chance.Next(Spoken.Length)]);
            var candidate = stage.Candidate(chance.Next(3) == 0 ? resident with { Phone = null, Email = null } : resident) with
            {
                Address = new Address("Zegge", $"{2 + (2 * chance.Next(40))}", null, "9871 BD", null),
            };
            var way = i switch { 0 => _poster, 1 => _host, _ => null };
            await stage.Get<WelcomeResident>().HandleAsync(
                stage.Group, new NewResident(candidate, stage.Settings.Day(stage.Clock.Now).AddDays(-chance.Next(2, 9))) { Way = way?.Code, By = way?.Kind is WayKind.Host ? way.Name : null }, ct);
        }
    }

    /// <summary>All that is asked is packed; what was packed is brought.</summary>
    public async Task BringAsync(CancellationToken ct)
    {
        var chance = new Random(seed ^ stage.Clock.Now.DayOfYear);
        var open = (await stage.Get<ReadWelcomes>().HandleAsync(await stage.Get<GroupStore>().GetAsync(stage.Group, ct), package => package.IsOpen, ct)).OrderBy(view => view.Package.At).ThenBy(view => view.Package.Name, StringComparer.Ordinal);
        foreach (var view in open)
        {
            var state = view.Package.State is WelcomeState.Asked ? WelcomeState.Packed : chance.Next(8) switch { 0 => WelcomeState.NotFound, 1 => WelcomeState.Declined, _ => WelcomeState.HandedOver };
            await stage.Get<WelcomeStore>().ChangeAsync(stage.Group, view.Package.Person, package => package.Move(state, package.By ?? "Marja", stage.Clock.Now), ct);
        }
    }
}
