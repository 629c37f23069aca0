using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Companion.Bot.Channels.Teams.Package;

/// <summary>What is said of the app in Teams.</summary>
/// <param name="AppId">The Microsoft App ID of the Azure Bot, a GUID.</param>
/// <param name="BaseUrl">The https address of Companion.</param>
/// <param name="Name">The organisation's or service's name.</param>
public sealed record AppFacts(string AppId, string BaseUrl, string Name)
{
    /// <summary>Where the organisation says what it does with people's data.</summary>
    public string? PrivacyUrl { get; init; }

    /// <summary>Where its terms are.</summary>
    public string? TermsUrl { get; init; }

    /// <summary>The package's version; a higher one replaces a lower.</summary>
    public string Version { get; init; } = "1.0.0";
}

/// <summary>
/// The package by which an administrator brings the bot into Teams. It asks for nothing: no permissions, no resource-specific consent, no files. In
/// a channel the bot hears only what mentions it.
/// </summary>
public static class AppPackage
{
    // Fixed, so that the same facts make the same package.
    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The package as a zip file.</summary>
    public static byte[] Build(AppFacts facts)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "manifest.json", Encoding.UTF8.GetBytes(Manifest(facts).ToJsonString(Indented)));
            Add(archive, "color.png", Icon.Colour());
            Add(archive, "outline.png", Icon.Outline());
        }

        return zip.ToArray();
    }

    /// <summary>The manifest: schema 1.16 has all that is used here and is taken by every cloud that Teams runs in.</summary>
    public static JsonObject Manifest(AppFacts facts)
    {
        using var stream = typeof(AppPackage).Assembly.GetManifestResourceStream("Companion.Bot.Channels.Teams.Package.manifest.json")!;
        var manifest = JsonNode.Parse(stream)!.AsObject();
        (manifest["id"], manifest["version"]) = (facts.AppId, facts.Version);
        manifest["developer"]!["name"] = Short(facts.Name, 32);
        manifest["developer"]!["websiteUrl"] = facts.BaseUrl;
        manifest["developer"]!["privacyUrl"] = facts.PrivacyUrl ?? facts.BaseUrl;
        manifest["developer"]!["termsOfUseUrl"] = facts.TermsUrl ?? facts.BaseUrl;
        manifest["bots"]![0]!["botId"] = facts.AppId;
        manifest["validDomains"] = new JsonArray(new Uri(facts.BaseUrl).Host);
        return manifest;
    }

    private static string Short(string name, int most) => name.Length <= most ? name : name[..most].TrimEnd();

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Made;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
