using Outreach.Sending;

namespace Outreach.Functions.Adapters;

internal static class OutcomeCode
{
    public static string Of(SendOutcome outcome) => outcome switch
    {
        SendOutcome.AddressBad(var code) => code,
        SendOutcome.OptedOut(var code) => code,
        SendOutcome.Refused(var code) => code,
        SendOutcome.TryLater(var code, _) => code,
        SendOutcome.ChannelStopped(var code, _) => code,
        SendOutcome.Unknown(var code) => code,
        _ => "",
    };
}
