using Outreach.Doors;
using Outreach.OptOuts;
using Outreach.Privacy;

namespace Outreach.Functions.Doors;

internal static class DoorsSetup
{
    public static void AddDoors(this IServiceCollection services)
    {
        services.AddSingleton<DoorStore>().AddSingleton<AddDoors>().AddSingleton<AddDoorFile>().AddSingleton<DivideDoors>().AddSingleton<ReadDoors>().AddSingleton<ReadDoorResults>();
        services.AddSingleton<RecordKnock>().AddSingleton<AnswerAtDoor>().AddSingleton<WhoOpened>().AddSingleton<StopAddress>().AddSingleton<PlanDoors>().AddSingleton<DoorWalk>().AddSingleton<DoorRoundView>().AddSingleton<KnockByCall>().AddSingleton<IForgets, ForgetDoors>();
    }
}
