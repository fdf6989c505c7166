using Outreach.Doors;
using Outreach.OptOuts;

namespace Outreach.Functions.Doors;

internal static class DoorsSetup
{
    public static void AddDoors(this IServiceCollection services)
    {
        services.AddSingleton<DoorStore>().AddSingleton<AddDoors>().AddSingleton<DivideDoors>().AddSingleton<ReadDoors>();
        services.AddSingleton<RecordKnock>().AddSingleton<AnswerAtDoor>().AddSingleton<StopAddress>().AddSingleton<DoorWalk>();
    }
}
