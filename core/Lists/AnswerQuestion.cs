using Outreach.Ids;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

public sealed record AnswerQuestionCommand(GroupId Group, ListId List, string Column, ColumnMeaning Means);

public abstract record AnswerOutcome
{
    private AnswerOutcome()
    {
    }

    /// <summary>There is no such list, or no question about such a column.</summary>
    public sealed record Unknown : AnswerOutcome;

    /// <summary>The list is being read: ask again in a moment.</summary>
    public sealed record Reading : AnswerOutcome;

    /// <summary>The file is no longer kept, so that nobody can see who said no: upload it again.</summary>
    public sealed record FileGone : AnswerOutcome;

    public sealed record Answered(UploadedList List) : AnswerOutcome;
}

/// <summary>
/// An organiser says what a column means that may hold a no. Once all are explained, the list is read again from its beginning: the same rows are the same
/// people, and those of whom it now says no are stopped. Nothing is sent to them meanwhile.
/// </summary>
public sealed class AnswerQuestion(ListStore lists, IBlobs blobs, ReadAgain again)
{
    public async Task<AnswerOutcome> HandleAsync(AnswerQuestionCommand command, CancellationToken ct)
    {
        if (await lists.FindAsync(command.Group, command.List, ct) is not { } stored || stored.Value.Questions.FirstOrDefault(asked => IsAbout(asked, command.Column)) is not { } question)
            return new AnswerOutcome.Unknown();
        if (stored.Value.State is ListState.Reading)
        {
            if (question.Means != command.Means)
                return new AnswerOutcome.Reading();
            await again.TellAsync(command.Group, command.List, ct);
            return new AnswerOutcome.Answered(stored.Value);
        }

        var answered = stored.Value with { Questions = [.. stored.Value.Questions.Select(asked => IsAbout(asked, command.Column) ? asked with { Means = command.Means } : asked)] };
        var isComplete = answered.Questions.All(asked => asked.Means is not null) && answered.Questions.Any(asked => asked.Means is not ColumnMeaning.Ignore);
        if (isComplete && !await IsKeptAsync(command, ct))
            return new AnswerOutcome.FileGone();
        return new AnswerOutcome.Answered(isComplete ? await again.HandleAsync(command.Group, stored, answered, ct) : (await lists.SaveAsync(command.Group, stored, answered, [], ct)).Value);
    }

    private static bool IsAbout(ListQuestion question, string column) => string.Equals(question.Column, column, StringComparison.OrdinalIgnoreCase);

    private async Task<bool> IsKeptAsync(AnswerQuestionCommand command, CancellationToken ct)
    {
        await using var content = await blobs.ReadAsync(UploadedList.BlobOf(command.Group, command.List), ct);
        return content is not null;
    }
}
