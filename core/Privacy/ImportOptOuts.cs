using Outreach.Ids;
using Outreach.Lists;
using Outreach.OptOuts;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Privacy;

/// <param name="Rows">Rows that are not blank.</param>
/// <param name="Suppressed">Rows with at least one number or address that is blocked now.</param>
/// <param name="Problem">Why the file could not be read; then nothing was changed.</param>
public sealed record OptOutReport(int Rows, int Suppressed, int Unreadable, string? Problem = null);

/// <summary>Takes over the opt-outs of another tool: every number and address on the list is suppressed, whether we know the person or not.</summary>
public sealed class ImportOptOuts(OptOutContacts optOut, Settings settings)
{
    public async Task<OptOutReport> HandleAsync(GroupId group, Stream content, string fileName, string language, CancellationToken ct)
    {
        using var file = ListFile.Open(content, fileName, ImportList.RulesOf(settings, language) with { AreOptOuts = true });
        if (file.Refusal is { } refusal)
            return new OptOutReport(0, 0, 0, refusal.Message);
        var report = new OptOutReport(0, 0, 0);
        foreach (var chunk in file.Rows().Chunk(RowRules.MaxOperations))
        {
            var candidates = chunk.Where(row => row.Candidate is { Mobile: not null } or { Landline: not null } or { Email: not null }).Select(row => row.Candidate!).ToList();
            await optOut.HandleAsync(group, candidates, ct);
            report = new OptOutReport(report.Rows + chunk.Length, report.Suppressed + candidates.Count, report.Unreadable + chunk.Length - candidates.Count);
        }

        return report;
    }
}
