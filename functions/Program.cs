using Outreach.Functions.Adapters;
using Outreach.Functions.Demo;
using Outreach.Functions.Funnel;
using Outreach.Functions.Hosting;
using Outreach.Functions.Invitations;
using Outreach.Functions.Lists;
using Outreach.Functions.Meetings;
using Outreach.Functions.Messages;
using Outreach.Functions.Nominations;
using Outreach.Functions.Operating;
using Outreach.Functions.People;
using Outreach.Functions.Reminders;
using Outreach.Functions.Replies;
using Outreach.Functions.Web;
using Outreach.Functions.Welcome;

if (Machine.Missing() is { } missing)
{
    // Past the console: it asks for the encoding, and with it for the culture that cannot be had.
    using var error = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
    error.Write(System.Text.Encoding.UTF8.GetBytes(missing + "\n"));
    return CommandLine.Failed;
}

return await CommandLine.RunAsync(
    args,
    [Serve.Verb(Site.Add, Site.Map), DemoVerb.Verb(Site.Add, Site.Map), CheckVerb.Verb(Site.Add), .. OperatingSetup.Verbs(Site.Add)],
    Console.Out,
    Console.Error);

/// <summary>What the program consists of.</summary>
internal static class Site
{
    public static void Add(WebApplicationBuilder builder, Launch launch)
    {
        builder.Services.AddAdapters(builder.Configuration, launch);
        builder.Services.AddPeople();
        builder.Services.AddMeetings();
        builder.Services.AddLists();
        builder.Services.AddInvitations();
        builder.Services.AddMessages();
        builder.Services.AddReplies();
        builder.Services.AddNominations();
        builder.Services.AddReminders();
        builder.Services.AddWelcome();
        builder.Services.AddFunnel();
        builder.Services.AddOperating();
        builder.Services.AddSite();
    }

    public static void Map(WebApplication app) => app.MapSite();
}
