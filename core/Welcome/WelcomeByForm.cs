using Outreach.Ids;
using Outreach.Replies;

namespace Outreach.Welcome;

/// <summary>A new resident fills in the form of a poster, or a host does it for them. Where nobody can find them by what they gave, an organiser reads of them.</summary>
public sealed class WelcomeByForm(WelcomeResident welcome, TellOfSignUp organisers)
{
    /// <param name="text">What they say by the form, in their language.</param>
    public async Task HandleAsync(GroupId group, NewResident resident, string text, CancellationToken ct)
    {
        if ((await welcome.HandleAsync(group, resident, ct)).Problem is WelcomeProblem.OthersNumber)
            await organisers.OfOthersNumberAsync(group, null, resident.Candidate, text, ct);
    }
}
