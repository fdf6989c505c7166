using Outreach.Functions.Adapters.LocalOutbox;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Lists;
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
}
