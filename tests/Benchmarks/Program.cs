using Benchmarks;

switch (args)
{
    case ["storage", ..]:
        await Storage.RunAsync(args[1..]);
        break;
    default:
        Console.Error.WriteLine("Which one? storage");
        return 2;
}

return 0;
