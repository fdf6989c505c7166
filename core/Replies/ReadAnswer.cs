using Outreach.Storage;

namespace Outreach.Replies;

/// <summary>A resident wrote: understands it, does it, and answers the way they wrote. What is unclear goes to a person.</summary>
public sealed class ReadAnswer(Understand understand, LoadConversation load, SaveDecision save, RememberSender senders, WhoWrote who, TimeProvider clock)
{
    /// <param name="words">Without a code that was among them.</param>
    public async Task HandleAsync(Writer writer, InboundEvent inbound, string? words, CancellationToken ct)
    {
        var current = writer;
        var (isAgain, isAnswer) = (false, false);
        await Retry.OnConflictAsync(async () =>
        {
            current = isAgain ? await who.AgainAsync(writer, ct) : writer;
            isAgain = true;
            if (current is null)
                return;
            var intent = understand.Of(words, inbound, current);
            isAnswer = intent is Intent.Answer;
            if (await load.HandleAsync(inbound, current, intent, ct) is not { } said)
                return;
            var decision = Decide.Of(intent, said, clock.GetUtcNow());
            await save.HandleAsync(said, decision, ct);
        });
        if (writer.IsByCode && isAnswer)
            await senders.HandleAsync(writer.Group.Id, writer.Person.Value.Id, inbound, ct);
    }
}
