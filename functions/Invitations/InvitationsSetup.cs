using Outreach.Functions.Hosting;
using Outreach.Invitations;
using Outreach.Storage;

namespace Outreach.Functions.Invitations;

internal static class InvitationsSetup
{
    public static void AddInvitations(this IServiceCollection services)
    {
        services.AddSingleton<SendInvitations>().AddSingleton<SendBatch>().AddSingleton<Mailings>();
        services.AddSingleton<InvitationFacts>().AddSingleton<ListInvitations>().AddSingleton<MarkAttendance>().AddSingleton<WalkIn>().AddSingleton<InvitePerson>();
        services.AddQueueFunction("SendInvitations", (sp, delivery, ct) =>
            sp.GetRequiredService<SendBatch>().HandleAsync(RowJson.ReadText<SendInvitationsJob>(delivery.Text), ct));
    }
}
