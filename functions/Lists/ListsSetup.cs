using Outreach.Lists;

namespace Outreach.Functions.Lists;

internal static class ListsSetup
{
    public static void AddLists(this IServiceCollection services)
    {
        services.AddSingleton<ListStore>();
        services.AddSingleton<KeptFiles>();
        services.AddSingleton<UploadList>();
        services.AddSingleton<ImportList>();
        services.AddSingleton<TakeInChunk>();
        services.AddSingleton<TakeIn>();
        services.AddSingleton<RequeueLists>();
        services.AddSingleton<SayWho>();
        services.AddSingleton<JoinPeople>();
        services.AddSingleton<FinishJoining>();
        services.AddSingleton<MoveBelongings>();
        services.AddSingleton<RejectedRows>();
        services.AddSingleton<ForgetInFiles>();
        services.AddSingleton<ReadAgain>();
        services.AddSingleton<AnswerQuestion>();
        services.AddSingleton<FirstRows>();
        services.AddSingleton<ReadColumns>();
        services.AddSingleton<ChooseColumns>();
        services.AddSingleton<ReadKnownContacts>();
        services.AddSingleton<PreviewList>();
        services.AddSingleton<PreviewStore>();
        services.AddSingleton<ConfirmList>();
        services.AddSingleton<DiscardList>();
        services.AddSingleton<UndoInShard>();
        services.AddSingleton<OtherLife>();
        services.AddSingleton<UndoList>();
        services.AddSingleton<ListView>();
        services.AddSingleton<ListCost>();
        services.AddSingleton<SayDouble>();
    }
}
