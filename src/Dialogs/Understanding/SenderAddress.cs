using System.Diagnostics.CodeAnalysis;

namespace Companion.Dialogs.Understanding;

/// <summary>What kind of address a text came from.</summary>
public enum SenderKind
{
    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>Three to eight digits without a country, as banks and parcel firms use.</summary>
    ShortCode,

    /// <summary>A name of up to eleven characters ("NHSvaccine").</summary>
    Alphanumeric,
}

/// <summary>
/// Where a text says it came from. Not every sender can be answered: replies to a short code or to a name go nowhere, or to a
/// machine that answers back for ever.
/// </summary>
public readonly record struct SenderAddress
{
    private const string WhatsAppPrefix = "whatsapp:";
    private const int LongestShortCode = 8;
    private readonly string? value;

    private SenderAddress(string value, SenderKind kind, PhoneNumber? phone)
    {
        this.value = value;
        Kind = kind;
        Phone = phone;
    }

    /// <summary>The address as a provider takes it: E.164 for numbers, after "whatsapp:" where it came that way.</summary>
    public string Value => value ?? "";

    /// <summary>The kind of sender.</summary>
    public SenderKind Kind { get; }

    /// <summary>The number, when <see cref="Kind"/> is <see cref="SenderKind.Phone"/>.</summary>
    public PhoneNumber? Phone { get; }

    /// <summary>True when it reached us through WhatsApp.</summary>
    public bool IsWhatsApp => Value.StartsWith(WhatsAppPrefix, StringComparison.Ordinal);

    /// <summary>True only for telephone numbers.</summary>
    public bool CanReceiveReply => Phone is not null;

    /// <summary>Reads an address as providers give it. Only an empty one fails.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SenderAddress address)
    {
        address = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var trimmed = text.Trim();
        var prefix = trimmed.StartsWith(WhatsAppPrefix, StringComparison.OrdinalIgnoreCase) ? WhatsAppPrefix : "";
        var bare = trimmed[prefix.Length..];
        if (bare.Length > LongestShortCode && PhoneNumber.TryParse(bare, out var phone))
        {
            address = new SenderAddress(prefix + phone.E164, SenderKind.Phone, phone);
        }
        else
        {
            var kind = bare.Length <= LongestShortCode && bare.All(char.IsAsciiDigit) ? SenderKind.ShortCode : SenderKind.Alphanumeric;
            address = new SenderAddress(trimmed, kind, null);
        }

        return true;
    }

    /// <summary>The kind, and for a number its last three digits: addresses must not reach a log by accident.</summary>
    public override string ToString() => Phone?.ToString() ?? Kind.ToString();
}
