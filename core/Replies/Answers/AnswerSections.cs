namespace Outreach.Replies.Answers;

/// <summary>What the lines of each section of an <see cref="AnswerFile"/> do in a text.</summary>
internal static class AnswerSections
{
    public static IEnumerable<(PieceKind Kind, string Line)> Lines(this AnswerFile file) =>
        Of(file).SelectMany(section => section.Lines.Select(line => (section.Kind, line)));

    private static IEnumerable<(PieceKind Kind, string[] Lines)> Of(AnswerFile file) =>
    [
        (PieceKind.NotStop, file.NotStop), (PieceKind.StopAnywhere, file.StopAnywhere), (PieceKind.Stop, file.Stop),
        (PieceKind.WrongNumber, file.WrongNumber), (PieceKind.NotMe, file.NotMe), (PieceKind.Question, file.Question),
        (PieceKind.Depends, file.Depends), (PieceKind.NextTime, file.NextTimes), (PieceKind.No, file.No), (PieceKind.Reason, file.Reasons), (PieceKind.Maybe, file.Maybe),
        (PieceKind.Correction, file.Corrections), (PieceKind.Wish, file.Wishes), (PieceKind.Yes, file.Yes), (PieceKind.Agree, file.Agree), (PieceKind.Help, file.Help), (PieceKind.Start, file.Start), (PieceKind.Late, file.Lates), (PieceKind.Hour, file.Hours), (PieceKind.Link, file.Links), (PieceKind.So, file.Conclusions),
        (PieceKind.Party, file.Party), (PieceKind.Both, file.Both), (PieceKind.Extra, file.Extra), (PieceKind.Alone, file.Alone),
        (PieceKind.Proviso, file.Provisos), (PieceKind.But, file.Buts), (PieceKind.Regret, file.Regrets), (PieceKind.Negation, file.Negations), (PieceKind.Condition, file.Conditions),
        (PieceKind.Filler, file.Fillers), (PieceKind.Closing, file.Closings), (PieceKind.Thanks, file.Thanks), (PieceKind.Courtesy, file.Courtesies), (PieceKind.Message, file.Messages),
    ];
}
