using Outreach.Functions.Adapters;
using Outreach.Functions.Calls;
using Outreach.Functions.Demo;
using Outreach.Functions.Doors;
using Outreach.Functions.Funnel;
using Outreach.Functions.Hosting;
using Outreach.Functions.Hosting.Commands;
using Outreach.Functions.Hosting.Standalone;
using Outreach.Functions.Hosting.Worker;
using Outreach.Functions.Lists;
using Outreach.Functions.Meetings;
using Outreach.Functions.Nominations;
using Outreach.Functions.Operating;
using Outreach.Functions.OptOuts;
using Outreach.Functions.People;
using Outreach.Functions.Privacy;
using Outreach.Functions.Reminders;
using Outreach.Functions.Replies;
using Outreach.Functions.Sending;
using Outreach.Functions.Team;
using Outreach.Functions.Texts;
using Outreach.Functions.Web;
using Outreach.Functions.Welcome;

if (Machine.Missing() is { } missing)
{
    // Not through Console: it would load the culture data that is missing.
    using var error = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
    error.Write(System.Text.Encoding.UTF8.GetBytes(missing + "\n"));
    return CommandLine.Failed;
}

if (WorkerHost.IsStartedBy(args))
    return await WorkerHost.RunAsync(args, Site.Add, Site.Use);

return await CommandLine.RunAsync(
    args,
    [Serve.Verb(Site.Add, Site.Use), DemoVerb.Verb(Site.Add, Site.Use), CheckVerb.Verb(Site.Add), .. TeamSetup.Verbs(Site.Add), .. OperatingSetup.Verbs(Site.Add)],
    Console.Out,
    Console.Error);

/// <summary>What the program consists of.</summary>
internal static class Site
{
    public static void Add(IHostApplicationBuilder builder, Launch launch)
    {
        builder.Services.AddAdapters(builder.Configuration, launch);
        builder.Services.AddFeatures();
        builder.Services.AddSite(builder.Configuration);
    }

    /// <summary>All but what is behind the ports and in front of the use cases.</summary>
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddTeam();
        services.AddPeople();
        services.AddMeetings();
        services.AddOptOuts();
        services.AddLists();
        services.AddTexts();
        services.AddPrivacy();
        services.AddSending();
        services.AddReplies();
        services.AddNominations();
        services.AddDoors();
        services.AddCalls();
        services.AddReminders();
        services.AddWelcome();
        services.AddFunnel();
        services.AddOperating();
    }

    /// <summary>The same pipeline behind the Functions host and standalone. Nothing is in it but what is named there.</summary>
    public static void Use(IApplicationBuilder app) => app.UseSite();
}
