using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

internal static class MeetingsSetup
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddSingleton<ReadWhoKnows>().AddSingleton<DescribeMeeting>().AddSingleton<MeetingStore>().AddSingleton<CreateMeeting>().AddSingleton<ChangeMeeting>().AddSingleton<SettleSeats>().AddSingleton<RemoveMeeting>();
        services.AddSingleton<PaperLists>().AddSingleton<PostLetters>().AddSingleton<LetterBatches>().AddSingleton<FlyerPlaces>().AddSingleton<MeetingParts>().AddSingleton<GivePart>().AddSingleton<AddPlace>().AddSingleton<ReadPlaces>().AddSingleton<ReturnLetter>().AddSingleton<ReadLetters>().AddSingleton<ListInvitations>().AddSingleton<MarkAttendance>().AddSingleton<WalkIn>().AddSingleton<WhoWalksIn>().AddSingleton<InvitePerson>().AddSingleton<NoteEvaluation>();
    }
}
