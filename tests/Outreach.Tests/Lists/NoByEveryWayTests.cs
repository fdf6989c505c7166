using Outreach.Calls;
using Outreach.Contacts;
using Outreach.Lists;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>A no that an uploaded list tells of holds for letters, doors and calls too, as far as it is about them, and stops nobody for good.</summary>
public sealed class NoByEveryWayTests
{
    private const string Address = "Naam;Straat;Nr;Postcode;";

    [Theory]
    [InlineData("Opmerking", "niet bellen")]
    [InlineData("Opmerking", "wil niet gebeld worden")]
    [InlineData("Opmerking", "wil geen contact")]
    [InlineData("Opmerking", "niet benaderen")]
    [InlineData("Opmerking", "overleden in mei")]
    [InlineData("Opmerking", "leeft niet meer")]
    [InlineData("Opmerking", "STOP")]
    [InlineData("Opmerking", "niet mailen, wil geen contact")]
    [InlineData("Tags", "DNC")]
    [InlineData("Info", "heeft zich afgemeld")]
    [InlineData("Mag gebeld worden", "nee")]
    [InlineData("Bellen toegestaan", "nee")]
    [InlineData("Mag benaderd worden", "nee")]
    [InlineData("Status", "weigert")]
    [InlineData("Status", "nee")]
    public async Task Whoever_is_not_to_be_called_is_not_on_the_list_of_calls(string header, string said)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await SendAsync(here, $"Naam;Telefoon;{header}\nEls Eik;024-3601234;{said}\nBo Bal;024-3601235;\n");

        Assert.Equal("Bo Bal", Assert.Single(await here.Get<ReadCalls>().HandleAsync(Neighbourhood.Group, meeting, default)).Person.Name);
    }

    [Theory]
    [InlineData("Naam;Telefoon", "Els Eik;024-3601234 (niet bellen)")]
    [InlineData("Naam;Telefoon", "Els Eik NIET BELLEN;024-3601234")]
    [InlineData("Naam;Telefoon", "Els Eik (is overleden);024-3601234")]
    [InlineData("Naam;Telefoon", "† Els Eik;024-3601234")]
    [InlineData("Naam;Telefoon", "wijlen Els Eik;024-3601234")]
    [InlineData("Naam;Telefoon", "~~Els Eik~~;~~024-3601234~~")]
    [InlineData("Naam;Telefoon", "Els Eik [opt-out];024-3601234")]
    public async Task A_no_beside_a_name_or_a_number_holds_for_calls(string header, string row)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await SendAsync(here, $"{header}\n{row}\nBo Bal;024-3601235\n");

        Assert.Equal("Bo Bal", Assert.Single(await here.Get<ReadCalls>().HandleAsync(Neighbourhood.Group, meeting, default)).Person.Name);
    }

    [Theory]
    [InlineData("Opmerking", "geen post")]
    [InlineData("Opmerking", "geen brieven svp")]
    [InlineData("Opmerking", "geen sms, mail of post")]
    [InlineData("Opmerking", "wil geen contact")]
    [InlineData("Opmerking", "overleden in mei")]
    [InlineData("Opmerking", "niet benaderen")]
    [InlineData("Tags", "DNC")]
    [InlineData("Mag post ontvangen", "nee")]
    [InlineData("Mag benaderd worden", "nee")]
    [InlineData("Status", "weigert")]
    public async Task Whoever_wants_no_letter_gets_none_and_is_at_no_door(string header, string said)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await SendAsync(here, $"{Address}{header}\nEls Eik;Paperstraat;3;6599 AB;{said}\nBo Bal;Paperstraat;5;6599 AB;\n");

        var paper = await here.Get<PaperLists>().HandleAsync(Neighbourhood.Group, meeting.Id, default);
        Assert.Equal("Bo Bal", Assert.Single(Assert.Single(paper.Letters)).Person.Name);
        Assert.DoesNotContain(paper.Doors, door => door.Person.Name is "Els Eik");
    }

    [Theory]
    [InlineData("Els Eik (RIP)", "")]
    [InlineData("Els Eik (is dood)", "")]
    [InlineData("Els Eik", "in memoriam")]
    [InlineData("Els Eik", "is er helaas niet meer")]
    public async Task No_letter_goes_to_whoever_may_be_dead(string name, string note)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await SendAsync(here, $"{Address}Opmerking\n{name};Paperstraat;3;6599 AB;{note}\n");

        Assert.Empty((await here.Get<PaperLists>().HandleAsync(Neighbourhood.Group, meeting.Id, default)).Letters);
    }

    [Theory]
    [InlineData("Opmerking", "niet bellen")]
    [InlineData("Opmerking", "graag geen sms sturen")]
    [InlineData("Opmerking", "alleen per post")]
    [InlineData("Toestemming", "nee")]
    [InlineData("AVG akkoord", "nee")]
    [InlineData("Mag gebeld worden", "nee")]
    public async Task A_no_to_another_way_or_to_consent_leaves_the_letter(string header, string said)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await SendAsync(here, $"{Address}{header}\nEls Eik;Paperstraat;3;6599 AB;{said}\n");

        Assert.Single((await here.Get<PaperLists>().HandleAsync(Neighbourhood.Group, meeting.Id, default)).Letters);
    }

    [Fact]
    public async Task A_note_stops_nobody_for_good_and_keeps_their_house()
    {
        using var here = await Neighbourhood.OpenAsync();
        var list = await here.ImportTextAsync(await here.PlanAsync(), "Naam;Mobiel;Straat;Nr;Postcode;Opmerking\nEls Eik;0612345601;Paperstraat;3;6599 AB;wil geen contact\n");

        var els = (await here.WhoIsAsync("+31612345601"))!;
        Assert.Equal((1, 0), (list.Accepted, list.Suppressed));
        Assert.Null(els.StoppedAt);
        Assert.NotNull(els.Address);
        Assert.Null(ChannelOrder.First(els));
    }

    [Fact]
    public async Task Whoever_asks_to_be_called_is_called_whatever_a_list_said()
    {
        using var here = await Neighbourhood.OpenAsync();
        await here.ImportTextAsync(await here.PlanAsync(), "Naam;Mobiel;Opmerking\nEls Eik;0612345601;niet bellen\n");
        var els = (await here.WhoIsAsync("+31612345601"))!;

        Assert.Equal((false, true), (ChannelOrder.Reaches(els, Channel.Call), ChannelOrder.Reaches(els with { Prefers = Channel.Call }, Channel.Call)));
    }

    [Fact]
    public async Task A_no_of_a_later_list_holds_for_whoever_is_known()
    {
        using var here = await Neighbourhood.OpenAsync();
        await SendAsync(here, "Naam;Telefoon\nEls Eik;024-3601234\n");

        var meeting = await SendAsync(here, "Naam;Telefoon;Opmerking\nEls Eik;024-3601234;niet bellen\n");

        Assert.Empty(await here.Get<ReadCalls>().HandleAsync(Neighbourhood.Group, meeting, default));
    }

    [Theory]
    [InlineData("geen post")]
    [InlineData("geen brieven")]
    public void A_no_to_post_in_the_place_of_a_street_is_no_street(string street)
    {
        var row = Assert.Single(ListText.Rows($"Naam;Mobiel;Straat;Nr;Postcode\nEls Eik;0612345601;{street};20;6511 AB\n"));

        Assert.Equal((null, Permission.Refused), (row.Candidate!.Address, row.Candidate.Permissions.Post));
    }

    [Theory]
    [InlineData("E-mail", "geen e-mail", Ways.Email)]
    [InlineData("E-mail", "geen email", Ways.Email)]
    [InlineData("E-mail", "No email", Ways.Email)]
    [InlineData("E-mail", "keine E-Mail", Ways.Email)]
    [InlineData("E-mail", "pas d'e-mail", Ways.Email)]
    public void No_mail_in_the_place_of_an_address_leaves_the_number(string column, string cell, Ways way)
    {
        var row = Assert.Single(ListText.Rows($"Naam;Mobiel;{column}\nEls Eik;0612345601;{cell}\n"));

        Assert.Equal(new Permissions().And(way, Permission.Unproven), row.Candidate!.Permissions);
    }

    [Fact]
    public void A_note_that_there_is_no_mail_leaves_the_number() =>
        Assert.Equal(new Permissions().And(Ways.Email, Permission.Refused), Assert.Single(ListText.Rows("Naam;Mobiel;Opmerking\nEls Eik;0612345601;geen e-mail\n")).Candidate!.Permissions);

    [Theory]
    [InlineData("niet bellen aub, is ziek")]
    [InlineData("geen post")]
    [InlineData("geen e-mail")]
    [InlineData("graag geen sms")]
    [InlineData("alleen per post")]
    [InlineData("geen post en niet bellen")]
    [InlineData("wil geen contact")]
    public void The_copy_that_is_kept_says_no_to_the_same_ways(string note)
    {
        foreach (var header in (string[])["Opmerking", "Info"])
        {
            var text = $"Naam;Mobiel;{header}\nEls Eik;0612345601;{note}\n";
            using var list = ListText.Open(text);
            using var copy = CleanCopy.Of(list);

            Assert.Equal(Assert.Single(ListText.Rows(text)).Candidate!.Permissions, Assert.Single(ListText.Rows(copy.ToArray())).Candidate!.Permissions);
        }
    }

    private static async Task<Outreach.Records.Meeting> SendAsync(Neighbourhood here, string list)
    {
        var meeting = await here.PlanAsync();
        await here.ImportTextAsync(meeting, list);
        await here.Get<Outreach.Sending.SendInvitations>().HandleAsync(Neighbourhood.Group, meeting.Id, null, default);
        await here.DrainAsync();
        return meeting;
    }
}
