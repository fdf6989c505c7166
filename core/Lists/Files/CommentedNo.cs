using System.Text.RegularExpressions;
using System.Xml;
using Outreach.Lists.Columns;
using Outreach.Lists.Columns.Noes;
using Outreach.Records;

namespace Outreach.Lists.Files;

/// <summary>
/// A comment on a cell of a workbook that says no. It is a mark in the text of the cell, "Jan [opt-out]", so that a file which is kept without its comments still
/// says so. What else comments say is neither read nor kept.
/// </summary>
internal static partial class CommentedNo
{
    private const string Mark = "[opt-out]";

    private const string Doubt = "[opt-out?]";

    public static string MarkOn(string text, bool isSure = true) => IsOn(text) ? text : $"{text} {(isSure ? Mark : Doubt)}".TrimStart();

    /// <summary>The mark of one text on another that stands in its place.</summary>
    public static string Moved(string from, string to) => IsOn(from) ? MarkOn(to, IsSure(from)) : to;

    public static bool IsOn(string text) => IsSure(text) || text.EndsWith(Doubt, StringComparison.Ordinal);

    /// <summary>The comment says no, and not only that it may.</summary>
    public static bool IsSure(string text) => text.EndsWith(Mark, StringComparison.Ordinal);

    public static string Without(string text) => IsOn(text) ? text[..text.LastIndexOf('[')].TrimEnd() : text;

    /// <summary>The columns of the cells that have one, by row.</summary>
    public static ILookup<int, (int Column, bool IsSure)> In(XlsxFile file, string sheet)
    {
        var found = new List<(int Column, int Row, bool IsSure)>();
        foreach (var part in file.RelatedTo(sheet).Where(part => part.Kind is "comments" && file.Has(part.Path)))
        {
            using var xml = file.Read(part.Path);
            while (!xml.EOF)
            {
                if (xml.NodeType is not XmlNodeType.Element || xml.LocalName is not "comment" || xml.GetAttribute("ref") is not { } place)
                    xml.Read();
                else if (SaidIn(XlsxBook.TextIn(xml)) is { } isSure && MergedCells.Place(place.Replace("$", "", StringComparison.Ordinal)) is { } cell)
                    found.Add((cell.Column, cell.Row, isSure));
            }
        }

        return found.ToLookup(cell => cell.Row, cell => (cell.Column, cell.IsSure));
    }

    /// <returns>Whether it is sure; null when the comment says nothing of the kind.</returns>
    private static bool? SaidIn(string comment)
    {
        // The name of its author stands in a line of its own.
        string[] lines = [.. comment.Split('\n').Select(line => line.Trim()).Prepend(comment).Where(line => !OfAnybody().IsMatch(line))];
        return Array.Exists(lines, OptOutPhrases.Contains) ? true : Array.Exists(lines, MaySayNo) ? false : null;
    }

    // How the list is to be kept: "wie niet benaderd wil worden, hier niet opschrijven".
    [GeneratedRegex(@"^\s*(?:wie|als iemand|indien iemand|mensen die|personen die|those who|whoever|if somebody|wer)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfAnybody();

    private static bool MaySayNo(string line) => NotesOfNo.MayBe(line) || CellsOfNo.IsPlain(line) || (NotesOfWrong.Of(line) & ~Ways.Post) is not Ways.None;
}
