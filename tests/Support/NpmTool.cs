using System.Diagnostics;
using System.Security.Cryptography;

namespace Companion.Tests.Support;

/// <summary>A small Node program with its packages, copied to a cache outside the repository and installed there once for each lock or list of packages.</summary>
/// <param name="name">What the cache is called.</param>
/// <param name="source">The folder it is copied from.</param>
/// <param name="packages">The file in it that says which packages; another content is another installation.</param>
/// <param name="install">npm's verb: "ci" with a lock, "install" without.</param>
public sealed class NpmTool(string name, Func<string> source, string packages, string install)
{
    private readonly Lazy<(string? Folder, string Missing)> installed = new(() => Install(name, source(), packages, install));

    /// <summary>Runs a script of it on some words; what it printed, and its exit code. Skips (or fails) the test where there is no Node or npm.</summary>
    public async Task<(string Said, int ExitCode)> Run(string words, CancellationToken cancel, params string[] script)
    {
        var (folder, missing) = installed.Value;
        Require.That(folder is not null, missing);
        using var node = Start("node", folder!, script);
        await node.StandardInput.WriteAsync(words);
        node.StandardInput.Close();
        var said = await node.StandardOutput.ReadToEndAsync(cancel);
        await node.WaitForExitAsync(cancel);
        return (said, node.ExitCode);
    }

    private static (string?, string) Install(string name, string source, string packages, string install)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(source, packages))))[..16];
        var cache = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.Create);
        var folder = Path.Combine(cache, ".cache", "companion-npm", $"{name}-{key}");
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
                using var npm = Start("npm", folder, install, "--ignore-scripts", "--no-audit", "--no-fund");
                npm.StandardInput.Close();
                npm.StandardOutput.ReadToEnd();
                npm.WaitForExit();
                if (npm.ExitCode != 0)
                {
                    return (null, $"needs npm {install} to work in a copy of {source}");
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
