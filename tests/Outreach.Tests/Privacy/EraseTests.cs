using Outreach.Languages;
using Outreach.Lists;
using Outreach.Operating;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Privacy;

public sealed class EraseTests
{
    private const string Ann = "+31611111111";
    private const string Bo = "+31622222222";

    [Fact]
    public async Task Erasing_leaves_nothing_but_the_stop_and_right_counts()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync(capacity: 5);
        await here.InviteAsync(meeting, "Ann;0611111111;ann@post.example", "Bo;0622222222;");
        await here.ReplyAsync(Ann, "hoe laat begint het eigenlijk?");
        await here.ReplyAsync(Ann, "ja");
        await here.ReplyAsync(Ann, "stop");

        Assert.True(await here.Get<Erase>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, "asked", default));

        Assert.Null(await here.WhoIsAsync(Ann));
        Assert.Null(await here.WhoIsAsync("ann@post.example"));
        foreach (var table in TableNames.All.Where(t => t is not TableNames.Outbox))
            Assert.DoesNotContain(here.Tables.Dump(table), r => System.Text.Encoding.UTF8.GetString(r.Row.Json.Span).Contains("611111111", StringComparison.Ordinal));
        Assert.Equal(1, (await here.FunnelAsync(meeting)).Invited);
        Assert.Equal(1, (await here.ImportAsync(meeting, "Ann;0611111111;")).Suppressed);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("verkeerd nummer")]
    [InlineData("hoe laat begint het eigenlijk?")]
    public async Task What_they_write_while_they_are_erased_goes_with_them(string text)
    {
        var isCutIn = true;
        for (var steps = 0; isCutIn; steps++)
        {
            var (faults, left) = (new Faults(), steps);
            using var here = await Neighbourhood.OpenAsync(faults);
            await here.InviteAsync(await here.PlanAsync(capacity: 5), "Ann;0611111111;ann@post.example");
            await here.ReplyAsync(Ann, "ja");
            await here.ReplyAsync(Ann, "stop");
            var id = (await here.WhoIsAsync(Ann))!.Id;
            Task? writes = null;
            faults.Hook = (moment, _, _) =>
            {
                if (moment is Moment.After && writes is null && left-- == 0)
                {
                    writes = Task.CompletedTask;
                    writes = here.ReplyAsync(Ann, text);
                }
            };

            await here.Get<Erase>().HandleAsync(Neighbourhood.Group, id, "asked", default);
            faults.Hook = null;
            isCutIn = writes is not null;
            await (writes ?? Task.CompletedTask);
            await here.DrainAsync();

            Assert.Null(await here.WhoIsAsync(Ann));
            Assert.Empty(here.Rows<Message>($"msg|{id}"));
            Assert.Empty(here.Rows<Invitation>("inv|"));
        }
    }

    /// <summary>At every step: they write, and two steps later the run dies.</summary>
    [Fact]
    public async Task Whoever_writes_start_while_their_time_ends_is_gone_with_their_number_or_is_found_by_it()
    {
        var isCutIn = true;
        for (var steps = 0; isCutIn; steps++)
        {
            var (faults, left) = (new Faults(), steps);
            using var here = await Neighbourhood.OpenAsync(faults);
            await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;ann@post.example");
            await here.ReplyAsync(Ann, "stop");
            var id = (await here.WhoIsAsync(Ann))!.Id;
            Task? writes = null;
            faults.Hook = (moment, _, _) =>
            {
                if (moment is not Moment.After)
                    return;
                left--;
                if (left == -1)
                {
                    writes = Task.CompletedTask;
                    writes = here.ReplyAsync(Ann, "start");
                }
                else if (writes is { IsCompleted: true } && left < -3)
                    throw new IOException("the machine is off");
            };

            var ends = await Record.ExceptionAsync(() => here.Get<Erase>().EndAsync(Neighbourhood.Group, [id], "stopped", default));
            faults.Hook = null;
            isCutIn = writes is not null;
            await (writes ?? Task.CompletedTask);
            await here.DrainAsync();
            await here.Get<Sweep>().HandleAsync(default);

            var remains = here.Rows<Person>("person|").SingleOrDefault(person => person.Id == id);
            Assert.Equal(remains is null ? null : id, (await here.WhoIsAsync(Ann))?.Id);
            Assert.Equal(remains is null ? 0 : 2, here.Rows<ContactRow>("contact|").Count);
        }
    }

    [Fact]
    public async Task Of_the_file_somebody_came_with_only_the_rejected_rows_are_kept()
    {
        using var here = await Neighbourhood.OpenAsync();
        var list = await here.ImportAsync(await here.PlanAsync(), "Ann;0611111111;ann-at-post", "Cas;061;");

        await here.Get<Erase>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, "asked", default);

        var blob = Assert.Single(here.Blobs.ListAsync("", default).ToBlockingEnumerable());
        using var kept = new StreamReader((await here.Blobs.ReadAsync(blob, default))!);
        Assert.DoesNotContain("Ann", await kept.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var rejected = new StreamReader((await here.Get<RejectedRows>().OpenAsync(Neighbourhood.Group, list, default))!);
        Assert.Contains("Cas;061;", await rejected.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["061"], here.Rows<RowProblem>("problem|", TableNames.Lists).Select(problem => problem.Value));

        here.Clock.MoveTo(here.Now.AddDays(31));
        await here.Get<Retain>().HandleAsync(default);
        Assert.Empty(here.Blobs.ListAsync("", default).ToBlockingEnumerable());
    }

    [Fact]
    public async Task A_list_that_waits_for_an_answer_is_kept_without_the_rows_of_who_is_erased()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await here.ImportTextAsync(meeting, "naam;mobiel;Nieuwsbrief\nAnn;0611111111;nee\nBo;0622222222;nee\nAnn;+31 6 11111111;ja\nCas;06;ja\n");

        await here.Get<Erase>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, "asked", default);
        using (var kept = new StreamReader((await here.Blobs.ReadAsync(UploadedList.BlobOf(Neighbourhood.Group, list.Id), default))!))
            Assert.Equal("naam;mobiel;Nieuwsbrief\r\n\r\nBo;0622222222;nee\r\n\r\nCas;06;ja\r\n", await kept.ReadToEndAsync(TestContext.Current.CancellationToken));
        var answer = await here.Get<AnswerQuestion>().HandleAsync(new AnswerQuestionCommand(Neighbourhood.Group, list.Id, "Nieuwsbrief", ColumnMeaning.NoContact), default);
        await here.DrainAsync();

        Assert.IsType<AnswerOutcome.Answered>(answer);
        var after = (await here.Get<ListStore>().FindAsync(Neighbourhood.Group, list.Id, default))!.Value;
        Assert.Equal((ListState.Ready, 2, 1, 1), (after.State, after.Rows, after.Accepted, after.Rejected));
        Assert.Null(await here.WhoIsAsync(Ann));
    }

    [Fact]
    public async Task Erasing_one_of_two_on_a_number_leaves_the_row_of_the_other_and_no_warning_that_names_them()
    {
        using var here = await Neighbourhood.OpenAsync();
        var list = await here.ImportTextAsync(await here.PlanAsync(), "naam;mobiel;Nieuwsbrief\nAnn Bakker;0611111111;nee\nBo Visser;0611111111;ja\nCas;06;\n");
        await here.Get<SayWho>().HandleAsync(Neighbourhood.Group, list.Id, 3, true, default);

        await here.Get<Erase>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, "asked", default);

        using var kept = new StreamReader((await here.Blobs.ReadAsync(UploadedList.BlobOf(Neighbourhood.Group, list.Id), default))!);
        Assert.Equal("naam;mobiel;Nieuwsbrief\r\n\r\nBo Visser;0611111111;ja\r\nCas;06;\r\n", await kept.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(4, Assert.Single(await here.Get<ListStore>().ProblemsAsync(Neighbourhood.Group, list, default)).Row);
    }

    [Fact]
    public async Task Whoever_was_known_by_an_address_alone_is_erased_with_it()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var content = new MemoryStream("naam;straat;huisnr;postcode\nAnn Bakker;Kerkstraat;4;1234 AB\n"u8.ToArray());
        await here.Get<UploadList>().HandleAsync(new UploadListCommand(Neighbourhood.Group, meeting.Id, "adressen.csv", content, Basis.Consent, "markt", "nl"), default);
        await here.DrainAsync();

        Assert.True(await here.Get<Erase>().HandleAsync(Neighbourhood.Group, Assert.Single(here.Rows<Person>("person|")).Id, "asked", default));

        Assert.Empty(here.Rows<ContactRow>("contact|"));
    }

    [Fact]
    public async Task A_nominee_who_stays_silent_is_erased_after_thirty_days()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (first, second) = await NominatedAsync(here);

        here.Clock.MoveTo(second.EndsAt.AddDays(31));
        await here.Get<Retain>().HandleAsync(default);

        Assert.Null(await here.WhoIsAsync(Bo));
        Assert.NotNull(await here.WhoIsAsync(Ann));
        await here.FunnelAsync(first);
        await here.FunnelAsync(second);
    }

    [Fact]
    public async Task A_machine_that_was_off_for_a_year_forgets_when_it_is_on_again()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (_, second) = await NominatedAsync(here);

        here.Clock.MoveTo(second.EndsAt.AddDays(365));
        await here.Get<Retain>().HandleAsync(default);

        Assert.Null(await here.WhoIsAsync(Bo));
        Assert.Empty(here.Blobs.ListAsync("", default).ToBlockingEnumerable());
        var written = (await here.Get<Audit>().ListAsync(Neighbourhood.Group, default)).Count;
        await here.Get<Retain>().HandleAsync(default);
        Assert.Equal(written, (await here.Get<Audit>().ListAsync(Neighbourhood.Group, default)).Count);
    }

    [Fact]
    public async Task A_nominee_who_answers_for_another_meeting_stays()
    {
        using var here = await Neighbourhood.OpenAsync();
        var (_, second) = await NominatedAsync(here);
        await here.AdvanceToAsync(second.EndsAt.AddHours(1));
        var third = await here.PlanAsync(inDays: 20);
        await here.InviteAsync(third, "Bo;0622222222;");
        await here.AdvanceAsync(TimeSpan.FromDays(3));
        await here.ReplyAsync(Bo, "ja");

        here.Clock.MoveTo(second.EndsAt.AddDays(31));
        await here.Get<Retain>().HandleAsync(default);

        Assert.NotNull(await here.WhoIsAsync(Bo));
    }

    [Fact]
    public async Task Somebody_of_a_list_whom_a_neighbour_named_later_stays()
    {
        using var here = await Neighbourhood.OpenAsync();
        var first = await here.PlanAsync();
        await here.InviteAsync(first, "Ann;0611111111;", "Bo;0622222222;");
        await here.AttendAsync(first, Ann);
        var second = await here.PlanAsync(inDays: 20);
        await here.AdvanceToAsync(first.EndsAt.AddHours(1));
        await here.NominateAsync(first, Ann, Bo);
        Assert.Equal(Source.Nomination, (await here.InvitationAsync(second, Bo))!.Source);

        here.Clock.MoveTo(second.EndsAt.AddDays(31));
        await here.Get<Retain>().HandleAsync(default);

        Assert.NotNull(await here.WhoIsAsync(Bo));
    }

    [Theory]
    [InlineData(Ann)]
    [InlineData("ann@post.example")]
    public async Task What_somebody_wrote_before_we_knew_them_is_shown_to_them_and_goes_with_them(string from)
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ReplyAsync(from, "Is er iemand die mij kan helpen met mijn tuin?");
        await here.ReplyAsync(Bo, "Wie bent u eigenlijk?");
        await here.InviteAsync(await here.PlanAsync(), "Ann;0611111111;ann@post.example");
        var id = (await here.WhoIsAsync(Ann))!.Id;

        var held = await here.Get<ReadPerson>().HandleAsync(Neighbourhood.Group, id, default);
        await here.Get<Erase>().HandleAsync(Neighbourhood.Group, id, "asked", default);

        Assert.Contains("tuin", Assert.Single(held!.Questions).Text, StringComparison.Ordinal);
        Assert.Equal([Bo], (await here.Get<Inbox>().ListAsync(Neighbourhood.Group, open: true, default)).Select(item => item.From));
    }

    [Fact]
    public async Task The_name_of_who_is_erased_goes_from_the_invitations_of_the_neighbours_they_named()
    {
        using var here = await Neighbourhood.OpenAsync();
        await NominatedAsync(here);
        await here.AdvanceAsync(TimeSpan.FromDays(1));
        var bo = (await here.WhoIsAsync(Bo))!.Id;
        Assert.Contains(here.Rows<Message>($"msg|{bo}"), message => message.Text!.Contains("Ann", StringComparison.Ordinal));

        await here.Get<Erase>().HandleAsync(Neighbourhood.Group, (await here.WhoIsAsync(Ann))!.Id, "asked", default);

        Assert.NotEmpty(here.Rows<Message>($"msg|{bo}"));
        Assert.DoesNotContain(here.Rows<Message>($"msg|{bo}"), message => message.Text?.Contains("Ann", StringComparison.Ordinal) is true);
        Assert.DoesNotContain(here.Tables.Dump(TableNames.People), row => row.Row.Key.StartsWith("nom|", StringComparison.Ordinal));
    }

    private static async Task<(Meeting First, Meeting Second)> NominatedAsync(Neighbourhood here)
    {
        var first = await here.PlanAsync(inDays: 3);
        await here.InviteAsync(first, "Ann;0611111111;");
        await here.AttendAsync(first, Ann);
        var second = await here.PlanAsync(inDays: 8);
        await here.AdvanceToAsync(first.EndsAt.AddHours(1));
        await here.NominateAsync(first, Ann, Bo);
        Assert.NotNull(await here.InvitationAsync(second, Bo));
        return (first, second);
    }
}
