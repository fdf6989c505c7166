using System.Xml;
using Outreach.Lists.Columns.Noes;

namespace Outreach.Lists.Files;

/// <summary>
/// A comment on a cell of a workbook that says no. It is a mark in the text of the cell, "Jan [opt-out]", so that a file which is kept without its comments still
/// says so. What else comments say is neither read nor kept.
/// </summary>
internal static class CommentedNo
{
    private const string Mark = "[opt-out]";

    public static string MarkOn(string text) => IsOn(text) ? text : $"{text} {Mark}".TrimStart();

    public static bool IsOn(string text) => text.EndsWith(Mark, StringComparison.Ordinal);

    public static string Without(string text) => IsOn(text) ? text[..^Mark.Length].TrimEnd() : text;

    /// <summary>The columns of the cells that have one, by row.</summary>
    public static ILookup<int, int> In(XlsxFile file, string sheet)
    {
        var found = new List<(int Column, int Row)>();
        foreach (var part in file.RelatedTo(sheet).Where(part => part.Kind is "comments" && file.Has(part.Path)))
        {
            using var xml = file.Read(part.Path);
            while (!xml.EOF)
            {
                if (xml.NodeType is not XmlNodeType.Element || xml.LocalName is not "comment" || xml.GetAttribute("ref") is not { } place)
                    xml.Read();
                else if (SaysNo(XlsxBook.TextIn(xml)) && MergedCells.Place(place.Replace("$", "", StringComparison.Ordinal)) is { } cell)
                    found.Add(cell);
            }
        }

        return found.ToLookup(cell => cell.Row, cell => cell.Column);
    }

    // The name of its author stands in a line of its own.
    private static bool SaysNo(string comment) => OptOutPhrases.Contains(comment) || comment.Split('\n').Any(OptOutPhrases.Contains);
}
