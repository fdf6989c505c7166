using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Outreach.Functions.Web;

/// <summary>Style sheets, scripts and pictures, carried by the program itself. Their address holds a hash of what is in them, so that a browser may keep them for good.</summary>
public static class Assets
{
    private const string Folder = "assets/";
    private const int HashLength = 10;

    private static readonly FrozenDictionary<string, Asset> Known = typeof(Assets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(Load).ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    /// <summary>"/assets/resident.0123456789.css"</summary>
    public static string Url(string name)
    {
        var asset = Known[name];
        return $"/{Folder}{Path.GetFileNameWithoutExtension(name)}.{asset.Hash}{Path.GetExtension(name)}";
    }

    internal static void MapAssets(this IEndpointRouteBuilder app) =>
        app.MapMethods($"/{Folder}{{name}}", [HttpMethods.Get, HttpMethods.Head], (string name, HttpContext http) => Serve(name, http)).ExcludeFromDescription();

    /// <summary>A service worker sees what lies beside it and below: only from the top it can look after the pages of a host.</summary>
    internal static void MapHostWorker(this IEndpointRouteBuilder app) => app.MapGet("/host-worker.js", (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(Known["host-worker.js"].Bytes, Known["host-worker.js"].MediaType);
    }).ExcludeFromDescription();

    /// <summary>Also without the hash, or with that of an older version: then what there is now, to be asked for again.</summary>
    private static Results<FileContentHttpResult, NotFound> Serve(string name, HttpContext http)
    {
        var parts = name.Split('.');
        if (parts.Length is < 2 or > 3 || !Known.TryGetValue($"{parts[0]}.{parts[^1]}", out var asset))
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = parts is [_, var hash, _] && hash == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(asset.Bytes, asset.MediaType, entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{asset.Hash}\""));
    }

    private static Asset Load(string resource)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var name = resource[Folder.Length..];
        var mediaType = Path.GetExtension(name) switch { ".svg" => "image/svg+xml", ".js" => "text/javascript; charset=utf-8", _ => "text/css; charset=utf-8" };
        return new Asset(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength], mediaType);
    }

    private sealed record Asset(string Name, byte[] Bytes, string Hash, string MediaType);
}
