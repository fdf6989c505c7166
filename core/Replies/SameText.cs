using Outreach.Ids;
using Outreach.Records;

namespace Outreach.Replies;

/// <summary>Whether two messages say the same to a reader. An automatic answer comes again and again, often with a number that counts up.</summary>
internal static class SameText
{
    /// <summary>In a short text a number is what it is about ("with 3?"); in a longer one that is otherwise the same it may be a reference.</summary>
    private const int LongText = 20;

    /// <summary>A Dutch number has ten; a local one, written without its area code, fewer.</summary>
    private const int PhoneDigits = 9;

    /// <summary>People, hours and days have two digits at most.</summary>
    private const int CountDigits = 2;

    /// <summary>Equal for what one person says twice in a day.</summary>
    public static string IdOf(PersonId? person, InboundEvent inbound)
    {
        var words = WordsOf(inbound.Words);
        return InboxItem.IdFrom(words.Length == 0 ? inbound.Id : $"{person?.Value ?? inbound.From}|{inbound.At.UtcDateTime:yyyyMMdd}|{words}");
    }

    private static string WordsOf(string? text)
    {
        var all = (text ?? "").ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var rest = string.Join(' ', all.Where((word, at) => !word.Any(char.IsDigit) || MayBePhone(word) || (at < all.Length - 1 && MayCount(word))));
        return rest.Count(char.IsLetter) >= LongText ? rest : string.Join(' ', all);
    }

    /// <summary>"With 4 children?", "at 14:30 please": a reference stands at the end, and has more digits or letters in it.</summary>
    private static bool MayCount(string word) =>
        word.All(c => char.IsDigit(c) || c is ':' or '.' or ',' or '-') && word.Split(':', '.', ',', '-').All(part => part.Length <= CountDigits);

    /// <summary>"Call me at 0201112223": another number is another question.</summary>
    private static bool MayBePhone(string word) => word[0] is '0' or '+' && word.Count(char.IsDigit) >= PhoneDigits;
}
