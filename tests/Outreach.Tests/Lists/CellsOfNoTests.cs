using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

/// <summary>A no in a short cell counts under any header, and in the place of a number or an address.</summary>
public sealed class CellsOfNoTests
{
    [Theory]
    [InlineData("geen interesse")]
    [InlineData("wil niets")]
    [InlineData("niet meer")]
    [InlineData("hoeft niet")]
    [InlineData("afgewezen")]
    [InlineData("niet welkom")]
    [InlineData("niet aanbellen")]
    [InlineData("mag niet")]
    [InlineData("verboden")]
    [InlineData("eruit gestapt")]
    [InlineData("komt niet meer")]
    [InlineData("wil anoniem blijven")]
    [InlineData("agressief, niet meer aanbellen")]
    [InlineData("niet meer langskomen")]
    public void A_plain_no_in_a_column_of_any_name_or_of_a_state_holds_its_person(string cell)
    {
        foreach (var header in (string[])["2e ronde", "Kleur", "mrt", "Resultaat huisbezoek", "Terugkoppeling", "Status bezoek", "Opmerking"])
        {
            var row = ListText.Rows($"Naam;Mobiel;{header}\nPiet Pot;0611223344;{cell}\nBo Bal;0611223345;komt graag\nEls Eik;0611223346;niet thuis\n")[0];

            Assert.True(row.Candidate!.Permissions.Sms >= Permission.Unproven, header);
            Assert.True(row.Candidate.Permissions.HasNo || row.Problems.Any(problem => problem.Column == header && problem.Code is ProblemCodes.ConsentUnknown), header);
        }
    }

    [Theory]
    [InlineData("nee")]
    [InlineData("NEE!")]
    [InlineData("no")]
    public void A_bare_no_beside_what_was_said_at_the_door_is_asked_about_once(string cell)
    {
        using var list = ListText.Open($"Naam;Mobiel;2e avond\nPiet Pot;0611223344;{cell}\nAn Aas;0611223347;nee\nBo Bal;0611223345;komt graag\nEls Eik;0611223346;niet thuis\n");

        Assert.Equal("2e avond", Assert.Single(list.Questions).Column);
    }

    [Theory]
    [InlineData("Hond", "nee|ja|twee katten")]
    [InlineData("Lunch", "hoeft niet|ja|vegetarisch")]
    [InlineData("Eten", "hoeft niet|vegetarisch|normaal")]
    [InlineData("Roken", "gestopt|rookt buiten|")]
    [InlineData("Bron", "uit ledenlijst|van de wachtlijst|")]
    [InlineData("Opmerking", "kan de trap niet gebruiken|pas na 18.00|pas na 6")]
    [InlineData("Zaterdag 12", "kan niet|10:00|middag")]
    [InlineData("Hobby", "tuinieren|geen tijd|niets")]
    [InlineData("Brievenbus", "nee-nee|nee-ja|")]
    [InlineData("Opmerking", "geen hond|komt niet met de fiets|wil graag helpen")]
    [InlineData("Opmerking", "niet thuis|geen trap|bel is kapot, niet aanbellen maar kloppen")]
    [InlineData("Opmerking", "man begraven in mei|heeft alleen telefoon|doof, liever sms")]
    public void Columns_of_hobbies_and_plans_and_ordinary_notes_hold_nobody(string header, string cells)
    {
        var rows = cells.Split('|').Select((cell, i) => $"Els Eik{i};061122334{i};{cell}\n");
        using var list = ListText.Open($"Naam;Mobiel;{header}\n{string.Concat(rows)}");

        Assert.Empty(list.Questions);
        Assert.All(list.Rows(), row => Assert.Equal(default, row.Candidate!.Permissions));
    }

    [Theory]
    [InlineData("Mobiel", "weigert")]
    [InlineData("E-mail", "wil niet delen")]
    [InlineData("E-mail", "liever niet")]
    [InlineData("Mobiel", "niet meer gebruiken")]
    [InlineData("E-mail", "verhuisd")]
    [InlineData("Plaats", "weigert")]
    [InlineData("Taal", "geen akkoord")]
    [InlineData("Huisnummer", "12 weigert")]
    [InlineData("Straat", "mag niet")]
    public void A_refusal_in_the_place_of_a_number_or_an_address_holds_its_person(string column, string cell)
    {
        var row = ReadWith(column, cell);

        Assert.Equal((Permission.Unproven, Permission.Unproven), (row.Candidate!.Permissions.Sms, row.Candidate.Permissions.Email));
        Assert.Contains(row.Problems, problem => problem.Column == column && problem.Code is ProblemCodes.ConsentUnknown);
    }

    [Theory]
    [InlineData("Mobiel", "nee", Ways.Sms)]
    [InlineData("Mobiel", "✗", Ways.Sms)]
    [InlineData("E-mail", "(nee)", Ways.Email)]
    [InlineData("E-mail", "geen mail", Ways.Email)]
    [InlineData("Plaats", "nee", Ways.Post)]
    public void A_bare_no_there_is_about_that_way(string column, string cell, Ways way) =>
        Assert.Equal(new Permissions().And(way, Permission.Unproven), ReadWith(column, cell).Candidate!.Permissions);

    [Theory]
    [InlineData("Plaats", "weigert", "12", null)]
    [InlineData("Huisnummer", "12 nee", "12", "Oosterdam")]
    [InlineData("Postcode", "6511 AB weigert", "12", "Oosterdam")]
    public void A_no_is_never_printed_as_a_town_or_a_house(string column, string cell, string house, string? city)
    {
        var row = ReadWith(column, cell);

        Assert.Equal((house, null, city), (row.Candidate!.Address!.HouseNumber, row.Candidate.Address.Addition, row.Candidate.Address.City));
        Assert.Contains(row.Problems, problem => problem.Column == column && problem.Value == cell && problem.Became is not null);
    }

    [Theory]
    [InlineData("0611223344 alleen whatsapp")]
    [InlineData("0611223344 (alleen via WhatsApp)")]
    [InlineData("whatsapp only 0611223344")]
    [InlineData("0611223344 (geheim)")]
    [InlineData("0611223344 niet doorgeven")]
    [InlineData("0611223344 alleen voor bestuur")]
    public void A_number_that_is_secret_or_for_another_use_is_held(string cell) =>
        Assert.Equal(Permission.Unproven, ReadWith("Mobiel", cell).Candidate!.Permissions.Sms);

    [Fact]
    public void An_answer_in_the_place_of_an_address_for_mail_shows_a_row_that_is_a_cell_short()
    {
        var row = ListText.Rows("Naam;Mobiel;E-mail;Afgemeld\nPiet Pot;0611223344;ja\nBo Bal;0611223345;bo@wijkpost-x.nl;\n")[0];

        Assert.Equal(Permission.Unproven, row.Candidate!.Permissions.Sms);
        Assert.Contains(row.Problems, problem => problem is { Column: "E-mail", Code: ProblemCodes.ConsentUnknown, Value: "ja" });
    }

    [Theory]
    [InlineData("contact beëindigd")]
    [InlineData("geen uitn. sturen")]
    [InlineData("niet bel")]
    [InlineData("hou op met mailen")]
    [InlineData("haakt af")]
    [InlineData("mag niet in bestand")]
    [InlineData("v/d lijst")]
    [InlineData("heeft AVG-verzoek gedaan")]
    [InlineData("uit de app gestapt")]
    [InlineData("is klaar met ons")]
    [InlineData("niks voor mij")]
    [InlineData("straatverbod")]
    [InlineData("sms: n")]
    [InlineData("alleen papier")]
    [InlineData("niet voor april benaderen")]
    [InlineData("eerst overleggen met dochter")]
    [InlineData("bitte nicht mehr schreiben")]
    [InlineData("in memoriam")]
    [InlineData("died 2023")]
    public void A_no_cut_short_in_a_note_holds_its_person(string note) =>
        Assert.True(ListText.Rows($"Naam;Mobiel;Opmerking\nPiet Pot;0611223344;{note}\n")[0].Candidate!.Permissions.Sms >= Permission.Unproven);

    [Theory]
    [InlineData("Meedoen?", "nee")]
    [InlineData("Neemt deel", "nee")]
    [InlineData("on_hold", "1")]
    [InlineData("Beëindigd", "ja")]
    [InlineData("Datum uit", "1-3-2024")]
    [InlineData("Ovl.", "x")]
    [InlineData("†", "2023")]
    [InlineData("In leven", "nee")]
    [InlineData("Afgem.", "x")]
    [InlineData("Nwsbrf", "nee")]
    [InlineData("Meldingen", "uit")]
    [InlineData("Spamklacht", "ja")]
    [InlineData("Woont er nog", "nee")]
    [InlineData("Huidige situatie", "verhuisd")]
    [InlineData("DSE unterschrieben", "nein")]
    [InlineData("Liste rouge", "oui")]
    [InlineData("State", "cleaned")]
    public void A_header_that_means_a_no_or_an_end_is_asked_about_or_its_person_held(string header, string cell)
    {
        using var list = ListText.Open($"Naam;Mobiel;{header}\nPiet Pot;0611223344;{cell}\nBo Bal;0611223345;\n");
        var row = list.Rows().First();

        Assert.True(list.Questions.Count > 0 || row.Candidate!.Permissions.Sms >= Permission.Unproven);
    }

    private static ListRow ReadWith(string column, string cell)
    {
        var row = new Dictionary<string, string> { ["Naam"] = "Piet Pot", ["Mobiel"] = "0611223344", ["E-mail"] = "piet@wijkpost-x.nl", ["Straat"] = "Molenpad", ["Huisnummer"] = "12", ["Postcode"] = "1234 AB", ["Plaats"] = "Oosterdam", ["Taal"] = "nl", [column] = cell };
        return Assert.Single(ListText.Rows($"{string.Join(';', row.Keys)}\n{string.Join(';', row.Values)}\n"));
    }
}
