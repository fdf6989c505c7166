using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A note that answers for each way apart: a no to one way holds no other that has a yes.</summary>
public sealed class AnswersByWayTests
{
    [Theory]
    [InlineData("Mag bellen nee; Mag sms ja", Ways.Call | Ways.Email)]
    [InlineData("Mag bellen: nee, mag sms: ja", Ways.Call | Ways.Email)]
    [InlineData("sms ja / bellen nee / mailen nee", Ways.Call | Ways.Email)]
    [InlineData("Bellen nee, mailen ja, sms ja", Ways.Call)]
    [InlineData("mag sms nee; mag mail ja", Ways.Sms)]
    [InlineData("mag mailen nee mag bellen ja", Ways.Sms | Ways.Email)]
    [InlineData("mag gebeld: nee, mag ge-sms't: ja", Ways.Call | Ways.Email)]
    public void What_may_not_be_done_is_refused(string note, Ways refused)
    {
        foreach (var header in (string[])["Opmerking", "Contact", "Xyz"])
            Assert.Equal(new Permissions().And(refused, Permission.Refused), Said(header, note));
    }

    [Theory]
    [InlineData("sms nee, mail ja", Ways.Sms | Ways.Call | Ways.Post)]
    [InlineData("telefoon nee, mail ja", Ways.Sms | Ways.Call | Ways.Post)]
    [InlineData("brief nee; sms ja", Ways.Email | Ways.Call | Ways.Post)]
    public void What_may_be_about_what_somebody_has_is_held(string note, Ways held) => Assert.Equal(new Permissions().And(held, Permission.Unproven), Said("Opmerking", note));

    [Theory]
    [InlineData("sms nee, sms ja")]
    [InlineData("contact nee, sms ja")]
    [InlineData("Mag bellen nee; Mag sms nee")]
    [InlineData("bellen nee, sms ja?")]
    public void Without_a_plain_yes_to_a_way_all_are_held(string note) => Assert.Equal(new Permissions().And(Ways.All, Permission.Unproven), Said("Opmerking", note));

    [Theory]
    [InlineData("bellen ja, sms ja")]
    [InlineData("gebeld nee, gemaild ja")]
    [InlineData("koken nee, sms ja")]
    public void Without_a_no_to_a_way_nothing_is_said(string note) => Assert.Equal(new Permissions(), Said("Opmerking", note));

    [Theory]
    [InlineData("Mag bellen nee; Mag sms ja")]
    [InlineData("sms nee, mail ja")]
    public void What_is_kept_of_it_says_the_same(string note)
    {
        using var list = ListText.Open(List("Opmerking", note));
        using var copy = CleanCopy.Of(list);

        Assert.Equal(Said("Opmerking", note), Assert.Single(ListText.Rows(copy.ToArray())).Candidate!.Permissions);
    }

    private static Permissions Said(string header, string note) => Assert.Single(ListText.Rows(List(header, note))).Candidate!.Permissions;

    private static string List(string header, string note) => $"Naam;Mobiel;E-mail;{header}\nEls Eik;0612345678;els@voorbeeld.nl;\"{note}\"\n";
}
