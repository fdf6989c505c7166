using Outreach.Contacts;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>Two names on one number: one person or two? They count as one until somebody says two.</summary>
public sealed class TwoNamesTests
{
    private const string Shared = "+31612345671";
    private const string Jan = "Jan Jansen;0612345671;";
    private const string Bo = "Bo Bakker;0612345671;";

    [Theory]
    [InlineData(Bo, 0)]
    [InlineData("Bo Bakker;;jan@voorbeeld.nl", 0)]
    public async Task A_warning_names_both_and_the_row_counts_as_merged(string second, int rejected)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();

        var list = await here.ImportAsync(meeting, "Jan Jansen;0612345671;jan@voorbeeld.nl", second);

        Assert.Equal((2, 1, 1, rejected), (list.Rows, list.Accepted, list.Merged, list.Rejected));
        var warning = Assert.Single(await ProblemsAsync(here, list));
        Assert.Equal((3, "naam", ProblemCodes.SharedContact, "Bo Bakker", false), (warning.Row, warning.Column, warning.Code, warning.Value, warning.Rejected));
        Assert.Contains("Jan Jansen", warning.Message, StringComparison.Ordinal);
        Assert.Contains("Bo Bakker", warning.Message, StringComparison.Ordinal);
        Assert.Equal("Jan Jansen", Assert.Single(here.Rows<Person>("person|")).Name);
    }

    [Fact]
    public async Task A_known_person_is_named_when_a_later_list_gives_their_number_another_name()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ImportAsync(await here.PlanAsync(), Jan);

        var list = await here.ImportAsync(await here.PlanAsync(inDays: 20), "Bo Bakker;0612345671;bo@voorbeeld.nl");

        Assert.Contains("Jan Jansen", Assert.Single(await ProblemsAsync(here, list)).Message, StringComparison.Ordinal);
        Assert.Null((await here.WhoIsAsync(Shared))!.Email);
        Assert.Null(await here.WhoIsAsync("bo@voorbeeld.nl"));
    }

    [Fact]
    public async Task A_variant_of_the_name_is_no_warning()
    {
        using var here = await Neighbourhood.OpenAsync();

        var list = await here.ImportAsync(await here.PlanAsync(), "J. de Vries;0612345671;", "Jan de Vries;0612345671;", "JAN DE VRIES;0612345671;");

        Assert.Equal((1, 2, 0), (list.Accepted, list.Merged, list.Problems));
    }

    [Fact]
    public async Task Whoever_is_said_to_be_a_second_person_is_one_and_gets_no_second_message_on_the_number()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportAsync(meeting, Jan, Bo);

        var first = await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 3, true, default);
        var again = await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 3, true, default);
        await here.Get<SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();

        Assert.All([first, again], outcome => Assert.Equal((2, 2, 0), outcome is SayWhoOutcome.Said { List: var l } ? (l.Rows, l.Accepted, l.Merged) : default));
        Assert.Equal(["Bo Bakker", "Jan Jansen"], here.Rows<Person>("person|").Select(person => person.Name).Order());
        Assert.Single(await here.SentToAsync(Shared));
        Assert.Equal("Jan Jansen", (await here.WhoIsAsync(Shared))!.Name);
        Assert.Equal([Channel.Sms, Channel.Door], here.Invitations(meeting).Select(invitation => invitation.Channel).Order());
        Assert.True(Assert.Single(await ProblemsAsync(here, list)).AreTwo);
        await here.FunnelAsync(meeting);
    }

    [Fact]
    public async Task The_second_person_is_written_to_where_they_alone_are()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportAsync(meeting, Jan, "Bo Bakker;0612345671;bo@voorbeeld.nl");

        await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 3, true, default);
        await here.InviteAsync(meeting, "Bo Bakker;;bo@voorbeeld.nl");

        Assert.Equal("Bo Bakker", (await here.WhoIsAsync("bo@voorbeeld.nl"))!.Name);
        Assert.Equal((1, 1), ((await here.SentToAsync(Shared)).Count, (await here.SentToAsync("bo@voorbeeld.nl")).Count));
    }

    [Fact]
    public async Task Read_again_the_list_still_knows_that_they_are_two()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportTextAsync(meeting, "Naam;Mobiel;Nieuwsbrief\nJan Jansen;0612345671;ja\nBo Bakker;0612345671;ja\n");
        await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 3, true, default);

        await here.Get<AnswerQuestion>().HandleAsync(new AnswerQuestionCommand(Neighbourhood.Group, list.Id, "Nieuwsbrief", ColumnMeaning.Consent), default);
        await here.DrainAsync();

        var after = (await here.Get<ListStore>().FindAsync(Neighbourhood.Group, list.Id, default))!.Value;
        Assert.Equal((2, 2, 0), (after.Rows, after.Accepted, after.Merged));
        Assert.True(Assert.Single(await ProblemsAsync(here, after)).AreTwo);
        Assert.Equal(2, here.Invitations(meeting).Count);
    }

    [Fact]
    public async Task Nobody_asked_about_another_row()
    {
        using var here = await Neighbourhood.OpenAsync();
        var list = await here.ImportAsync(await here.PlanAsync(), Jan, Bo);

        Assert.IsType<SayWhoOutcome.Unknown>(await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 2, true, default));
    }

    [Theory]
    [InlineData("Dhr. J. Bos", "Mevr. J. Bos")]
    [InlineData("Jan Bos", "Mevr. Bos")]
    [InlineData("Jan Smit", "Jan Smit (zoon)")]
    public void People_whose_names_are_alike_and_may_be_two_are_asked_about(string one, string other) =>
        Assert.Equal(ProblemCodes.SharedContact, Assert.Single(ListText.Check($"Naam;Telefoon\n{one};0612345601\n{other};0612345601\n").Problems).Code);

    private static Task<IReadOnlyList<RowProblem>> ProblemsAsync(Neighbourhood here, UploadedList list) =>
        here.Get<ListStore>().ProblemsAsync(Neighbourhood.Group, list, default);
}
