using System.Text;
using Companion.Workflows.People;

namespace Companion.Workflows.Receiving;

/// <summary>Words on their way in, verified as genuine by their channel.</summary>
/// <param name="ServiceId">The service they are for.</param>
/// <param name="Channel">How they came.</param>
/// <param name="ProviderId">The provider's id: the same id is the same message, however often it comes.</param>
/// <param name="From">The number or chat token; null when <see cref="AddressId"/> is known.</param>
/// <param name="Words">The words, as received.</param>
public sealed record Incoming(string ServiceId, Channel Channel, string ProviderId, string? From, string Words)
{
    /// <summary>The longest words that are kept; what is beyond is cut and says so.</summary>
    public const int LongestKept = 10_000;

    /// <summary>The address, when the channel knows it (a chat that a signed link joined to a phone).</summary>
    public long? AddressId { get; init; }

    /// <summary>Pictures and files that came along.</summary>
    public int Attachments { get; init; }

    /// <summary>What the provider itself did about an opt-out word: STOP, START or HELP (Twilio's OptOutType), or null.</summary>
    public string? ProviderOptOut { get; init; }

    /// <summary>True when no answer can reach the sender (a short code, a name).</summary>
    public bool CannotBeAnswered { get; init; }

    /// <summary>The words without what no database can hold: null characters and lone surrogates; cut when they are too long.</summary>
    public string Clean()
    {
        var cut = Words.Length > LongestKept ? Words[..LongestKept] : Words;
        var kept = new StringBuilder(cut.Length);
        foreach (var rune in cut.EnumerateRunes()) // a lone surrogate comes out as U+FFFD
        {
            if (rune.Value != 0)
            {
                kept.Append(rune.ToString());
            }
        }

        return Words.Length > LongestKept ? kept.Append(" [cut]").ToString() : kept.ToString();
    }
}

/// <summary>What became of words that came in.</summary>
/// <param name="IsDuplicate">True when they had been taken before; nothing was done.</param>
/// <param name="MessageId">The stored message.</param>
/// <param name="AddressId">The address they came from.</param>
public sealed record Receipt(bool IsDuplicate, long MessageId, long AddressId);
