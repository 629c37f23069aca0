using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Companion.Workflows.Sharing.Fhir;

/// <summary>
/// Names of resources within a bundle. They are made from our own ids, so that the same row has the same name in every export; nothing of
/// a person can be read from them.
/// </summary>
internal static class FhirIds
{
    /// <summary>The full URL of a row: <c>urn:uuid:</c> and a UUID of version 8 (RFC 9562: made by a rule of our own).</summary>
    public static string Url(string service, string kind, params IEnumerable<object> ids)
    {
        var name = $"companion/{service}/{kind}/{string.Join('/', ids)}";
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(bytes, bigEndian: true);
    }

    /// <summary>A reference to a resource of the bundle.</summary>
    public static JsonObject To(string url) => new() { ["reference"] = url };
}
