using Outreach.Meetings;
using Outreach.Records;

namespace Outreach.Functions.Meetings;

internal static class MeetingsSetup
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddSingleton<ReadUntold>();
        services.AddSingleton<DescribeMeeting>();
        services.AddSingleton<MeetingStore>();
        services.AddSingleton<CreateMeeting>();
        services.AddSingleton<ChangeMeeting>();
        services.AddSingleton<SettleSeats>();
        services.AddSingleton<RemoveMeeting>();
        services.AddSingleton<PaperLists>();
        services.AddSingleton<PostLetters>();
        services.AddSingleton<LetterBatches>();
        services.AddSingleton<FlyerPlaces>();
        services.AddSingleton<MeetingParts>();
        services.AddSingleton<GivePart>();
        services.AddSingleton<ReadParts>();
        services.AddSingleton<AddPlace>();
        services.AddSingleton<ReadPlaces>();
        services.AddSingleton<ReassignByHand>();
        services.AddSingleton<ReturnLetter>();
        services.AddSingleton<TellOfOldLetters>();
        services.AddSingleton<ReadLetters>();
        services.AddSingleton<ListInvitations>();
        services.AddSingleton<MarkAttendance>();
        services.AddSingleton<WalkIn>();
        services.AddSingleton<WhoWalksIn>();
        services.AddSingleton<InvitePerson>();
        services.AddSingleton<NoteEvaluation>();
    }
}
