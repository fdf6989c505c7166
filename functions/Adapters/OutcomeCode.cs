using Outreach.Records;

namespace Outreach.Functions.Adapters;

internal static class OutcomeCode
{
    public static string Of(MessageEvent outcome) => outcome switch
    {
        MessageEvent.AddressBad(var code) => code,
        MessageEvent.OptedOut(var code) => code,
        MessageEvent.Refused(var code) => code,
        MessageEvent.TryLater(var code, _) => code,
        MessageEvent.ChannelStopped(var code, _) => code,
        MessageEvent.Unknown(var code) => code,
        _ => "",
    };
}
