using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>What a signed link opens.</summary>
public enum LinkPurpose
{
    /// <summary>Somebody on call accepts a hand-off.</summary>
    AcknowledgeHandOff,

    /// <summary>The person goes on with the same conversation in web chat.</summary>
    ContinueInChat,

    /// <summary>The person puts an appointment into their calendar; it may be opened again until the appointment is over.</summary>
    Calendar,
}

/// <summary>
/// Signed links: the row's id and a keyed hash of it, so the secret is stored nowhere. The GET shows a button, the POST redeems once;
/// link previewers open links and must change nothing.
/// </summary>
public sealed class Links(LinkSettings settings)
{
    /// <summary>The use of signatures in links.</summary>
    public const string ForLinks = "link";

    /// <summary>The use of signatures in a browser's chat cookie.</summary>
    public const string ForChat = "chat";

    private readonly byte[] key = Encoding.UTF8.GetBytes(settings.Key);

    /// <summary>Makes a link as a row of the turn.</summary>
    /// <returns>The address to put into a text.</returns>
    public string Make(Turn turn, LinkPurpose purpose, Duration lasts, HandOff? handOff = null, string? holder = null, long? appointment = null)
    {
        var link = turn.Insert(new SignedLink
        {
            Id = turn.Session.NextId(),
            ServiceId = turn.Address.ServiceId,
            Purpose = purpose,
            AddressId = turn.Address.Id,
            HandOffId = handOff?.Id,
            Holder = holder,
            AppointmentId = appointment,
            CreatedAt = turn.Now,
            ExpiresAt = turn.Now + lasts,
        });
        return $"{settings.BaseUrl.TrimEnd('/')}/l/{Sign(link.Id)}";
    }

    /// <summary>An id and its keyed hash.</summary>
    /// <param name="id">The id.</param>
    /// <param name="use">What the signature is good for: one made for links opens no chat, and the other way round.</param>
    public string Sign(long id, string use = ForLinks) => id.ToString("x", CultureInfo.InvariantCulture) + "-" + Mac(id, use);

    /// <summary>The id of a signed text, or null when it is not one of ours for this use.</summary>
    public long? Verify(string? signed, string use = ForLinks)
    {
        var dash = signed?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return dash > 0
            && long.TryParse(signed!.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var id)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Mac(id, use)), Encoding.UTF8.GetBytes(signed![(dash + 1)..]))
                ? id
                : null;
    }

    // 96 bits of the hash: beyond guessing, and short enough for a text.
    private string Mac(long id, string use) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{use}:{id}")).AsSpan(0, 12));
}

/// <summary>The key and the address of signed links.</summary>
public sealed class LinkSettings
{
    /// <summary>Secret of the signatures; by environment only. Empty in Development makes one in the data folder.</summary>
    public string Key { get; set; } = "";

    /// <summary>Scheme and host that people open, for example https://companion.example.</summary>
    public string BaseUrl { get; set; } = "";
}
