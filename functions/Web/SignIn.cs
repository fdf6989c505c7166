using System.Buffers.Text;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Storage;

namespace Outreach.Functions.Web;

/// <summary>
/// One-time links that sign an organiser in. Only their hash is stored; a link is good once, for fifteen minutes. A link that the console prints at start
/// is good until it is used or the program starts again.
/// </summary>
internal sealed class SignIn(ITables tables, GroupStore groups, Senders senders, Settings settings, TimeProvider clock)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

    /// <summary>So many links an hour to one mailbox at the asking of one visitor, who so cannot keep its owner from getting another.</summary>
    public const int MaxPerHour = 5;

    /// <summary>So many from all visitors together: nobody's mailbox is filled by others.</summary>
    public const int MaxPerHourFromAll = 30;

    /// <summary>Invitations that one group may mail.</summary>
    public const int MaxInvitesPerHour = 20;

    private const string Links = "signin";
    private const string ConsoleLinks = "signin-console";
    private const string Asked = "signin-asked";

    /// <summary>Sends a link when the address is an organiser's; what it does is never told to whoever asked.</summary>
    public async Task SendLinkAsync(string typed, OrganiserWords words, string from, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(typed, out var email) || await GroupOfAsync(email.Value, ct) is not { } group
            || !await MayAskAsync($"{email.Value}|{from}", MaxPerHour, ct) || !await MayAskAsync(email.Value, MaxPerHourFromAll, ct))
            return;
        var now = clock.GetUtcNow();
        var link = settings.Link($"/signin/{await DrawAsync(Links, new LinkRow(group.Id.Value, email.Value, now + GoodFor), ct)}").ToString();
        var text = words["signin.mail", link];
        var html = $"<!doctype html><html lang=\"{words.Code}\"><body><p>{WebUtility.HtmlEncode(words["signin.mailIntro"])}</p><p><a href=\"{link}\">{WebUtility.HtmlEncode(words["signin.button"])}</a></p></body></html>";
        await senders.Email.SendAsync([new EmailToSend($"{OutboxKeys.OfSignIn(group.Id)}{now.UtcTicks:x}.{Base32.Random(4)}", email, null, "Outreach", words["signin.mailSubject"], text, html, words.Code, now)], ct);
    }

    /// <summary>Says to somebody that they belong to a group now, and where to sign in. Sent again and again it fills no mailbox.</summary>
    public async Task SendInvitationAsync(OrganiserPage page, string typed, Role role, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(typed, out var email) || !await MayAskAsync($"invite|{email.Value}", MaxPerHour, ct) || !await MayAskAsync($"invites|{page.Group.Id}", MaxInvitesPerHour, ct))
            return;
        var link = settings.Link("/signin").ToString();
        var text = page.Words["team.mail", page.Group.Name, page.Word("role", role), link];
        var html = $"<!doctype html><html lang=\"{page.Words.Code}\"><body><p>{WebUtility.HtmlEncode(text)}</p></body></html>";
        await senders.Email.SendAsync([new EmailToSend($"{OutboxKeys.OfSignIn(page.Group.Id)}{clock.GetUtcNow().UtcTicks:x}.{Base32.Random(4)}", email, null, "Outreach", page.Words["team.mailSubject", page.Group.Name], text, html, page.Words.Code, clock.GetUtcNow())], ct);
    }

    /// <summary>For whoever can read the console of a small machine. Earlier ones are void.</summary>
    public async Task<string> ConsoleLinkAsync(CancellationToken ct)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Keys, ConsoleLinks, "", "~", null, ct))
            await TakeAsync(ConsoleLinks, row, ct);
        return $"/signin/{await DrawAsync(ConsoleLinks, new LinkRow(GroupId.Default.Value, null, null), ct)}";
    }

    /// <summary>Whom a link signs in; null when it is unknown, too old or used. It is used up by this.</summary>
    public async Task<ClaimsPrincipal?> UseAsync(string token, CancellationToken ct)
    {
        foreach (var partition in (string[])[Links, ConsoleLinks])
        {
            if (await tables.GetAsync(TableNames.Keys, partition, HashOf(token), ct) is not { } row)
                continue;
            var link = JsonSerializer.Deserialize<LinkRow>(row.Json.Span)!;
            var isGood = await TakeAsync(partition, row, ct) && !(link.ExpiresAt <= clock.GetUtcNow());
            return isGood && (link.Email is null || await GroupOfAsync(link.Email, ct) is not null) ? PrincipalOf(link) : null;
        }

        return null;
    }

    private async Task<Group?> GroupOfAsync(string email, CancellationToken ct) => (await groups.ListAsync(ct)).FirstOrDefault(group => group.RoleOf(email) is not null);

    private async Task<string> DrawAsync(string partition, LinkRow row, CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await tables.SubmitAsync(TableNames.Keys, partition, [Operation.Insert(HashOf(token), JsonSerializer.SerializeToUtf8Bytes(row))], ct);
        return token;
    }

    private async Task<bool> TakeAsync(string partition, Row row, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Keys, partition, [Operation.Delete(row.Key, row.ETag)], ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private Task<bool> MayAskAsync(string what, int most, CancellationToken ct) => Retry.OnConflictAsync(async () =>
    {
        var hour = clock.GetUtcNow().ToUnixTimeSeconds() / 3600;
        var key = HashOf(what);
        var stored = await tables.GetAsync(TableNames.Keys, Asked, key, ct);
        var before = stored is null ? new AskedRow(hour, 0) : JsonSerializer.Deserialize<AskedRow>(stored.Json.Span)!;
        var after = before.Hour == hour ? before with { Times = before.Times + 1 } : new AskedRow(hour, 1);
        if (after.Times > most)
            return false;
        var json = JsonSerializer.SerializeToUtf8Bytes(after);
        await tables.SubmitAsync(TableNames.Keys, Asked, [stored is null ? Operation.Insert(key, json) : Operation.Replace(key, json, stored.ETag)], ct);
        return true;
    });

    private static ClaimsPrincipal PrincipalOf(LinkRow link)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(SignedIn.GroupClaim, link.Group));
        if (link.Email is not null)
            identity.AddClaim(new Claim(ClaimTypes.Email, link.Email));
        return new ClaimsPrincipal(identity);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record LinkRow(string Group, string? Email, DateTimeOffset? ExpiresAt);

    private sealed record AskedRow(long Hour, int Times);
}
