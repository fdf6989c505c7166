using Outreach.Ids;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>A list can be undone as long as nothing of it was sent.</summary>
public sealed class UndoListTests
{
    private const string An = "+31612345601";

    private static readonly GroupId Group = Neighbourhood.Group;

    [Fact]
    public async Task Whoever_came_by_the_list_alone_is_forgotten()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportAsync(meeting, "An;0612345601;an@voorbeeld.nl", "Bo;0612345602;");

        Assert.Equal(new UndoListOutcome.Undone(2), await UndoAsync(here, list));

        Assert.Empty(here.Invitations(meeting));
        Assert.Empty(here.Rows<Person>("person|"));
        Assert.DoesNotContain(here.Tables.Dump(TableNames.People), row => row.Row.Key.StartsWith("contact|", StringComparison.Ordinal));
        Assert.Empty(here.Tables.Dump(TableNames.Codes));
        Assert.Equal(0, (await here.FunnelAsync(meeting)).Invited);
        Assert.Equal(new UndoListOutcome.Undone(0), await UndoAsync(here, list));
    }

    [Fact]
    public async Task Whoever_has_a_part_or_looks_after_the_contact_card_stays()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportAsync(meeting, "An;0612345601;", "Bo;0612345602;", "Cor;0612345603;");
        await here.Get<GivePart>().HandleAsync(Group, meeting.Id, PartKind.Host, Neighbourhood.Candidate("An", An), null, default);
        await here.FillCardAsync();
        var line = (await here.Get<CardStore>().ListAsync(Group, default)).Single().Value;
        await here.Get<CardStore>().SaveAsync(Group, line with { OwnerPerson = (await here.WhoIsAsync("+31612345602"))!.Id }, default);

        await UndoAsync(here, list);

        Assert.Equal(["An", "Bo"], here.Rows<Person>("person|").Select(person => person.Name!).Order(StringComparer.Ordinal));
        Assert.Empty(here.Invitations(meeting));
    }

    [Fact]
    public async Task The_same_list_can_be_taken_in_again()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await UndoAsync(here, await here.ImportAsync(meeting, "An;0612345601;"));

        await here.InviteAsync(meeting, "An;0612345601;");

        Assert.Single(await here.SentToAsync(An));
    }

    [Fact]
    public async Task Whoever_was_known_before_stays_without_this_meeting_and_without_the_ground_of_the_list()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = (await here.PlanAsync(), await here.PlanAsync(inDays: 20));
        await here.ImportAsync(first, "An;0612345601;");
        await here.AdvanceAsync(TimeSpan.FromMinutes(1));
        var list = await here.ImportAsync(second, "An;0612345601;an@voorbeeld.nl");

        Assert.Equal(new UndoListOutcome.Undone(1), await UndoAsync(here, list));

        Assert.Empty(here.Invitations(second));
        Assert.Single(here.Invitations(first));
        var an = (await here.WhoIsAsync(An))!;
        Assert.Equal((Basis.Consent, Basis.None), (an.Mobile!.Ground.Basis, an.Email!.Ground.Basis));
    }

    [Fact]
    public async Task Once_something_was_sent_it_stays()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportAsync(meeting, "An;0612345601;");
        await here.Get<SendInvitations>().HandleAsync(Group, meeting.Id, null, default);
        await here.DrainAsync();

        Assert.IsType<UndoListOutcome.Sent>(await UndoAsync(here, list));

        Assert.Single(here.Invitations(meeting));
    }

    [Fact]
    public async Task Whoever_has_said_something_is_not_forgotten()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportAsync(meeting, "An;0612345601;", "Bo;0612345602;");
        await here.ReplyAsync(An, "Is dit van de buurtgroep?");

        await UndoAsync(here, list);

        Assert.Equal("An", Assert.Single(here.Rows<Person>("person|")).Name);
        Assert.NotEmpty(here.Rows<Message>("msg|"));
    }

    [Fact]
    public async Task A_no_in_the_list_stays_a_no()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportTextAsync(meeting, "Naam;Mobiel;Afgemeld\nAn;0612345601;ja\nBo;0612345602;\n");

        await UndoAsync(here, list);
        await here.InviteAsync(meeting, "An;0612345601;");

        Assert.Empty(await here.SentToAsync(An));
    }

    [Fact]
    public async Task Cut_off_anywhere_it_goes_on()
    {
        for (var instruction = 1; ; instruction++)
        {
            var faults = new Faults();
            using var here = await Neighbourhood.OpenAsync(faults);
            var (first, second) = (await here.PlanAsync(), await here.PlanAsync(inDays: 20));
            await here.ImportAsync(first, "An;0612345601;");
            var list = await here.ImportAsync(second, "An;0612345601;an@voorbeeld.nl", "Bo;0612345602;bo@voorbeeld.nl", "Co;0612345603;");
            var left = instruction;
            faults.Hook = (moment, operation, _) =>
            {
                if (moment is Moment.After && operation == "SubmitAsync" && --left == 0)
                    throw new IOException("Killed here.");
            };

            var isKilled = await Record.ExceptionAsync(() => UndoAsync(here, list)) is not null;
            await here.AdvanceAsync(TimeSpan.FromHours(3));

            Assert.Equal(ListState.Undone, (await here.Get<ListStore>().FindAsync(Group, list.Id, default))!.Value.State);
            Assert.Empty(here.Invitations(second));
            Assert.Equal("An", Assert.Single(here.Rows<Person>("person|")).Name);
            if (!isKilled)
                return;
        }
    }

    private static Task<UndoListOutcome> UndoAsync(Neighbourhood here, UploadedList list) => here.Get<UndoList>().HandleAsync(Group, list.Id, default);

    [Fact]
    public async Task Whoever_is_on_another_list_of_the_meeting_too_stays_on_it_by_that_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var first = await here.ImportAsync(meeting, "An;0612345601;", "Els;0612345603;");
        var second = await here.ImportAsync(meeting, "An;0612345601;", "Piet;0612345602;");

        await UndoAsync(here, first);
        await here.DrainAsync();

        Assert.Equal(["An", "Piet"], here.Rows<Person>("person|").Select(person => person.Name).Order());
        Assert.Equal(2, here.Invitations(meeting).Count);
        Assert.Equal((ListState.Ready, 2, 0), (await here.Get<ListStore>().FindAsync(Group, second.Id, default))!.Value is { } list ? (list.State, list.Accepted, list.Merged) : default);
    }
}
