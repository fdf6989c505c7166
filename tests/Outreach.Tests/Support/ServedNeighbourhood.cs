using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Nominations;
using Outreach.People;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Welcome;

namespace Outreach.Tests.Support;

/// <summary>The real program on a free port, with a made-up neighbourhood in a folder of its own, on a virtual clock.</summary>
public sealed class ServedNeighbourhood : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly string[] settings;
    private WebApplication? app;
    private int people;

    public ServedNeighbourhood()
        : this("--Outreach:PagesPerMinute=100000", "--Outreach:WrongCodesInTenMinutes=100000")
    {
    }

    internal ServedNeighbourhood(params string[] settings) => this.settings = settings;

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public string Url => app!.Urls.Single();

    public T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        string[] arguments = ["--urls=http://127.0.0.1:0", $"--data={folder.Path}", "--clock=2027-03-01T10:00:00+01:00", "--Outreach:GroupName=Buurtgroep De Linde", .. settings];
        var verb = Serve.Verb(Site.Add, Site.Use);
        app = Serve.Build(CommandLine.Parse(verb, arguments, TextWriter.Null, TextWriter.Null), Quiet, Site.Use);
        await app.StartAsync();
        Client.BaseAddress = new Uri(Url);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
    }

    public Task AdvanceAsync(TimeSpan span) => Get<DevClock>().AdvanceAsync(span, CancellationToken.None);

    public async Task<Meeting> MeetingAsync(int? capacity = null, string title = "Soep en verhalen", int days = 3)
    {
        var starts = new DateTimeOffset(2027, 3, 1, 19, 0, 0, TimeSpan.FromHours(1)).AddDays(days);
        var draft = new MeetingDraft(
            title, "Soep", Audience.Residents, null, starts, starts.AddHours(2), "Buurthuis De Linde, Lindelaan 12", capacity, "Fatima", "06 12345678", ["nl", "tr"], 3,
            new Dictionary<string, string> { [""] = "Er is soep. Neem gerust uw kinderen mee!" });
        return (await Get<CreateMeeting>().HandleAsync(GroupId.Default, draft, CancellationToken.None)).Meeting!;
    }

    public async Task<Invitation> InviteAsync(Meeting meeting, string name = "Ömer Yıldız", string? language = null)
    {
        new CandidateForm(name, $"06 1234{Interlocked.Increment(ref people):0000}", null, language).TryRead(Get<Settings>().Countries, true, out var candidate);
        return await InviteAsync(meeting, candidate);
    }

    /// <summary>Somebody who can only be written to on paper, with the letter ready to print.</summary>
    /// <summary>A letter to one address where these people live.</summary>
    public Task LetterAsync(Meeting meeting, params string[] names) => LetterAsync(meeting, [.. names.Select(name => (name, (string?)null))]);

    public async Task LetterAsync(Meeting meeting, params (string Name, string? Language)[] people)
    {
        var address = new Address("Lindelaan", $"{Interlocked.Increment(ref this.people)}", null, "1234 AB", "Boskerk");
        foreach (var (name, language) in people)
            await InviteAsync(meeting, new Candidate { Name = name, Language = language, Address = address });
        await Get<SendInvitations>().HandleAsync(GroupId.Default, meeting.Id, null, CancellationToken.None);
        await Get<DevClock>().DrainAsync(CancellationToken.None);
    }

    /// <summary>A list that was uploaded and read.</summary>
    public async Task<ListId> ListAsync(Meeting meeting, string csv)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
        var list = await Get<UploadList>().HandleAsync(new UploadListCommand(GroupId.Default, meeting.Id, "buurt.csv", content, Basis.Consent, "markt", "nl"), CancellationToken.None);
        await Get<DevClock>().DrainAsync(CancellationToken.None);
        return list.Id;
    }

    private async Task<Invitation> InviteAsync(Meeting meeting, Candidate candidate)
    {
        var newcomer = new Newcomer(candidate, new Ground(Basis.Consent, "test", Now), new Origin(Source.List));
        var group = await Get<GroupStore>().GetAsync(GroupId.Default, CancellationToken.None);
        var registered = await Get<Register>().RunAsync(group, meeting.Id, [newcomer], new HashSet<string>(), null, CancellationToken.None);
        return await InvitationAsync(meeting, registered[0].Person!.Value);
    }

    public async Task<Invitation> InvitationAsync(Meeting meeting, PersonId person) =>
        (await Get<PeopleStore>().FindAsync(GroupId.Default, meeting.Id, person, CancellationToken.None))!.Value;

    public async Task<Person> PersonAsync(PersonId person) => (await Get<PeopleStore>().FindAsync(GroupId.Default, person, CancellationToken.None))!.Value;

    /// <summary>Somebody who was at a meeting that is over, with another to come.</summary>
    public async Task<Invitation> AttendeeAsync(string? language = null)
    {
        var invitation = await InviteAsync(await MeetingAsync(days: 20), "Bea Prins", language);
        await Get<MarkAttendance>().HandleAsync(GroupId.Default, invitation.Meeting, invitation.Person, attended: true, came: null, CancellationToken.None);
        return invitation;
    }

    public async Task<Code> PassOnAsync(Invitation attendee) =>
        ((NominateOutcome.PassedOn)await Get<PassOn>().HandleAsync(GroupId.Default, attendee.Person, attendee.Meeting, CancellationToken.None)).Code;

    public Task<Code> FlyerAsync(Meeting meeting) => Get<Codes>().DrawAsync(new CodeRow(GroupId.Default, CodeKind.Flyer, null, meeting.Id), CancellationToken.None);

    public async Task<WelcomePackage> WelcomeAsync(string? language = null)
    {
        new CandidateForm("Noor de Wit", $"06 1234{Interlocked.Increment(ref people):0000}", null, language).TryRead(Get<Settings>().Countries, true, out var candidate);
        return (await Get<WelcomeResident>().HandleAsync(GroupId.Default, new NewResident(candidate, new DateOnly(2027, 2, 20)), CancellationToken.None)).Package!;
    }

    /// <summary>Some new residents, each as far as their name says, with what goes into a package and how they come.</summary>
    public async Task<WelcomeWay> WelcomesAsync()
    {
        await Get<WelcomeKits>().SaveAsync(GroupId.Default, new WelcomeKit([.. WelcomeKit.Standard.Parts, new KitPart(KitPartKind.Flyer, "Afvalkalender", ["nl", "tr"])]), CancellationToken.None);
        var way = await Get<WelcomeWays>().AddAsync(GroupId.Default, WayKind.Host, "Truus van der Berg", "Lindelaan 2-80", CancellationToken.None);
        foreach (var (index, state) in Enum.GetValues<WelcomeState>().Append(WelcomeState.Asked).Index())
        {
            var candidate = new Candidate { Name = $"Nieuwe {state} {index}", Language = index % 2 == 0 ? "nl" : "ar", Address = new Address("Lindelaan", $"{20 + Interlocked.Increment(ref people)}", null, "1234 AB", "Boskerk") };
            var (package, _) = await Get<WelcomeResident>().HandleAsync(GroupId.Default, new NewResident(candidate, new DateOnly(2027, 2, 20)) { Way = way!.Code, By = way.Name }, CancellationToken.None);
            await Get<WelcomeStore>().ChangeAsync(GroupId.Default, package!.Person, current => current.Move(state, null, Now), CancellationToken.None);
        }

        return way!;
    }

    /// <summary>A contact card of two lines, one of them for a flat, and the host of that flat. Returns the first, that has an owner.</summary>
    public async Task<CardEntry> CardAsync()
    {
        foreach (var (id, place) in ((string, string?)[])[("000000000001", null), ("000000000002", "Lindelaan 2-80")])
        {
            var draft = new CardDraft("Wijkagent Sanne", "06 12 00 00 31", place, "Fatima", new Dictionary<string, string> { ["nl"] = "Overlast in de straat." }) { OwnerReach = "fatima@post.example" };
            Assert.Null(await Get<EditCard>().HandleAsync(GroupId.Default, id, draft, "nl", CancellationToken.None));
        }

        var host = new CardDraft("Truus", "06 12 00 00 34", "Lindelaan 2-80", null, new Dictionary<string, string>()) { Kind = CardKind.Host };
        Assert.Null(await Get<EditCard>().HandleAsync(GroupId.Default, "000000000003", host, "nl", CancellationToken.None));
        return (await Get<CardStore>().FindAsync(GroupId.Default, "000000000001", CancellationToken.None))!.Value;
    }

    /// <summary>A street with something of everything, and another that was not rung at yet.</summary>
    public async Task<IReadOnlyList<Door>> DoorsAsync(Meeting meeting, string typed = "Kerkstraat 1-59\nZegge 2-20 even")
    {
        var (addresses, _) = TypedStreets.Read(typed, CountryRules.Dutch);
        await Get<AddDoors>().HandleAsync(GroupId.Default, meeting.Id, typed, [.. addresses.Select(address => new NewDoor(address, []))], CancellationToken.None);
        var doors = (await Get<DoorStore>().OfAsync(GroupId.Default, meeting.Id, CancellationToken.None)).Select(door => door.Value).ToList();
        foreach (var (index, door) in doors.Take(typed.Length > 20 ? 25 : 0).Index())
        {
            var knock = new Knock($"tap{index}", 1, Now, (DoorOutcome)(index % 8)) { Party = 2, Language = "ti", Pair = 1 };
            await Get<RecordKnock>().HandleAsync(new KnockCommand(GroupId.Default, meeting.Id, door.Id, knock, null, new Candidate()), CancellationToken.None);
        }

        return doors;
    }

    public async Task<IElement> PageAsync(string path, HttpStatusCode status = HttpStatusCode.OK) => await ReadAsync(await Client.GetAsync(path), status);

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        Client.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Sends a form and follows to the page that it leads to (303).</summary>
    public async Task<IElement> FollowAsync(string path, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(path, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await PageAsync(answer.Headers.Location!.ToString());
    }

    public static async Task<IElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {html[..Math.Min(500, html.Length)]}");
        Assert.Equal(new MediaTypeHeaderValue("text/html", "utf-8"), answer.Content.Headers.ContentType);
        return (await new HtmlParser().ParseDocumentAsync(html)).DocumentElement;
    }

    private static void Quiet(IHostApplicationBuilder builder, Launch launch)
    {
        builder.Logging.ClearProviders();
        Site.Add(builder, launch);
    }
}
