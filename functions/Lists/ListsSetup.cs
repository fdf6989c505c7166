using Outreach.Lists;

namespace Outreach.Functions.Lists;

internal static class ListsSetup
{
    public static void AddLists(this IServiceCollection services) =>
        services.AddSingleton<ListStore>().AddSingleton<KeptFiles>().AddSingleton<UploadList>().AddSingleton<ImportList>().AddSingleton<TakeInChunk>().AddSingleton<TakeIn>().AddSingleton<RequeueLists>().AddSingleton<SayWho>().AddSingleton<JoinPeople>().AddSingleton<FinishJoining>().AddSingleton<MoveBelongings>().AddSingleton<RejectedRows>().AddSingleton<ForgetInFiles>().AddSingleton<AnswerQuestion>().AddSingleton<FirstRows>()
            .AddSingleton<ReadColumns>().AddSingleton<ChooseColumns>().AddSingleton<ReadKnownContacts>().AddSingleton<PreviewList>().AddSingleton<PreviewStore>().AddSingleton<ConfirmList>().AddSingleton<DiscardList>().AddSingleton<UndoInShard>().AddSingleton<UndoList>().AddSingleton<ListView>().AddSingleton<ListCost>().AddSingleton<SayDouble>();
}
