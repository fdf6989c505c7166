using Outreach.Doors;
using Outreach.OptOuts;
using Outreach.Privacy;

namespace Outreach.Functions.Doors;

internal static class DoorsSetup
{
    public static void AddDoors(this IServiceCollection services)
    {
        services.AddSingleton<DoorStore>();
        services.AddSingleton<AddDoors>();
        services.AddSingleton<AddDoorFile>();
        services.AddSingleton<DivideDoors>();
        services.AddSingleton<ReadDoors>();
        services.AddSingleton<ReadDoorResults>();
        services.AddSingleton<RecordKnock>();
        services.AddSingleton<AnswerAtDoor>();
        services.AddSingleton<WhoOpened>();
        services.AddSingleton<StopAddress>();
        services.AddSingleton<PlanDoors>();
        services.AddSingleton<DoorWalk>();
        services.AddSingleton<DoorRoundView>();
        services.AddSingleton<KnockByCall>();
        services.AddSingleton<IForgets, ForgetDoors>();
    }
}
