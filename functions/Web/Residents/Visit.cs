using Outreach.Ids;
using Outreach.Languages;
using Outreach.People;
using Outreach.Records;

namespace Outreach.Functions.Web.Residents;

/// <summary>A page that is opened with a code of one of these kinds.</summary>
internal sealed record Opens(params CodeKind[] Kinds);

/// <summary>Somebody came with a code: what it opens, as it stands now. Each page takes it as an argument.</summary>
/// <param name="Person">The holder; for a pass-on code the attendee who hands it over; null for a flyer's.</param>
internal sealed record Visit(Code Code, CodeRow Row, Group Group, Person? Person, Meeting? Meeting, Invitation? Invitation, PageView View)
{
    public required Settings Settings { get; init; }

    public required DateTimeOffset Now { get; init; }

    public static ValueTask<Visit?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Items[typeof(Visit)] as Visit);

    /// <summary>Null when the code opens nothing, or no longer.</summary>
    public static async Task<Visit?> FindAsync(HttpContext http, string? typed, CancellationToken ct)
    {
        var services = http.RequestServices;
        if (!Code.TryParse(typed, out var code) || await services.GetRequiredService<Codes>().FindAsync(code, ct) is not { Value: var row })
            return null;
        var people = services.GetRequiredService<PeopleStore>();
        var person = row.Person is { } id ? (row.Kind is CodeKind.Card ? await people.FollowAsync(row.Group, id, ct) : await people.FindAsync(row.Group, id, ct))?.Value : null;
        var meeting = row.Meeting is { } at ? (await services.GetRequiredService<MeetingStore>().FindAsync(row.Group, at, ct))?.Value : null;
        var invitation = row is { Person: { } holder, Meeting: { } to, Kind: CodeKind.Invitation } ? (await people.FindAsync(row.Group, to, holder, ct))?.Value : null;
        var group = (await services.GetRequiredService<GroupStore>().FindAsync(row.Group, ct))?.Value;
        if (group is null || !IsWhole(row, person, meeting, invitation))
            return null;

        // The code of a pass-on link is not the nominator's own: whoever has it must not read or change anything of theirs.
        var isHolder = row.Kind is CodeKind.Invitation or CodeKind.Welcome or CodeKind.Card;
        var view = PageView.Of(http, isHolder ? Language.Find(person!.Language) : null, group, isHolder ? code : null);
        return new Visit(code, row, group, person, meeting, invitation, view)
        {
            Settings = services.GetRequiredService<Settings>(),
            Now = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
    }

    /// <summary>
    /// Somebody pressed a button on the page of a link that only went to their own number or address. To read the page is not enough: mail programs and organisers
    /// open it too.
    /// </summary>
    public Task ConfirmAsync(HttpContext http, CancellationToken ct) => Person is { Unconfirmed: { AskedAt: not null } contact }
        ? http.RequestServices.GetRequiredService<ConfirmContact>().HandleAsync(Group.Id, Person, contact.Value, ct)
        : Task.CompletedTask;

    /// <summary>"/i/CODE", or as its kind is.</summary>
    public static string PathOf(CodeKind kind, Code code) => kind switch
    {
        CodeKind.PassOn => $"/p/{code}",
        CodeKind.Flyer => $"/k/{code}",
        CodeKind.Welcome => $"/w/{code}",
        CodeKind.Host => $"/h/{code}",
        CodeKind.NewResident => $"/m/{code}",
        CodeKind.Card => $"/c/{code}",
        _ => $"/i/{code}",
    };

    private static bool IsWhole(CodeRow row, Person? person, Meeting? meeting, Invitation? invitation) => row.Kind switch
    {
        CodeKind.Invitation => person is not null && meeting is not null && invitation is not null,
        CodeKind.Welcome => person is not null,
        CodeKind.NewResident => true,
        CodeKind.Card => person is not null && row.Line is not null,
        _ => meeting is not null,
    };
}
