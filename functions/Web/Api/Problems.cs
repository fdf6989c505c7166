using Outreach.Functions.Web.Organisers;
using Outreach.Ids;
using Outreach.Languages;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Web.Api;

/// <summary>Problem answers (RFC 9457) with a title that a volunteer understands and a code that a program can tell apart.</summary>
internal static class Problems
{
    public static IResult Of(int status, string code, string title, string? detail = null) =>
        Results.Problem(title: title, detail: detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    public static IResult NotFound(string what) => Of(StatusCodes.Status404NotFound, "not-found", $"We do not know this {what}. Check the address.");

    public static IResult Invalid(string code, string title, string? detail = null) => Of(StatusCodes.Status422UnprocessableEntity, code, title, detail);

    public const string ConfirmInBody = "send \"confirm\": true";

    /// <summary>Nothing was saved or sent: somebody should look at these words once more.</summary>
    /// <param name="wayOn">How the caller says that they may stay.</param>
    public static IResult Labels(IReadOnlyList<FoundLabel> found, string wayOn) => Results.Problem(
        title: $"{string.Join(", ", found.Select(label => $"'{label.Word}'").Distinct())}: this says what is wrong with people. Change it, or {wayOn}.",
        detail: string.Join(' ', found.Select(label => $"At character {label.At + 1} of '{EnumWord.Of(label.Place)}' ({label.Language}): '{label.Word}'. Perhaps: {label.Alternative}.")),
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = "labels",
            ["words"] = found.Select(label => new { place = EnumWord.Of(label.Place), label.Language, label.Word, label.At, label.Alternative }),
        });

    public static IResult TooLarge() => Of(StatusCodes.Status413PayloadTooLarge, "too-large", "This is too large: 50 MB at most. Split it in two.");

    /// <summary>Somebody without a name cannot be greeted at the door, nor found again on a list.</summary>
    public static IResult NoName() => Invalid("name", "Give the name of this person.");

    public static IResult OthersNumber() => Invalid("phone", "We know this number or address as somebody else's. Leave it out, or use the name by which we know them.");

    /// <summary>What is wrong with somebody who was typed in, in the words of the pages.</summary>
    public static IResult Candidate(string code) => Invalid(
        code,
        OrganiserWords.For("en")[$"candidate.{code}"],
        code == ProblemCodes.LanguageUnknown ? $"Choose one of {string.Join(", ", Language.All.Select(language => language.Code))}." : null);
}
