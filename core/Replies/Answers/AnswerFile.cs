namespace Outreach.Replies.Answers;

/// <summary>
/// What residents answer in one language: the file <c>core/Languages/{code}.answers.json</c>, for a translator to edit.
/// A line is a phrase as people write it; capitals, accents, punctuation and small misspellings do not matter.
/// <list type="bullet">
/// <item><c>a/b/-</c>: a choice; <c>-</c> is nothing, <c>_</c> a space inside a choice.</item>
/// <item><c>{n}</c>: one of <see cref="Numbers"/> or digits; <c>{clock}</c>: an hour.</item>
/// <item><c>{person}</c>: one or more of <see cref="People"/>, with the words before them; <c>{somebody}</c>: the same or a group, the number does not matter.</item>
/// <item><c>{name}</c>: one or more unknown names; <c>{names}</c>: two or more.</item>
/// </list>
/// <see cref="Times"/> may come between any two words. A text is understood only when every word of it is, so list the heart of a phrase and leave the rest to
/// <see cref="Fillers"/>.
/// The file <c>und.answers.json</c> holds what is the same in every language: emoji, laughter.
/// </summary>
internal sealed record AnswerFile
{
    /// <summary>A line for whoever opens the file.</summary>
    public required string About { get; init; }

    public required string[] Yes { get; init; }

    /// <summary>A yes unless something weightier is beside it: "ok, I cannot come" is a no.</summary>
    public required string[] Agree { get; init; }

    /// <summary>A yes that a "but" may take back: "would love to".</summary>
    public required string[] Wishes { get; init; }

    public required string[] No { get; init; }

    /// <summary>Why somebody does not come. With nothing else it is a no: "night shift", "in hospital".</summary>
    public required string[] Reasons { get; init; }

    /// <summary>Another time, and so not this time: beside a no or a regret, a yes with it is about that time.</summary>
    public required string[] NextTimes { get; init; }

    /// <summary>Beside a no or a reason they change nothing, beside a yes they raise a doubt: "unfortunately".</summary>
    public required string[] Regrets { get; init; }

    public required string[] Maybe { get; init; }

    /// <summary>Beside a yes they make it a maybe, whatever they bring in: "if my", "unless". A word may end or begin with <c>*</c>: "*irse".</summary>
    public required string[] Provisos { get; init; }

    /// <summary>Whether somebody comes hangs on what follows, whatever that is: with nothing else it is a maybe.</summary>
    public required string[] Depends { get; init; }

    public required string[] Buts { get; init; }

    /// <summary>When somebody comes or goes, within the meeting: "half an hour later".</summary>
    public required string[] Lates { get; init; }

    /// <summary>An hour, which may be when somebody comes: "at {clock}". Beside a sure yes it changes nothing.</summary>
    public required string[] Hours { get; init; }

    /// <summary>What a new part of a sentence begins with: "because".</summary>
    public required string[] Links { get; init; }

    /// <summary>The same, and what follows is the answer: "so".</summary>
    public required string[] Conclusions { get; init; }

    /// <summary>A stop when it is all that a sentence says: "Stop, please".</summary>
    public required string[] Stop { get; init; }

    /// <summary>A stop whatever is around it: "no more messages".</summary>
    public required string[] StopAnywhere { get; init; }

    /// <summary>Holds a stop word and is none: "bus stop", "do not stop".</summary>
    public required string[] NotStop { get; init; }

    public required string[] Help { get; init; }

    public required string[] Start { get; init; }

    public required string[] Question { get; init; }

    public required string[] WrongNumber { get; init; }

    /// <summary>May be beside a wrong number: "who is this"; and "I am not", with a name after it.</summary>
    public required string[] NotMe { get; init; }

    /// <summary>How many come in all: "{n} people".</summary>
    public required string[] Party { get; init; }

    /// <summary>Two people: "both of us".</summary>
    public required string[] Both { get; init; }

    /// <summary>How many come besides: "with my {person}", "and {n} children".</summary>
    public required string[] Extra { get; init; }

    /// <summary>That nobody comes along: "alone". Beside a yes it makes it one person, whatever was said before.</summary>
    public required string[] Alone { get; init; }

    /// <summary>Who may come along, and how many that is: "sister" 1, "parents" 2.</summary>
    public required Dictionary<string, int> People { get; init; }

    /// <summary>What may follow a person: "of {n}".</summary>
    public required string[] Ages { get; init; }

    /// <summary>Takes back what was said before it: "oh no, wait".</summary>
    public required string[] Corrections { get; init; }

    /// <summary>The words in which a stop is asked for, in the same part of a sentence: "I want", "could you". They say no more than the stop does.</summary>
    public required string[] Requests { get; init; }

    /// <summary>Behind a greeting it says who writes: "hallo, met Joke".</summary>
    public required string[] Introductions { get; init; }

    /// <summary>What we hold of them: a stop that asks about it asks for more than silence. "Erase my data".</summary>
    public string[]? TheirData { get; init; }

    /// <summary>Words of a stop that call off a place as well: "cancel". With why, or for when, they do that and nothing more.</summary>
    public required string[] Cancels { get; init; }

    /// <summary>Words of a stop that say something else beside others: "enough", "leave it". Alone they are one.</summary>
    public required string[] WeakStops { get; init; }

    /// <summary>When it is, and small words that may be inside a phrase: "that evening", "unfortunately".</summary>
    public required string[] Times { get; init; }

    /// <summary>People by more than one, of whom a number must be told: "children".</summary>
    public required string[] Groups { get; init; }

    /// <summary>What comes before a person: "my", "the little".</summary>
    public required string[] Determiners { get; init; }

    /// <summary>What comes between two persons: "and".</summary>
    public required string[] Joins { get; init; }

    /// <summary>Of these, what comes between two sentences as well.</summary>
    public required string[] Ands { get; init; }

    /// <summary>Words for the one who writes: "I", "we"; and verbs that say so on their own: "gelirim".</summary>
    public required string[] Selves { get; init; }

    /// <summary><see cref="Selves"/> that start a new sentence without a full stop: "I". Leave empty if "that" may be left out before them: "he thinks I come".</summary>
    public required string[] Openers { get; init; }

    /// <summary>When the meeting is: "then", "evening", "Tuesday". A reason not to come that is at that time is a no whatever follows. A language may do without.</summary>
    public string[]? Moments { get; init; }

    /// <summary>What somebody may need of us: "interpreter", "halal". A person reads what is said on condition of it. A language may do without.</summary>
    public string[]? Needs { get; init; }

    /// <summary>Somebody else: "he", "they". A stop right behind it is theirs. A language may do without.</summary>
    public string[]? Others { get; init; }

    /// <summary>What one calls somebody: "love", "my girl". Right behind a yes, a no, thanks or a greeting it does not name a companion.</summary>
    public required string[] Addresses { get; init; }

    /// <summary>Words of coming and being able to. A phrase with one of them says it in full; in words that are not understood they may say it of somebody else.</summary>
    public required string[] Coming { get; init; }

    /// <summary>Of these, what means nothing of the kind before another word: "bij" in "bij de bakker".</summary>
    public required string[] Prepositions { get; init; }

    /// <summary>That somebody is glad of it, "fun": beside a bare yes it makes it sure, beside a bare no it raises a doubt.</summary>
    public required string[] Pleasures { get; init; }

    /// <summary>Words that a person should read when the sentence around them is not understood: "wheelchair", "call".</summary>
    public required string[] Weighty { get; init; }

    public required Dictionary<string, int> Numbers { get; init; }

    /// <summary>How a word is written too, in dialect or in haste: "niet" as "nie nit".</summary>
    public required Dictionary<string, string> Spellings { get; init; }

    /// <summary>What sounds alike, for those who write what they hear: "ei" as "ij"; <c>$</c> is the end of a word.</summary>
    public required Dictionary<string, string> Sounds { get; init; }

    /// <summary>Left over beside a yes or a stop, it may turn it round: a person reads the text.</summary>
    public required string[] Negations { get; init; }

    /// <summary>Something is attached to the answer ("but", "if"): a person reads the text.</summary>
    public required string[] Conditions { get; init; }

    /// <summary>Words that change nothing, in this language only: "I", "certainly".</summary>
    public required string[] Fillers { get; init; }

    /// <summary>These are known in texts of every other language too. With nothing else they end a conversation.</summary>
    public required string[] Thanks { get; init; }

    /// <summary>Greetings and excuses, known in every language like <see cref="Thanks"/>.</summary>
    public required string[] Courtesies { get; init; }

    /// <summary>The end of a letter; unknown words after it are a name or a signature (<see cref="Names"/>): "regards Ans".</summary>
    public required string[] Closings { get; init; }

    /// <summary>What we send, in the words of people who want no more of it: "messages", "reminders".</summary>
    public required string[] Messages { get; init; }
}
