using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies;

namespace Outreach.Welcome;

/// <summary>What a new resident is asked on the welcome page.</summary>
public enum WelcomeQuestion
{
    /// <summary>Would you like to meet neighbours?</summary>
    Meet,

    /// <summary>Would you like to welcome the next one?</summary>
    WelcomeTheNext,
}

/// <param name="Words">What they pressed, in their language, as the organiser will read it.</param>
public sealed record WelcomeReply(WelcomeQuestion Question, bool Yes, string Words);

/// <summary>A new resident answers on the welcome page. A yes goes to the inbox, once: an organiser takes it from there.</summary>
public sealed class AnswerWelcome(WelcomeStore welcomes, AskQuestion ask, TimeProvider clock)
{
    /// <returns>False when nobody with this id is being welcomed.</returns>
    public async Task<bool> HandleAsync(GroupId group, PersonId person, WelcomeReply reply, CancellationToken ct)
    {
        if (await welcomes.ChangeAsync(group, person, current => Note(current, reply, clock.GetUtcNow()), ct) is not { } package)
            return false;
        if (reply.Yes && (reply.Question is WelcomeQuestion.Meet ? package.AnsweredAt : package.AnsweredNextAt) is { } at)
            await ask.HandleAsync(new Question(group, person, null, reply.Words, at), ct);
        return true;
    }

    /// <summary>Pressed again, it is the same answer.</summary>
    private static WelcomePackage Note(WelcomePackage package, WelcomeReply reply, DateTimeOffset now) => reply.Question switch
    {
        WelcomeQuestion.Meet when package.WantsToMeet != reply.Yes => package with { WantsToMeet = reply.Yes, AnsweredAt = now },
        WelcomeQuestion.WelcomeTheNext when package.WantsToWelcome != reply.Yes => package with { WantsToWelcome = reply.Yes, AnsweredNextAt = now },
        _ => package,
    };
}
