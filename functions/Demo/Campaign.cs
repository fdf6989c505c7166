using System.Globalization;
using System.Text;
using Outreach.Funnel;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Welcome;

namespace Outreach.Functions.Demo;

/// <summary>What the project group does in the demo: two evenings of one series, a fortnight apart, and the invitations to a third. Whatever residents do about it is <see cref="Crowd"/>.</summary>
internal sealed class Campaign(Stage stage, Neighbourhood neighbourhood, int seed, Action<string> tell)
{
    private const int StreetDoors = 14;

    private readonly Crowd _crowd = new(stage, neighbourhood, seed);
    private readonly SmallQuestions _questions = new(stage, seed);
    private readonly DoorRound _doors = new(stage, seed);
    private readonly DayBefore _dayBefore = new(stage);
    private readonly WelcomeRound _welcome = new(stage, neighbourhood, seed);

    public MeetingId First { get; private set; }

    public MeetingId Second { get; private set; }

    public MeetingId Third { get; private set; }

    public async Task PlayAsync(CancellationToken ct)
    {
        First = await PlanMeetingAsync("Koffie met de buurt", stage.Local(3, 12, 19, 30), ct);
        Second = await PlanMeetingAsync("Samen aan tafel", stage.Local(3, 26, 19, 30), ct, places: 170);
        Third = await PlanMeetingAsync("Lente op het plein", stage.Local(4, 9, 19, 30), ct);
        await _questions.AskAsync(First, ct);
        await WriteCardAsync(ct);
        await _welcome.PlanAsync(ct);
        InMarch(2, 9, 30, "the list goes up", token => stage.UploadAsync(First, "buurtlijst.csv", neighbourhood.ListFile(), "inschrijflijst buurtfeest 2025", token));
        InMarch(2, 10, 0, "invitations leave", token => SendAsync(First, token));
        Evening(First, stage.Local(3, 12, 19, 30));
        InMarch(13, 20, 0, "small questions are answered", token => _questions.AnswerAsync(First, token));
        InMarch(14, 11, 0, "what came of it", ReportAsync);
        InMarch(16, 9, 30, "who came is asked again", token => InviteAgainAsync(First, Second, "wie-er-was.csv", "was bij de eerste avond", token));
        InMarch(16, 10, 0, "invitations leave", token => SendAsync(Second, token));
        InMarch(17, 10, 0, "posters go up, each with a code of its own", token => PutUpPostersAsync(Second, token));
        InMarch(20, 16, 0, "addresses become walks for six pairs of volunteers", token => _doors.PlanAsync(Second, token));
        InMarch(21, 14, 0, "volunteers ring at 300 doors", token => _doors.WalkAsync(Second, 1, token));
        InMarch(23, 15, 0, "a host, a discussion leader and a speaker are found", token => _dayBefore.GivePartsAsync(Second, token));
        InMarch(24, 20, 0, "and again where nobody was home", token => _doors.WalkAsync(Second, 2, token));
        InMarch(25, 17, 30, "volunteers call who needs it most", token => _dayBefore.CallAsync(Second, token));
        stage.At(stage.Local(3, 26, 19, 20), token => _doors.ArriveAsync(Second, token));
        Evening(Second, stage.Local(3, 26, 19, 30));
        InMarch(27, 11, 0, "who helped is thanked", token => _dayBefore.ThankAsync(Second, token));
        InMarch(27, 12, 0, "who came is asked for spring", token => InviteAgainAsync(Second, Third, "wie-er-was-2.csv", "was bij de tweede avond", token));
        InMarch(27, 12, 10, "streets without numbers go on the list", UploadStreetsAsync);
        InMarch(27, 12, 30, "invitations leave", token => SendAsync(Third, token));
        InMarch(31, 12, 0, "somebody wants no more messages", StopAsync);
        for (var day = stage.Local(3, 2, 12); day < stage.Local(3, 31, 18); day = day.AddHours(5))
            stage.At(stage.Awake(day), LookAroundAsync);
        foreach (var day in (int[])[3, 6, 10, 17, 20])
            InMarch(day, 11, 0, "new residents are welcomed", _welcome.ArriveAsync);
        foreach (var day in (int[])[7, 14, 21])
            InMarch(day, 14, 0, "welcome packages are packed and brought", _welcome.BringAsync);
        await stage.PlayAsync(ct);
        tell("the demo stops here");
    }

    private void InMarch(int day, int hour, int minute, string what, Func<CancellationToken, Task> play) => stage.At(stage.Local(3, day, hour, minute), ct =>
    {
        tell(what);
        return play(ct);
    });

    private async Task<MeetingId> PlanMeetingAsync(string title, DateTimeOffset start, CancellationToken ct, int places = 70)
    {
        var draft = new MeetingDraft(
            title, "Wilgenhoek ontmoet", Audience.Residents, Neighbourhood.Area, start, start.AddHours(2), "Buurthuis De Fuik, Waterlelieplein 1", places,
            "Marja", "06 12 00 00 12", [.. Phrases.Languages], 3, new Dictionary<string, string> { ["nl"] = "De soep staat klaar." });
        var (meeting, problem) = await stage.Get<CreateMeeting>().HandleAsync(stage.Group, draft, ct);
        return meeting?.Id ?? throw new InvalidOperationException($"The meeting was refused: {problem}");
    }

    private async Task SendAsync(MeetingId meeting, CancellationToken ct)
    {
        foreach (var list in (await stage.Get<ListStore>().ListAsync(stage.Group, ct)).Where(l => l.Meeting == meeting))
            tell($"list read: {list.Rows} rows = {list.Accepted} accepted + {list.Merged} merged + {list.Suppressed} suppressed + {list.Rejected} rejected");
        var pressed = await stage.Get<SendInvitations>().HandleAsync(stage.Group, meeting, null, ct);
        tell($"{pressed!.Queued} invitations are queued");
    }

    private void Evening(MeetingId meeting, DateTimeOffset start)
    {
        stage.At(start.AddMinutes(-20), ct => _crowd.ArriveAsync(meeting, early: true, ct));
        stage.At(start.AddMinutes(25), async ct =>
        {
            await _crowd.ArriveAsync(meeting, early: false, ct);
            await _crowd.WalkInAsync(meeting, ct);
            tell($"{(await FunnelAsync(meeting, ct)).Attended} people are at the door");
        });
    }

    /// <summary>The organiser reads the inbox, and residents see to what reached them.</summary>
    private async Task LookAroundAsync(CancellationToken ct)
    {
        foreach (var meeting in (MeetingId[])[First, Second, Third])
            await _crowd.ReactAsync(meeting, ct);
        // The last questions are left for whoever looks around.
        if (stage.Clock.Now > stage.Local(3, 28, 15))
            return;
        foreach (var item in await stage.Get<Inbox>().ListAsync(stage.Group, open: true, ct))
        {
            if (item.Person is null)
                await stage.Get<CloseInbox>().HandleAsync(stage.Group, item.Id, null, null, ct);
            else if (await stage.Get<AnswerInbox>().HandleAsync(stage.Group, item.Id, Answer(item.Language), sawOpen: false, ct) is InboxAnswerOutcome.OnItsWay)
                _crowd.WasAnswered(item);
        }
    }

    private static string Answer(string language) => language is "nl"
        ? "Dag! Het is in Buurthuis De Fuik, om half acht. Kinderen zijn welkom en het kost niets. Groet, Marja"
        : "Hello! It is in Buurthuis De Fuik, at 19:30. Children are welcome and it is free. Regards, Marja";

    private async Task ReportAsync(CancellationToken ct)
    {
        var came = (await FunnelAsync(First, ct)).Attended;
        var change = new MeetingChange { Report = $"Er waren {came} buren. Samen gekozen: een bankje op het plein en elke maand soep." };
        await stage.Get<ChangeMeeting>().HandleAsync(stage.Group, First, change, ct);
        await stage.Get<NoteEvaluation>().HandleAsync(stage.Group, First, new Evaluation { Hours = 22, Euros = 86.50m }, ct);
    }

    /// <summary>A list of people who came or doubted, as the organiser takes it from an evening.</summary>
    private async Task InviteAgainAsync(MeetingId from, MeetingId to, string file, string ground, CancellationToken ct)
    {
        var csv = new StringBuilder("naam;telefoon;e-mail;straat;huisnr;postcode\r\n");
        foreach (var (invitation, person) in await stage.InvitationsAsync(from, ct))
        {
            if (person is not null && (invitation.Attendance is Attendance.Attended || invitation.Reply is Reply.Maybe))
                csv.Append(CultureInfo.InvariantCulture, $"{person.Name};{person.Mobile?.Value};{person.Email?.Value};{person.Address?.Street};{person.Address?.HouseNumber};{person.Address?.Postcode}\r\n");
        }

        await stage.UploadAsync(to, file, Encoding.UTF8.GetBytes(csv.ToString()), ground, ct);
    }

    /// <summary>Neighbours who are known by their door only: letters, and somebody who rings.</summary>
    private Task UploadStreetsAsync(CancellationToken ct)
    {
        var csv = new StringBuilder("naam;straat;huisnr;postcode\r\n");
        foreach (var resident in neighbourhood.Residents.Where(resident => resident is { Phone: null, Email: null }).Take(StreetDoors))
            csv.Append(CultureInfo.InvariantCulture, $"{resident.Name};{resident.Street};{resident.HouseNumber};{resident.Postcode}\r\n");
        return stage.UploadAsync(Third, "deuren.csv", Encoding.UTF8.GetBytes(csv.ToString()), "aan de deur gevraagd", ct);
    }

    private Task StopAsync(CancellationToken ct)
    {
        var resident = neighbourhood.Residents.Last(one => one.Phone is not null);
        return stage.SayAsync(resident, Phrases.Say(resident.Language, Intent.Stop, 1, new Random(seed)), ct);
    }

    /// <summary>Whom to call, and for what: for everybody, and a host for one flat.</summary>
    private async Task WriteCardAsync(CancellationToken ct)
    {
        (CardKind Kind, string Name, string Phone, string? Dutch, string? English, string? Place)[] lines =
        [
            (CardKind.Number, "Wijkagent Sanne", "06 12 00 00 31", "Overlast of zorgen in de straat. Geen haast.", "Trouble or worries in the street. No hurry.", null),
            (CardKind.Number, "Buurthuis De Fuik", "06 12 00 00 32", "Hulp met een brief of formulier, elke dinsdag.", "Help with a letter or a form, every Tuesday.", null),
            (CardKind.Number, "De huismeester", "06 12 00 00 33", "Iets stuk in de hal of de lift.", "Something broken in the hall or the lift.", "Zegge 2-80"),
            (CardKind.Host, "Truus", "06 12 00 00 34", null, null, "Zegge 2-80"),
        ];
        foreach (var (index, line) in lines.Index())
        {
            var whatFor = new Dictionary<string, string>();
            if (line is { Dutch: { } dutch, English: { } english })
                (whatFor["nl"], whatFor["en"]) = (dutch, english);
            var draft = new CardDraft(line.Name, line.Phone, line.Place, line.Kind is CardKind.Host ? null : "Marja", whatFor) { Kind = line.Kind, OwnerReach = line.Kind is CardKind.Host ? null : "06 12 00 00 35" };
            await stage.Get<EditCard>().HandleAsync(stage.Group, CardEntry.NewId(stage.Clock.Now.AddSeconds(index)), draft, "nl", ct);
        }
    }

    /// <summary>At the pharmacy, in the chat, and at a gathering that is there already; some read them and sign up.</summary>
    private async Task PutUpPostersAsync(MeetingId meeting, CancellationToken ct)
    {
        var chance = new Random(seed);
        foreach (var (name, kind, readers) in ((string, PlaceKind, int)[])[("Apotheek Wilgenhoek", PlaceKind.Pharmacy, 2), ("Buurtapp Zegge", PlaceKind.Chat, 5), ("Eetcafé De Fuik", PlaceKind.EatCafe, 4), ("Inloop op dinsdag", PlaceKind.Gathering, 3)])
        {
            var place = await stage.Get<AddPlace>().HandleAsync(stage.Group, meeting, name, kind, ct);
            for (var reader = 0; reader < readers; reader++)
            {
                var neighbour = neighbourhood.DrawNeighbour(chance, "nl");
                stage.At(stage.Awake(stage.Clock.Now.AddHours(chance.Next(2, 150))), token => stage.Get<AnswerPassedOn>().SentAsync(place!.Code, stage.Candidate(neighbour), 1, stage.Clock.Now, token));
            }
        }
    }

    public async Task<FunnelCounts> FunnelAsync(MeetingId meeting, CancellationToken ct) =>
        MeetingFunnel.Of(await stage.Get<Tallies>().SumAsync(stage.Group, meeting, ct)).Total;
}
