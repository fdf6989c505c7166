using System.Text;

namespace Outreach.Functions.Hosting.Commands;

internal static class Usage
{
    private const int Indent = 24;
    private const int Width = 80;

    public static string Text(IReadOnlyList<Verb> verbs)
    {
        var text = new StringBuilder("Usage: outreach [VERB] [OPTIONS]\n\n");
        foreach (var verb in verbs)
        {
            Line(text, "  " + string.Join(' ', new[] { verb.Name, verb.Operand }.Where(word => word is not null)), verb.Description);
            foreach (var option in verb.Options)
                Line(text, "      --" + option.Name + (option.Value is null ? "" : " " + option.Value), option.Description);
        }

        Line(text, "  help", "Shows every verb.");
        return text.Append("\nSettings are environment variables, or --Section:Key=value here.\n").ToString();
    }

    private static void Line(StringBuilder text, string what, string description)
    {
        text.Append(what.PadRight(Indent));
        var column = Math.Max(what.Length, Indent);
        foreach (var word in description.Split(' '))
        {
            if (column + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', Indent);
                column = Indent;
            }

            text.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        text.Append('\n');
    }
}
