using Outreach.Contacts;
using Outreach.People;
using Outreach.Records;
using Outreach.Storage;

namespace Outreach.Lists;

/// <summary>Somebody with all that is known of them, to decide whether they are one with another.</summary>
internal sealed record Known(Stored<Person> Stored, IReadOnlyList<Stored<Invitation>> Invitations)
{
    public Person Person => Stored.Value;

    /// <summary>A message is on its way to them, or a welcome package.</summary>
    public bool IsUnderway { get; init; }
}

/// <summary>What a row calls somebody whom it shows to be two people we know.</summary>
/// <param name="IsSaid">An organiser has said that they are one: neither names nor answers tell otherwise.</param>
public readonly record struct NameOfRow(string? Name, bool IsSaid = false);

/// <summary>When two people whom a row of a list shows to be one are taken for one, who of them stays, and what they are together.</summary>
internal static class JoinRules
{
    /// <summary>Invitations that fit in one submit with their counts.</summary>
    private const int MaxInvitations = 40;

    private static readonly Reply[] LeastToMost = [Reply.None, Reply.Question, Reply.Yes, Reply.Maybe, Reply.No, Reply.Stop];

    /// <summary>Which record stays and which is merged away; null when that would be a guess, or would lose something.</summary>
    public static (Known Stays, Known Goes)? Choose(Known one, Known other, NameOfRow name)
    {
        if (!name.IsSaid && (!MayBeOne(one.Person.Name, other.Person.Name, name.Name) || AnsweredDifferently(one, other)))
            return null;
        var (stays, goes) = Life(one) > Life(other) || (Life(one) == Life(other) && IsOlder(one.Person, other.Person)) ? (one, other) : (other, one);
        return CanGo(goes, stays) ? (stays, goes) : CanGo(stays, goes) ? (goes, stays) : null;
    }

    /// <summary>What the two are together.</summary>
    public static Person Absorb(Person stays, Person goes, IReadOnlyList<ContactHash> contactsOfWhoGoes, IReadOnlyCollection<ContactHash> contactsOfBoth)
    {
        var together = Together(stays, goes, contactsOfWhoGoes, contactsOfBoth);
        return (AskedAt(stays) ?? AskedAt(goes)) is { } asked ? together with { Mobile = together.Mobile?.Asked(asked), Email = together.Email?.Asked(asked) } : together;
    }

    private static Person Together(Person stays, Person goes, IReadOnlyList<ContactHash> contactsOfWhoGoes, IReadOnlyCollection<ContactHash> contactsOfBoth) => stays with
    {
        Name = Newcomer.Longer(stays.Name, goes.Name),
        Language = stays.Language ?? goes.Language,
        Mobile = Together(stays.Mobile, goes.Mobile),
        Landline = Together(stays.Landline, goes.Landline),
        Email = Together(stays.Email, goes.Email),
        Address = stays.Address ?? goes.Address,
        Prefers = stays.Prefers ?? goes.Prefers,
        AddressStoppedAt = stays.AddressStoppedAt ?? goes.AddressStoppedAt,
        CallsRefusedAt = stays.CallsRefusedAt ?? goes.CallsRefusedAt,
        StoppedAt = stays.StoppedAt ?? goes.StoppedAt,
        Unasked = [.. stays.Unasked.Concat(goes.Unasked).OrderDescending().Take(Person.MaxUnasked)],
        ToldElseAt = Later(stays.ToldElseAt, goes.ToldElseAt),
        AskedToNominate = [.. stays.AskedToNominate.Union(goes.AskedToNominate)],
        TimesAsked = stays.TimesAsked + goes.TimesAsked,
        ThankedAt = Later(stays.ThankedAt, goes.ThankedAt),
        Answered = [.. stays.Answered.Concat(goes.Answered).OrderByDescending(answer => answer.At)],
        GivenUp = [.. stays.GivenUp.Union(goes.GivenUp)],
        AlsoAt = [.. stays.AlsoAt.Union(contactsOfWhoGoes.Where(contact => !contactsOfBoth.Contains(contact)))],
        LanguageHint = stays.LanguageHint ?? goes.LanguageHint,
        Wrong = [.. stays.Wrong.Union(goes.Wrong)],
        AlsoOn = [.. stays.AlsoOn.Union(goes.Lists).Where(list => list != stays.List)],
        ApartFrom = [.. stays.ApartFrom.Union(goes.ApartFrom)],
        Joined = [.. stays.Joined.Union(goes.Joined).Append(goes.Id).Distinct()],
    };

    /// <summary>Two invitations to one meeting become one: that which got further, with the answer that counts of both.</summary>
    public static Invitation Combine(Invitation mine, Invitation theirs)
    {
        var further = Life(theirs) > Life(mine) ? theirs with { Person = mine.Person, Code = mine.Code } : mine;
        var (said, before) = Outweighs(theirs, mine) ? (theirs, mine) : (mine, theirs);
        var seen = theirs.Attendance is Attendance.Attended && mine.Attendance is not Attendance.Attended ? theirs : further;
        return further with
        {
            Reply = said.Reply,
            Party = said.Party,
            Waiting = said.Waiting,
            RepliedAt = said.RepliedAt,
            Attendance = seen.Attendance,
            Came = seen.Came,
            PassOnCodes = [.. mine.PassOnCodes.Union(theirs.PassOnCodes)],
            Answers = before.Answers.Count == 0 ? said.Answers : said.Answers.Count == 0 ? before.Answers : before.Answers.Concat(said.Answers).GroupBy(answer => answer.Key).ToDictionary(same => same.Key, same => same.Last().Value),
            CreatedAt = mine.CreatedAt < theirs.CreatedAt ? mine.CreatedAt : theirs.CreatedAt,
            AskedCallAt = Later(mine.AskedCallAt, theirs.AskedCallAt),
            VisitSince = mine.VisitSince ?? theirs.VisitSince,
            NudgedAt = Later(mine.NudgedAt, theirs.NudgedAt),
        };
    }

    /// <summary>What has not left takes the way that there is to the two together.</summary>
    public static Invitation Follow(Invitation invitation, Person person) =>
        invitation.Delivery is Delivery.Created ? invitation with { Channel = ChannelOrder.First(person) ?? Channel.Door, Language = person.Language ?? invitation.Language } : invitation;

    /// <summary>A no or a stop to one of their numbers is one to both. Otherwise that is used to which they said yes.</summary>
    private static Contact? Together(Contact? mine, Contact? theirs)
    {
        if (mine is null || theirs is null)
            return mine ?? theirs;
        var stoppedAt = mine.StoppedAt ?? theirs.StoppedAt;
        if (mine.Ground.Basis is Basis.Refused)
            return mine with { StoppedAt = stoppedAt };
        if (theirs.Ground.Basis is Basis.Refused)
            return mine.On(theirs.Ground) with { StoppedAt = stoppedAt };
        if (stoppedAt is not null)
            return mine with { StoppedAt = stoppedAt };
        return !mine.Ground.AllowsUnasked && theirs.Ground.AllowsUnasked && theirs.IsOpen ? theirs : mine;
    }

    /// <summary>What stood on a form gets one message, however many of them turn out to be one person's.</summary>
    private static DateTimeOffset? AskedAt(Person person) =>
        person.Mobile is { IsUnconfirmed: true, AskedAt: { } sms } ? sms : person.Email is { IsUnconfirmed: true, AskedAt: { } email } ? email : null;

    private static bool MayBeOne(string? mine, string? theirs, string? given) =>
        SameName.MayBeOne(mine, theirs) && SameName.MayBeOne(mine, given) && SameName.MayBeOne(theirs, given);

    private static bool AnsweredDifferently(Known one, Known other) => Both(one, other).Any(both =>
        (IsAnswered(both.Mine) && IsAnswered(both.Theirs) && (both.Mine.Reply, both.Mine.Party) != (both.Theirs.Reply, both.Theirs.Party))
        || (both.Mine.Attendance is not Attendance.Unknown && both.Theirs.Attendance is not Attendance.Unknown && both.Mine.Attendance != both.Theirs.Attendance));

    // A question is not an answer yet, and a stop under one number is a stop, whatever the other answered.
    private static bool IsAnswered(Invitation invitation) => invitation.Reply is not (Reply.None or Reply.Question or Reply.Stop);

    /// <summary>Whose answer counts: a stop, then the latest. Of two at one moment the no, which cannot be put right once somebody was asked again.</summary>
    private static bool Outweighs(Invitation one, Invitation other) => Weight(one).CompareTo(Weight(other)) > 0;

    private static (bool IsStop, bool IsAnswered, DateTimeOffset At, int) Weight(Invitation invitation) =>
        (invitation.Reply is Reply.Stop, IsAnswered(invitation), invitation.RepliedAt ?? DateTimeOffset.MinValue, Array.IndexOf(LeastToMost, invitation.Reply));

    private static IEnumerable<(Invitation Mine, Invitation Theirs)> Both(Known one, Known other) =>
        one.Invitations.Join(other.Invitations, mine => mine.Value.Meeting, theirs => theirs.Value.Meeting, (mine, theirs) => (mine.Value, theirs.Value));

    /// <summary>Not while a message is on its way to the record, when it holds a place that the other does not, or when it has named neighbours.</summary>
    private static bool CanGo(Known goes, Known stays) =>
        !goes.IsUnderway && goes.Invitations.Count <= MaxInvitations
        && goes.Invitations.All(invitation => invitation.Value is { Nominations: 0, Waiting: false, Delivery: not (Delivery.Queued or Delivery.Sending) }
            && (goes.Person.StoppedAt is not null || stays.Person.StoppedAt is not null || !LosesPlace(invitation.Value, stays.Invitations.FirstOrDefault(mine => mine.Value.Meeting == invitation.Value.Meeting)?.Value)));

    private static bool LosesPlace(Invitation goes, Invitation? stays) =>
        goes.Reply is Reply.Yes && (stays is null || stays.Waiting || (Outweighs(goes, stays) && (stays.Reply is not Reply.Yes || stays.Party < goes.Party)));

    private static bool IsOlder(Person one, Person other) =>
        one.CreatedAt != other.CreatedAt ? one.CreatedAt < other.CreatedAt : string.CompareOrdinal(one.Id.Value, other.Id.Value) < 0;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other ? one : other ?? one;

    private static int Life(Known known) => known.Invitations.Select(invitation => Life(invitation.Value)).DefaultIfEmpty().Max();

    private static int Life(Invitation invitation) =>
        invitation.Attendance is not Attendance.Unknown ? 5
        : invitation.Reply is not (Reply.None or Reply.Question) ? 4
        : invitation.Reply is Reply.Question ? 3
        : invitation.SentAt is not null || invitation.Delivery is not Delivery.Created ? 2
        : 1;
}
