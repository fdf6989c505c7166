using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>What an uploaded list says no to is not done, now or by any later list.</summary>
public sealed class NoInAListTests
{
    private const string An = "+31612345601";

    [Fact]
    public async Task Whoever_opted_out_of_all_ways_of_a_row_is_suppressed_and_nothing_of_them_is_kept()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();

        var list = await here.ImportTextAsync(meeting, "Naam;Mobiel;E-mail;Do Not SMS;Do Not Email\nAn Proef;0612345601;an@voorbeeld.nl;Yes;Yes\nBo Proef;0612345602;bo@voorbeeld.nl;;\n");

        Assert.Equal((2, 1, 0, 1, 0), (list.Rows, list.Accepted, list.Merged, list.Suppressed, list.Rejected));
        Assert.Equal("Bo Proef", Assert.Single(here.Rows<Person>("person|")).Name);
    }

    [Fact]
    public async Task A_later_list_that_says_yes_for_everybody_does_not_undo_a_no()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, "Naam;Mobiel;Afgemeld\nAn Proef;0612345601;ja\n");
        await here.ImportTextAsync(meeting, "Naam;E-mail;Toestemming\nBo Proef;bo@voorbeeld.nl;nee\n");

        await here.InviteAsync(meeting, "An Proef;0612345601;", "Bo Proef;;bo@voorbeeld.nl");

        Assert.Empty(await here.SentToAsync(An));
        Assert.Empty(await here.SentToAsync("bo@voorbeeld.nl"));
    }

    [Fact]
    public async Task A_no_stops_somebody_whom_an_earlier_list_brought()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "An Proef;0612345601;");

        await here.ImportTextAsync(meeting, "Naam;Mobiel;Status\nAn Proef;0612345601;uitgeschreven\n");
        await PressAsync(here, meeting);

        Assert.NotNull((await here.WhoIsAsync(An))!.StoppedAt);
        Assert.Empty(await here.SentToAsync(An));
    }

    [Fact]
    public async Task Consent_by_channel_decides_the_way_and_stands_with_the_contact_point()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();

        await here.ImportTextAsync(meeting, "Naam;Mobiel;E-mail;Toestemming sms;Toestemming e-mail\nAn Proef;0612345601;an@voorbeeld.nl;nee;ja\nBo Proef;0612345602;bo@voorbeeld.nl;ja;nee\n");
        await PressAsync(here, meeting);

        Assert.Empty(await here.SentToAsync(An));
        Assert.Single(await here.SentToAsync("an@voorbeeld.nl"));
        Assert.Single(await here.SentToAsync("+31612345602"));
        Assert.Empty(await here.SentToAsync("bo@voorbeeld.nl"));
        var an = await here.WhoIsAsync(An);
        Assert.Equal((Basis.Refused, Basis.Consent), (an!.Mobile!.Ground.Basis, an.Email!.Ground.Basis));
    }

    [Fact]
    public async Task A_no_for_sms_leaves_the_e_mail()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();

        await here.ImportTextAsync(meeting, "Naam;Mobiel;E-mail;geen sms\nAn Proef;0612345601;an@voorbeeld.nl;x\n");
        await PressAsync(here, meeting);

        Assert.Equal((0, 1), ((await here.SentToAsync(An)).Count, (await here.SentToAsync("an@voorbeeld.nl")).Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task A_no_on_one_row_holds_for_another_row_of_the_same_person(int rowsAChunk)
    {
        using var here = await Neighbourhood.OpenAsync();
        here.Get<ImportList>().RowsPerChunk = rowsAChunk;
        var meeting = await here.PlanAsync();

        var list = await here.ImportTextAsync(meeting, "Naam;Mobiel;Opt-out\nAn Proef;0612345601;\nAn Proef;0612345601;ja\n");
        await PressAsync(here, meeting);

        Assert.Equal(list.Rows, list.Accepted + list.Merged + list.Suppressed + list.Rejected);
        Assert.Empty(await here.SentToAsync(An));
    }

    [Fact]
    public async Task Nobody_of_a_list_with_an_open_question_is_written_to_until_it_is_answered()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportTextAsync(meeting, "Naam;Mobiel;Nieuwsbrief\nAn Proef;0612345601;nee\nBo Proef;0612345602;ja\n");
        Assert.Equal(("Nieuwsbrief", null), Assert.Single(list.Questions) is var q ? (q.Column, q.Means) : default);
        await PressAsync(here, meeting);
        Assert.Empty(await here.SentToAsync(An));

        await AnswerAsync(here, list, ColumnMeaning.Consent);
        await PressAsync(here, meeting);

        var after = (await here.Get<ListStore>().FindAsync(Neighbourhood.Group, list.Id, default))!.Value;
        Assert.Equal((ListState.Ready, 2, 2, false), (after.State, after.Rows, after.Accepted, after.IsHeld));
        Assert.Empty(await here.SentToAsync(An));
        Assert.Single(await here.SentToAsync("+31612345602"));
    }

    [Fact]
    public async Task Whoever_was_known_before_is_not_written_to_either_while_they_stand_on_a_list_with_an_open_question()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (before, after) = (await here.PlanAsync(), await here.PlanAsync(inDays: 12));
        await here.ImportAsync(before, "An Proef;0612345601;", "Bo Proef;0612345602;");
        var list = await here.ImportTextAsync(after, "Naam;Mobiel;Nieuwsbrief\nAn Proef;0612345601;nee\nBo Proef;0612345602;ja\n");

        await PressAsync(here, before);
        Assert.Equal((0, 0), ((await here.SentToAsync(An)).Count, (await here.SentToAsync("+31612345602")).Count));

        await AnswerAsync(here, list, ColumnMeaning.Consent);
        await PressAsync(here, before);
        Assert.Equal((0, 1), ((await here.SentToAsync(An)).Count, (await here.SentToAsync("+31612345602")).Count));
    }

    [Fact]
    public async Task A_nudge_to_somebody_on_a_list_with_an_open_question_waits_for_the_answer()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (before, after) = (await here.PlanAsync(), await here.PlanAsync(inDays: 12));
        await here.InviteAsync(before, "An Proef;0612345601;", "Bo Proef;0612345602;", "Cas Proef;0612345603;");
        var list = await here.ImportTextAsync(after, "Naam;Mobiel;Nieuwsbrief\nAn Proef;0612345601;nee\nBo Proef;0612345602;ja\n");

        await here.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.Equal((1, 1, 2), ((await here.SentToAsync(An)).Count, (await here.SentToAsync("+31612345602")).Count, (await here.SentToAsync("+31612345603")).Count));

        await AnswerAsync(here, list, ColumnMeaning.Consent);
        await here.AdvanceAsync(TimeSpan.FromHours(4));
        Assert.Equal((1, 2), ((await here.SentToAsync(An)).Count, (await here.SentToAsync("+31612345602")).Count));
    }

    [Fact]
    public async Task An_answer_that_somebody_wants_no_contact_stops_them()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportTextAsync(meeting, "Naam;Mobiel;Nieuwsbrief\nAn Proef;0612345601;uit\nBo Proef;0612345602;ja\n");

        await AnswerAsync(here, list, ColumnMeaning.NoContact);
        await PressAsync(here, meeting);

        var after = (await here.Get<ListStore>().FindAsync(Neighbourhood.Group, list.Id, default))!.Value;
        Assert.Equal((2, 1, 1), (after.Rows, after.Accepted, after.Suppressed));
        Assert.Equal((1, 0), ((await here.SentToAsync(An)).Count, (await here.SentToAsync("+31612345602")).Count));
    }

    [Fact]
    public async Task A_question_that_means_nothing_lets_the_list_go()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportTextAsync(meeting, "Naam;Mobiel;Nieuwsbrief\nAn Proef;0612345601;uit\n");

        await AnswerAsync(here, list, ColumnMeaning.Ignore);
        await PressAsync(here, meeting);

        Assert.Single(await here.SentToAsync(An));
    }

    private static async Task PressAsync(Neighbourhood here, Outreach.Records.Meeting meeting)
    {
        await here.Get<Outreach.Sending.SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
    }

    private static async Task AnswerAsync(Neighbourhood here, UploadedList list, ColumnMeaning means)
    {
        Assert.IsType<AnswerOutcome.Answered>(await here.Get<AnswerQuestion>().HandleAsync(new AnswerQuestionCommand(Neighbourhood.Group, list.Id, "Nieuwsbrief", means), default));
        await here.DrainAsync();
    }
}
