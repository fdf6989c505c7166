using Outreach.Lists.Files;

namespace Outreach.Lists;

internal static class OtherSheets
{
    /// <summary>The names of the sheets from here on that hold something; of those that cannot be read none, they are not read anyway.</summary>
    public static IReadOnlyList<string> Behind(ShownRows source)
    {
        var sheets = new List<string>();
        try
        {
            while (source.NextSheet())
            {
                if (source.Peek(1).Count > 0)
                    sheets.Add(source.Sheet);
            }
        }
        catch (UnreadableFileException)
        {
            // Those before it are known.
        }

        return sheets;
    }
}
