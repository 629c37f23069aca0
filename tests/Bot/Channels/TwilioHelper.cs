using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Companion.Tests.Support;

namespace Companion.Bot.Tests.Channels;

/// <summary>
/// Twilio's own Node helper, installed from tests/Bot/Twilio's lock file into a cache outside the repository, once for each lock.
/// </summary>
internal static class TwilioHelper
{
    private static readonly Lazy<(string? Folder, string Missing)> Installed = new(Install);

    /// <summary>Has the helper sign; skips (or fails) the test when there is no Node or npm.</summary>
    public static async Task<IReadOnlyList<SignedCall>> Sign(params IReadOnlyList<object> requests)
    {
        var (folder, missing) = Installed.Value;
        Require.That(folder is not null, missing);
        using var node = Start("node", folder!, "sign.mjs");
        foreach (var request in requests)
        {
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request));
        }

        node.StandardInput.Close();
        var answers = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return answers.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(answer => JsonSerializer.Deserialize<SignedCall>(answer, JsonSerializerOptions.Web)!)
            .ToList();
    }

    private static (string?, string) Install()
    {
        var source = Path.Combine(Repository.Root, "tests", "Bot", "Twilio");
        var key = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(source, "package-lock.json"))))[..16];
        var cache = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.Create);
        var folder = Path.Combine(cache, ".cache", "companion-npm", "twilio-" + key);
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
                using var npm = Start("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
                npm.StandardInput.Close();
                npm.StandardOutput.ReadToEnd();
                npm.WaitForExit();
                if (npm.ExitCode != 0)
                {
                    return (null, "needs npm ci to work in tests/Bot/Twilio");
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

/// <summary>A call as the helper signed it.</summary>
internal sealed record SignedCall(string Url, string Signature);
