using Xunit;

namespace Companion.Tests.Support;

/// <summary>
/// Files in the repository that hold what is expected. With COMPANION_REFRESH_GOLDEN=1 they are written anew, to be looked at in the diff.
/// </summary>
public static class Golden
{
    private static readonly bool Refresh = Environment.GetEnvironmentVariable("COMPANION_REFRESH_GOLDEN") == "1";

    /// <summary>Fails unless the file at <paramref name="path"/> (from the repository's root) holds exactly <paramref name="actual"/>.</summary>
    public static void Matches(string path, string actual)
    {
        var full = Path.Combine(Repository.Root, path);
        if (Refresh)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, actual);
        }

        Assert.True(File.Exists(full), $"{path} is missing: COMPANION_REFRESH_GOLDEN=1 writes it");
        Assert.Equal(File.ReadAllText(full).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }
}
