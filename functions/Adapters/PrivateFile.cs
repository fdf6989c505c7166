namespace Outreach.Functions.Adapters;

/// <summary>A file that only this account may read, from the moment it is there.</summary>
internal static class PrivateFile
{
    public static FileStream Write(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
