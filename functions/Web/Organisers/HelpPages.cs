namespace Outreach.Functions.Web.Organisers;

/// <summary>A page of help for each task, and how far these pages can be used by everybody. Open to whoever asks, also before they sign in.</summary>
internal static class HelpPages
{
    /// <summary>In the order in which a group meets them. The words are <c>help.task.title</c> and <c>help.task.steps</c>, a step on each line.</summary>
    public static readonly string[] Tasks = ["first", "list", "send", "questions", "paper", "door", "after", "names", "welcome", "privacy"];

    public static void MapHelpPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/help", (OrganiserPage page) => page.View<HelpPage>());
        pages.MapGet("/help/{task}", (string task, OrganiserPage page) => Tasks.Contains(task) ? page.View<HelpPage>(new { Task = task }) : page.NotFound());
        pages.MapGet("/accessibility", (OrganiserPage page) => page.View<AccessibilityPage>());
    }
}
