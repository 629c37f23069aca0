using Xunit;

namespace Companion.Tests.Support;

/// <summary>
/// What a test needs beyond the SDK. Absent, the test is skipped with the reason; with COMPANION_REQUIRE_ALL=1 (as in CI) it
/// fails instead, so that nothing is skipped unseen.
/// </summary>
public static class Require
{
    private static readonly bool All = Environment.GetEnvironmentVariable("COMPANION_REQUIRE_ALL") == "1";

    /// <summary>Skips (or fails) the running test with <paramref name="reason"/> unless <paramref name="present"/>.</summary>
    public static void That(bool present, string reason)
    {
        if (present)
        {
            return;
        }

        if (All)
        {
            Assert.Fail(reason + " (COMPANION_REQUIRE_ALL=1 forbids skipping)");
        }

        Assert.Skip(reason);
    }

    /// <summary>A path in ../shared beside the repository, or a skip when it is not there.</summary>
    public static string Shared(params string[] path)
    {
        var full = Path.Combine([Repository.Root, "..", "shared", .. path]);
        That(File.Exists(full) || Directory.Exists(full), $"needs ../shared/{string.Join('/', path)}");
        return full;
    }
}

/// <summary>Where the checkout under test lies.</summary>
public static class Repository
{
    /// <summary>The folder that holds Companion.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Companion.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Companion.sln not found above " + AppContext.BaseDirectory);
    }
}
