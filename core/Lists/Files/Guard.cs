using ExcelDataReader.Exceptions;

namespace Outreach.Lists.Files;

/// <summary>A workbook is in memory while it is read, so whatever a reader throws is about the file and not about us.</summary>
internal static class Guard
{
    public static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException e)
        {
            throw new UnreadableFileException(Unreadable.Encrypted, e);
        }
        catch (Exception e) when (e is not UnreadableFileException)
        {
            throw new UnreadableFileException(Unreadable.Damaged, e);
        }
    }
}
