using System.Globalization;
using Benchmarks;

switch (args)
{
    case ["storage", ..]:
        await Storage.RunAsync(args[1..]);
        break;
    case ["import", ..]:
        Console.WriteLine(await Import.RunAsync(args[1..]));
        break;
    case ["import-run", var folder]:
        await Import.OnceAsync(folder);
        break;
    case ["import-floor", var folder, var rows]:
        Import.Floor(folder, double.Parse(rows, CultureInfo.InvariantCulture));
        break;
    case ["send", ..]:
        Console.WriteLine(await Send.RunAsync(args[1..]));
        break;
    case ["send-run", var n, var reach]:
        await Send.OnceAsync(int.Parse(n, CultureInfo.InvariantCulture), Enum.Parse<Reach>(reach, ignoreCase: true));
        break;
    case ["transactions", ..]:
        Console.WriteLine(await Campaign.RunAsync(args[1..]));
        break;
    case ["account", ..]:
        Console.WriteLine(await Account.RunAsync(args[1..]));
        break;
    case ["answers", ..]:
        Console.WriteLine(Answers.Run(args[1..]));
        break;
    case ["start", ..]:
        Console.WriteLine(await Start.RunAsync(args[1..]));
        break;
    case ["load", ..]:
        Console.WriteLine(await Load.RunAsync(args[1..]));
        break;
    case ["sms", ..]:
        Console.WriteLine(await Sms.RunAsync(args[1..]));
        break;
    case ["shape"]:
        Console.Write(Shape.Run(Figures.Repository()));
        break;
    case ["all", ..]:
        await Figures.PrintAsync(args[1..]);
        break;
    default:
        Console.Error.WriteLine("Which one? storage, import, send, sms, transactions, account, answers, start, load, shape, all");
        return 2;
}

return 0;
