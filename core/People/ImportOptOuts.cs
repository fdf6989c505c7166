using Outreach.Lists;
using Outreach.Storage;

namespace Outreach.People;

/// <param name="Rows">Rows that are not blank.</param>
/// <param name="Suppressed">Rows with at least one number or address that is blocked now.</param>
/// <param name="Problem">Why the file could not be read; then nothing was changed.</param>
public sealed record OptOutReport(int Rows, int Suppressed, int Unreadable, string? Problem = null);

/// <summary>Takes over the opt-outs of another tool: every number and address on the list is suppressed, whether we know the person or not.</summary>
public sealed class ImportOptOuts(PeopleStore people, Suppressions suppressions, OptOut optOut, ContactHasher hasher, Settings settings, TimeProvider clock)
{
    public async Task<OptOutReport> HandleAsync(GroupId group, Stream content, string fileName, string language, CancellationToken ct)
    {
        using var file = ListFile.Open(content, fileName, ImportList.RulesOf(settings, language));
        if (file.Refusal is { } refusal)
            return new OptOutReport(0, 0, 0, refusal.Message);
        var report = new OptOutReport(0, 0, 0);
        foreach (var chunk in file.Rows().Chunk(RowRules.MaxOperations))
        {
            var contacts = chunk.Where(row => row.Candidate is not null).Select(row => HashesOf(group, row.Candidate!).ToList()).ToList();
            await suppressions.AddAsync(group, contacts.SelectMany(hashes => hashes), new Suppression(clock.GetUtcNow(), "list"), ct);
            foreach (var hash in contacts.SelectMany(hashes => hashes))
                await StopOwnerAsync(group, hash, ct);
            var suppressed = contacts.Count(hashes => hashes.Count > 0);
            report = new OptOutReport(report.Rows + chunk.Length, report.Suppressed + suppressed, report.Unreadable + chunk.Length - suppressed);
        }

        return report;
    }

    private async Task StopOwnerAsync(GroupId group, ContactHash hash, CancellationToken ct)
    {
        if (await people.FindAsync(group, hash, ct) is { } contact)
            await optOut.HandleAsync(group, contact.Value.Person, "list", null, null, ct);
    }

    private IEnumerable<ContactHash> HashesOf(GroupId group, Candidate candidate)
    {
        if (candidate.Mobile is { } mobile)
            yield return hasher.Of(group, mobile);
        if (candidate.Landline is { } landline)
            yield return hasher.Of(group, landline);
        if (candidate.Email is { } email)
            yield return hasher.Of(group, email);
    }
}
