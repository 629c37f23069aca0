using Companion.Bot.Pages;
using Companion.Dialogs.Understanding;
using NodaTime;
using NodaTime.Text;

namespace Companion.Bot.LinkWorkers.Team;

/// <summary>How pages about the team show what they show.</summary>
public static class TeamWords
{
    private static readonly LocalDateTimePattern AtPattern = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM, HH:mm");

    /// <summary>The needs that can be skills, each by its label with what it is called.</summary>
    public static IEnumerable<(string Label, string Called)> Needs(PageWords words) =>
        Enum.GetValues<Need>().Select(need => (NeedsReader.Label(need), Shown.Capital(words.Called(need))));

    /// <summary>Skills as they are called.</summary>
    public static string Skills(PageWords words, string skills) =>
        string.Join(", ", skills.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(skill => words.Called<Need>(skill)));

    /// <summary>A local time.</summary>
    public static string At(LocalDateTime at) => AtPattern.Format(at);
}
