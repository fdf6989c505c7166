using System.Globalization;
using Outreach.Lists;
using SQLitePCL;

namespace Benchmarks;

/// <summary>
/// A list through upload and import on the embedded store, beside a bare loop that writes the very same rows with one prepared statement into the same
/// kind of database. Each run is a process of its own; the two take turns. <c>import [rows] [runs]</c>
/// </summary>
internal static class Import
{
    private const int FloorRowsATransaction = 2000;

    public static async Task<string> RunAsync(string[] args)
    {
        var rows = args.Length > 0 ? args[0] : "100000";
        var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var (ours, floors) = (new List<Run>(), new List<Run>());
        for (var run = 0; run < runs; run++)
        {
            using var folder = new ScratchFolder();
            Contacts.Write(folder.File("list.csv"), int.Parse(rows, CultureInfo.InvariantCulture));
            ours.Add(await Run.InProcessAsync("import-run", folder.Path));
            floors.Add(await Run.InProcessAsync("import-floor", folder.Path, ours[^1].Count.ToString(CultureInfo.InvariantCulture)));
            Console.WriteLine($"import {Shown(ours[^1])}   floor {Shown(floors[^1])}   ratio {floors[^1].PerSecond / ours[^1].PerSecond:f1}, in CPU {ours[^1].CpuSeconds / floors[^1].CpuSeconds:f1}");
        }

        var rates = ours.ConvertAll(run => run.PerSecond);
        var cpu = Run.Median(ours.Select(run => run.CpuMicroseconds));
        return string.Create(CultureInfo.InvariantCulture, $"{Run.Median(rates):n0} rows/s ({rates.Min():n0} to {rates.Max():n0}), {Run.Median(ours.Select(run => run.People / run.WallSeconds)):n0} people/s, {cpu:f0} µs CPU a row (two free cores: {2e6 / cpu:n0} rows/s at most), at most {ours.Max(run => run.PeakMiB):f0} MiB; floor {Run.Median(floors.Select(run => run.PerSecond)):n0} rows/s, {Run.Median(floors.Select(run => run.CpuMicroseconds)):f0} µs CPU a row");
    }

    public static async Task OnceAsync(string folder)
    {
        var data = Path.Combine(folder, "data");
        await using (var product = await Product.OpenAsync(data))
        {
            var meter = new Meter();
            var list = await product.ImportAsync(Path.Combine(folder, "list.csv"));
            var (wall, cpu) = meter.Read();
            if (list.State is not ListState.Ready || list.Rows != list.Accepted + list.Merged + list.Suppressed + list.Rejected)
                throw new InvalidOperationException($"{list}");
            await Console.Error.WriteLineAsync($"{list.Rows} rows: {list.Accepted} accepted, {list.Merged} merged, {list.Rejected} rejected");
            new Run(list.Rows, list.Accepted, wall.TotalSeconds, cpu.TotalSeconds, Meter.PeakMiB()).Print();
        }
    }

    public static void Floor(string folder, double listRows)
    {
        Batteries_V2.Init();
        var rows = ReadRows(Path.Combine(folder, "data", "outreach.db"));
        using var db = Open(Path.Combine(folder, "floor.db"));
        foreach (var sql in new[]
        {
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 4000",
            "CREATE TABLE rows (id INTEGER PRIMARY KEY, partition INTEGER NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL)",
            "CREATE UNIQUE INDEX rows_key ON rows (partition, key)",
        })
            raw.sqlite3_exec(db, sql);
        var meter = new Meter();
        Insert(db, rows);
        var (wall, cpu) = meter.Read();
        new Run(listRows, rows.Count, wall.TotalSeconds, cpu.TotalSeconds, Meter.PeakMiB()).Print();
    }

    private static void Insert(sqlite3 db, List<(long Partition, byte[] Key, byte[] Json)> rows)
    {
        raw.sqlite3_prepare_v2(db, "INSERT INTO rows (partition, key, version, json) VALUES (?1, ?2, 1, ?3)", out var insert);
        using (insert)
        {
            foreach (var transaction in rows.Chunk(FloorRowsATransaction))
            {
                raw.sqlite3_exec(db, "BEGIN IMMEDIATE");
                foreach (var (partition, key, json) in transaction)
                {
                    raw.sqlite3_bind_int64(insert, 1, partition);
                    raw.sqlite3_bind_text(insert, 2, key);
                    raw.sqlite3_bind_text(insert, 3, json);
                    if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
                        throw new InvalidOperationException("the floor gave way");
                    raw.sqlite3_reset(insert);
                }

                raw.sqlite3_exec(db, "COMMIT");
            }
        }
    }

    private static List<(long, byte[], byte[])> ReadRows(string path)
    {
        using var db = Open(path);
        raw.sqlite3_prepare_v2(db, "SELECT partition, key, json FROM rows ORDER BY id", out var select);
        using (select)
        {
            var rows = new List<(long, byte[], byte[])>();
            while (raw.sqlite3_step(select) == raw.SQLITE_ROW)
                rows.Add((raw.sqlite3_column_int64(select, 0), raw.sqlite3_column_blob(select, 1).ToArray(), raw.sqlite3_column_blob(select, 2).ToArray()));
            return rows;
        }
    }

    private static sqlite3 Open(string path) =>
        raw.sqlite3_open(path, out var db) == raw.SQLITE_OK ? db : throw new InvalidOperationException(path);

    private static string Shown(Run run) => $"{run.PerSecond,8:n0} rows/s {run.CpuSeconds,6:f2} CPU s {run.PeakMiB,5:f0} MiB";
}
