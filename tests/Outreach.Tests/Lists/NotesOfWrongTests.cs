using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

public sealed class NotesOfWrongTests
{
    [Theory]
    [InlineData("nummer klopt niet")]
    [InlineData("verkeerd nummer")]
    [InlineData("telefoonnummer is afgesloten")]
    [InlineData("heeft een nieuw nummer")]
    [InlineData("nummer is van de dochter")]
    [InlineData("wrong number")]
    [InlineData("Nummer ist falsch")]
    [InlineData("numéro incorrect")]
    public void A_note_that_a_number_is_wrong_holds_what_would_go_to_it(string note)
    {
        var row = Read(note);

        Assert.Equal((Permission.Unproven, Permission.Unproven, Permission.Unsaid), (row.Candidate!.Permissions.Sms, row.Candidate.Permissions.Call, row.Candidate.Permissions.Email));
        Assert.Contains(row.Problems, problem => problem is { Column: "opmerkingen", Code: ProblemCodes.ConsentUnknown, Value: "nummer klopt niet", Rejected: false });
    }

    [Theory]
    [InlineData("mail komt terug")]
    [InlineData("e-mail bounced")]
    [InlineData("verkeerd mailadres")]
    [InlineData("mail is van zoon")]
    [InlineData("e-mailadres van haar dochter")]
    [InlineData("E-Mail-Adresse ist ungültig")]
    public void A_note_that_an_address_for_mail_is_wrong_holds_mail(string note)
    {
        var said = Read(note).Candidate!.Permissions;

        Assert.Equal((Permission.Unsaid, Permission.Unproven), (said.Sms, said.Email));
    }

    [Theory]
    [InlineData("woont hier niet meer")]
    [InlineData("huisnummer klopt niet")]
    [InlineData("verhuisd naar Oosterdam")]
    [InlineData("no longer lives here")]
    [InlineData("wohnt hier nicht mehr")]
    [InlineData("n'habite plus ici")]
    public void A_note_that_somebody_lives_elsewhere_is_reported(string note)
    {
        Assert.Contains(Read(note).Problems, problem => problem is { Column: "opmerkingen", Code: ProblemCodes.Adjusted, Value: "adres klopt niet", Rejected: false });
    }

    [Theory]
    [InlineData("deurbel werkt niet")]
    [InlineData("heeft een nieuwe telefoon")]
    [InlineData("woont op nr 12 bij zijn zoon")]
    [InlineData("sleutel ligt op nummer 7 bij de buurvrouw")]
    [InlineData("nummer gekregen van buurvrouw")]
    [InlineData("zie oude mail van 3 maart")]
    [InlineData("heeft een nieuwe mail gestuurd")]
    [InlineData("net hierheen verhuisd")]
    [InlineData("gaat verhuizen in mei")]
    [InlineData("kent de oude straat bij de kerk")]
    [InlineData("nummer klopt")]
    [InlineData("adres is goed")]
    [InlineData("helpt met post en brieven")]
    [InlineData("werkt op dinsdag, mailt liever")]
    public void Any_other_note_says_nothing_of_it(string note)
    {
        var row = Read(note);

        Assert.Empty(row.Problems);
        Assert.Equal(default, row.Candidate!.Permissions);
    }

    [Fact]
    public void The_copy_that_is_kept_says_it_too()
    {
        using var list = ListText.Open("naam;mobiel;opmerkingen\nJan Jansen;0611223344;belde, verkeerd nummer\n");

        Assert.Contains("nummer klopt niet", new StreamReader(CleanCopy.Of(list)).ReadToEnd(), StringComparison.Ordinal);
    }

    private static ListRow Read(string note) =>
        Assert.Single(ListText.Rows($"naam;mobiel;e-mail;straat;huisnummer;postcode;opmerkingen\nJan Jansen;0611223344;jan@wijkpost-x.nl;Molenpad;12;1234 AB;{note}\n"));
}
