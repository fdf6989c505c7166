using Outreach.Functions.Hosting;
using Outreach.Lists;
using Outreach.Storage;

namespace Outreach.Functions.Lists;

internal static class ListsSetup
{
    public static void AddLists(this IServiceCollection services)
    {
        services.AddSingleton<ListStore>().AddSingleton<UploadList>().AddSingleton<ImportList>().AddSingleton<RejectedRows>();
        services.AddQueueFunction("ImportList", (sp, delivery, ct) =>
            sp.GetRequiredService<ImportList>().HandleAsync(RowJson.ReadText<ImportListJob>(delivery.Text), ct));
    }
}
