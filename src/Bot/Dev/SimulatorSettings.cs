using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Companion.Bot.Dev;

/// <summary>What the phone simulator reckons with, as <c>Simulator:*</c> configures it.</summary>
public sealed class SimulatorSettings
{
    /// <summary>What one segment of a text costs, in pence before VAT. NHS Notify asks 2.4p (August 2026).</summary>
    [Range(0, 1000)]
    public decimal PencePerSegment { get; set; } = 2.4m;

    /// <summary>The cost of a number of segments as it is read: "4.8p + VAT".</summary>
    public string Cost(int segments) => string.Create(CultureInfo.InvariantCulture, $"{segments * PencePerSegment:0.##}p + VAT");
}
