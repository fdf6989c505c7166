using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Outreach.Tests.Browser;

/// <summary>The rules of WCAG 2.2 AA, as far as a program can see them.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What passes is not spelled out: that takes longer than to find what does not.</summary>
    private const string Check = """
        rules => axe.run(document, { runOnly: rules, resultTypes: ["violations"] })
            .then(result => result.violations.map(rule => rule.id + " at " + rule.nodes.map(node => node.html).join(", ")))
        """;

    private static readonly string[] All = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <param name="name">Of the page and how it is looked at; its picture is named so too.</param>
    public static Task CheckAsync(IPage page, string name) => CheckAsync(page, name, All);

    /// <summary>In light and in dark colors: the page is the same, so of the second only the colors are looked at.</summary>
    public static async Task CheckInBothColorsAsync(IPage page, string name)
    {
        await CheckAsync(page, $"{name}-Light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await CheckAsync(page, $"{name}-Dark", ["color-contrast"]);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private static async Task CheckAsync(IPage page, string name, string[] rules)
    {
        await Chromium.PictureAsync(page, name);
        // In the page itself: it has no frames, and the package would open a second page for each check.
        if (await page.EvaluateAsync<bool>("!window.axe"))
            await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<string[]>(Check, rules);
        Assert.True(violations.Length == 0, name + ": " + string.Join("; ", violations));
    }
}
