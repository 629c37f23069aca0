using System.Text.Json;
using Microsoft.Playwright;

namespace Companion.Tests.Support;

/// <summary>Checks a page with axe-core, by the rules of WCAG 2.2 AA and axe's own good practice.</summary>
public static class Axe
{
    private static readonly Lazy<string?> Script = new(Read);

    /// <summary>What is wrong with the page as it stands, a line each; skips (or fails) the test when axe-core is not there.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        Require.That(Script.Value is not null, "needs axe-core: install Node 20 and npm and build again");
        await page.EvaluateAsync(Script.Value!);
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run().then(r => r.violations)");
        return found.EnumerateArray()
            .Select(v => $"{v.GetProperty("id")}: {v.GetProperty("help")} {string.Join(" | ", v.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("html")))}")
            .ToList();
    }

    private static string? Read()
    {
        using var stream = typeof(Axe).Assembly.GetManifestResourceStream("axe.min.js");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }
}
