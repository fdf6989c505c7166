using Outreach.Texts;

namespace Outreach.Functions.Texts;

internal static class TextsSetup
{
    public static void AddTexts(this IServiceCollection services)
    {
        services.AddSingleton<OwnTextStore>();
        services.AddSingleton<WriteOwnText>();
        services.AddSingleton<FindLabels>();
        services.AddSingleton<ReadTexts>();
        services.AddSingleton<CheckTexts>();
        services.AddSingleton<TextDesk>();
        services.AddSingleton<WriteQuestions>();
    }
}
