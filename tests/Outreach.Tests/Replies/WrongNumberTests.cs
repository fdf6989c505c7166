using Outreach.Languages;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Replies;

public sealed class WrongNumberTests
{
    private const string Ann = "+31611111111";

    [Fact]
    public async Task A_wrong_number_is_blocked_and_an_organiser_can_undo_it_for_a_week()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "verkeerd nummer");
        var person = (await here.WhoIsAsync(Ann))!;
        Assert.True(await IsBlockedAsync(here));

        await here.AdvanceAsync(TimeSpan.FromDays(6));
        Assert.Equal(UndoOutcome.NotThisOne, await UndoAsync(here, person, null));
        Assert.Equal(UndoOutcome.NotThisOne, await UndoAsync(here, person, "0611111112"));
        Assert.Equal(UndoOutcome.Undone, await UndoAsync(here, person, "0611111111"));

        Assert.False(await IsBlockedAsync(here));
        var after = (await here.WhoIsAsync(Ann))!;
        Assert.Equal((person.Id, person.Mobile! with { BadCode = null }), (after.Id, after.Mobile));
        Assert.Empty(after.Wrong);
    }

    [Fact]
    public async Task In_the_first_minutes_it_is_undone_without_the_number()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "verkeerd nummer");

        Assert.Equal(UndoOutcome.Undone, await UndoAsync(here, (await here.WhoIsAsync(Ann))!, null));
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(Ann, (await here.WhoIsAsync(Ann))!.Mobile!.Value);
    }

    [Fact]
    public async Task Whoever_gives_the_address_again_does_not_take_back_the_number()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;ann@buurt.example");
        var person = (await here.WhoIsAsync(Ann))!;
        await here.ReplyAsync(Ann, "verkeerd nummer");
        await here.ReplyAsync("ann@buurt.example", "verkeerd e-mailadres");
        Assert.True(await IsBlockedAsync(here, "ann@buurt.example"));

        Assert.Equal(UndoOutcome.Undone, await here.Get<UndoWrongNumber>().HandleAsync(Neighbourhood.Group, person.Id, Neighbourhood.Candidate("Ann", email: "ann@buurt.example"), default));

        Assert.False(await IsBlockedAsync(here, "ann@buurt.example"));
        Assert.True(await IsBlockedAsync(here));
    }

    [Theory]
    [InlineData("Ann;0612131415;", "+31612131415", "612131415")]
    [InlineData("Ann;0611111122;ann@post.example", "ann@post.example", "ann@post")]
    public async Task Of_a_wrong_number_nothing_is_kept_but_its_keyed_hash_once_the_confirmation_has_left(string row, string from, string trace)
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), row);
        await here.ReplyAsync(from, "is er een lift?");
        var before = (await here.SentToAsync(from)).Count;
        await here.ReplyAsync(from, "verkeerd nummer");
        await here.Get<CloseInbox>().HandleAsync(Neighbourhood.Group, Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Id, null, null, default);
        await here.AdvanceAsync(TimeSpan.FromMinutes(20));

        // The outbox stands for the phones of this neighbourhood.
        foreach (var table in TableNames.All.Where(table => table is not (TableNames.Outbox or TableNames.Inbox)))
            Assert.DoesNotContain(here.Tables.Dump(table), row => System.Text.Encoding.UTF8.GetString(row.Row.Json.Span).Contains(trace, StringComparison.Ordinal));
        Assert.Empty(here.Rows<ContactRow>("owed|"));
        Assert.True(await IsBlockedAsync(here, from));
        Assert.Equal(before + 1, (await here.SentToAsync(from)).Count);
    }

    [Fact]
    public async Task Killed_at_any_instruction_the_number_is_taken_off_all_the_same()
    {
        for (var instruction = 1; ; instruction++)
        {
            var faults = new Faults();
            using var here = await Neighbourhood.OpenAsync(faults);
            await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;");
            await here.ReplyAsync(Ann, "verkeerd nummer");
            var left = instruction;
            faults.Hook = (moment, operation, _) =>
            {
                if (moment is Moment.After && operation == "SubmitAsync" && --left == 0)
                    throw new IOException("Killed here.");
            };
            var isKilled = await Record.ExceptionAsync(() => here.Get<Outreach.Operating.Sweep>().HandleAsync(default)) is not null;
            faults.Hook = null;
            await here.AdvanceAsync(TimeSpan.FromMinutes(11));

            Assert.DoesNotContain(here.Tables.Dump(TableNames.People), row => System.Text.Encoding.UTF8.GetString(row.Row.Json.Span).Contains("611111111", StringComparison.Ordinal));
            Assert.Single((await here.WhoIsAsync(Ann))!.Wrong);
            if (!isKilled)
                return;
        }
    }

    [Fact]
    public async Task A_wrong_number_cannot_be_undone_after_a_week()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "verkeerd nummer");

        await here.AdvanceAsync(TimeSpan.FromDays(8));

        Assert.Equal(UndoOutcome.Stays, await UndoAsync(here, (await here.WhoIsAsync(Ann))!, "0611111111"));
        Assert.True(await IsBlockedAsync(here));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task A_start_word_from_a_wrong_number_does_not_make_it_theirs_again(int minutes)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(inDays: 30);
        await here.InviteAsync(meeting, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Ann, "verkeerd nummer");
        await here.AdvanceAsync(TimeSpan.FromMinutes(minutes));

        await here.ReplyAsync(Ann, "start");
        await here.ReplyAsync(Ann, "nee");

        Assert.Equal(Reply.Yes, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Equal(["nee", "start", "verkeerd nummer"], (await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Select(item => item.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stop_is_not_undone_with_the_number()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(inDays: 30), "Ann;0611111111;");
        await here.ReplyAsync(Ann, "stop");
        await here.ReplyAsync(Ann, "verkeerd nummer");

        await UndoAsync(here, (await here.WhoIsAsync(Ann))!, "0611111111");

        Assert.True(await IsBlockedAsync(here));
    }

    [Theory]
    [InlineData("wrong number of people, we are 4")]
    [InlineData("You gave me the wrong number for Samira, nobody answers")]
    [InlineData("u heeft een verkeerd nummer van Samira doorgegeven")]
    [InlineData("Faux numéro pour Samira, ça ne répond pas")]
    [InlineData("Yanlış numara vermişsiniz, Samira açmıyor")]
    public async Task A_wrong_number_in_a_longer_text_is_for_a_person(string text)
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;");

        await here.ReplyAsync(Ann, text);

        Assert.False(await IsBlockedAsync(here));
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Fact]
    public async Task Our_own_message_liked_is_for_a_person_and_stops_nobody()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.InviteAsync(meeting, "Ann;0611111111;");

        await here.ReplyAsync(Ann, $"Liked “{(await here.SentToAsync(Ann))[^1]}”");

        Assert.False(await IsBlockedAsync(here));
        Assert.Equal(Reply.None, (await here.InvitationAsync(meeting, Ann))!.Reply);
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    [Fact]
    public async Task Both_with_two_invitations_open_is_for_a_person()
    {
        using var here = await Neighbourhood.OpenAsync();
        var first = await here.PlanAsync();
        await here.InviteAsync(first, "Ann;0611111111;");
        await here.ReplyAsync(Ann, "wij komen allebei");
        Assert.Equal((Reply.Yes, 2), ((await here.InvitationAsync(first, Ann))!.Reply, (await here.InvitationAsync(first, Ann))!.Party));
        var second = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(second, "Ann;0611111111;");

        await here.ReplyAsync(Ann, "ja allebei");

        Assert.NotEqual(Reply.Yes, (await here.InvitationAsync(second, Ann))!.Reply);
        Assert.Single(await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default));
    }

    private static Task<UndoOutcome> UndoAsync(Neighbourhood here, Person person, string? phone) =>
        here.Get<UndoWrongNumber>().HandleAsync(Neighbourhood.Group, person.Id, phone is null ? null : Neighbourhood.Candidate("Ann", phone), default);

    private static Task<bool> IsBlockedAsync(Neighbourhood here, string contact = Ann) =>
        here.Get<Suppressions>().BlocksAsync(Neighbourhood.Group, Neighbourhood.HashOf(contact), default);
}
