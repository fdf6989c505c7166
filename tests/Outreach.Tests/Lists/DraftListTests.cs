using System.Text;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Lists;
using Outreach.Privacy;
using Outreach.Records;
using Outreach.Storage;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>A list that an organiser looks at before anything of it is stored.</summary>
public sealed class DraftListTests
{
    private const string Header = "Naam;Mobiel;E-mail;Taal\n";

    private static readonly GroupId Group = Neighbourhood.Group;

    [Fact]
    public async Task Nothing_is_stored_before_a_yes()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();

        var list = await CheckAsync(here, meeting, Header + "An;0612345601;;nl\n");

        Assert.Equal(ListState.Checked, list.State);
        Assert.Empty(here.Rows<Person>("person|"));
        Assert.Empty(here.Invitations(meeting));
        await ConfirmAsync(here, list);
        Assert.Equal("An", Assert.Single(here.Rows<Person>("person|")).Name);
    }

    [Fact]
    public async Task A_reader_is_given_up_an_hour_after_the_yes_however_long_the_list_waited_for_it()
    {
        using var here = await Neighbourhood.OpenAsync();
        var list = await CheckAsync(here, await here.PlanAsync(), Header + "An;0612345601;;nl\n");
        here.Clock.MoveTo(here.Now.AddHours(2));

        await here.Get<ConfirmList>().HandleAsync(Group, list.Id, list.Check, [], default);

        Assert.Equal(0, await here.Get<RequeueLists>().HandleAsync(Group, default));
        here.Clock.MoveTo(here.Now.AddMinutes(61));
        Assert.Equal(1, await here.Get<RequeueLists>().HandleAsync(Group, default));
    }

    [Fact]
    public async Task The_preview_counts_what_the_list_then_does()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "Known Here;0612345601;", "Known Too;0612345602;");
        await here.ImportTextAsync(meeting, "Naam;Mobiel;Afgemeld\nStopped;0612345603;ja\n");
        const string Text = Header + """
            Known Here;0612345601;known@voorbeeld.nl;tr
            Other Name;0612345602;;nl
            Stopped;0612345603;;nl
            New One;0612345604;;ar
            New One;0612345604;new@voorbeeld.nl;
            Mail Only;;mail@voorbeeld.nl;en
            Nobody;;;

            """;

        var list = await CheckAsync(here, meeting, Text);
        var preview = (await here.Get<PreviewStore>().FindAsync(Group, list, default))!;
        await ConfirmAsync(here, list);

        var after = await FindAsync(here, list);
        Assert.Equal((after.Accepted, after.Merged, after.Suppressed, after.Rejected), (preview.New, preview.Merged, preview.Suppressed, preview.Rejected));
        Assert.Equal((2, 3, 1, 1, 2), (preview.New, preview.Merged, preview.Suppressed, preview.Rejected, preview.OnTheList));
        Assert.Equal([new WayCount("ar", Channel.Sms, 1), new WayCount("en", Channel.Email, 1)], preview.Ways.OrderBy(way => way.Language, StringComparer.Ordinal));
        Assert.Equal((3, true), (preview.Merges[0].Row, preview.Merges[0].IsUnsure));
        Assert.Equal("Known Too", preview.Merges[0].With.Name);
    }

    [Fact]
    public async Task Whoever_is_said_to_be_a_second_person_becomes_one()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var list = await CheckAsync(here, meeting, Header + "Jan Jansen;0612345601;jan@voorbeeld.nl;\nBo Bakker;0612345601;bo@voorbeeld.nl;\n");

        await ConfirmAsync(here, list, 3);

        Assert.Equal((2, 0), ((await FindAsync(here, list)).Accepted, (await FindAsync(here, list)).Merged));
        Assert.Equal(["Bo Bakker", "Jan Jansen"], here.Rows<Person>("person|").Select(person => person.Name).Order(StringComparer.Ordinal));
        Assert.Equal("bo@voorbeeld.nl", here.Rows<Person>("person|").Single(person => person.Name == "Bo Bakker").Email!.Value);
    }

    [Fact]
    public async Task A_column_under_an_unknown_name_is_used_as_said_and_remembered()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        const string Text = "Roepwoord;Waar te bereiken\nAn;0612345601\n";
        var list = await UploadAsync(here, meeting, Text);
        var columns = (await here.Get<ReadColumns>().HandleAsync(Group, list, default))!;
        Assert.Equal((HeaderKind.FirstRow, ProblemCodes.ColumnsMissing), (columns.Header, columns.Objection!.Code));
        Assert.Equal(["0612345601"], columns.Columns[1].Samples);

        Assert.IsType<ChooseOutcome.Refused>(await ChooseAsync(here, list, columns.Header, ColumnUse.Name, ColumnUse.Ignore));
        Assert.IsType<ChooseOutcome.Chosen>(await ChooseAsync(here, list, columns.Header, ColumnUse.Name, ColumnUse.Phone));
        await here.DrainAsync();
        await ConfirmAsync(here, await FindAsync(here, list));

        Assert.Equal("An", (await here.WhoIsAsync("+31612345601"))!.Name);
        var next = (await here.Get<ReadColumns>().HandleAsync(Group, await UploadAsync(here, meeting, Text), default))!;
        Assert.Equal([(ColumnUse.Name, true), (ColumnUse.Phone, true)], next.Columns.Select(column => (column.Use!.Value, column.IsRemembered)));
    }

    [Fact]
    public async Task A_list_without_names_of_columns_begins_with_a_person()
    {
        using var here = await Neighbourhood.OpenAsync();
        var list = await UploadAsync(here, await here.PlanAsync(), "An;0612345601\nBo;0612345602\n");

        await ChooseAsync(here, list, HeaderKind.None, ColumnUse.Name, ColumnUse.Mobile);
        await here.DrainAsync();
        await ConfirmAsync(here, await FindAsync(here, list));

        Assert.Equal(["An", "Bo"], here.Rows<Person>("person|").Select(person => person.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Diagnose")]
    [InlineData("BSN")]
    [InlineData("Afgemeld")]
    public async Task No_choice_reads_what_must_not_be_read_or_passes_over_a_no(string header)
    {
        using var here = await Neighbourhood.OpenAsync();
        var list = await UploadAsync(here, await here.PlanAsync(), $"Naam;Mobiel;{header}\nAn;0612345601;ja\n");
        Assert.True((await here.Get<ReadColumns>().HandleAsync(Group, list, default))!.Columns[2].IsFixed);

        await ChooseAsync(here, list, HeaderKind.Found, ColumnUse.Ignore, ColumnUse.Mobile, ColumnUse.Name);
        await here.DrainAsync();
        await ConfirmAsync(here, await FindAsync(here, list));

        Assert.DoesNotContain(here.Rows<Person>("person|"), person => person.Name is not null);
        Assert.Equal(header == "Afgemeld" ? 1 : 0, (await FindAsync(here, list)).Suppressed);
    }

    [Fact]
    public async Task A_bad_row_is_mended_where_it_is_shown()
    {
        using var here = await Neighbourhood.OpenAsync();
        var list = await CheckAsync(here, await here.PlanAsync(), Header + "An;0612345601;;\n\nBo;0612;;\n");
        var bad = Assert.Single((await here.Get<PreviewStore>().FindAsync(Group, list, default))!.BadRows);
        Assert.Equal((4, "0612"), (bad.Row, bad.Cells[1]));

        Assert.Equal(ConfirmOutcome.Confirmed, await here.Get<ConfirmList>().MendAsync(Group, list.Id, list.Check, [], new Dictionary<(int, int), string> { [(4, 0)] = "Бо; de 2e", [(4, 1)] = "06 12345602" }, default));
        await here.DrainAsync();
        await ConfirmAsync(here, await FindAsync(here, list));

        Assert.Equal("Бо; de 2e", (await here.WhoIsAsync("+31612345602"))!.Name);
        Assert.Equal((2, 0), ((await FindAsync(here, list)).Accepted, (await FindAsync(here, list)).Rejected));
    }

    [Fact]
    public async Task A_yes_to_what_has_changed_is_not_a_yes()
    {
        using var here = await Neighbourhood.OpenAsync();
        var list = await CheckAsync(here, await here.PlanAsync(), Header + "An;0612345601;;\n");
        await ChooseAsync(here, list, HeaderKind.Found, ColumnUse.Ignore, ColumnUse.Mobile);
        await here.DrainAsync();

        Assert.Equal(ConfirmOutcome.Changed, await here.Get<ConfirmList>().HandleAsync(Group, list.Id, list.Check, [], default));
        Assert.Empty(here.Rows<Person>("person|"));
    }

    [Fact]
    public async Task What_is_thrown_away_or_forgotten_leaves_nothing()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        var thrown = await CheckAsync(here, meeting, Header + "An;0612345601;;\n");
        Assert.True(await here.Get<DiscardList>().HandleAsync(Group, thrown.Id, default));
        await CheckAsync(here, meeting, Header + "Bo;0612345602;;\n");

        await here.AdvanceAsync(TimeSpan.FromDays(RetentionRules.Of(Kept.ListDrafts).Days) + TimeSpan.FromDays(1));

        Assert.Empty(await here.Get<ListStore>().ListAsync(Group, default));
        Assert.Empty(await BlobsAsync(here));
    }

    [Fact]
    public async Task Whoever_is_erased_is_in_no_list_that_waits_for_a_yes()
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();
        await here.ImportAsync(meeting, "An;0612345601;");
        var list = await CheckAsync(here, meeting, Header + "An;0612345601;;\n");

        await here.Get<Erase>().HandleAsync(Group, (await here.WhoIsAsync("+31612345601"))!.Id, "asked for", default);

        Assert.DoesNotContain(await BlobsAsync(here), blob => blob.Contains(list.Id.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_and_a_reading_that_are_cut_off_anywhere_end_alike()
    {
        for (var instruction = 1; ; instruction++)
        {
            var faults = new Faults();
            using var here = await Neighbourhood.OpenAsync(faults);
            var meeting = await here.PlanAsync();
            await here.ImportAsync(meeting, "Jan Jansen;0612345601;");
            var list = await UploadAsync(here, meeting, Header + "Bo Bakker;0612345601;;\nCo;0612345602;co@voorbeeld.nl;\nDi;0612;;\n");
            var left = instruction;
            faults.Hook = (moment, operation, target) =>
            {
                if (moment is Moment.After && operation == "SubmitAsync" && target.Split('/')[0] is TableNames.Lists or TableNames.People or TableNames.Codes && --left == 0)
                    throw new IOException("Killed here.");
            };

            await TryAsync(() => ChooseAsync(here, list, HeaderKind.Found, ColumnUse.Name, ColumnUse.Mobile, ColumnUse.Email, ColumnUse.Language));
            await TryAsync(here.DrainAsync);
            if ((await FindAsync(here, list)).State is ListState.Columns)
                await ChooseAsync(here, list, HeaderKind.Found, ColumnUse.Name, ColumnUse.Mobile, ColumnUse.Email, ColumnUse.Language);
            await here.AdvanceAsync(TimeSpan.FromHours(3));
            var seen = await FindAsync(here, list);
            await TryAsync(() => here.Get<ConfirmList>().HandleAsync(Group, list.Id, seen.Check, [2], default));
            await TryAsync(here.DrainAsync);
            await here.AdvanceAsync(TimeSpan.FromHours(3));

            var after = await FindAsync(here, list);
            Assert.Equal((ListState.Ready, 3, 2, 0, 1), (after.State, after.Rows, after.Accepted, after.Merged, after.Rejected));
            Assert.Equal(3, here.Invitations(meeting).Count);
            if (left > 0)
                return;
        }
    }

    private static async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (IOException)
        {
        }
    }

    private static Task<ChooseOutcome> ChooseAsync(Neighbourhood here, UploadedList list, HeaderKind header, params ColumnUse?[] uses) =>
        here.Get<ChooseColumns>().HandleAsync(Group, list.Id, uses, header, default);

    private static async Task ConfirmAsync(Neighbourhood here, UploadedList list, params int[] apart)
    {
        Assert.Equal(ConfirmOutcome.Confirmed, await here.Get<ConfirmList>().HandleAsync(Group, list.Id, list.Check, apart, default));
        await here.DrainAsync();
    }

    /// <summary>As far as an organiser gets who agrees to the columns as they are read.</summary>
    private static async Task<UploadedList> CheckAsync(Neighbourhood here, Meeting meeting, string text)
    {
        var list = await UploadAsync(here, meeting, text);
        var columns = (await here.Get<ReadColumns>().HandleAsync(Group, list, default))!;
        await ChooseAsync(here, list, columns.Header, [.. columns.Columns.Select(column => column.Use)]);
        await here.DrainAsync();
        return await FindAsync(here, list);
    }

    private static Task<UploadedList> UploadAsync(Neighbourhood here, Meeting meeting, string text) => here.Get<UploadList>().HandleAsync(
        new UploadListCommand(Group, meeting.Id, "lijst.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), Basis.Consent, "markt", "nl") { IsDraft = true }, default);

    private static async Task<UploadedList> FindAsync(Neighbourhood here, UploadedList list) => (await here.Get<ListStore>().FindAsync(Group, list.Id, default))!.Value;

    private static async Task<IReadOnlyList<string>> BlobsAsync(Neighbourhood here)
    {
        var names = new List<string>();
        await foreach (var name in here.Blobs.ListAsync("lists/", default))
            names.Add(name);
        return names;
    }
}
