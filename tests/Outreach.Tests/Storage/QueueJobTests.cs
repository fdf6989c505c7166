using Outreach.Ids;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Tests.Storage;

public sealed class QueueJobTests
{
    // As versions wrote them that ran as a custom handler; "round" is what was put aside once.
    [Fact]
    public void Jobs_that_an_older_version_left_in_the_queues_are_read_as_they_are()
    {
        Assert.Equal(new ImportListJob(GroupId.Default, new ListId("07kq2m5x"), 800), QueueJob.Read<ImportListJob>(QueueNames.Lists, """{"group":"default","list":"07kq2m5x","from":800,"round":2}"""));
        Assert.Equal(
            new SendMessageJob(GroupId.Default, new PersonId("0a07kq2m5x00001"), 638_000_000_000_000_000, "invitation"),
            QueueJob.Read<SendMessageJob>(QueueNames.Messages, """{"group":"default","person":"0a07kq2m5x00001","ticks":638000000000000000,"step":"invitation"}"""));
        var mailing = QueueJob.Read<SendInvitationsJob>(
            QueueNames.Invitations, """{"group":"default","meeting":"07kq2m5xabcd","slices":[],"messages":["x"]}""");
        Assert.Equal(("07kq2m5xabcd", "x"), (mailing.Meeting.Value, mailing.Messages!.Single()));
        var inbound = QueueJob.Read<InboundBatch>(
            QueueNames.Inbound, """{"events":[{"id":"SM1","from":"+31612345678","to":"+3197010000000","text":"ja","at":"2026-03-02T09:00:00+00:00"}]}""");
        Assert.Equal("ja", inbound.Events.Single().Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("hello")]
    [InlineData("""{"group":"default"}""")]
    [InlineData("""{"group":"default","list":"not an id"}""")]
    [InlineData("""{"group":"default","list":"07kq2m5x","from":"the start"}""")]
    public void What_is_not_a_job_of_ours_says_where_it_lies_and_what_to_do_and_nothing_of_itself(string text)
    {
        var unreadable = Assert.Throws<UnreadableJobException>(() => QueueJob.Read<ImportListJob>(QueueNames.Lists, text));

        Assert.Contains("queue lists", unreadable.Message, StringComparison.Ordinal);
        Assert.Contains("lists-poison", unreadable.Message, StringComparison.Ordinal);
        Assert.Contains("'outreach drop'", unreadable.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the start", unreadable.Message, StringComparison.Ordinal);
        Assert.Null(unreadable.InnerException);
    }
}
