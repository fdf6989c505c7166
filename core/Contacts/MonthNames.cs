namespace Outreach.Contacts;

/// <summary>The months as people write them: patterns, for text in small letters or where case does not count, with accents or without.</summary>
internal static class MonthNames
{
    /// <summary>In Dutch, English and German, in full or cut short.</summary>
    public const string Usual = "jan(?:uari|uary|uar)?|feb(?:ruari|ruary|ruar)?|mrt|maa(?:rt)?|mar(?:ch)?|m(?:ä|ae|a)r?z|mrz|apr(?:il)?|mei|may|mai|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?";

    /// <summary>In French, Polish and Turkish, as far as they differ from those.</summary>
    public const string Others = "janv(?:ier)?|f[ée]vr(?:ier)?|mars|avr(?:il)?|juin|juil(?:let)?|ao[ûu]t|d[ée]c(?:embre)?|sty|lut|kwi|maj|cze|lip|sie|wrz|pa[źz]|lis|gru|oca|[şs]ub|nis|haz|tem|a[ğg]u|eyl|eki|kas|ara";

    public const string DutchInFull = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december";
}
