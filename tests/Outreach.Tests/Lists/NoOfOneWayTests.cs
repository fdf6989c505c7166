using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A no is about the ways, the day and the person that it names, and about no other.</summary>
public sealed class NoOfOneWayTests
{
    [Theory]
    [InlineData("niet bellen (slechthorend), sms wel", Ways.Email | Ways.Call)]
    [InlineData("niet bellen, wel mailen", Ways.Sms | Ways.Call)]
    [InlineData("niet bellen wel mailen", Ways.Sms | Ways.Call)]
    [InlineData("geen sms, mail mag wel", Ways.Sms)]
    [InlineData("wil geen mail, alleen sms", Ways.Email)]
    [InlineData("geen sms graag", Ways.Sms | Ways.Email)]
    [InlineData("niet meer bellen of mailen graag", Ways.Sms | Ways.Email | Ways.Call)]
    [InlineData("geen sms, wel mail gehad", Ways.Sms | Ways.Email)]
    [InlineData("graag mail, niet bellen", Ways.Sms | Ways.Call)]
    [InlineData("graag mail/niet bellen", Ways.Sms | Ways.Call)]
    [InlineData("graag appen. niet mailen", Ways.Email)]
    [InlineData("sms niet, bellen wel", Ways.Sms | Ways.Email)]
    [InlineData("niet bellen, mailen of appen", Ways.Sms | Ways.Email | Ways.Call)]
    [InlineData("bellen kan, mail niet ontvangen", Ways.None)]
    [InlineData("vindt bellen prima, niet te laat graag", Ways.None)]
    public void A_note_refuses_no_way_that_it_allows(string note, Ways refused) => Assert.Equal(refused, RefusedIn("Opmerking", note));

    [Theory]
    [InlineData("sms", Ways.Sms)]
    [InlineData("mail en sms", Ways.Sms | Ways.Email)]
    [InlineData("telefoon", Ways.Sms | Ways.Call)]
    [InlineData("boos", Ways.All)]
    public void Behind_a_header_that_leaves_the_way_open_only_the_one_that_is_named_is_refused(string cell, Ways refused) => Assert.Equal(refused, RefusedIn("Niet benaderen via", cell));

    [Theory]
    [InlineData("Status", "afgemeld voor 12 mei")]
    [InlineData("Status", "afgemeld (ziek)")]
    [InlineData("Opmerking", "afgemeld ivm vakantie")]
    [InlineData("12 mei", "afgemeld")]
    [InlineData("Deelname 12 mei", "afgemeld")]
    [InlineData("Aanmelding BBQ", "afgemeld")]
    public void Who_signs_off_for_one_evening_is_held_and_not_opted_out(string header, string cell)
    {
        var permissions = Assert.Single(ListText.Rows($"naam;mobiel;{header}\nAn Proef;0612345678;{cell}\n")).Candidate!.Permissions;

        Assert.Equal((Permission.Unproven, Permission.Unproven), (permissions.Sms, permissions.Call));
    }

    [Theory]
    [InlineData("Status", "afgemeld voor nieuwsbrief")]
    [InlineData("Status", "afgemeld")]
    public void Who_signs_off_from_messages_is_opted_out(string header, string cell) =>
        Assert.Equal(Permission.OptedOut, Assert.Single(ListText.Rows($"naam;mobiel;{header}\nAn Proef;0612345678;{cell}\n")).Candidate!.Permissions.Sms);

    [Fact]
    public void An_address_that_is_invalid_is_no_member()
    {
        var rows = ListText.Rows("naam;mobiel;E-mail status\nAn Proef;0612345678;invalid\nBob Proef;0612345679;valid\n");

        Assert.Equal([Permission.Unproven, Permission.Unsaid], rows.Select(row => row.Candidate!.Permissions.Email));
    }

    [Fact]
    public void A_box_that_is_checked_is_a_yes() =>
        Assert.Equal([Permission.Given, Permission.Refused], ListText.Rows("naam;mobiel;Opt in?\nAn Proef;0612345678;checked\nBob Proef;0612345679;unchecked\n").Select(row => row.Candidate!.Permissions.Sms));

    private static Ways RefusedIn(string header, string cell)
    {
        var said = Assert.Single(ListText.Rows($"naam;mobiel;{header}\nAn Proef;0612345678;{cell}\n")).Candidate!.Permissions;
        return Of(said.Sms, Ways.Sms) | Of(said.Email, Ways.Email) | Of(said.Call, Ways.Call) | Of(said.Post, Ways.Post);

        static Ways Of(Permission permission, Ways way) => permission > Permission.Given ? way : Ways.None;
    }
}
