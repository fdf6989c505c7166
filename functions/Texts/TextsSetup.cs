using Outreach.Texts;

namespace Outreach.Functions.Texts;

internal static class TextsSetup
{
    public static void AddTexts(this IServiceCollection services) =>
        services.AddSingleton<OwnTextStore>().AddSingleton<WriteOwnText>().AddSingleton<FindLabels>().AddSingleton<ReadTexts>().AddSingleton<CheckTexts>().AddSingleton<TextDesk>().AddSingleton<WriteQuestions>();
}
