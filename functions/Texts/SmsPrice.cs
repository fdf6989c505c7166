using System.Globalization;

namespace Outreach.Functions.Texts;

/// <summary>What an SMS part to a Dutch mobile costs about; the operator's own price: Outreach__SmsPrice.</summary>
internal static class SmsPrice
{
    private const decimal Usual = 0.10m;
    private const decimal MaxPrice = 100m;

    /// <exception cref="InvalidOperationException">It is no price. The settings are checked at start, so that no page finds out.</exception>
    public static decimal Of(IConfiguration configuration) => configuration["Outreach:SmsPrice"] is { Length: > 0 } text ? Read(text) : Usual;

    /// <summary>With a comma or a point before the cents.</summary>
    private static decimal Read(string text) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price <= MaxPrice
            ? price
            : throw new InvalidOperationException($"Outreach__SmsPrice is a price in euros, at most {MaxPrice}, such as 0.08; not '{text}'.");
}
