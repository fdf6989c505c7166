using Outreach.Functions.Hosting;
using Outreach.Functions.Web.Organisers;

namespace Outreach.Functions.Web.Components;

/// <summary>A row of the sample table.</summary>
public sealed record SampleGuest(string Name, string Street, int Party);

/// <summary>Every component with a sample, for whoever builds the next page. Only on a virtual clock: no organiser needs it.</summary>
internal static class ComponentsPages
{
    private const int PageSize = 3;

    private static readonly SampleGuest[] Guests =
        [new("Noor Bakker", "Lindelaan", 2), new("Els Visser", "Zegge", 1), new("Yonas Haile", "Lindelaan", 4), new("Ayşe Demirkol", "Zegge", 3), new("Bo Prins", "Rietvinklaan", 1)];

    public static void MapComponentsPage(this RouteGroupBuilder pages)
    {
        if (((IEndpointRouteBuilder)pages).ServiceProvider.GetRequiredService<Launch>().IsVirtual)
            pages.MapGet("/dev/components", Show);
    }

    private static IResult Show(string? dir, OrganiserPage page, HttpContext http)
    {
        var query = TableQuery.Of(http, "street", "dir");
        var found = Guests.Where(guest => (query["street"] ?? guest.Street) == guest.Street && guest.Name.Contains(query.Search ?? "", StringComparison.OrdinalIgnoreCase)).ToList();
        var sorted = query.Sort switch { "party" => found.OrderBy(guest => guest.Party), _ => found.OrderBy(guest => guest.Name, StringComparer.Ordinal) };
        var paging = Paging.Of(query, found.Count, PageSize);
        return page.View<ComponentsPage>(new
        {
            Direction = dir == "rtl" ? "rtl" : null,
            Query = query,
            Guests = (IReadOnlyList<SampleGuest>)[.. paging.Cut(query.IsDescending ? sorted.Reverse() : sorted, PageSize)],
            Found = found.Count,
            Paging = paging,
            Streets = (IReadOnlyList<string>)[.. Guests.Select(guest => guest.Street).Distinct().Order(StringComparer.Ordinal)],
        });
    }
}
