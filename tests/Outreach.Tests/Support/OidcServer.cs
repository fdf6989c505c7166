using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Outreach.Tests.Support;

/// <summary>A small OpenID Connect provider on a real socket: discovery, keys, authorize, token. Everybody who comes is signed in at once; what it says of them can be bent.</summary>
internal sealed class OidcServer : IAsyncDisposable
{
    public const string ClientId = "outreach-at-the-provider";
    public const string ClientSecret = "secret-shared-with-the-provider";

    private const string KeyId = "2027";

    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, IQueryCollection> codes = [];
    private FakeServer? server;

    public Uri Url => server!.Url;

    /// <summary>As the discovery document writes it.</summary>
    public string Issuer { get => field ?? Url.AbsoluteUri.TrimEnd('/'); set; }

    /// <summary>What the last browser that came asked for.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = new Dictionary<string, string>();

    /// <summary>Secrets that it handed out: codes and tokens.</summary>
    public ConcurrentQueue<string> Given { get; } = [];

    /// <summary>Bends what the token says.</summary>
    public Action<Dictionary<string, object>> Says { get; set; } = _ => { };

    /// <summary>Bends the token itself.</summary>
    public Func<string, string> Signs { get; set; } = token => token;

    public string Secret { get; set; } = ClientSecret;

    /// <summary>An error in place of a code.</summary>
    public string? Refuses { get; set; }

    public static async Task<OidcServer> StartAsync()
    {
        var provider = new OidcServer();
        provider.server = await FakeServer.StartAsync(web =>
        {
            web.MapGet("/.well-known/openid-configuration", provider.Discovery);
            web.MapGet("/keys", provider.Keys);
            web.MapGet("/authorize", provider.Authorize);
            web.MapPost("/token", provider.TokenAsync);
        });
        return provider;
    }

    public static string Unsigned(string token)
    {
        var payload = token.Split('.')[1];
        return $"{Encode(new Dictionary<string, object> { ["alg"] = "none", ["typ"] = "JWT" })}.{payload}.";
    }

    /// <summary>The signature is that of another token.</summary>
    public static string Tampered(string token)
    {
        var parts = token.Split('.');
        var claims = JsonSerializer.Deserialize<Dictionary<string, object>>(Base64Url.DecodeFromChars(parts[1]))!;
        claims["email"] = "somebody.else@example.org";
        return $"{parts[0]}.{Encode(claims)}.{parts[2]}";
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        key.Dispose();
    }

    private IResult Discovery() => Results.Json(new
    {
        issuer = Issuer,
        authorization_endpoint = $"{Issuer}/authorize",
        token_endpoint = $"{Issuer}/token",
        jwks_uri = $"{Issuer}/keys",
        response_types_supported = new[] { "code" },
        subject_types_supported = new[] { "pairwise" },
        id_token_signing_alg_values_supported = new[] { "RS256" },
    });

    private IResult Keys()
    {
        var open = key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Base64Url.EncodeToString(open.Modulus), e = Base64Url.EncodeToString(open.Exponent) } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query.ToDictionary(field => field.Key, field => field.Value.ToString());
        var back = $"{Asked["redirect_uri"]}?state={Uri.EscapeDataString(Asked["state"])}";
        if (Refuses is { } error)
            return Results.Redirect($"{back}&error={error}&error_description={Uri.EscapeDataString("Fatima may not")}");
        if (Asked["client_id"] != ClientId || Asked["response_type"] != "code" || Asked["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var code = Draw();
        codes[code] = request.Query;
        return Results.Redirect($"{back}&code={code}");
    }

    /// <summary>A code can be used again here, so that whoever refuses a second use is the site.</summary>
    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != Secret)
            return Error("invalid_client");
        if (!codes.TryGetValue(form["code"].ToString(), out var asked) || form["redirect_uri"] != asked["redirect_uri"] || Challenge(form["code_verifier"].ToString()) != asked["code_challenge"])
            return Error("invalid_grant");
        var (token, access) = (Signs(Sign(asked["nonce"].ToString())), Draw());
        Given.Enqueue(token);
        Given.Enqueue(access);
        return Results.Json(new { access_token = access, token_type = "Bearer", expires_in = 300, id_token = token });
    }

    private string Sign(string nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = "5f1c",
            ["iat"] = now,
            ["exp"] = now + 300,
            ["nonce"] = nonce,
            ["email"] = "fatima@example.org",
            ["email_verified"] = true,
        };
        Says(claims);
        var signed = $"{Encode(new Dictionary<string, object> { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = KeyId })}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private string Draw()
    {
        var drawn = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        Given.Enqueue(drawn);
        return drawn;
    }

    private static IResult Error(string code) => Results.Json(new { error = code, error_description = "Fatima may not" }, statusCode: StatusCodes.Status400BadRequest);

    private static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static string Encode(Dictionary<string, object> part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
