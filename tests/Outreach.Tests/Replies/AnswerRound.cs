namespace Outreach.Tests.Replies;

/// <summary>A set of answers and how it was read before anybody looked at it.</summary>
/// <param name="Folder">Below <c>Answers</c>.</param>
/// <param name="FirstRun">Read right on the first run, in percent; the reader was improved with most sets afterwards.</param>
/// <param name="FirstWrong">Read wrong on the first run.</param>
/// <param name="AtLeast">What must be read right now, as a share; none may be read wrong.</param>
/// <param name="Writers">Whose words they are, and what was read wrong.</param>
public sealed record AnswerRound(string Folder, double FirstRun, int FirstWrong, double AtLeast, string Writers)
{
    public static readonly IReadOnlyList<AnswerRound> All =
    [
        new("Round01", 93.7, 0, 0.95, "the first that was kept apart"),
        new("Round02", 88.3, 1, 0.97, "by writers who had not looked at the words of the reader, as all that follow"),
        new("Round03", 91.8, 0, 0.97, "never looked at to improve the reader"),
        new("Round04", 68.2, 2, 0.97, "half of it Dutch, in the words of hasty thumbs"),
        new("Round05", 75.4, 0, 0.96, "the same kind"),
        new("Round06", 95.3, 5, 0.97, "most of it short, as most answers are; wrong were conditions (\"if I find a sitter\") that were read as a maybe"),
        new("Round07", 81.0, 3, 0.94, "the old, the young and those with little Dutch; wrong: a condition, \"Gr Kees\" as the Turkish for stop, \"my girl\" as somebody who comes along"),
        new("Round08", 90.7, 0, 0.9, "as most answers are"),
        new("Round09", 80.5, 0, 0.96, "dialects, dictation, street talk, people who find letters hard"),
        new("Round10", 83.1, 0, 0.95, "the same writers"),
        new("Round11", 78.9, 0, 0.96, "the same writers"),
        new("Round12", 95.5, 0, 0.97, "plain answers"),
        new("Round13", 82.0, 0, 0.97, "dialect, dictation, little Dutch, hours and names"),
        new("Round14", 82.8, 2, 0.96, "the same kind from others; wrong: \"oma komt\" as two people, a condition on us as a maybe"),
        new("Round15", 81.1, 2, 0.97, "the same kind; wrong: a condition on us as a maybe, another day"),
        new("Round16", 90.5, 0, 0.96, "the ordinary answers of a street, by two writers"),
        new("Round17", 84.4, 1, 0.96, "of two other streets; wrong: a condition on us as a maybe"),
        new("Round18", 88.5, 1, 0.98, "many people, each in a way of their own; the last 287 of 1,774"),
        new("Round19", 94.3, 1, 0.97, "as most answers are; wrong here and below: \"erase all my data\", a stop of which a person reads the rest"),
        new("Round20", 92.3, 1, 0.96, "much of it Flemish"),
        new("Round21", 95.3, 2, 0.98, "as most answers are; wrong besides: a quoted mail of ours whose lines ran together"),
        new("Round22", 97.0, 0, 0.98, "as most answers are"),
        new("Round23", 93.7, 4, 0.97, "wrong: \"the wife and 3 children\" as four with the one who writes, and data to erase"),
        new("Round24", 93.0, 1, 0.97, "wrong: Arabic \"and my children\", unknown behind its \"and\""),
        new("Round25", 90.0, 1, 0.97, "many with little schooling; wrong: \"I cannot that day but the day after\""),
        new("Round26", 76.0, 2, 0.95, "dialect, dictation, jokes, long excuses, no punctuation; wrong: data to erase, a condition on us in Tigrinya"),
        new("Round27", 84.7, 2, 0.97, "people who write as they speak; wrong: data to erase"),
        new("Round28", 94.7, 0, 0.94, "ordinary answers; three that went to a person are a bare number, which is never an answer"),
        new("Round29", 82.7, 4, 0.94, "illness, journeys and conditions; those on which readers differ are left out"),
        new("Round30", 93.0, 3, 0.94, "ordinary answers; wrong: data to erase"),
        new("Round31", 90.3, 1, 0.95, "ordinary answers, many of people who changed their minds; wrong: \"I do not live there any more\" as a no"),
        new("Round32", 88.0, 2, 0.91, "ordinary answers; wrong: \"my husband will be there\" as two people, data to erase"),
        new("Round33", 78.7, 1, 0.95, "long excuses, letters and people who have moved; wrong: data to erase"),
        new("Round34", 89.7, 0, 0.97, "ordinary answers"),
        new("Round35", 72.0, 1, 0.91, "in the voices of widows, night nurses, students, shopkeepers and people cross with us; wrong: a daughter who writes what her mother says"),
        new("Round36", 68.7, 2, 0.89, "the old, shift workers, students and polite letters, half of them mixed with Dutch; wrong: a total behind those it counts, company in a second language"),
        new("Round37", 85.7, 1, 0.96, "as most answers are, a third of them long; wrong: a Turkish wife who was taken for the one addressed"),
    ];
}
