namespace Outreach.Lists;

/// <summary>What an organiser is told about a value that may be another's, or another thing than its column says.</summary>
internal sealed partial class Wording
{
    public string RowOfOrganiser => Say(
        "Deze rij lijkt te zeggen wie de lijst heeft gemaakt of wie vragen beantwoordt. We nodigen hier niemand uit. Is het een bewoner? Zet dan alleen de naam in de cel.",
        "This row seems to say who made the list or who answers questions. We invite nobody by it. Is it a resident? Then put only the name in the cell.");

    public string RowOfCount => Say(
        "Deze rij lijkt mensen te tellen of de lijst te verdelen. We nodigen hier niemand uit.",
        "This row seems to count people, or to divide the list. We invite nobody by it.");

    public string RowOfExample => Say(
        "Deze rij lijkt een voorbeeld te zijn. We nodigen hier niemand uit. Is het een bewoner? Zet dan alleen de naam in de cel.",
        "This row seems to be an example. We invite nobody by it. Is it a resident? Then put only the name in the cell.");

    public string WrongByNote => Say(
        "In deze rij staat dat het nummer of mailadres van deze persoon niet klopt of van iemand anders is. Daar sturen we niets heen. Zet het goede in de lijst, of haal de opmerking weg.",
        "This row says that the person's number or e-mail address is wrong or somebody else's. We send nothing to it. Put the right one in the list, or remove the note.");

    public string WrongHouseByNote => Say(
        "In deze rij staat dat het adres van deze persoon niet klopt, of dat die er niet meer woont. Op de lijsten voor brieven en deuren staat het zoals het hier staat. Kijk dat na.",
        "This row says that the person's address is wrong, or that they have moved. The lists of letters and doors have it as it stands here. Please check.");

    public string StreetMissing => Say(
        "Bij dit huisnummer staat geen straat. We gebruiken het adres niet.",
        "There is no street with this house number. We do not use the address.");

    public string NoPostcodeColumn => Say(
        "Er is een kolom voor straten, maar geen voor postcodes. Daarom gebruiken we geen enkel adres uit deze lijst. Zet er een kolom \"postcode\" bij.",
        "There is a column of streets, but none of postcodes. So we use no address of this list. Add a column \"postcode\".");

    public string NoStreetColumn => Say(
        "Er is een kolom voor huisnummers, maar geen voor straten. Daarom gebruiken we geen enkel adres uit deze lijst. Zet er een kolom \"straat\" bij.",
        "There is a column of house numbers, but none of streets. So we use no address of this list. Add a column \"street\".");

    public string HousePlace => Say(
        "Dit is een plek tegenover of naast een huisnummer. Zo staat het op de brief. Klopt dat niet, zet er dan één huis.",
        "This is a place opposite or beside a house. It is on the letter like this. If it is wrong, put one house.");

    public string HouseLetterOrDigit => Say(
        "Is dit een letter of een cijfer? We lezen het als letter achter het huisnummer. Klopt dat niet, verbeter dan de lijst.",
        "Is this a letter or a digit? We read it as a letter behind the house number. If it is wrong, correct the list.");

    public string HouseFloor => Say(
        "Hier staat een verdieping voorop. Dat is geen huisnummer. Zet het huisnummer voorop, en de verdieping erachter, zoals 16 3 hoog.",
        "This begins with a floor, which is no house number. Put the house number first and the floor behind it, such as 16 3 hoog.");

    public string LetterOrFloor => Say(
        "Is dit een letter of een verdieping? We lezen het als letter achter het huisnummer. Klopt dat niet, verbeter dan de lijst.",
        "Is this a letter or a floor? We read it as a letter behind the house number. If it is wrong, correct the list.");

    public string CountryRead => Say(
        "Dit nummer heeft geen + ervoor. Zo lezen we het, naar de landcode of het land in deze rij. Klopt dat niet, zet dan + en de landcode ervoor.",
        "This number has no + before it. This is how we read it, by its country code or the country in this row. If it is wrong, write + and the country code before it.");

    public string CountryBeside(string other) => Say(
        $"In deze rij staat een ander land. Daar is dit nummer {other}. Is het dat? Zet dan + en de landcode ervoor.",
        $"This row names another country. There this number is {other}. Is it that? Then write + and the country code before it.");

    public string AdditionUnknown => Say(
        "Deze toevoeging kennen we niet. Zo komt ze op de brief. Klopt dat niet, verbeter dan de lijst.",
        "We do not know this addition. The letter will show it as it is. If it is wrong, correct the list.");

    public string TwoHouses => Say(
        "Dit kunnen twee huizen zijn, of één huis met een toevoeging. Zo staat het op de brief. Klopt dat niet, zet er dan één huis.",
        "This may be two houses, or one with an addition. It is on the letter like this. If it is wrong, put one house.");

    public string AdditionTwice => Say("Huisnummer en toevoeging zeggen hetzelfde. Zo staat het op de brief.", "House number and addition say the same. It is on the letter like this.");

    public string MayBeAddition => Say(
        "Deze kolom kennen we niet, en dit kan bij het huisnummer horen. Het staat niet op de brief. Hoort het erbij, noem de kolom dan toevoeging.",
        "We do not know this column, and this may belong to the house number. It is not on the letter. If it belongs there, call the column addition.");

    public string PostcodeMissing => Say("Bij dit adres staat geen postcode. We gebruiken het adres niet.", "This address has no postcode. We do not use the address.");

    public string AddressTogether => Say(
        "Hier lezen we geen Nederlands adres: straat, huisnummer, postcode en plaats. Zet ze elk in een eigen kolom.",
        "We read no Dutch address here: street, house number, postcode and town. Put each in a column of its own.");

    public string NotKept => Say(
        "Hier staat iets over gezondheid, herkomst, geloof of geldzorgen. Dat bewaren we niet. Haal het uit de lijst.",
        "This says something about health, origin, belief or money troubles. We do not keep that. Take it out of the list.");

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
        "Deze persoon is doorgestreept en krijgt van ons geen bericht. Moet dat wel? Haal de streep dan weg en voeg de lijst opnieuw toe.",
        "This person is crossed out and gets no message from us. Should they get one? Then remove the line and add the list again.");

    public string OfAnother => Say(
        "Deze kolom is van iemand anders: een contactpersoon, familie, een hulpverlener of wie het formulier invulde. We gebruiken hem niet. Is hij toch van de persoon zelf? Kies dan bij de kolommen wat erin staat.",
        "This column is somebody else's: a contact person, a relative, a helper or whoever filled in the form. We do not use it. Is it about the person after all? Then choose what it is on the columns page.");

    public string Whose => Say(
        "Deze kolom staat achter de naam van iemand anders. Van wie is wat erin staat? We gebruiken hem niet. Is hij van de persoon zelf? Zet hem dan voor die naam, of kies bij de kolommen wat hij is.",
        "This column stands behind the name of somebody else. Whose number or address is it? We do not use it. Is it the person's own? Then put it before that name, or choose what it is on the columns page.");

    public string WhoseOnly => Say(
        "De enige nummers of adressen staan achter de naam van iemand anders, zoals een partner, ouder of contactpersoon. Zijn ze van de persoon zelf? Zet die kolommen dan voor die naam, of kies bij de kolommen wat ze zijn.",
        "The only numbers or addresses stand behind the name of somebody else, such as a partner, parent or contact person. Are they the person's own? Then put those columns before that name, or choose what they are on the columns page.");

    public string RowTooLongHeld => Say(
        "In deze rij staan meer cellen dan er kolomnamen zijn. Misschien is de rij verschoven, en dan weten we niet of deze persoon berichten wil. Deze persoon krijgt geen sms of e-mail.",
        "This row has more cells than there are column names. Its cells may have shifted, and then we do not know whether this person wants messages. This person gets no SMS or e-mail.");

    public string NamelessBelow => Say(
        "Bij dit nummer of adres staat geen naam. Hoort het bij de persoon erboven? Zet het dan in die rij; nu hoort het daar niet bij.",
        "There is no name with this number or address. Does it belong to the person above? Then put it in that row; now it is not part of it.");

    public string PhoneMadeUp => Say(
        "Is dit een echt nummer? Het lijkt verzonnen. We gebruiken het zoals het er staat.",
        "Is this a real number? It looks made up. We use it as it stands.");

    public string EmailMadeUp => Say(
        "Is dit een echt adres? Het lijkt te zeggen dat er geen is. We gebruiken het zoals het er staat.",
        "Is this a real address? It seems to say that there is none. We use it as it stands.");

    public string MobileElsewhere(string country) => Say(
        $"Zonder landcode lezen we dit als een vast nummer ({country}). In een buurland is het een mobiel nummer. Is het dat? Zet dan + en de landcode ervoor.",
        $"Without a country code we read this as a fixed line ({country}). In a neighbouring country it is a mobile number. Is it that? Then write + and the country code before it.");

    public string AddressNotTheirs => Say(
        "Hier staat dat dit adres oud is, nog niet of niet meer geldt, of van iemand anders is. We gebruiken het niet. Zet alleen straat en huisnummer in de cel.",
        "This says that the address is old, does not apply yet or any more, or is somebody else's. We do not use it. Put only street and house number in the cell.");

    public string NewerBeside(string column) => Say(
        $"In de kolom \"{column}\" staat wat hierna kwam. Het oude gebruiken we niet, en die kolom lezen we niet. Zet het nieuwe in deze kolom.",
        $"The column \"{column}\" holds what came after this. We do not use the old one, and do not read that column. Put the new one into this column.");

    public string PhoneNotTheirs => Say(
        "Hier staat dat dit nummer oud of fout is, of van iemand anders. We gebruiken het niet. Zet alleen het goede nummer in de cel.",
        "This says that the number is old or wrong, or somebody else's. We do not use it. Put only the right number in the cell.");

    public string OtherAddressUsed => Say(
        "In een andere kolom van deze rij staat een ander mailadres. Dat gebruiken we; dit niet.",
        "Another column of this row has another e-mail address. We use that one, and not this one.");

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
