using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Outreach.Contacts;
using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>
/// One-time links that sign an organiser in. Only their hash is stored; a link is good once, for fifteen minutes. A link that the console prints at start
/// is good until it is used or the program starts again.
/// </summary>
internal sealed class SignIn(SignInLinks links, SignInMails mails, GroupStore groups, Senders senders, Settings settings, TimeProvider clock)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

    /// <summary>Links per hour to one mailbox at the request of one visitor, who therefore cannot keep its owner from getting one.</summary>
    public const int MaxPerHour = 5;

    /// <summary>Links per hour to one mailbox from all visitors together: nobody's mailbox is filled by others.</summary>
    public const int MaxPerHourFromAll = 30;

    public const int MaxPerDayFromAll = 100;

    /// <summary>Invitations that one group may mail.</summary>
    public const int MaxInvitesPerHour = 20;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Sends a link when the address is an organiser's; what it does is never told to whoever asked.</summary>
    public async Task SendLinkAsync(string typed, OrganiserWords words, string from, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(typed, out var email) || await GroupOfAsync(email.Value, ct) is not { Id: var group }
            || !await mails.TakeAsync(group, $"{email.Value}|{from}", MaxPerHour, Hour, ct)
            || !await mails.TakeAsync(group, email.Value, MaxPerHourFromAll, Hour, ct)
            || !await mails.TakeAsync(group, $"day|{email.Value}", MaxPerDayFromAll, TimeSpan.FromDays(1), ct))
            return;
        var now = clock.GetUtcNow();
        var link = settings.Link($"/signin/{await links.DrawAsync(group, email.Value, GoodFor, ct)}").ToString();
        var text = words["signin.mail", link];
        var html = $"<!doctype html><html lang=\"{words.Code}\"><body><p>{WebUtility.HtmlEncode(words["signin.mailIntro"])}</p><p><a href=\"{link}\">{WebUtility.HtmlEncode(words["signin.button"])}</a></p></body></html>";
        await senders.Email.SendAsync([new EmailToSend($"{OutboxKeys.OfSignIn(group)}{now.UtcTicks:x}.{Base32.Random(4)}", email, null, "Outreach", words["signin.mailSubject"], text, html, words.Code, now)], ct);
    }

    /// <summary>Says to somebody that they belong to a group now, and where to sign in. Sent again and again it fills no mailbox.</summary>
    /// <returns>False when no mail went.</returns>
    public async Task<bool> SendInvitationAsync(OrganiserPage page, string typed, Role role, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(typed, out var email) || !await mails.TakeAsync(page.Group.Id, $"invite|{email.Value}", MaxPerHour, Hour, ct)
            || !await mails.TakeAsync(page.Group.Id, $"invites|{page.Group.Id}", MaxInvitesPerHour, Hour, ct))
            return false;
        var link = settings.Link("/signin").ToString();
        var text = page.Words["team.mail", page.Group.Name, page.Word("role", role), link];
        var html = $"<!doctype html><html lang=\"{page.Words.Code}\"><body><p>{WebUtility.HtmlEncode(text)}</p></body></html>";
        var said = await senders.Email.SendAsync([new EmailToSend($"{OutboxKeys.OfSignIn(page.Group.Id)}{clock.GetUtcNow().UtcTicks:x}.{Base32.Random(4)}", email, null, "Outreach", page.Words["team.mailSubject", page.Group.Name], text, html, page.Words.Code, clock.GetUtcNow())], ct);
        return said is [MessageEvent.Accepted or MessageEvent.Delivered or MessageEvent.Delayed];
    }

    /// <summary>For whoever can read the console of a small machine. Earlier ones are void.</summary>
    public async Task<string> ConsoleLinkAsync(CancellationToken ct) => $"/signin/{await links.DrawForConsoleAsync(ct)}";

    /// <summary>Whom a link signs in; null when it is unknown, too old or used. It is used up by this.</summary>
    public async Task<ClaimsPrincipal?> UseAsync(string token, CancellationToken ct) =>
        await links.UseAsync(token, ct) is { } link && (link.Email is null || await GroupOfAsync(link.Email, ct) is not null) ? PrincipalOf(link.Group, link.Email) : null;

    /// <summary>Whoever has shown in another way that an address is theirs; null when it belongs to no group.</summary>
    public async Task<ClaimsPrincipal?> PrincipalOfAsync(string email, CancellationToken ct) =>
        await GroupOfAsync(email, ct) is { } group ? PrincipalOf(group.Id.Value, email) : null;

    /// <summary>Whether the settings name anybody to whom a link can be mailed.</summary>
    public async Task<bool> HasOrganisersAsync(CancellationToken ct) => (await groups.GetAsync(GroupId.Default, ct)).Organisers.Count > 0;

    private async Task<Group?> GroupOfAsync(string email, CancellationToken ct) => (await groups.ListAsync(ct)).FirstOrDefault(group => group.RoleOf(email) is not null);

    private static ClaimsPrincipal PrincipalOf(string group, string? email)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(SignedIn.GroupClaim, group));
        identity.AddClaim(email is null ? new Claim(SignedIn.ConsoleClaim, "true") : new Claim(ClaimTypes.Email, email));
        return new ClaimsPrincipal(identity);
    }
}
