using System.Globalization;
using System.Text;
using Outreach.Functions.Adapters.Sqlite;
using Outreach.Storage;
using SQLitePCL;

namespace Benchmarks;

/// <summary>
/// The embedded store beside the floor: the same rows through plain prepared statements in transactions of 500 people, and of one submit.
/// <c>storage [people] [rounds]</c>
/// </summary>
public static class Storage
{
    private const int RowsPerPerson = 5;
    private const int PeoplePerSubmit = RowRules.MaxOperations / RowsPerPerson;
    private const int Shards = 16;
    private const int InFlight = 16;

    public static async Task RunAsync(string[] args)
    {
        var people = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 40_000;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
        var submits = Submits(people);
        Console.WriteLine($"{people} people, {RowsPerPerson} rows each of {submits[0].Operations.Average(o => o.Json.Length):f0} bytes, in submits of {PeoplePerSubmit * RowsPerPerson}");
        for (var round = 0; round < rounds; round++)
        {
            Report("floor, 500 people a transaction", people, "people", InFolder(folder => Floor(folder, submits, 500 / PeoplePerSubmit)));
            Report("floor, a submit a transaction", people, "people", InFolder(folder => Floor(folder, submits, 1)));
            Report($"submits, {InFlight} waiting together", people, "people", await InFolderAsync(folder => SubmitAsync(folder, submits, InFlight)));
            Report("submits, one after the other", people, "people", await InFolderAsync(folder => SubmitAsync(folder, submits, 1)));
            Report("read one row", people, "rows", await InFolderAsync(folder => ReadAsync(folder, submits)));
            Report("messages, one after the other", 5_000, "messages", await InFolderAsync(folder => PassOnAsync(folder, 5_000, 1)));
            Report("messages, 4 receivers of 16", 40_000, "messages", await InFolderAsync(folder => PassOnAsync(folder, 10_000, 4)));
        }
    }

    private static async Task<(TimeSpan, TimeSpan)> SubmitAsync(string folder, List<Submit> submits, int inFlight)
    {
        await using var store = new SqliteStore(folder);
        var tables = new SqliteTables(store);
        var meter = new Meter();
        var waiting = new Queue<Task>();
        foreach (var submit in submits)
        {
            if (waiting.Count == inFlight)
                await waiting.Dequeue();
            waiting.Enqueue(tables.SubmitAsync("People", submit.Partition, submit.Operations, default));
        }

        await Task.WhenAll(waiting);
        return meter.Read();
    }

    private static async Task<(TimeSpan, TimeSpan)> ReadAsync(string folder, List<Submit> submits)
    {
        await using var store = new SqliteStore(folder);
        var tables = new SqliteTables(store);
        foreach (var submit in submits)
            await tables.SubmitAsync("People", submit.Partition, submit.Operations, default);
        var meter = new Meter();
        foreach (var submit in submits)
        {
            for (var i = 0; i < submit.Operations.Length; i += RowsPerPerson)
                _ = await tables.GetAsync("People", submit.Partition, submit.Operations[i].Key, default) ?? throw new InvalidOperationException("lost");
        }

        return meter.Read();
    }

    private static async Task<(TimeSpan, TimeSpan)> PassOnAsync(string folder, int each, int receivers)
    {
        await using var store = new SqliteStore(folder);
        var queues = new SqliteQueues(store, TimeProvider.System);
        var meter = new Meter();
        await Task.WhenAll(Enumerable.Range(0, receivers).Select(_ => Task.Run(async () =>
        {
            var batch = receivers == 1 ? 1 : 16;
            for (var done = 0; done < each; done += batch)
            {
                await Task.WhenAll(Enumerable.Range(0, batch).Select(n => queues.SendAsync("messages", $$"""{"person":"0a4k2m9q","n":{{n}}}""", TimeSpan.Zero, default)));
                for (var taken = 0; taken < batch;)
                {
                    var received = await queues.ReceiveAsync("messages", batch - taken, TimeSpan.FromMinutes(1), default);
                    await Task.WhenAll(received.Select(message => queues.DeleteAsync("messages", message, default)));
                    taken += received.Count;
                }
            }
        })));
        return await queues.CountAsync("messages", default) == 0 ? meter.Read() : throw new InvalidOperationException("left over");
    }

    private static (TimeSpan, TimeSpan) Floor(string folder, List<Submit> submits, int submitsATransaction)
    {
        Batteries_V2.Init();
        raw.sqlite3_open(Path.Combine(folder, "floor.db"), out var db);
        using (db)
        {
            foreach (var sql in new[]
            {
                "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 4000",
                "CREATE TABLE rows (id INTEGER PRIMARY KEY, partition INTEGER NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL)",
                "CREATE UNIQUE INDEX rows_key ON rows (partition, key)",
            })
                raw.sqlite3_exec(db, sql);
            raw.sqlite3_prepare_v2(db, "INSERT INTO rows (partition, key, version, json) VALUES (?1, ?2, ?3, ?4)", out var insert);
            using (insert)
                return Insert(db, insert, submits.Chunk(submitsATransaction));
        }
    }

    private static (TimeSpan, TimeSpan) Insert(sqlite3 db, sqlite3_stmt insert, IEnumerable<Submit[]> transactions)
    {
        var meter = new Meter();
        foreach (var transaction in transactions)
        {
            raw.sqlite3_exec(db, "BEGIN IMMEDIATE");
            foreach (var submit in transaction)
            {
                foreach (var operation in submit.Operations)
                {
                    raw.sqlite3_bind_int64(insert, 1, submit.Shard);
                    raw.sqlite3_bind_text(insert, 2, operation.Key);
                    raw.sqlite3_bind_int64(insert, 3, 1);
                    raw.sqlite3_bind_text(insert, 4, operation.Json.Span);
                    if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
                        throw new InvalidOperationException("the floor gave way");
                    raw.sqlite3_reset(insert);
                }
            }

            raw.sqlite3_exec(db, "COMMIT");
        }

        return meter.Read();
    }

    private static List<Submit> Submits(int people)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, people).Chunk(PeoplePerSubmit).Select((chunk, n) =>
            new Submit(n % Shards, [.. chunk.SelectMany(person => Rows(person, random))]))];
    }

    // As an import writes them: the contact by its hash, the rest by an id that rises with time.
    private static IEnumerable<Operation> Rows(int n, Random random)
    {
        var id = $"0a{n:x10}{random.Next(0xffff):x4}";
        foreach (var key in new[] { $"contact|{random.NextInt64():x16}{random.NextInt64():x16}", $"person|{id}", $"inv|20270301k3|{id}", $"msg|{id}|08dd5f0a2b{n:x6}", $"outbox|{id}" })
            yield return Operation.Insert(key, Encoding.UTF8.GetBytes(Json(id, n)));
    }

    private static string Json(string id, int n) =>
        $$"""{"person":"{{id}}","name":"Noor van der Invented {{n}}","language":"tr","channel":"sms","source":"list","wave":0,"state":"queued","at":"2027-03-01T09:00:00Z","by":"list-7","row":{{n}}}""";

    private static (TimeSpan Wall, TimeSpan Cpu) InFolder(Func<string, (TimeSpan, TimeSpan)> work) => InFolderAsync(folder => Task.FromResult(work(folder))).GetAwaiter().GetResult();

    private static async Task<(TimeSpan Wall, TimeSpan Cpu)> InFolderAsync(Func<string, Task<(TimeSpan, TimeSpan)>> work)
    {
        var folder = Directory.CreateTempSubdirectory("outreach-benchmark-").FullName;
        try
        {
            return await work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Report(string what, int count, string unit, (TimeSpan Wall, TimeSpan Cpu) took) =>
        Console.WriteLine($"{what,-34} {count / took.Wall.TotalSeconds,10:n0} {unit}/s {took.Cpu.TotalMicroseconds / count,8:f1} CPU us each");

    private sealed record Submit(int Shard, Operation[] Operations)
    {
        public string Partition { get; } = $"group|{Shard:x2}";
    }
}
