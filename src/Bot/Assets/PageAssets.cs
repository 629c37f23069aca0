using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace Companion.Bot.Assets;

/// <summary>
/// Style sheets and scripts, from inside the binary. Each address carries a version made of the contents, so that browsers keep a
/// file for a year and still get a new one at once.
/// </summary>
public sealed class PageAssets
{
    private const string Prefix = "Companion.Bot.Assets.";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, PageAsset> assets = Assembly.GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(Read)
        .ToFrozenDictionary(asset => asset.Name);

    /// <summary>The asset of this name, or null when it is not there (without Node at build time nhsuk.css and chart.js are not).</summary>
    public PageAsset? Find(string name) => assets.GetValueOrDefault(name);

    /// <summary>The addresses of the style sheets, in their order.</summary>
    public IEnumerable<string> StyleSheets => new[] { "nhsuk.css", "companion.css" }.Select(Find).OfType<PageAsset>().Select(a => a.Url);

    private static PageAsset Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new PageAsset(resource[Prefix.Length..], Types[Path.GetExtension(resource)], bytes);
    }
}

/// <summary>One style sheet or script.</summary>
public sealed class PageAsset(string name, string contentType, byte[] bytes)
{
    private readonly Lazy<byte[]> brotli = new(() => Packed(bytes, to => new BrotliStream(to, CompressionLevel.Optimal)));
    private readonly Lazy<byte[]> gzip = new(() => Packed(bytes, to => new GZipStream(to, CompressionLevel.SmallestSize)));

    /// <summary>The file's name.</summary>
    public string Name => name;

    /// <summary>The content type, with its character set.</summary>
    public string ContentType => contentType;

    /// <summary>Made of the contents: other contents, other version.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));

    /// <summary>Where pages find it.</summary>
    public string Url => $"/assets/{name}?v={Version}";

    /// <summary>The contents in the best encoding that a browser accepts; the encoding's name is null when it is plain.</summary>
    public (byte[] Bytes, string? Encoding) For(string acceptEncoding) =>
        acceptEncoding.Contains("br", StringComparison.OrdinalIgnoreCase) ? (brotli.Value, "br")
        : acceptEncoding.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (gzip.Value, "gzip")
        : (bytes, null);

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> packing)
    {
        using var packed = new MemoryStream();
        using (var stream = packing(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
