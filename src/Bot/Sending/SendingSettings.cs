using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Companion.Bot.Sending;

/// <summary>What sending is reckoned with, as <c>Sending:*</c> configures it.</summary>
public sealed class SendingSettings
{
    /// <summary>What one segment of a text costs, in pence before VAT. NHS Notify asks 2.4p (August 2026).</summary>
    [Range(0, 1000)]
    public decimal PencePerSegment { get; set; } = 2.4m;

    /// <summary>The cost of a number of segments as it is read: "4.8p + VAT", "£12.34 + VAT".</summary>
    public string Cost(int segments) => segments * PencePerSegment is >= 100m and var pence
        ? string.Create(CultureInfo.InvariantCulture, $"£{pence / 100:0.00} + VAT")
        : string.Create(CultureInfo.InvariantCulture, $"{segments * PencePerSegment:0.##}p + VAT");
}
