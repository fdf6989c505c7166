using Outreach.Functions.Hosting;

return await CommandLine.RunAsync(args, [Serve.Verb(static (_, _) => { }, static _ => { })], Console.Out, Console.Error);
