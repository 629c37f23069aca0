using Microsoft.Playwright;
using Xunit;

namespace Companion.Tests.Support;

/// <summary>The system's Chromium, started at the first use; it can reach this machine and nothing else.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A fresh browser window, with its own cookies; skips (or fails) the test when there is no Chromium.</summary>
    /// <param name="width">Width in CSS pixels: 360 is a small phone.</param>
    /// <param name="javaScript">False for a browser without JavaScript.</param>
    public async Task<IPage> Open(int width = 1280, bool javaScript = true)
    {
        var context = await (await Start()).NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = javaScript,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
            HasTouch = width < 600,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task<IBrowser> Start()
    {
        var chromium = Environment.GetEnvironmentVariable("COMPANION_TEST_CHROMIUM") ?? Array.Find(Places, File.Exists);
        Require.That(chromium is not null, "needs Chromium: install Debian's chromium, or set COMPANION_TEST_CHROMIUM");
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = chromium,
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                    "--proxy-server=direct://",
                ],
            });
        }
        finally
        {
            starting.Release();
        }
    }
}
