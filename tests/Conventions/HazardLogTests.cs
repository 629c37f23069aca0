using System.Text.RegularExpressions;

namespace Companion.Conventions.Tests;

/// <summary>The hazard log names the tests that hold its controls: one that is gone is a control that nobody holds.</summary>
public sealed partial class HazardLogTests
{
    [Fact]
    public void Every_test_the_hazard_log_names_exists()
    {
        var tests = string.Join('\n', Directory
            .EnumerateFiles(Path.Combine(House.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));
        var named = Name().Matches(File.ReadAllText(Path.Combine(House.Root, "docs", "safety-case", "hazards.md")));

        Assert.True(named.Count > 20);
        Assert.All(named, name => Assert.Matches($@"public (async Task|void) {name.Groups[1].Value}\(", tests));
    }

    [GeneratedRegex("`([A-Za-z0-9_]+_[A-Za-z0-9_]+)`")]
    private static partial Regex Name();
}
