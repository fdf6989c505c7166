namespace Outreach.Lists.Columns;

/// <summary>
/// Who may be meant beside the person of a row, in Dutch, English, German and French: patterns, in small letters and without accents. Not among them are words that are also something
/// else: "man", "vrouw", "ouder", "kind".
/// </summary>
internal static class RelativeWords
{
    public const string Parents = "moeder|vader|ouders|mother|father|parents|mutter|vater|eltern|mere|pere";

    public const string Children = "dochter|zoon|daughter|son|tochter|sohn|fille|fils";

    public const string Partners = "partner|echtgenoot|echtgenote|husband|wife|spouse|ehemann|ehefrau|ehepartner|conjointe?|epoux|epouse";

    public const string Family = Partners + "|(?:schoon|klein|groot|pleeg|stief|grand|step|enkel)?(?:" + Parents + "|" + Children + "|zus(?:ter)?|broer|sister|brother|schwester|bruder|soeur|frere)";

    public const string Neighbours = "buurman|buurvrouw|neighbou?rs?|nachbar(?:in)?|voisine?";

    /// <summary>Who looks after somebody, by law or by work.</summary>
    public const string Helpers = "bewindvoerder|budgetbeheerder|curator|mentor|voogd|gemachtigde|vertegenwoordiger|vormund|guardian|begeleid(?:er|ster)|mantelzorg(?:er|ster)?|casemanager|hulpverlener|zorgverlener|carer|caregiver|betreuer(?:in)?|pfleger(?:in)?";
}
