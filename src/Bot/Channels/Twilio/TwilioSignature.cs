using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Companion.Bot.Channels.Twilio;

/// <summary>
/// Twilio's request signature: base64 of the HMAC-SHA1, by the account's primary token, of the address Twilio called followed by
/// every field sorted by key. Source: Twilio's published request validators and their tests.
/// </summary>
/// <param name="authToken">The primary token.</param>
/// <param name="publicUrl">Scheme, host and base path that Twilio calls.</param>
public sealed class TwilioSignature(string authToken, string publicUrl)
{
    private const int SignatureLength = 28; // base64 of the 20 bytes of SHA-1

    private readonly byte[] key = Encoding.UTF8.GetBytes(authToken);
    private readonly string[] prefixes = Prefixes(publicUrl);

    /// <summary>True when the header signs this form at this path. Proxies add and remove ports, so both ways are tried.</summary>
    public bool SignsForm(string? header, string pathAndQuery, FormFields fields) => header is not null && Signs(header, pathAndQuery, Tail(fields));

    /// <summary>
    /// True when the header signs this path, whose query carries the lower-case hexadecimal SHA-256 of the body as
    /// <c>bodySHA256</c>: how Twilio signs what is not a form.
    /// </summary>
    public bool SignsBody(string? header, string pathAndQuery, string? bodySha256, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return header is not null
            && bodySha256 is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)), Encoding.UTF8.GetBytes(bodySha256))
            && Signs(header, pathAndQuery, []);
    }

    /// <summary>The signature of one exact address and form.</summary>
    public static string Compute(string authToken, string url, FormFields fields)
    {
        Span<byte> signature = stackalloc byte[SignatureLength];
        Compute(Encoding.UTF8.GetBytes(authToken), url, "", Tail(fields), signature);
        return Encoding.ASCII.GetString(signature);
    }

    private bool Signs(string header, string pathAndQuery, ReadOnlySpan<byte> tail)
    {
        Span<byte> given = stackalloc byte[SignatureLength];
        if (header.Length != SignatureLength || !Encoding.UTF8.TryGetBytes(header, given, out var length) || length != SignatureLength)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[SignatureLength];
        foreach (var prefix in prefixes)
        {
            Compute(key, prefix, pathAndQuery, tail, expected);
            if (CryptographicOperations.FixedTimeEquals(given, expected))
            {
                return true;
            }
        }

        return false;
    }

    private static void Compute(byte[] key, string prefix, string pathAndQuery, ReadOnlySpan<byte> tail, Span<byte> signature)
    {
        var room = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(prefix.Length + pathAndQuery.Length) + tail.Length);
        var length = Encoding.UTF8.GetBytes(prefix, room);
        length += Encoding.UTF8.GetBytes(pathAndQuery, room.AsSpan(length));
        tail.CopyTo(room.AsSpan(length));
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, room.AsSpan(0, length + tail.Length), hash);
        ArrayPool<byte>.Shared.Return(room);
        Base64.EncodeToUtf8(hash, signature, out _, out _);
    }

    // Keys in the order of their code units; a key that came more than once stands with each different value once, sorted.
    private static ReadOnlySpan<byte> Tail(FormFields fields)
    {
        var sorted = fields.All.ToArray();
        Array.Sort(sorted, static (a, b) =>
            string.CompareOrdinal(a.Key, b.Key) is var byKey and not 0 ? byKey : string.CompareOrdinal(a.Value, b.Value));
        var tail = new ArrayBufferWriter<byte>(1024);
        for (var at = 0; at < sorted.Length; at++)
        {
            if (at > 0 && sorted[at].Key == sorted[at - 1].Key && sorted[at].Value == sorted[at - 1].Value)
            {
                continue;
            }

            Encoding.UTF8.GetBytes(sorted[at].Key, tail);
            Encoding.UTF8.GetBytes(sorted[at].Value, tail);
        }

        return tail.WrittenSpan;
    }

    private static string[] Prefixes(string publicUrl)
    {
        if (publicUrl.Length == 0)
        {
            return [];
        }

        // Text, not Uri: the letters of the host are signed as they were typed.
        var host = publicUrl.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = publicUrl.IndexOf('/', host) is var slash and >= 0 ? slash : publicUrl.Length;
        var bracket = publicUrl.IndexOf(']', host, path - host); // an IPv6 host has colons of its own
        var from = bracket < 0 ? host : bracket;
        var colon = publicUrl.IndexOf(':', from, path - from);
        return colon >= 0
            ? [publicUrl, publicUrl[..colon] + publicUrl[path..]]
            : [publicUrl, publicUrl[..path] + (publicUrl.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80") + publicUrl[path..]];
    }
}
