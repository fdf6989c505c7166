using Outreach.Contacts;
using Outreach.Ids;
using Outreach.Meetings;
using Outreach.Records;
using Outreach.Texts;

namespace Outreach.Functions.Meetings;

/// <param name="Letters">Each for a household: those of the batch, or the first of those that are in none.</param>
/// <param name="Later">How many more, for the batches after this one.</param>
/// <param name="Old">Homes where a letter lies that was posted before the meeting moved or was called off.</param>
internal sealed record LettersToPrint(IReadOnlyList<IReadOnlyList<PaperEntry>> Letters, int Later, IReadOnlyList<LetterBatch> Batches, LetterBatch? Batch, OwnTexts OwnTexts, IReadOnlyList<IReadOnlyList<PaperEntry>> Old);

/// <summary>Reads the letters of a meeting with their content.</summary>
internal sealed class ReadLetters(PaperLists paper, LetterBatches batches, OwnTextStore texts, TimeProvider clock)
{
    /// <summary>More than this is too much for a printer at home.</summary>
    private const int MaxAtOnce = 100;

    public async Task<LettersToPrint> HandleAsync(GroupId group, Meeting meeting, string? batch, CancellationToken ct)
    {
        IReadOnlyList<LetterBatch> all = [.. (await batches.ListAsync(group, meeting.Id, ct)).Select(stored => stored.Value)];
        var chosen = all.FirstOrDefault(one => one.Id == batch);
        var at = clock.GetUtcNow();
        var old = at < meeting.StartsAt ? await paper.OldLettersAsync(group, meeting, ct) : [];
        // For a meeting that is over or called off nobody is invited any more.
        IEnumerable<PaperEntry> waiting = meeting.IsOpen(at) ? (await paper.HandleAsync(group, meeting.Id, ct)).Letters.SelectMany(home => home).Concat(old.Where(entry => ChannelOrder.Reaches(entry.Person, Channel.Letter))) : [];
        var shown = PaperLists.Homes(waiting.Where(entry => chosen?.Holds(entry.Person.Id) ?? !all.Any(one => one.Holds(entry.Person.Id) && !News.IsOldPrint(meeting, one.PrintedAt))));
        var now = chosen is null ? MaxAtOnce : int.MaxValue;
        return new LettersToPrint([.. shown.Take(now)], Math.Max(0, shown.Count - now), all, chosen, await texts.OfAsync(group, meeting.Id, ct), PaperLists.Homes(old));
    }
}
