using Outreach.Ids;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

public abstract record SayWhoOutcome
{
    private SayWhoOutcome()
    {
    }

    /// <summary>There is no such list, or nobody asked about such a row.</summary>
    public sealed record Unknown : SayWhoOutcome;

    /// <summary>The list is being read: say it again in a moment.</summary>
    public sealed record Reading : SayWhoOutcome;

    /// <summary>The file is no longer kept, so that nobody knows whom the row is about.</summary>
    public sealed record FileGone : SayWhoOutcome;

    /// <summary>The other was said before, and done: it cannot be taken back.</summary>
    public sealed record SaidOtherwise : SayWhoOutcome;

    /// <summary>A message is on its way to either, or something would be lost: each has a place of their own, or has named neighbours.</summary>
    public sealed record CannotBeOne : SayWhoOutcome;

    public sealed record Said(UploadedList List) : SayWhoOutcome;
}

/// <summary>
/// An organiser says whether the names on one number or address are one person's. Two: the second becomes a person of their own, and is counted as one. One: two
/// whom we knew apart are joined.
/// </summary>
public sealed class SayWho(ListStore lists, KeptFiles files, GroupStore groups, RegisterSecond second, TakeIn takeIn)
{
    /// <param name="row">As Excel shows it.</param>
    public Task<SayWhoOutcome> HandleAsync(GroupId group, ListId id, int row, bool areTwo, CancellationToken ct) => Retry.OnConflictAsync<SayWhoOutcome>(async () =>
    {
        if (await lists.FindAsync(group, id, ct) is not { } list)
            return new SayWhoOutcome.Unknown();
        if (list.Value.State is ListState.Reading)
            return new SayWhoOutcome.Reading();
        var (key, asked) = (await lists.ProblemRowsAsync(group, list.Value, ct)).FirstOrDefault(found => found.Problem.Row == row && found.Problem.AreTwo is not null);
        if (key is null)
            return new SayWhoOutcome.Unknown();
        if (asked.AreTwo is true || asked.AreOne)
            return asked.AreOne == areTwo ? new SayWhoOutcome.SaidOtherwise() : new SayWhoOutcome.Said(list.Value);

        var after = list.Value;
        if (areTwo != asked.AreApart)
        {
            if (await NewcomerAsync(group, list.Value, row, ct) is not { } newcomer)
                return new SayWhoOutcome.FileGone();
            if (await DoAsync(await groups.GetAsync(group, ct), list.Value, newcomer, areTwo, ct) is not { } more)
                return new SayWhoOutcome.CannotBeOne();
            after = after with { Accepted = after.Accepted + more, Merged = after.Merged - more };
        }

        await lists.AnswerAsync(group, list, after, key, asked with { AreTwo = areTwo, AreOne = !areTwo }, ct);
        return new SayWhoOutcome.Said(after);
    });

    /// <returns>How many more people count as new; null when the two cannot be merged.</returns>
    private async Task<int?> DoAsync(Group group, UploadedList list, Newcomer newcomer, bool areTwo, CancellationToken ct)
    {
        if (!areTwo)
            return -await takeIn.JoinAsync(group, list, newcomer, ct);
        await second.HandleAsync(group, list.Meeting, newcomer, ct);
        return 1;
    }

    private async Task<Newcomer?> NewcomerAsync(GroupId group, UploadedList list, int row, CancellationToken ct)
    {
        using var file = await files.OpenAsync(group, list, ct);
        return file?.Rows().FirstOrDefault(found => found.Row == row && found.Candidate is not null) is { } found ? ImportList.NewcomerOf(list, found) : null;
    }
}
