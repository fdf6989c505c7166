using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Outreach.Contacts;
using Outreach.Doors;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Web.Api;
using Outreach.Functions.Web.Organisers;
using Outreach.Functions.Web.SigningIn;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Meetings;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;
using Outreach.Tests.Adapters;
using Outreach.Tests.Support;

namespace Outreach.Tests.Privacy;

/// <summary>
/// Two years, a night at a time. Words that stand for one kind of data each are looked for in everything that a store holds, as it lies there: before their day they
/// are found, from their day on they are not.
/// </summary>
public sealed class RetentionWalkTests
{
    private const int Nights = 740;

    /// <summary>A word that stands in one kind of data alone, and since when its time runs.</summary>
    private sealed record Trace(string Word, Kept What, DateTimeOffset Since)
    {
        public DateTimeOffset Due(Group group) => Since.AddDays(RetentionRules.DaysOf(group, What));
    }

    /// <summary>Nights from one run to the next, and from one look to the next, where nothing is due.</summary>
    private sealed record Every(int Run, int Look);

    [Fact]
    public async Task The_embedded_store_holds_what_the_table_allows_and_no_more()
    {
        using var folder = new TemporaryFolder();
        var clock = new VirtualClock(Moments.Monday);
        await using var store = new SqliteStore(folder.Path);
        using var here = await Neighbourhood.OpenOverAsync(new SqliteTables(store), new SqliteQueues(store, clock), new FileBlobs(folder.Path), clock);

        await WalkAsync(here, night: () => store.Compact(), word => Task.FromResult(RawFiles.With(folder.Path, word).Any()), new(Run: 1, Look: 1));
    }

    [Fact]
    public async Task Azure_storage_holds_what_the_table_allows_and_no_more()
    {
        await using var azurite = new Azurite();
        await using var store = await azurite.ConnectAsync();
        var setting = await azurite.SettingAsync();
        var clock = new VirtualClock(Moments.Monday);
        var queues = new EmulatorQueues(store.GetRequiredService<IQueues>(), azurite, clock);
        using var here = await Neighbourhood.OpenOverAsync(store.GetRequiredService<ITables>(), queues, store.GetRequiredService<IBlobs>(), clock);

        await WalkAsync(here, night: () => { }, async word => (await HeldAsync(setting)).Contains(word, StringComparison.Ordinal), new(Run: 20, Look: 120));
    }

    private static async Task WalkAsync(Neighbourhood here, Action night, Func<string, Task<bool>> isHeld, Every every)
    {
        var traces = await PlayAsync(here);
        var answers = ActivatorUtilities.CreateInstance<ForgetAnswersFunction>(here.Get<IServiceProvider>());
        var group = await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default);
        var first = here.Now;
        for (var count = 1; count <= Nights; count++)
        {
            var (before, now) = (first.AddDays(count - 1), first.AddDays(count));
            var isAround = traces.Any(trace => IsAround(trace.Due(group), before, now));
            if (!isAround && count % every.Run != 0 && count < Nights)
                continue;
            here.Clock.MoveTo(now);
            await here.Get<Retain>().HandleAsync(default);
            await answers.RunAsync(null!, default);
            await here.Outbox.ForgetAsync(here.Now.AddDays(-RetentionRules.Of(Kept.LocalOutbox).Days), default);
            night();
            if (!isAround && count % every.Look != 0)
                continue;
            foreach (var trace in traces)
                Assert.Equal((trace.Word, count, trace.Due(group) > here.Now), (trace.Word, count, await isHeld(trace.Word)));
        }

        Assert.True(await here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, Neighbourhood.HashOf("+31612345603"), default));
        Assert.All(await here.Get<Audit>().ListAsync(Neighbourhood.Group, default), line => Assert.True(line.At.AddDays(RetentionRules.DaysOf(group, Kept.AuditLines)) > here.Now));
    }

    /// <summary>Due in this night, or in the one that comes.</summary>
    private static bool IsAround(DateTimeOffset due, DateTimeOffset before, DateTimeOffset now) => due > before && due <= now.AddDays(1);

    private static async Task<IReadOnlyList<Trace>> PlayAsync(Neighbourhood here)
    {
        var meeting = await here.PlanAsync();
        var list = await here.ImportTextAsync(
            meeting, "naam;mobiel;Klantcode\nKomspoor;0612345601;Lijstspoor\nStilspoor;0612345602;\nStopspoor;0612345603;\nAfkeurspoor;06;\nNummerspoor;0612345604;\n");
        await here.Get<Outreach.Sending.SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        await here.ReplyAsync("+31612345601", "Vraagspoor: mag mijn hond mee?");
        await here.ReplyAsync("+31612345601", "ja");
        await here.ReplyAsync("+31612345604", "verkeerd nummer");
        await here.ReplyAsync("+31612345603", "stop");
        var stopped = here.Now;
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        var question = Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
        await here.Get<AnswerInbox>().HandleAsync(Neighbourhood.Group, question.Id, "Ja hoor, Tekstspoor.", sawOpen: false, default);
        await here.DrainAsync();
        var settled = here.Now;
        await here.AttendAsync(meeting, "+31612345601");
        await here.NominateAsync(meeting, "+31612345601", "0687650001", "Buurspoor");
        await here.Get<Audit>().WriteAsync(Neighbourhood.Group, "Boekspoor", default);
        var noted = here.Now;

        await here.Get<AddDoors>().HandleAsync(Neighbourhood.Group, meeting.Id, "", [new NewDoor(new Address("Laan", "1", "Deurspoor", "1234 AB", null), [])], default);

        await here.Get<AddPlace>().HandleAsync(Neighbourhood.Group, meeting.Id, "Plekspoor", PlaceKind.Shop, default);
        Assert.Null(await here.Get<ChangeRetention>().HandleAsync(Neighbourhood.Group, new Dictionary<Kept, int> { [Kept.Meetings] = 365 }, default));
        var failedAt = await FailAsync(here);
        var (link, linkedAt) = await LinkAsync(here);

        Assert.Equal(1, list.Rejected);
        // The person who stopped and the file of the list went in the first night, which the clock has played.
        return
        [
            new("Stopspoor", Kept.StoppedPeople, stopped),
            new("Lijstspoor", Kept.ListFiles, list.FinishedAt!.Value),
            new("Afkeurspoor", Kept.RejectedRows, list.FinishedAt!.Value),
            new("Buurspoor", Kept.SilentNominees, meeting.EndsAt),
            new("Stilspoor", Kept.SilentPeople, meeting.EndsAt),
            new("Nummerspoor", Kept.SilentPeople, meeting.EndsAt),
            new("Komspoor", Kept.OtherPeople, meeting.EndsAt),
            // An answer lies in the conversation where its question does.
            new("Tekstspoor", Kept.MessageTexts, stopped),
            new("Vraagspoor", Kept.InboxItems, settled),
            new("Deurspoor", Kept.DoorNotes, meeting.EndsAt),
            new("Boekspoor", Kept.AuditLines, noted),
            // A meeting stays as long as somebody is known who was asked to it.
            new("Plekspoor", Kept.OtherPeople, meeting.EndsAt),
            new("Faalspoor", Kept.FailedWork, failedAt),
            new(TextHash.Of(link), Kept.Sessions, linkedAt + SignIn.GoodFor),
            new(link, Kept.LocalOutbox, linkedAt.AddSeconds(1)),
            new("12345604", Kept.StoppedPeople, stopped.AddDays(RetentionRules.Of(Kept.LocalOutbox).Days).AddSeconds(1)),
        ];
    }

    /// <summary>Something that a resident sent and that could not be read, as often as it was tried.</summary>
    private static async Task<DateTimeOffset> FailAsync(Neighbourhood here)
    {
        var poison = QueueNames.PoisonOf(QueueNames.Inbound);
        await here.Get<IQueues>().SendAsync(poison, """{"group":"default","round":5,"text":"Faalspoor"}""", TimeSpan.Zero, default);
        return Assert.Single(await here.Get<IQueues>().PeekAsync(poison, 1, default)).InsertedAt;
    }

    /// <summary>A link that signs an owner in, as it is mailed and never used.</summary>
    private static async Task<(string Link, DateTimeOffset At)> LinkAsync(Neighbourhood here)
    {
        const string Owner = "eigenaar@voorbeeld.nl";
        await here.Get<GroupStore>().SaveAsync(await here.Get<GroupStore>().GetAsync(Neighbourhood.Group, default) with { Organisers = [Owner] }, default);
        await here.Get<SignIn>().SendLinkAsync(Owner, OrganiserWords.For("nl"), "192.0.2.1", default);
        var mail = Assert.Single(await here.Outbox.ListAsync(Owner, default));
        return (mail.Text.Split("/signin/")[1].Split('\n')[0].Trim(), mail.At);
    }

    private static async Task<string> HeldAsync(string setting)
    {
        var text = new StringBuilder();
        var tables = new TableServiceClient(setting, new TableClientOptions(TableClientOptions.ServiceVersion.V2019_02_02));
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (var entity in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                text.AppendJoin('\n', entity.Select(property => property.Value)).AppendLine();
        }

        var blobs = new BlobServiceClient(setting, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2021_12_02));
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
                text.Append((await blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content).AppendLine();
        }

        var queues = new QueueServiceClient(setting, new QueueClientOptions(QueueClientOptions.ServiceVersion.V2021_12_02));
        await foreach (var queue in queues.GetQueuesAsync())
        {
            foreach (var message in (await queues.GetQueueClient(queue.Name).PeekMessagesAsync(maxMessages: 32)).Value)
                text.Append(Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText))).AppendLine();
        }

        return text.ToString();
    }
}
