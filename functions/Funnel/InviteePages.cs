using Outreach.Contacts;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web;
using Outreach.Functions.Web.Components;
using Outreach.Functions.Web.Organisers;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Functions.Funnel;

/// <summary>Who is asked to a meeting: a table to narrow and sort, and the same as a file.</summary>
internal static class InviteePages
{
    private const int PageSize = 50;
    private const string After = "after";

    public static readonly string[] Filters = ["answer", "channel", "language", "wave", "source", "street", "next"];

    public static void MapInviteePages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/meetings/{id}/people", ShowAsync);
        pages.MapGet("/meetings/{id}/people.{format:regex(^(csv|xlsx)$)}", ExportAsync).Audited(AuditKind.Exported);
    }

    private static async Task<IResult> ShowAsync(NamedMeeting at, OrganiserPage page, HttpContext http, ReadOverview overview, ReadInvitees read, CancellationToken ct)
    {
        var query = TableQuery.Of(http, [.. Filters, After]);
        var (filter, order) = (FilterOf(query), OrderOf(query));
        var isWhole = filter.IsOpen && order.By is InviteeOrder.None;
        var (invitees, found, paging) = isWhole ? await WholeAsync() : await FoundAsync();
        return page.View<InviteesPage>(new
        {
            at.Meeting,
            Places = await overview.PlacesAsync(at.Group, at.Meeting, ct),
            Query = query,
            Invitees = invitees,
            Found = found,
            Paging = paging,
            Waves = await overview.WavesAsync(at.Group, at.Id, ct),
        });

        async Task<(IReadOnlyList<Invitee>, int?, Paging)> WholeAsync()
        {
            var (whole, next) = await read.PageAsync(at.Group, at.Meeting, PersonId.TryParse(query[After], out var after) ? after : null, PageSize, ct);
            return (whole, null, new Paging(query[After] is null ? null : query.Path, next is { } last ? query.With(After, last.Value) : null));
        }

        async Task<(IReadOnlyList<Invitee>, int?, Paging)> FoundAsync()
        {
            var cut = Paging.None;
            var (some, count) = await read.FindAsync(at.Group, at.Meeting, filter, order, rows => (cut = Paging.Of(query, rows, PageSize)).Part(rows, PageSize), ct);
            return (some, count, cut);
        }
    }

    private static async Task<IResult> ExportAsync(NamedMeeting at, string format, OrganiserPage page, HttpContext http, ReadInvitees read, CancellationToken ct)
    {
        var query = TableQuery.Of(http, Filters);
        var (invitees, _) = await read.FindAsync(at.Group, at.Meeting, FilterOf(query), OrderOf(query), null, ct);
        var sheet = InviteeSheet.Of(invitees, page);
        var name = $"{page["invitees.file"]}-{page.Settings.Local(at.Meeting.StartsAt):yyyy-MM-dd}.{format}";
        return format == "csv" ? Results.Bytes(SheetFile.Csv(sheet), "text/csv; charset=utf-8", name) : Results.Bytes(SheetFile.Xlsx(sheet), SheetFile.XlsxType, name);
    }

    private static InviteeFilter FilterOf(TableQuery query) => new(
        query.Search, query.Value<Reply>("answer"), query.Value<Channel>("channel"), query["language"], int.TryParse(query["wave"], out var wave) ? wave : null,
        query.Value<Source>("source"), query["street"], query.Value<NextAction>("next"));

    private static (InviteeOrder By, bool IsDescending) OrderOf(TableQuery query) => (query.SortBy<InviteeOrder>() ?? InviteeOrder.None, query.IsDescending);
}
