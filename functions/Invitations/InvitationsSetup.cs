using Outreach.Meetings;
using Outreach.Sending;

namespace Outreach.Functions.Invitations;

internal static class InvitationsSetup
{
    public static void AddInvitations(this IServiceCollection services)
    {
        services.AddSingleton<PostLetters>().AddSingleton<SendInvitations>().AddSingleton<SendBatch>().AddSingleton<Mailings>();
        services.AddSingleton<InvitationFacts>().AddSingleton<ListInvitations>().AddSingleton<MarkAttendance>().AddSingleton<WalkIn>().AddSingleton<InvitePerson>();
    }
}
