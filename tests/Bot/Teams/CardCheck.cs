using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Companion.Tests.Support;

namespace Companion.Bot.Tests.Teams;

/// <summary>
/// The checker of ../shared/clients/cards: the schema of Adaptive Cards 1.5, the official package, and Teams' own rules. Copied to a cache
/// outside the repository and installed there once.
/// </summary>
internal static class CardCheck
{
    private static readonly Lazy<(string? Folder, string Missing)> Installed = new(() => Install(Require.Shared("clients", "cards")));

    /// <summary>Fails unless every card passes; skips (or fails) the test when the checker is not there.</summary>
    public static async Task Passes(IReadOnlyDictionary<string, JsonObject> cards)
    {
        _ = Require.Shared("clients", "cards");
        var (folder, missing) = Installed.Value;
        Require.That(folder is not null, missing);
        foreach (var (name, card) in cards)
        {
            // One at a time: the official package's check of "lang" remembers where it stopped in the card before.
            using var node = Start("node", folder!, "check-card.mjs", "-");
            await node.StandardInput.WriteAsync(card.ToJsonString());
            node.StandardInput.Close();
            var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(node.ExitCode == 0 && !said.Contains("warning", StringComparison.Ordinal), $"{name}: {said}");
        }
    }

    private static (string?, string) Install(string source)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(source, "package.json"))))[..16];
        var cache = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.Create);
        var folder = Path.Combine(cache, ".cache", "companion-npm", "cards-" + key);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.GetFiles(source))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
            }

            var done = Path.Combine(folder, "installed");
            if (!File.Exists(done))
            {
                using var npm = Start("npm", folder, "install", "--ignore-scripts", "--no-audit", "--no-fund");
                npm.StandardInput.Close();
                npm.StandardOutput.ReadToEnd();
                npm.WaitForExit();
                if (npm.ExitCode != 0)
                {
                    return (null, "needs npm install to work in a copy of ../shared/clients/cards");
                }

                File.WriteAllText(done, "");
            }

            return (folder, "");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "needs Node and npm");
        }
    }

    private static Process Start(string program, string folder, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;
}
