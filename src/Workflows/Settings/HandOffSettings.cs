using System.ComponentModel.DataAnnotations;

namespace Companion.Workflows.Settings;

/// <summary>How conversations are handed to link workers, and how long anybody may wait. Minutes and days are those of the opening hours; urgent hand-offs do not wait for them.</summary>
public sealed class HandOffSettings
{
    /// <summary>Within how many minutes whoever holds a conversation answers before they are reminded.</summary>
    [Range(5, 1440)]
    public int AnswerWithinMinutes { get; set; } = 30;

    /// <summary>How many minutes after the reminder the conversation goes back to the queue.</summary>
    [Range(5, 1440)]
    public int GraceMinutes { get; set; } = 15;

    /// <summary>After how many minutes the next worker is told of a hand-off nobody has taken.</summary>
    [Range(5, 1440)]
    public int NextToldAfterMinutes { get; set; } = 60;

    /// <summary>How many open days a conversation is held in which neither side writes, before its holder is reminded.</summary>
    [Range(1, 20)]
    public int DaysHeldWithoutAWord { get; set; } = 3;

    /// <summary>Sentences that link workers can send with one press, in the order of the keys.</summary>
    public SortedDictionary<string, string> QuickReplies { get; set; } = [];
}
