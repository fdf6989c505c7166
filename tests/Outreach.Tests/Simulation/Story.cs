using System.Text;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;
using Outreach.Welcome;

namespace Outreach.Tests.Simulation;

/// <summary>
/// Two meetings of a snowball: lists, some with a column that may hold a no, invitations, answers, forms, wrong numbers, attendance, nominations, a welcome and an
/// erasure, sometimes beside another group, in a world that goes wrong everywhere.
/// </summary>
internal static class Story
{
    public static readonly GroupId Group = new("default");

    /// <summary>Hears by mail what waits in the inbox.</summary>
    public const string Organiser = "bureau@post.example";

    /// <summary>Works in the same neighbourhood, in one of three stories, and knows some of the same people, by another name.</summary>
    public static readonly GroupId Other = new("zuid");

    /// <summary>Plays the story of a seed and returns what was broken.</summary>
    public static World Play(int seed, bool keepHistory = false)
    {
        var world = new World(seed, keepHistory);
        world.Play(Play);
        return world;
    }

    private static void Play(World world)
    {
        Populate(world);
        var first = Plan(world, Group, 8);
        if (world.Chance.Next(3) == 0)
            Upload(world, Other, Plan(world, Other, 8), 0.5);
        Upload(world, Group, first, 0.7);
        Upload(world, Group, first, 0.5);
        Welcome(world);
        InviteAll(world);
        Events.Explain(world);
        Events.FillInForm(world, first);
        world.Pass(TimeSpan.FromDays(1), 30);
        Events.Change(world, first);
        Events.FillInForm(world, Rows.Now(world, first));
        InviteAll(world);
        Events.Correct(world);
        Live(world, first);
        Events.Attend(world, first);
        if (world.Chance.Next(3) > 0)
            GoOn(world, first);

        world.Calm = true;
        for (var days = 0; days < 9 && (days == 0 || world.Provider.HasReports || world.Queues.NotEmpty().Count > 0); days++)
            world.Pass(TimeSpan.FromDays(1));
        Invariants.Check(world);
        if (world.Chance.Next(4) > 0)
            return;
        Events.PassPerMonth(world);
        Invariants.CheckForgotten(world);
    }

    /// <summary>The snowball rolls on to a second meeting.</summary>
    private static void GoOn(World world, Meeting first)
    {
        var second = Plan(world, Group, 9);
        Upload(world, Group, second, 0.4);
        Events.Nominate(world, first);
        Events.PassOn(world, first, second);
        Events.Explain(world);
        Events.Erase(world);
        InviteAll(world);
        Events.FillInForm(world, second);
        if (world.Chance.Next(2) == 0)
            Events.ConfirmOnPage(world);
        world.Pass(TimeSpan.FromDays(2), 30);
        Events.Change(world, second);
        Live(world, second);
    }

    private static void Populate(World world)
    {
        var count = world.Chance.Next(3, 17);
        var languages = Model.OwnWords.Keys.ToArray();
        for (var i = 0; i < count; i++)
        {
            var (hasPhone, hasEmail) = world.Chance.Next(10) switch { < 5 => (true, true), < 8 => (true, false), _ => (false, true) };
            world.Model.Residents.Add(new Resident($"Jikke{i}", hasPhone ? $"+3161234{i:d4}" : null, hasEmail ? $"buur{i}@post.example" : null)
            {
                Language = languages[world.Chance.Next(languages.Length)],
                Street = world.Chance.Next(3) == 0 ? $"Lindelaan;{i + 1};1234AB" : null,
                PhoneIsBad = world.Chance.Next(8) == 0,
                PhoneIsOff = world.Chance.Next(8) == 0,
                AnswersBack = world.Chance.Next(6) == 0 ? 1 : 0,
                EmailIsBad = world.Chance.Next(12) == 0,
            });
        }

        world.Model.Residents.Add(new Resident("Jikke99", "+31612399999", world.Chance.Next(2) == 0 ? "buur99@post.example" : null)
        {
            Language = languages[world.Chance.Next(languages.Length)],
            IsOnNoList = true,
            PhoneIsBad = world.Chance.Next(8) == 0,
        });

        foreach (var group in (GroupId[])[Group, Other])
            world.Ask("group", i => i.Get<GroupStore>().SaveAsync(new Group { Id = group, Name = "De buurt", Language = "nl", Organisers = group == Group ? [Organiser] : [] }, default));
        world.Settle();
    }

    private static Meeting Plan(World world, GroupId group, int days)
    {
        var day = world.Now.AddDays(days);
        var startsAt = new DateTimeOffset(day.Year, day.Month, day.Day, 17, 30, 0, TimeSpan.Zero);
        Meeting? meeting = null;
        int? capacity = world.Chance.Next(3) == 0 ? null : world.Chance.Next(2, 9);
        world.Ask("meeting", async i => meeting =
            (await i.Get<MeetingStore>().ListAsync(group, default)).FirstOrDefault(m => m.StartsAt == startsAt) ?? (await i.Get<CreateMeeting>().HandleAsync(
            group,
            new MeetingDraft("Buurtavond", null, Audience.Residents, null, startsAt, startsAt.AddHours(2), "Het Trefpunt", capacity, "Noor", "0612345678", [], 3, null),
            default)).Meeting);
        world.Settle();
        (group == Group ? world.Model.Meetings : world.Model.Others).Add(meeting!);
        return meeting!;
    }

    private static void Upload(World world, GroupId group, Meeting meeting, double part)
    {
        var isHeld = group == Group && world.Chance.Next(6) == 0;
        var text = new StringBuilder($"naam;mobiel;email;taal;straat;huisnummer;postcode{(isHeld ? $";{Simulation.Upload.Unclear}" : "")}\n");
        var (rows, bad) = (0, 0);
        var held = new List<(Resident Resident, bool IsTicked)>();
        foreach (var resident in world.Model.Residents.Where(r => r is { IsErased: false, IsOnNoList: false } && world.Chance.NextDouble() < part))
        {
            resident.HaveConsent.Add(group);
            var isTicked = isHeld && world.Chance.Next(4) == 0;
            if (isHeld)
                held.Add((resident, isTicked));
            else
                resident.MayBeAskedTo.Add(meeting.Id);
            var name = group == Group ? resident.Name : resident.Name.Replace("Jikke", "Wobbe", StringComparison.Ordinal);
            for (var times = world.Chance.Next(5) == 0 ? 2 : 1; times > 0; times--, rows++)
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{name};{resident.Phone};{resident.Email};{resident.Language};{resident.Street ?? ";;"}{(isHeld ? isTicked ? ";ja" : ";" : "")}\n");
            if (!isHeld)
                resident.ListedFor.Add(meeting.Id);
            if (world.Chance.Next(8) == 0)
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Fout{++bad};061;;;;;{(isHeld ? ";" : "")}\n");
        }

        if (rows == 0)
            return;
        // A column in which nothing stands asks nothing.
        if (!held.Exists(one => one.IsTicked))
        {
            foreach (var (resident, _) in held)
            {
                resident.MayBeAskedTo.Add(meeting.Id);
                resident.ListedFor.Add(meeting.Id);
            }

            held.Clear();
        }

        var upload = new Upload(group, meeting.Id, text.ToString(), rows + bad, bad);
        upload.Held.AddRange(held);
        world.Model.Uploads.Add(upload);
        world.Ask("upload", async i => upload.Accepted = (await i.Get<UploadList>().HandleAsync(
            new UploadListCommand(group, meeting.Id, "lijst.csv", new MemoryStream(Encoding.UTF8.GetBytes(upload.Text)), Basis.Consent, "markt", "nl"), default)).Id);
        world.Chaos(30);
    }

    /// <summary>Until all lists are read: somebody erased while on an unread list would come back from it.</summary>
    public static void Read(World world)
    {
        world.Settle();
        while (Rows.Read<UploadedList>(world, "list|", TableNames.Lists).Any(list => list.State is ListState.Reading))
            world.Pass(TimeSpan.FromMinutes(70));
    }

    private static void InviteAll(World world)
    {
        foreach (var (group, meeting) in world.Model.All.Where(m => world.Now < m.Meeting.StartsAt).ToList())
        {
            if (world.Chance.Next(2) == 0)
                world.Settle();
            world.Ask("send", i => i.Get<SendInvitations>().HandleAsync(group, meeting.Id, world.Chance.Next(4) == 0 ? new SendWish(20) : null, default));
            world.Chaos(40);
        }
    }

    private static void Live(World world, Meeting meeting)
    {
        world.Settle();
        InviteAll(world);
        var now = Rows.Now(world, meeting);
        var before = now.StartsAt - TimeSpan.FromHours(world.Chance.Next(4, 40));
        AwaitReminder(world, now, before);
        world.Pass(before - world.Now, 12);
        if (world.Chance.Next(3) == 0)
            Events.ChangeLate(world, now);
        now = Rows.Now(world, meeting);
        AwaitReminder(world, now, now.StartsAt.AddHours(-3));
        world.Pass(now.StartsAt - world.Now - TimeSpan.FromHours(3), 12);
        world.Pass(now.EndsAt - world.Now);
    }

    /// <summary>Until the afternoon before: notes who has a place just then, and lets the clock come by once without trouble.</summary>
    private static void AwaitReminder(World world, Meeting meeting, DateTimeOffset until)
    {
        var at = Calendar.ReminderAt(meeting.StartsAt);
        if (meeting.CancelledAt is not null || at <= world.Now || at.AddHours(1) >= until)
            return;
        world.Pass(at.AddMinutes(-20) - world.Now, 12);
        if (world.Now >= at)
            return;
        world.Model.Seated[(meeting.Id, Calendar.Day(meeting.StartsAt))] =
            (world.Now, [.. Rows.Invitations(world, meeting.Id).Where(i => i is { Reply: Reply.Yes, Waiting: false }).Select(i => i.Person)]);
        world.Pass(at.AddMinutes(40) - world.Now);
        world.Calm = true;
        world.Processes.Tick("PlanReminders");
        world.Settle();
        world.Calm = false;
    }

    private static void Welcome(World world)
    {
        var resident = world.Model.Residents[0];
        var candidate = Events.Candidate(resident);
        resident.IsWelcomed = true;
        var line = new CardEntry { Id = CardEntry.NewId(world.Now), Name = "Buurthuis", Phone = "0612000031", Owner = "Noor", CheckedOn = DateOnly.FromDateTime(world.Now.DateTime) };
        world.Ask("card", i => i.Get<CardStore>().SaveAsync(Group, line, default));
        world.Ask("welcome", i => i.Get<WelcomeResident>().HandleAsync(Group, new NewResident(candidate, DateOnly.FromDateTime(world.Now.DateTime)), default));
    }
}
