using Outreach.Records;

namespace Outreach.Tests.Lists;

public sealed class FormHeaderTests
{
    [Theory]
    [InlineData("Tijdstempel;Hoe heet u?;Op welk nummer kunnen we u bereiken?;Wat is uw e-mailadres?")]
    [InlineData("Tijdstempel;Wat is je volledige naam?;Wat is je mobiele nummer?;Op welk e-mailadres kunnen we je bereiken?")]
    [InlineData("Timestamp;What is your full name?;What is your phone number?;On which email address can we reach you?")]
    [InlineData("Zeitstempel;Wie heißen Sie?;Unter welcher Telefonnummer können wir Sie erreichen?;Wie lautet Ihre E-Mail-Adresse?")]
    [InlineData("Horodateur;Quel est votre nom ?;Quel est votre numéro de téléphone ?;Quelle est votre adresse e-mail ?")]
    public void The_questions_of_a_form_name_their_columns(string header)
    {
        var candidate = Assert.Single(ListText.Rows($"{header}\n1-1-2026;Jan Jansen;0611223344;jan@wijkpost-x.nl\n")).Candidate!;

        Assert.Equal(("Jan Jansen", "+31611223344", "jan@wijkpost-x.nl"), (candidate.Name, candidate.Mobile?.Value, candidate.Email?.Value));
    }

    [Theory]
    [InlineData("Naam (voor en achter);adres + huisnr.;postcode + plaats;Tel. nr.")]
    [InlineData("Naam (voor- en achternaam);Adres (straat en huisnummer);Postcode en woonplaats;Telefoon")]
    [InlineData("Name (first and last);Street and house number;Postcode;Phone")]
    [InlineData("Name (Vor- und Nachname);Adresse (Straße und Hausnummer);PLZ;Telefon")]
    public void Headers_that_say_what_belongs_in_them_are_known(string header)
    {
        var candidate = Assert.Single(ListText.Rows($"{header}\nJan Jansen;Molenpad 12;1234 AB;0611223344\n")).Candidate!;

        Assert.Equal(("Jan Jansen", "Molenpad 12", "+31611223344"), (candidate.Name, candidate.Address?.StreetLine, candidate.Mobile?.Value));
    }

    [Fact]
    public void A_question_after_any_number_is_no_phone_number() =>
        Assert.Equal("+31611223344", Assert.Single(ListText.Rows("naam;wat is je nummer;mobiel\nJan Jansen;12;0611223344\n")).Candidate!.Mobile?.Value);

    [Theory]
    [InlineData("België;470123456", "+32470123456")]
    [InlineData("Duitsland;0170 1234567", "+491701234567")]
    [InlineData("Germany;0170 1234567", "+491701234567")]
    [InlineData("Belgique;0470 12 34 56", "+32470123456")]
    [InlineData(";32470123456", "+32470123456")]
    [InlineData(";491701234567", "+491701234567")]
    public void A_foreign_number_without_a_plus_is_read_by_its_country_and_reported(string cells, string number)
    {
        var row = Assert.Single(ListText.Rows($"naam;land;telefoon\nJan Jansen;{cells}\n"));

        Assert.Equal(number, row.Candidate!.Mobile?.Value);
        Assert.Contains(row.Problems, problem => problem is { Column: "telefoon", Code: ProblemCodes.PhoneDoubtful } && problem.Became == number);
    }

    [Theory]
    [InlineData("Polen;512345678")]
    [InlineData(";48512345678")]
    [InlineData(";512345678")]
    public void A_number_of_a_country_that_is_not_allowed_stays_refused(string cells) =>
        Assert.Null(Assert.Single(ListText.Rows($"naam;land;telefoon\nJan Jansen;{cells}\n")).Candidate);

    [Fact]
    public void A_number_that_is_one_here_too_is_said_where_the_row_names_another_country()
    {
        var row = Assert.Single(ListText.Rows("naam;land;telefoon\nJan Jansen;Duitsland;030 1234567\n"));

        Assert.Equal("+31301234567", row.Candidate!.Landline?.Value);
        Assert.Contains(row.Problems, problem => problem.Code == ProblemCodes.PhoneDoubtful && problem.Message.Contains("+49301234567", StringComparison.Ordinal));
    }
}
