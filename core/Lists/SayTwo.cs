using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

public abstract record SayTwoOutcome
{
    private SayTwoOutcome()
    {
    }

    /// <summary>There is no such list, or nobody asked about such a row.</summary>
    public sealed record Unknown : SayTwoOutcome;

    /// <summary>The list is being read: say it again in a moment.</summary>
    public sealed record Reading : SayTwoOutcome;

    /// <summary>The file is no longer kept, so that nobody knows who the second is.</summary>
    public sealed record FileGone : SayTwoOutcome;

    public sealed record Said(UploadedList List) : SayTwoOutcome;
}

/// <summary>An organiser says that two names on one number or address are two people: the second becomes a person of their own, and is counted as one.</summary>
public sealed class SayTwo(ListStore lists, IBlobs blobs, GroupStore groups, RegisterSecond register, Settings settings)
{
    /// <param name="row">As Excel shows it.</param>
    public Task<SayTwoOutcome> HandleAsync(GroupId group, ListId id, int row, CancellationToken ct) => Retry.OnConflictAsync<SayTwoOutcome>(async () =>
    {
        if (await lists.FindAsync(group, id, ct) is not { } list)
            return new SayTwoOutcome.Unknown();
        if (list.Value.State is ListState.Reading)
            return new SayTwoOutcome.Reading();
        var (key, asked) = (await lists.ProblemRowsAsync(group, list.Value, ct)).FirstOrDefault(found => found.Problem.Row == row && found.Problem.AreTwo is not null);
        if (key is null)
            return new SayTwoOutcome.Unknown();
        if (asked.AreTwo is true)
            return new SayTwoOutcome.Said(list.Value);
        if (await NewcomerAsync(group, list.Value, row, ct) is not { } second)
            return new SayTwoOutcome.FileGone();

        await register.HandleAsync(await groups.GetAsync(group, ct), list.Value.Meeting, second, ct);
        var after = list.Value with { Accepted = list.Value.Accepted + 1, Merged = list.Value.Merged - 1 };
        await lists.AnswerAsync(group, list, after, key, asked with { AreTwo = true }, ct);
        return new SayTwoOutcome.Said(after);
    });

    private async Task<Newcomer?> NewcomerAsync(GroupId group, UploadedList list, int row, CancellationToken ct)
    {
        if (await blobs.ReadAsync(UploadedList.BlobOf(group, list.Id), ct) is not { } content)
            return null;
        using var file = ListFile.Open(content, list.FileName, ImportList.RulesOf(settings, list));
        return file.Rows().FirstOrDefault(found => found.Row == row && found.Candidate is not null) is { } found ? ImportList.NewcomerOf(list, found) : null;
    }
}
