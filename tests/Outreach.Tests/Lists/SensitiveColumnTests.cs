using System.Text;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Lists.Columns;
using Outreach.Tests.Support;

namespace Outreach.Tests.Lists;

/// <summary>Columns about health, origin, belief, birth and identity are known in the languages of the neighbours, and what we do not know is not kept.</summary>
public sealed class SensitiveColumnTests
{
    [Theory]
    [InlineData("Krankheit Pflegegrad Behinderung Krankenkasse Hausarzt Arzt Rollstuhl Medikamente Demenz Sucht")]
    [InlineData("Rollator Slechtziend Doof Blind Autisme ADHD LVB NAH Indicatie PGB WLZ Zwanger Diabetes Dieet Situatie Problematiek Casus")]
    [InlineData("Wheelchair Pregnant Autism Dietary_requirements Special_needs Impairment Santé Mutualiteit Maladie")]
    [InlineData("Herkunft Geburtsort Geburtsland Flüchtling Hautfarbe Staatsangehörigkeit Aufenthaltsstatus Land_van_oorsprong Verblijfsvergunning")]
    [InlineData("Gehoorapparaat Depressie Gezindte Detentie Schulden Bijstand Strafblad Verslaving Zwangerschap Kerkgenootschap Seksuele_geaardheid Medicijnen")]
    [InlineData("Schuld Bewindvoering Onder_bewind Curatele WSNP Faillissement Deurwaarder Huurachterstand Uitkering Wajong")]
    [InlineData("Alzheimer Burn-out Angststoornis Fobie PTSS Trauma Drugs Vaccinatie Bloedgroep Revalidatie Mindervalide Corona")]
    [InlineData("Transgender Genderidentiteit LHBTI Homo Gelovig Hindoe Denominatie Stemt_op")]
    [InlineData("Crimineel Strafrechtelijk Straf Celstraf TBS VOG Antecedenten Veroordeling Gevangenis Verdachte Huiselijk_geweld Inburgering")]
    [InlineData("Konfession Glaube Gewerkschaft Kirche Halal Ramadan Gedoopt Kerkelijke_gemeente Parochie Mosque Baptised")]
    public void A_column_about_health_origin_or_belief_is_not_read(string headers) => All(headers, IgnoreReason.Sensitive);

    [Theory]
    [InlineData("Geburtsdatum Verjaardag Jahrgang Alter Leeftijd Age Date_de_naissance", IgnoreReason.BirthDate)]
    [InlineData("Sozialversicherungsnummer Steuer-ID Personalausweis INSZ RRN NISS Registre_national NHS_number NI_number V-nummer ID-kaart Paspoort Paspoortnr A-nummer Rijbewijsnr ID-bewijs Legitimatiebewijs DigiD", IgnoreReason.IdentityNumber)]
    [InlineData("Aandachtspunten", IgnoreReason.Notes)]
    public void A_column_of_births_numbers_or_notes_is_not_read(string headers, IgnoreReason reason) => All(headers, reason);

    [Theory]
    [InlineData("Amendement")]
    [InlineData("Besuch")]
    [InlineData("Verblijfadres")]
    [InlineData("Indicatie niet benaderen")]
    [InlineData("Woonsituatie 2")]
    [InlineData("Interessante wijk")]
    [InlineData("Message")]
    [InlineData("Nautisch")]
    [InlineData("Nieuw mobiel")]
    [InlineData("Geen gehoor")]
    [InlineData("Straat")]
    [InlineData("Straatnaam")]
    [InlineData("Rijbewijs")]
    [InlineData("Gemeente")]
    [InlineData("Nieuwkomer")]
    [InlineData("Storing")]
    [InlineData("Lidnr")]
    public void A_word_that_only_sounds_like_it_is_none(string header) => Assert.Null(SensitiveHeaders.ReasonOf(header));

    [Theory]
    [InlineData("111222333", true)]
    [InlineData("1112.22.333", true)]
    [InlineData("111.222.333", true)]
    [InlineData("111 222 333", true)]
    [InlineData("111 222 334", false)]
    [InlineData("12.03.2026", false)]
    public void A_citizen_service_number_is_known_with_its_marks(string cell, bool isOne) => Assert.Equal(isOne, SensitiveHeaders.LooksLikeBsn(cell));

    [Theory]
    [InlineData("PLANTED")]
    [InlineData("PLANTED syrisch")]
    public async Task What_stands_in_a_column_that_we_do_not_know_is_neither_kept_nor_given_back(string planted)
    {
        using var here = await Neighbourhood.OpenAsync();
        var meeting = await here.PlanAsync();

        var list = await here.ImportTextAsync(meeting, $"Naam;Mobiel;Kleur;Reactie\r\nAn;0612345601;{planted};wil geen sms\r\nBo;06;{planted};\r\nCo;0612345602;;;{planted}\r\n");

        await using var content = await here.Blobs.ReadAsync(UploadedList.BlobOf(Neighbourhood.Group, list.Id), default);
        var kept = await new StreamReader(content!).ReadToEndAsync();
        await using var rejected = await here.Get<RejectedRows>().OpenAsync(Neighbourhood.Group, list, default);
        Assert.DoesNotContain("PLANTED", kept + await new StreamReader(rejected!).ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains("0612345601", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reactie", "wil geen sms")]
    [InlineData("Reactie", "niet bellen")]
    [InlineData("Reactie", "alleen per post")]
    [InlineData("Reactie", "verwijderen")]
    [InlineData("Kleur", "niet meer benaderen aub")]
    [InlineData("Opmerking", "geen interesse")]
    public void A_no_in_such_a_column_is_still_one_when_the_file_is_read_again(string header, string cell)
    {
        var text = $"Naam;Mobiel;{header}\r\nAn;0612345601;{cell}\r\nBo;0612345602;x y z\r\n";
        using var list = ListText.Open(text);
        using var copy = CleanCopy.Of(list);

        Assert.Equal(ListText.Rows(text).Select(row => row.Candidate!.Permissions), ListText.Rows(copy.ToArray()).Select(row => row.Candidate!.Permissions));
    }

    [Fact]
    public void A_draft_keeps_the_columns_that_somebody_may_still_name()
    {
        using var list = ListText.Open("Kleur;Mobiel;Geloof\r\nAn Proef;0612345601;PLANTED\r\n");

        Assert.Equal("Kleur;Mobiel;Geloof\r\nAn Proef;0612345601;\r\n", Encoding.UTF8.GetString(CleanCopy.Of(list, isDraft: true).ToArray()));
    }

    private static void All(string headers, IgnoreReason reason) =>
        Assert.All(headers.Split(' '), header => Assert.Equal(reason, SensitiveHeaders.ReasonOf(header.Replace('_', ' '))));
}
