using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Outreach.Ids;
using Outreach.Storage;

namespace Outreach.Functions.Web.SigningIn;

/// <summary>Somebody signed in with one browser.</summary>
/// <param name="Group">The group they look at; they may belong to others.</param>
/// <param name="Email">Null for a host, and for whoever signed in from the console.</param>
/// <param name="Host">For whom a host's link was made.</param>
/// <param name="Device">The browser, as it may be told apart from others of the same person.</param>
public sealed record Session(DateTimeOffset StartedAt, DateTimeOffset SeenAt, GroupId Group, string? Email, string? Host, string? Device);

/// <summary>
/// Who is signed in, as the store knows it: every instance sees the same, and the copy of a cookie is worth nothing once its session has ended. A session lies
/// under the hash of what is in the cookie.
/// </summary>
internal sealed class Sessions(ITables tables)
{
    /// <summary>Longest life of a session, however often it is used.</summary>
    public static readonly TimeSpan MaxLife = TimeSpan.FromDays(90);

    public static readonly TimeSpan MaxIdle = TimeSpan.FromHours(12);

    /// <summary>How often, at most, we write down that a session is still in use.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(10);

    private const string Claim = "session";
    private const string Partition = "sessions";

    /// <summary>A browser lives in real time, also when the program runs on a virtual clock.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    private DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Adds to the principal what its cookie is known by.</summary>
    public async Task StartAsync(ClaimsPrincipal principal, string? host, string? device, CancellationToken ct)
    {
        await ForgetOldAsync(ct);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var session = new Session(Now, Now, GroupOf(principal), principal.FindFirstValue(ClaimTypes.Email), host, device);
        await tables.SubmitAsync(TableNames.Keys, Partition, [Operation.Insert(TextHash.Of(token), Write(session))], ct);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(Claim, token));
    }

    public async Task<bool> IsOpenAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (IdOf(principal) is not { } id || await tables.GetAsync(TableNames.Keys, Partition, id, ct) is not { } row)
            return false;
        var session = Read(row);
        if (IsOver(session))
            return false;
        if (session.SeenAt + SeenEvery < Now)
            await ReplaceAsync(row, session with { SeenAt = Now }, ct);
        return true;
    }

    /// <summary>The same browser looks at another group.</summary>
    public async Task SwitchAsync(ClaimsPrincipal principal, GroupId group, CancellationToken ct)
    {
        if (IdOf(principal) is not { } id || await tables.GetAsync(TableNames.Keys, Partition, id, ct) is not { } row)
            return;
        await ReplaceAsync(row, Read(row) with { Group = group, SeenAt = Now }, ct);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.RemoveClaim(identity.FindFirst(SignedIn.GroupClaim));
        identity.AddClaim(new Claim(SignedIn.GroupClaim, group.Value));
    }

    /// <summary>Those that are open, the last seen first; each with the id by which it can be ended.</summary>
    public async Task<IReadOnlyList<(string Id, Session Session)>> ListAsync(CancellationToken ct)
    {
        var open = new List<(string Id, Session Session)>();
        await foreach (var row in tables.QueryAsync(TableNames.Keys, Partition, KeyRange.All, null, ct))
        {
            if (Read(row) is var session && !IsOver(session))
                open.Add((row.Key, session));
        }

        return [.. open.OrderByDescending(one => one.Session.SeenAt)];
    }

    public static string? IdOf(ClaimsPrincipal principal) => principal.FindFirstValue(Claim) is { } token ? TextHash.Of(token) : null;

    public Task EndAsync(ClaimsPrincipal principal, CancellationToken ct) => IdOf(principal) is { } id ? EndAsync(id, ct) : Task.CompletedTask;

    public async Task EndAsync(string id, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Keys, Partition, [Operation.Delete(id, Operation.AnyETag)], ct);
        }
        catch (ConflictException)
        {
            // Ended meanwhile, in another window.
        }
    }

    /// <summary>Also daily: drops the sessions that are over.</summary>
    public async Task ForgetOldAsync(CancellationToken ct)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Keys, Partition, KeyRange.All, null, ct))
        {
            if (IsOver(Read(row)))
                await EndAsync(row.Key, ct);
        }
    }

    private async Task ReplaceAsync(Row row, Session after, CancellationToken ct)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Keys, Partition, [Operation.Replace(row.Key, Write(after), row.ETag)], ct);
        }
        catch (ConflictException)
        {
            // Seen or ended meanwhile, in another window.
        }
    }

    private bool IsOver(Session session) => session.StartedAt + MaxLife < Now || session.SeenAt + MaxIdle < Now;

    private static GroupId GroupOf(ClaimsPrincipal principal) => GroupId.TryParse(principal.FindFirstValue(SignedIn.GroupClaim), out var group) ? group : default;

    private static byte[] Write(Session session) => JsonSerializer.SerializeToUtf8Bytes(session);

    private static Session Read(Row row) => JsonSerializer.Deserialize<Session>(row.Json.Span)!;
}
