using Outreach.Ids;

namespace Outreach.Contacts;

/// <summary>The domains at which most people have their e-mail, and what looks like one of them with a typing error.</summary>
internal static class MailDomains
{
    // Short names (live.nl, home.nl) lie one letter from too many others.
    private static readonly string[] Common =
    [
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "yahoo.com", "icloud.com", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "xs4all.nl", "upcmail.nl", "casema.nl", "chello.nl", "hetnet.nl",
        "quicknet.nl", "telfort.nl", "zonnet.nl", "wanadoo.nl", "solcon.nl", "caiway.nl", "telenet.be", "skynet.be", "t-online.de",
    ];

    // Real domains that are one letter away from a common one.
    private static readonly string[] Others = ["mail.com", "email.com", "ymail.com", "hotmail.be"];

    /// <summary>The common domain that an address misses by one letter, or by two that changed places; null when it misses none.</summary>
    public static string? Likely(EmailAddress address)
    {
        var domain = address.Value[(address.Value.IndexOf('@') + 1)..];
        return Common.Contains(domain) || Others.Contains(domain) ? null : Array.Find(Common, common => EditDistance.Of(domain, common, limit: 1) == 1);
    }
}
