using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

public sealed class ImportTriesTests
{
    [Fact]
    public async Task A_run_that_was_cut_off_after_progress_gets_its_tries_anew()
    {
        var clock = new ManualClock();
        var queues = new InMemoryQueues(clock);
        var tables = new InMemoryTables();
        var outbox = new LocalOutbox(tables, WholeProgram.Settings);
        await using var services = WholeProgram.Over(tables, queues, new InMemoryBlobs(), new Senders(outbox, outbox), clock);
        var list = new UploadedList
        {
            Id = ListId.New(clock.GetUtcNow()),
            Meeting = MeetingId.New(clock.GetUtcNow()),
            FileName = "lijst.csv",
            Language = "nl",
            At = clock.GetUtcNow(),
            Checkpoint = 1584,
        };
        await services.GetRequiredService<ListStore>().AddAsync(GroupId.Default, list, default);

        await services.GetRequiredService<ImportList>().HandleAsync(new ImportListJob(GroupId.Default, list.Id), default);

        var message = Assert.Single(await queues.ReceiveAsync(QueueNames.Lists, 2, TimeSpan.FromMinutes(1), default));
        Assert.Equal(new ImportListJob(GroupId.Default, list.Id, 1584), RowJson.ReadText<ImportListJob>(message.Text));
        Assert.Equal(1, message.DequeueCount);
    }

    [Fact]
    public async Task A_list_that_changed_while_it_was_read_is_left_to_the_queue_and_read_to_its_end()
    {
        var faults = new Faults();
        using var here = await Neighbourhood.OpenAsync(faults);
        var meeting = await here.PlanAsync();
        using var content = new MemoryStream("Naam;Mobiel\nAnn;0611111111\n"u8.ToArray());
        var list = await here.Get<UploadList>().HandleAsync(new UploadListCommand(Neighbourhood.Group, meeting.Id, "lijst.csv", content, Basis.Consent, "markt", "nl"), default);
        var job = new ImportListJob(Neighbourhood.Group, list.Id);
        faults.Hook = (moment, operation, target) =>
        {
            if (moment is Moment.Before && operation is nameof(ITables.SubmitAsync) && target == $"{TableNames.Lists}/{Neighbourhood.Group}")
            {
                faults.Hook = null;
                var row = here.Tables.GetAsync(TableNames.Lists, Neighbourhood.Group.Value, $"list|{list.Id}", default).Result!;
                here.Tables.SubmitAsync(TableNames.Lists, Neighbourhood.Group.Value, [Operation.Upsert(row.Key, row.Json)], default).Wait();
            }
        };

        await Assert.ThrowsAsync<ConflictException>(() => here.Get<ImportList>().HandleAsync(job, default));
        await here.Get<ImportList>().HandleAsync(job, default);

        Assert.Equal(ListState.Ready, (await here.Get<ListStore>().FindAsync(Neighbourhood.Group, list.Id, default))!.Value.State);
        Assert.Single(here.Rows<Invitation>("inv|"));
    }

    [Fact]
    public async Task A_list_whose_people_were_all_erased_after_they_were_taken_in_is_read_all_the_same()
    {
        var faults = new Faults();
        using var here = await Neighbourhood.OpenAsync(faults);
        var meeting = await here.PlanAsync();
        using var content = new MemoryStream("Naam;Mobiel\nAnn;0611111111\n"u8.ToArray());
        var list = await here.Get<UploadList>().HandleAsync(new UploadListCommand(Neighbourhood.Group, meeting.Id, "lijst.csv", content, Basis.Consent, "markt", "nl"), default);
        faults.Hook = (moment, operation, target) =>
        {
            if (moment is Moment.After && operation is nameof(ITables.SubmitAsync) && target.StartsWith(TableNames.Lists, StringComparison.Ordinal) && here.Rows<UploadedList>("list|", TableNames.Lists).Single().Checkpoint > 0)
            {
                faults.Hook = null;
                throw new TimeoutException("cut off");
            }
        };
        await Assert.ThrowsAsync<TimeoutException>(() => here.Get<ImportList>().HandleAsync(new ImportListJob(Neighbourhood.Group, list.Id), default));
        await here.Get<Erase>().HandleAsync(Neighbourhood.Group, here.Rows<Person>("person|").Single().Id, "test", default);

        await here.Get<ImportList>().HandleAsync(new ImportListJob(Neighbourhood.Group, list.Id, 2), default);

        var read = (await here.Get<ListStore>().FindAsync(Neighbourhood.Group, list.Id, default))!.Value;
        Assert.Equal((ListState.Ready, 1, 1), (read.State, read.Rows, read.Accepted));
    }
}
