using System.Text;

namespace Outreach.Tests.Support;

/// <summary>The raw files under a program that runs: the database, its log, uploads, keys.</summary>
internal static class RawFiles
{
    public static IEnumerable<string> With(string folder, string trace)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != "serve.lock"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            if (bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace)) >= 0)
                yield return Path.GetRelativePath(folder, path);
        }
    }
}
