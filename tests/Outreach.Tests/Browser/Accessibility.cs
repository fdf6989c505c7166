using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Outreach.Tests.Browser;

/// <summary>The rules of WCAG 2.2 AA, as far as a program can see them.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // What passes is not spelled out: that takes longer than to find what does not.
        ResultTypes = [ResultType.Violations],
    };

    /// <param name="name">Of the page and how it is looked at; its picture is named so too.</param>
    public static async Task CheckAsync(IPage page, string name)
    {
        await Chromium.PictureAsync(page, name);
        var result = await page.RunAxe(Wcag);
        Assert.True(result.Violations.Length == 0, name + ": " + string.Join("; ", result.Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Html))}")));
    }
}
