namespace Outreach.Lists;

/// <summary>What an organiser is told where a cell names somebody else than its row, or says a thing twice.</summary>
internal sealed partial class Wording
{
    public string NoInPlace => Say(
        "Hier staat een nee in plaats van een nummer of adres. Langs deze weg krijgt deze persoon niets van ons. Betekent het iets anders? Haal het dan uit deze cel.",
        "This says no in the place of a number or an address. This person gets nothing from us this way. Does it mean something else? Then take it out of this cell.");

    public string MayBeNoToSome => Say(
        "Hier staat bij de ene weg ja en bij de andere nee. Langs een weg zonder ja krijgt deze persoon niets van ons. Betekent het iets anders? Haal het dan uit deze cel.",
        "This says yes to one way and no to another. By a way without a yes this person gets nothing from us. Does it mean something else? Then take it out of this cell.");

    public string NoPartOfAddress => Say(
        "Hier staat een nee in een adres. Dat is geen deel van het adres en komt niet op de brief.",
        "This says no in an address. It is no part of the address and is not on the letter.");

    public string RowShort => Say(
        "Hier staat een antwoord in plaats van een nummer of adres. De cellen van deze rij lijken verschoven, en er kan een nee in staan. Deze persoon krijgt geen sms of e-mail. Zet alles in de goede kolom.",
        "This is an answer in the place of a number or an address. The cells of this row seem to have moved, and one may say no. This person gets no SMS or e-mail. Put everything in the right column.");

    public string MayBeNoAtHouse(int row) => Say(
        $"Rij {row} noemt geen naam en zegt dat iemand in dit huis niet wil worden benaderd. Is dat deze persoon? Tot dat duidelijk is krijgt deze persoon geen sms of e-mail. Zet de naam in rij {row}.",
        $"Row {row} has no name and says that somebody in this house does not want to be contacted. Is it this person? Until that is clear this person gets no SMS or e-mail. Put the name in row {row}.");

    public string SheetPutAway(string sheet) => Say(
        $"Het eerste blad heet ‘{sheet}’, alsof het niet meer gebruikt wordt, en er zijn meer bladen. Zet het goede blad vooraan, of geef dit blad een andere naam.",
        $"The first sheet is called “{sheet}”, as if it is no longer used, and there are more sheets. Put the right sheet first, or give this one another name.");

    public string LegendOnSheet(string sheet, int row) => Say(
        $"Het blad ‘{sheet}’ zegt in rij {row} dat een code of kleur betekent dat iemand niet wil worden benaderd. Wie die code of kleur heeft kunnen we niet zien. Zet bij die mensen ‘niet benaderen’ in de lijst en haal het blad weg.",
        $"The sheet “{sheet}” says in row {row} that a code or a colour means that somebody does not want to be contacted. We cannot see who has that code or colour. Write “do not contact” beside those people in the list and take the sheet out.");

    public string NameCut => Say(
        "In deze cel staat meer dan een naam. Dit is de naam die we gebruiken; de rest bewaren we niet. Klopt dat niet, zet dan alleen de naam in de cel.",
        "This cell has more than a name. This is the name we use; we do not keep the rest. If it is wrong, put only the name in the cell.");

    public string NameOfAnother => Say(
        "Hier staat dat deze persoon via iemand anders wordt bereikt. Het nummer of adres in deze rij kan van die ander zijn. Kijk dat na.",
        "This says that the person is reached through somebody else. The number or address in this row may be that other person's. Please check.");

    public string PhoneOfAnother => Say(
        "De naam bij dit nummer lijkt niet op de naam in deze rij. Is het nummer van iemand anders? We gebruiken het zoals het er staat.",
        "The name beside this number does not look like the name in this row. Is the number somebody else's? We use it as it stands.");

    public string WordsBesidePhone => Say(
        "Naast dit nummer staan woorden. We gebruiken alleen het nummer.",
        "There are words beside this number. We use only the number.");

    public string EmailOfAnother => Say(
        "De naam voor dit e-mailadres lijkt niet op de naam in deze rij. Is het adres van iemand anders? We gebruiken het zoals het er staat.",
        "The name before this e-mail address does not look like the name in this row. Is the address somebody else's? We use it as it stands.");

    public string EmailOfList => Say(
        "Dit adres lijkt van een mailinglijst te zijn en niet van deze persoon. We gebruiken het niet. Zet het eigen adres in de cel.",
        "This seems to be the address of a mailing list, and not of this person. We do not use it. Put the person's own address in the cell.");

    public string PhoneIsEmail => Say(
        "Dit is een e-mailadres, en de kolom is voor telefoonnummers. Zijn twee kolommen verwisseld?",
        "This is an e-mail address, and the column is for phone numbers. Are two columns swapped?");

    public string EmailIsPhone => Say(
        "Dit is een telefoonnummer, en de kolom is voor e-mailadressen. Zijn twee kolommen verwisseld?",
        "This is a phone number, and the column is for e-mail addresses. Are two columns swapped?");

    public string NumberTwice => Say(
        "Het huisnummer staat ook achter de straat. Dit is de straat die we gebruiken.",
        "The house number also stands behind the street. This is the street we use.");

    public string NumberOfStreet => Say(
        "Achter de straat staat een ander getal dan in de kolom met huisnummers. We lezen het als deel van de straatnaam. Klopt dat niet, verbeter dan de lijst.",
        "Behind the street is another number than in the column of house numbers. We read it as part of the street's name. If it is wrong, correct the list.");

    public string TwoNumbers => Say(
        "Dit huisnummer staat er op twee manieren. We gebruiken het adres niet. Laat staan welk nummer klopt.",
        "This house number is given in two ways. We do not use the address. Keep the right one.");

    public string NoInRefusedRow => Say(
        "In deze rij staat ook dat deze persoon niet wil worden benaderd. Wie elders in de lijst zo heet, krijgt daarom geen sms of e-mail. Verbeter de rij, dan weten we om wie het gaat.",
        "This row also says that the person does not want to be contacted. Whoever has this name elsewhere in the list therefore gets no SMS or e-mail. Correct the row, so that we know who it is about.");

    public string NoInRow(int row) => Say(
        $"Rij {row} gaat over dezelfde persoon en zegt dat die niet wil worden benaderd. Dat geldt ook hier.",
        $"Row {row} is about the same person and says that they do not want to be contacted. That holds here too.");

    public string MayBeNoInRow(int row) => Say(
        $"Rij {row} zegt dat iemand met deze naam niet wil worden benaderd. Is dat dezelfde persoon? Tot dat duidelijk is krijgt deze persoon geen sms of e-mail. Zijn het er twee? Maak de namen dan verschillend.",
        $"Row {row} says that somebody of this name does not want to be contacted. Is that the same person? Until that is clear this person gets no SMS or e-mail. Are they two? Then make the names different.");
}
