namespace Outreach.Functions.Adapters.Sqlite;

internal static class DataFolder
{
    /// <summary>Makes the folder if need be, for this account's eyes only: it holds people's names and numbers.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be made.</exception>
    public static string Prepare(string folder)
    {
        var path = Path.GetFullPath(folder);
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The data folder {path} cannot be made: {e.Message} Name a folder that this account may write in (--data).", e);
        }
    }
}
