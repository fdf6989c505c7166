using Outreach.Ids;
using Outreach.Records;
using Outreach.Replies;
using Outreach.Storage;

namespace Outreach.Welcome;

/// <summary>A new resident says on the welcome page whether they want to meet their neighbours. A yes goes to the inbox, once: an organiser invites them.</summary>
public sealed class AnswerWelcome(WelcomeStore welcomes, AskQuestion ask, TimeProvider clock)
{
    /// <param name="words">What they pressed, in their language, as the organiser will read it.</param>
    /// <returns>False when nobody with this id is being welcomed.</returns>
    public async Task<bool> HandleAsync(GroupId group, PersonId person, bool wantsToMeet, string words, CancellationToken ct)
    {
        var package = await Retry.OnConflictAsync(async () =>
        {
            if (await welcomes.FindAsync(group, person, ct) is not { } stored)
                return null;
            if (stored.Value.WantsToMeet == wantsToMeet)
                return stored.Value;
            var after = stored.Value with { WantsToMeet = wantsToMeet, AnsweredAt = clock.GetUtcNow() };
            await welcomes.SaveAsync(group, stored, after, ct);
            return after;
        });
        if (package is { WantsToMeet: true, AnsweredAt: { } at })
            await ask.HandleAsync(new Question(group, person, null, words, at), ct);
        return package is not null;
    }
}
