using System.Globalization;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs.CheckIns;

/// <summary>The names of the values a check-in holds.</summary>
public static class CheckInSlots
{
    /// <summary>The key of the <see cref="Instrument"/>.</summary>
    public const string Instrument = "instrument";

    /// <summary>The item answered last, which a bare correction changes.</summary>
    public const string Latest = "latest";

    /// <summary>The last local day on which it is nudged, as yyyy-MM-dd.</summary>
    public const string LastDay = "last-day";

    /// <summary>How often it was nudged, whatever was answered between.</summary>
    public const string Nudges = "nudges";

    /// <summary>The number that was read back and waits for a yes.</summary>
    public const string ReadBack = "read-back";

    /// <summary>There while a number was asked about: a correction is then of that number, not of the answer before.</summary>
    public const string Pending = "pending";

    /// <summary>Where an item's score stands.</summary>
    public static string Score(string item) => "score." + item;

    /// <summary>Where the reason stands why an item has no score.</summary>
    public static string Missing(string item) => "missing." + item;

    /// <summary>Where an item's score of the check-in before stands.</summary>
    public static string Before(string item) => "before." + item;

    /// <summary>A score as it is held.</summary>
    public static int? Number(this Slots slots, string name) =>
        slots[name] is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;
}
