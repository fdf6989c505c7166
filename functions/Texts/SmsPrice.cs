namespace Outreach.Functions.Texts;

/// <summary>What an SMS part to a Dutch mobile costs about; the operator's own price: Outreach__SmsPrice.</summary>
internal static class SmsPrice
{
    private const decimal Usual = 0.10m;

    public static decimal Of(IConfiguration configuration) => configuration.GetValue("Outreach:SmsPrice", Usual);
}
