namespace Outreach.Lists;

/// <summary>What an organiser is told about a value that may be another's, or another thing than its column says.</summary>
internal sealed partial class Wording
{
    public string AdditionUnknown => Say(
        "Deze toevoeging kennen we niet. Zo komt ze op de brief. Klopt dat niet, verbeter dan de lijst.",
        "We do not know this addition. The letter will show it as it is. If it is wrong, correct the list.");

    public string CrossedOut => Say(
        "Dit is doorgestreept. We gebruiken het niet.",
        "This is crossed out. We do not use it.");

    public string RowCrossedOut => Say(
        "Deze persoon is doorgestreept en krijgt van ons geen bericht. Moet dat wel? Haal de streep dan weg en voeg de lijst opnieuw toe.",
        "This person is crossed out and gets no message from us. Should they get one? Then remove the line and add the list again.");

    public string OfAnother => Say(
        "Deze kolom is van een contactpersoon of van wie het formulier invulde. We gebruiken hem niet. Is hij toch van de persoon zelf? Kies dan bij de kolommen wat erin staat.",
        "This column is about a contact person, or about the person who filled in the form. We do not use it. Is it about the person on the list after all? Then choose what it is on the columns page.");

    public string AddressNotTheirs => Say(
        "Hier staat dat dit adres oud is, nog niet of niet meer geldt, of van iemand anders is. We gebruiken het niet. Zet alleen straat en huisnummer in de cel.",
        "This says that the address is old, does not apply yet or any more, or is somebody else's. We do not use it. Put only street and house number in the cell.");

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
        $"Is this a typo, and should it be {likely}? We use the address as it stands.");
}
