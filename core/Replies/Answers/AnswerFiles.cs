using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Replies.Answers;

/// <summary>Where the language files are.</summary>
internal static class AnswerFiles
{
    private const string Folder = "Languages/";
    private const string Ending = ".answers.json";

    /// <summary>Every language file, by its code.</summary>
    public static IReadOnlyDictionary<string, AnswerFile> LoadAll()
    {
        var assembly = typeof(AnswerFile).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..^Ending.Length], name => Read(assembly.GetManifestResourceStream(name)!));
    }

    public static AnswerFile Read(Stream json) =>
        JsonSerializer.Deserialize(json, AnswerFileJson.Default.AnswerFile) ?? throw new JsonException("The language file is empty.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AnswerFile))]
internal sealed partial class AnswerFileJson : JsonSerializerContext;
