using System.Text;
using Outreach.Functions.Adapters.Sqlite;

namespace Outreach.Functions.Adapters;

/// <summary>A small file that only this account may read, and that is there whole or not at all, whenever the machine stops.</summary>
internal static class SecretFile
{
    public static void Write(string path, string text)
    {
        var folder = DataFolder.Prepare(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():n}.unfinished");
        try
        {
            using (var file = PrivateFile.Write(temporary, FileMode.CreateNew))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            // Whoever came first stays: a key that somebody else already uses is not replaced.
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
