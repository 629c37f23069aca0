using System.Globalization;
using Companion.Dialogs.Words;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>When somebody will read a person's words, told to that person: "today", "tomorrow", "on Monday 30 November", or "as soon as we can".</summary>
public sealed class WhenBack(TextBook texts)
{
    /// <summary>The words, in the person's language.</summary>
    /// <param name="language">The language of their texts.</param>
    /// <param name="today">The local day.</param>
    /// <param name="back">The day when somebody is back; null when nobody knows.</param>
    public string Of(string language, LocalDate today, LocalDate? back) => back switch
    {
        null => texts.Render(language, "handoff.away.soon", []),
        { } day when day == today => texts.Render(language, "handoff.away.today", []),
        { } day when day == today.PlusDays(1) => texts.Render(language, "handoff.away.tomorrow", []),
        { } day => texts.Render(language, "handoff.away.on", [("day", day.ToString("dddd d MMMM", CultureInfo.InvariantCulture))]),
    };
}
