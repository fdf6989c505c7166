namespace Outreach.Lists;

/// <summary>What an organiser is told about a value that may be another's, or another thing than its column says.</summary>
internal sealed partial class Wording
{
    public string AdditionUnknown => Say(
        "Deze toevoeging kennen we niet. Zo staat ze op de brief. Klopt dat niet, verbeter dan de lijst.",
        "We do not know this addition. It is on the letter like this. If it is wrong, mend the list.");

    public string TwoHouses => Say(
        "Dit kunnen twee huizen zijn, of één huis met een toevoeging. Zo staat het op de brief. Klopt dat niet, zet er dan één huis.",
        "This may be two houses, or one with an addition. It is on the letter like this. If it is wrong, put one house.");

    public string AdditionTwice => Say("Huisnummer en toevoeging zeggen hetzelfde. Zo staat het op de brief.", "House number and addition say the same. It is on the letter like this.");

    public string MayBeAddition => Say(
        "Deze kolom kennen we niet, en dit kan bij het huisnummer horen. Het staat niet op de brief. Hoort het erbij, noem de kolom dan toevoeging.",
        "We do not know this column, and this may belong to the house number. It is not on the letter. If it belongs there, call the column addition.");

    public string PostcodeMissing => Say("Bij dit adres staat geen postcode. We gebruiken het adres niet.", "This address has no postcode. We do not use the address.");

    public string NotKept => Say(
        "Hier staat iets over gezondheid, herkomst of geloof. Dat bewaren we niet. Haal het uit de lijst.",
        "This says something about health, origin or belief. We do not keep that. Take it out of the list.");

    public string LanguageInPart => Say(
        "Hier staat meer dan één taal, of iets dat we niet helemaal begrijpen. We gebruiken deze taal. Klopt dat niet, zet dan één taal in de cel.",
        "This is more than one language, or something that we do not wholly understand. We use this language. If it is wrong, put one language in the cell.");

    public string NoNameColumn => Say(
        "Geen kolom zegt hoe mensen heten; daarom staat er geen naam in hun berichten. Staan de namen in deze kolom? Noem hem dan naam.",
        "No column says what people are called, so their messages have no name. Are the names in this column? Then call it name.");

    public string CrossedOut => Say(
        "Dit is doorgestreept. We gebruiken het niet.",
        "This is crossed out. We do not use it.");

    public string RowCrossedOut => Say(
        "Deze persoon is doorgestreept en krijgt van ons geen bericht. Moet dat wel? Haal de streep dan weg en stuur de lijst opnieuw.",
        "This person is crossed out and gets no message from us. Should they? Then take the line away and send the list again.");

    public string OfAnother => Say(
        "Deze kolom is van een contactpersoon of van wie het formulier invulde. We gebruiken hem niet. Is hij toch van de persoon zelf? Kies dan bij de kolommen wat hij is.",
        "This column is about a contact person or whoever filled in the form. We do not use it. Is it about the person after all? Then say at the columns what it is.");

    public string AddressNotTheirs => Say(
        "Hier staat dat dit adres oud is, nog niet of niet meer geldt, of van iemand anders is. We gebruiken het niet. Zet alleen straat en huisnummer in de cel.",
        "This says that the address is old, holds only for a time, or is somebody else's. We do not use it. Put only street and house number in the cell.");

    public string PhoneNotTheirs => Say(
        "Hier staat dat dit nummer oud of fout is, of van iemand anders. We gebruiken het niet. Zet alleen het goede nummer in de cel.",
        "This says that the number is old or wrong, or somebody else's. We do not use it. Put only the right number in the cell.");

    public string OtherNumberUsed => Say(
        "In een andere kolom van deze rij staat een ander nummer. Dat gebruiken we; dit niet.",
        "Another column of this row has another number. We use that one, and not this one.");

    public string EmailNotTheirs => Say(
        "Hier staat dat dit adres oud of fout is, of van iemand anders. We gebruiken het niet. Zet alleen het goede adres in de cel.",
        "This says that the address is old or wrong, or somebody else's. We do not use it. Put only the right address in the cell.");

    public string EmailMisspelt(string likely) => Say(
        $"Is dit een tikfout, en moet het {likely} zijn? We gebruiken het adres zoals het er staat.",
        $"Is this a typing error, and should it be {likely}? We use the address as it stands.");
}
