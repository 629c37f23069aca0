using System.Buffers.Binary;
using System.CommandLine;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Companion.Bot.Channels.Teams.Package;
using Companion.Bot.CommandLine;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

public sealed class AppPackageTests
{
    [Fact]
    public async Task The_verb_writes_a_package_that_asks_for_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("companion-package-").FullName;
        var file = Path.Combine(folder, "companion-teams.zip");
        var (output, error) = (new StringWriter(), new StringWriter());

        var exit = await Verbs.Run(
            Verbs.Of(_ => Task.FromResult(9), () => new LocalDate(2026, 3, 2)),
            ["teams-package", file, "--app-id", TokenMint.App, "--base-url", "https://companion.example/"],
            new InvocationConfiguration { Output = output, Error = error });

        Assert.True(exit == 0, error.ToString());
        Assert.Equal(file, output.ToString().Trim());
        await using var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        await using var manifestFile = await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken);
        var manifest = (await JsonNode.ParseAsync(manifestFile, cancellationToken: TestContext.Current.CancellationToken))!.AsObject();
        Assert.Equal("1.16", (string?)manifest["manifestVersion"]);
        Assert.Equal(TokenMint.App, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(["personal", "team"], manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal("companion.example", (string?)manifest["validDomains"]![0]);
        Assert.False(manifest.ContainsKey("authorization"));
        Assert.False(manifest.ContainsKey("permissions"));
        Assert.False(manifest.ContainsKey("webApplicationInfo"));
        Assert.InRange(((string)manifest["description"]!["short"]!).Length, 1, 80);
        Assert.InRange(((string)manifest["name"]!["short"]!).Length, 1, 30);
        Assert.InRange(((string)manifest["developer"]!["name"]!).Length, 1, 32);
        Assert.Equal((192, 192), await Size(zip, "color.png"));
        Assert.Equal((32, 32), await Size(zip, "outline.png"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Without_an_app_or_an_https_address_the_verb_says_what_is_missing()
    {
        var error = new StringWriter();
        var exit = await Verbs.Run(
            Verbs.Of(_ => Task.FromResult(9), () => new LocalDate(2026, 3, 2)),
            ["teams-package", "never.zip"],
            new InvocationConfiguration { Output = new StringWriter(), Error = error });
        Assert.Equal(1, exit);
        Assert.Contains("Teams:AppId", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Links:BaseUrl", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists("never.zip"));
    }

    [Fact]
    public void The_same_facts_make_the_same_package()
    {
        var facts = new AppFacts(TokenMint.App, "https://companion.example", "Shire Social Prescribing of a very long name indeed");
        Assert.Equal(AppPackage.Build(facts), AppPackage.Build(facts));
    }

    private static async Task<(int, int)> Size(ZipArchive zip, string name)
    {
        await using var stream = await zip.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken);
        var head = new byte[24];
        await stream.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
        return (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)));
    }
}
