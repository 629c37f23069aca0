using System.Globalization;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs.CheckIns;

/// <summary>What somebody answered to one item.</summary>
/// <param name="Item">The item's key.</param>
/// <param name="Score">0 to 10; null when it is missing.</param>
/// <param name="Missing">Why there is no score: "declined" or "unknown"; null when there is one.</param>
public sealed record ItemAnswer(string Item, int? Score, string? Missing = null)
{
    /// <summary>The slots with this answer in place of an earlier one.</summary>
    internal Slots In(Slots slots) => slots
        .With(CheckInSlots.Score(Item), Score?.ToString(CultureInfo.InvariantCulture))
        .With(CheckInSlots.Missing(Item), Missing)
        .With(CheckInSlots.Latest, Item);
}
