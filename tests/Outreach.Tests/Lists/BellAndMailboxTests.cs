using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A bell that does not ring and mail that nobody reads refuse nothing.</summary>
public sealed class BellAndMailboxTests
{
    [Theory]
    [InlineData("bel niet zichtbaar")]
    [InlineData("bel niet gevonden")]
    [InlineData("bel niet aangesloten")]
    [InlineData("bel niet meer werkzaam")]
    [InlineData("bel niet gerepareerd")]
    [InlineData("bel werkt niet")]
    [InlineData("bel niet, klop")]
    [InlineData("bel niet maar klop")]
    [InlineData("leest zijn mail niet")]
    [InlineData("leest haar e-mail nooit")]
    [InlineData("leest de app niet")]
    [InlineData("leest geen mails meer")]
    [InlineData("beantwoordt mail niet")]
    [InlineData("snapt app niet")]
    [InlineData("opent de mail nooit")]
    public void They_say_nothing(string note) => Assert.Equal(Permission.Unsaid, Said(note).Sms);

    [Theory]
    [InlineData("bel niet")]
    [InlineData("bel niet meer")]
    [InlineData("bel a.u.b. niet")]
    [InlineData("bel haar niet")]
    [InlineData("mail niet")]
    [InlineData("mail s.v.p. niet")]
    [InlineData("app nooit")]
    public void A_plain_no_stays_one(string note) => Assert.Equal((Permission.Refused, Permission.Unsaid), (Said(note).Sms, Said(note).Post));

    private static Permissions Said(string note) => Assert.Single(ListText.Rows($"Naam;Mobiel;Opmerkingen\nEls Eik;0612345678;\"{note}\"\n")).Candidate!.Permissions;
}
