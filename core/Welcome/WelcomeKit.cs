using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Storage;

namespace Outreach.Welcome;

/// <summary>What can be in a welcome package.</summary>
[JsonConverter(typeof(EnumWordConverter<KitPartKind>))]
public enum KitPartKind
{
    /// <summary>The welcome in words, with the code of their own page.</summary>
    Letter,
    Card,

    /// <summary>To the next meeting for residents.</summary>
    Invitation,

    /// <summary>A named flyer that the group supplies itself.</summary>
    Flyer,
}

/// <param name="Name">Of a flyer; null for what is printed from here, in every language.</param>
/// <param name="Languages">In which a flyer is there; none: in the language of the group alone.</param>
public sealed record KitPart(KitPartKind Kind, string? Name = null, IReadOnlyList<string>? Languages = null)
{
    public const int MaxNameLength = 100;

    /// <summary>In which language it is packed for somebody who reads this one.</summary>
    public string LanguageFor(string reads, string group) => Kind is not KitPartKind.Flyer || Languages?.Contains(reads) is true ? reads : Languages is [var first, ..] && !Languages.Contains(group) ? first : group;
}

/// <summary>What goes into the welcome packages of a group.</summary>
public sealed record WelcomeKit(IReadOnlyList<KitPart> Parts) : IStored<WelcomeKit>
{
    static JsonTypeInfo<WelcomeKit> IStored<WelcomeKit>.Json => WelcomeJson.Default.WelcomeKit;

    public const int MaxParts = 20;

    public static readonly WelcomeKit Standard = new([new(KitPartKind.Letter), new(KitPartKind.Card), new(KitPartKind.Invitation)]);

    public IReadOnlyList<(KitPart Part, string Language)> For(string reads, string group) => [.. Parts.Select(part => (part, part.LanguageFor(reads, group)))];
}

/// <summary>Each group has one list of what goes in, beside its packages.</summary>
public sealed class WelcomeKits(ITables tables)
{
    private const string Key = "kit";

    public async Task<WelcomeKit> OfAsync(GroupId group, CancellationToken ct) =>
        await tables.GetAsync(TableNames.Welcome, group.Value, Key, ct) is { } row ? RowJson.Read<WelcomeKit>(row.Json) : WelcomeKit.Standard;

    /// <returns>False when there are too many parts, or one has no name or an unknown language; then nothing was changed.</returns>
    public async Task<bool> SaveAsync(GroupId group, WelcomeKit kit, CancellationToken ct)
    {
        if (kit.Parts.Count > WelcomeKit.MaxParts || !kit.Parts.All(IsGood))
            return false;
        var parts = kit.Parts.Select(part => part.Kind is KitPartKind.Flyer ? part with { Name = OneLine.OrNull(part.Name) } : new KitPart(part.Kind));
        var clean = new WelcomeKit([.. parts.DistinctBy(part => (part.Kind, part.Name)).OrderBy(part => part.Kind)]);
        await tables.SubmitAsync(TableNames.Welcome, group.Value, [Operation.Upsert(Key, RowJson.Write(clean))], ct);
        return true;
    }

    private static bool IsGood(KitPart part) => part.Kind is not KitPartKind.Flyer
        || (OneLine.OrNull(part.Name) is { Length: <= KitPart.MaxNameLength } && (part.Languages ?? []).All(code => Language.Find(code)?.Code == code));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WelcomeKit))]
[JsonSerializable(typeof(WelcomeWay))]
public sealed partial class WelcomeJson : JsonSerializerContext;
