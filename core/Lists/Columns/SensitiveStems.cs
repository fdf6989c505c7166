namespace Outreach.Lists.Columns;

/// <summary>Parts of headers about health, origin, belief and identity, in German, in French and English, and in the Dutch of care and town halls.</summary>
internal static class SensitiveStems
{
    public static readonly string[] Health =
    [
        "krank", "arzt", "pflege", "behinder", "rollstuhl", "medikament", "medizin", "gesundheit", "demenz", "dement", "schwanger", "suchtmittel", "drogen", "alkohol", "befund", "seelisch",
        "rollator", "scootmobiel", "slechtziend", "slechthorend", "autism", "autist", "adhd", "epilep", "zwanger", "diabet", "dieet", "gehoorapparaat", "gehoorbeperk", "depressi", "hulpmiddel", "bijstand", "schuldhulp", "schuldsaner", "schulden", "schuldena", "bewindvoer", "onderbewind", "curatele", "wsnp", "faillissement", "deurwaarder", "huurachterstand", "betalingsachterstand", "uitkering", "wajong",
        "alzheimer", "burnout", "overspann", "stoornis", "fobie", "ptss", "trauma", "suicid", "drugs", "incontinen", "vaccin", "bloedgroep", "pacemaker", "revalid", "mindervalid", "verstandelijk", "miskraam", "problematiek", "kanker", "alcohol",
        "wheelchair", "pregnan", "dietary", "specialneed", "impair", "mentalhealth", "maladie", "mutuali", "mutuelle", "medecin", "grossesse", "invalidit", "infirmite",
    ];

    public static readonly string[] Origin =
    [
        "herkunft", "abstammung", "ethni", "staatsangeh", "staatsburg", "geburtsort", "geburtsland", "fluchtling", "asyl", "einwander", "zuwander", "volkszugehor", "hautfarbe", "inburger", "asielzoek",
        "aufenthaltsstatus", "aufenthaltstitel", "aufenthaltserlaubnis", "aufenthaltsrecht", "aufenthaltsgenehm", "aufenthaltsgestatt",
        "landvanoorsprong", "verblijfsvergunning", "verblijfstitel", "verblijfsrecht", "verblijfsdocument", "residencepermit", "residencestatus", "immigra", "citizenship",
        "lieudenaissance", "paysdenaissance", "refugie", "titredesejour",
    ];

    public static readonly string[] Belief =
    [
        "konfession", "glaub", "kirche", "katholi", "evangelisch", "muslim", "moslem", "weltanschau", "gewerkschaft", "parteimitglied", "parteizugehor", "sexuel", "vorstraf",
        "transgender", "genderident", "lhbt", "lgbt", "bisexu", "homofiel", "lesbisch", "gelovig", "hindoe", "boeddhis", "denominatie", "stemtop", "lidvanpartij",
        "crimin", "strafrecht", "strafzaak", "celstraf", "taakstraf", "antecedent", "enkelband", "gevangen", "verdachte", "huiselijkgeweld", "slachtoffer", "ondertoezicht",
        "halal", "ramadan", "gedoopt", "gezindte", "detentie", "gedetineerd", "reclassering", "veroordeel", "veroordel", "kerkelijk", "parochie", "synago", "mosque", "baptis", "baptiz", "croyance", "syndicat",
    ];

    public static readonly string[] Identity =
    [
        "sozialversicherung", "rentenversicherung", "krankenversichertennummer", "steuerid", "steuernummer", "steueridentifik", "ausweis", "reisepass",
        "nationalinsurance", "ninumber", "registrenational", "registernational", "numeronational", "carteidentite", "cartedidentite", "vreemdelingennummer", "idkaart", "identiteitskaart", "rijbewijsnummer", "rijbewijsnr", "documentnummer", "documentnr", "idbewijs", "legitimatie", "digid",
    ];

    public static readonly string[] Words =
    [
        "sucht", "krebs", "straf", "tbs", "vog", "schuld", "homo", "corona", "covid", "glaube", "taub", "blind", "doof", "deaf", "lvb", "lvg", "nah", "pgb", "wlz", "zvw", "copd", "hiv", "dieet", "diet", "casus", "clientnr", "carer", "doop", "ni", "sante", "soins", "enceinte", "handicape",
        "pregnant", "oorsprong", "origine",
    ];

    /// <summary>What notes on people are called too.</summary>
    public static readonly string[] Circumstances = ["aandachtspunt", "situatieschets"];

    /// <summary>Nothing but this. Beside other words they are about other things: "Indicatie niet benaderen".</summary>
    public static readonly string[] Alone = ["indicatie", "situatie", "gezinssituatie", "situation", "partei", "conditie"];
}
