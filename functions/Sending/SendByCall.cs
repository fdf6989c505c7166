using Outreach.Functions.Lists;
using Outreach.Functions.Meetings;
using Outreach.Functions.Web.Api;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;
using Outreach.Sending;
using Outreach.Texts;

namespace Outreach.Functions.Sending;

/// <param name="Queued">In this mailing; people in an earlier one are not counted again.</param>
/// <param name="OnTheirWay">Of earlier mailings, and still to leave.</param>
/// <param name="Unchecked">Languages whose invitation nobody who grew up with it has read yet.</param>
internal sealed record SendAnswer(int Queued, int OnTheirWay, string? Mailing, IEnumerable<string> Unchecked);

/// <summary>A program sends: what an organiser would be asked first stops it here.</summary>
internal sealed class SendByCall(ListStore lists, FindLabels labels, SendInvitations send, CheckTexts check)
{
    /// <param name="withLabels">Words that say what is wrong with people may stay.</param>
    public async Task<IResult> HandleAsync(NamedMeeting at, int? perHour, bool withLabels, CancellationToken ct)
    {
        if (perHour is < 1)
            return Problems.Invalid("per-hour", "Send at least one invitation an hour, or leave it out to send as fast as it goes.");
        if ((await lists.HeldAsync(at.Group, ct)).FirstOrDefault(list => list.Meeting == at.Id) is { } held)
            return Held(held);
        if (!withLabels && await labels.HandleAsync(at.Group, at.Meeting, ct) is { Count: > 0 } words)
            return Problems.Labels(words, "send again with ?confirm=labels");
        return await send.HandleAsync(at.Group, at.Id, new SendWish(perHour), ct) is { } pressed
            ? Results.Accepted(null, new SendAnswer(pressed.Queued, pressed.OnTheirWay, pressed.Mailing?.Id, Unchecked(pressed.Mailing, await check.OfAsync(at.Group, ct))))
            : Problems.Of(StatusCodes.Status409Conflict, "over", "This meeting is over or called off: nobody can be invited any more.");
    }

    private static IResult Held(UploadedList held) => held.State is ListState.Reading
        ? Problems.Of(StatusCodes.Status409Conflict, "list-reading", $"A list is still being read: {held.FileName}. Send again in a moment.", $"/api/lists/{held.Id}")
        : Problems.Of(
            StatusCodes.Status409Conflict, "list-question", $"Say first what a column means that may hold a no: {string.Join(", ", held.Questions.Where(q => q.Means is null).Select(q => $"'{q.Column}'"))} of {held.FileName}.",
            $"POST /api/lists/{held.Id}/questions/{{column}} {{\"means\": \"{string.Join('|', Meaning.All)}\"}}");

    private static IEnumerable<string> Unchecked(Mailing? mailing, TextChecks checks) =>
        (mailing?.Languages ?? []).Where(code => Language.Find(code) is { } language && checks.Find(MessageKind.Invitation, language) is null);
}
