namespace Outreach.Messages;

/// <summary>Country calling codes (ITU-T E.164) and the countries behind them.</summary>
internal static class CallingCodes
{
    private const string Table =
        "1US AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI,7RU KZ,20EG,27ZA,30GR,31NL,32BE,33FR,34ES,36HU,39IT VA,40RO,41CH,"
        + "43AT,44GB GG IM JE,45DK,46SE,47NO SJ,48PL,49DE,51PE,52MX,53CU,54AR,55BR,56CL,57CO,58VE,60MY,61AU CC CX,62ID,63PH,64NZ,65SG,66TH,81JP,82KR,84VN,"
        + "86CN,90TR,91IN,92PK,93AF,94LK,95MM,98IR,211SS,212MA EH,213DZ,216TN,218LY,220GM,221SN,222MR,223ML,224GN,225CI,226BF,227NE,228TG,229BJ,230MU,"
        + "231LR,232SL,233GH,234NG,235TD,236CF,237CM,238CV,239ST,240GQ,241GA,242CG,243CD,244AO,245GW,246IO,247AC,248SC,249SD,250RW,251ET,252SO,253DJ,"
        + "254KE,255TZ,256UG,257BI,258MZ,260ZM,261MG,262RE YT,263ZW,264NA,265MW,266LS,267BW,268SZ,269KM,290SH TA,291ER,297AW,298FO,299GL,350GI,351PT,"
        + "352LU,353IE,354IS,355AL,356MT,357CY,358FI AX,359BG,370LT,371LV,372EE,373MD,374AM,375BY,376AD,377MC,378SM,380UA,381RS,382ME,383XK,385HR,"
        + "386SI,387BA,389MK,420CZ,421SK,423LI,500FK,501BZ,502GT,503SV,504HN,505NI,506CR,507PA,508PM,509HT,590GP BL MF,591BO,592GY,593EC,594GF,595PY,"
        + "596MQ,597SR,598UY,599CW BQ,670TL,672NF,673BN,674NR,675PG,676TO,677SB,678VU,679FJ,680PW,681WF,682CK,683NU,685WS,686KI,687NC,688TV,689PF,"
        + "690TK,691FM,692MH,850KP,852HK,853MO,855KH,856LA,880BD,886TW,960MV,961LB,962JO,963SY,964IQ,965KW,966SA,967YE,968OM,970PS,971AE,972IL,973BH,"
        + "974QA,975BT,976MN,977NP,992TJ,993TM,994AZ,995GE,996KG,998UZ";

    // How mobile numbers begin where we know it; elsewhere a number counts as a mobile and the provider says if it is not.
    private const string MobileStarts =
        "33:6,7 34:6,7 39:3 41:7 43:6 351:9 352:6 30:69 40:7 36:20,30,31,50,70 359:8,9 380:39,5,6,7,9 212:6,7 213:5,6,7 216:2,4,5,9 "
        + "597:6,7,8 599:95,96,3,4,7 93:7 98:9 963:9 964:7 251:9,7 291:7 252:6,7,9 234:7,8,9 233:2,5";

    private static readonly Dictionary<int, (string Code, string[] Countries)> Codes = Table.Split(',')
        .Select(entry => (Code: entry.TrimEnd([.. " ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), Entry: entry))
        .ToDictionary(e => int.Parse(e.Code, null), e => (e.Code, e.Entry[e.Code.Length..].Split(' ')));

    private static readonly Dictionary<string, string[]> Mobile = MobileStarts.Split(' ')
        .Select(entry => entry.Split(':'))
        .ToDictionary(parts => parts[0], parts => parts[1].Split(','), StringComparer.Ordinal);

    public static bool Knows(string country) => Codes.Values.Any(code => code.Countries.Contains(country, StringComparer.Ordinal));

    /// <summary>No code is the beginning of another, so the first that fits is the one.</summary>
    public static bool TryFind(ReadOnlySpan<char> digits, out string code, out string[] countries)
    {
        var number = 0;
        for (var i = 0; i < Math.Min(3, digits.Length); i++)
        {
            number = (number * 10) + digits[i] - '0';
            if (number == 0)
                break;
            if (Codes.TryGetValue(number, out var found))
            {
                (code, countries) = found;
                return true;
            }
        }

        (code, countries) = ("", []);
        return false;
    }

    /// <summary>For a country whose plan we do not hold: only the length is checked, by the rule of E.164.</summary>
    public static PhoneKind KindElsewhere(string code, ReadOnlySpan<char> national)
    {
        if (national.Length < 5 || code.Length + national.Length is < 8 or > 15 || (code == "1" && national.Length != 10))
            return PhoneKind.Invalid;
        if (!Mobile.TryGetValue(code, out var starts))
            return PhoneKind.Mobile;
        foreach (var start in starts)
        {
            if (national.StartsWith(start))
                return PhoneKind.Mobile;
        }

        return PhoneKind.Landline;
    }
}
