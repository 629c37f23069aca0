using Companion.Bot.Pages;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Talking;
using Companion.Workflows.HandOffs;

namespace Companion.Bot.LinkWorkers;

/// <summary>Why somebody waits for a person, for staff.</summary>
public static class Reasons
{
    /// <summary>The reason, with the kind of danger where there is one: "Danger heard: abuse".</summary>
    public static string Of(PageWords words, HandOffReason reason, string? dangerKind = null)
    {
        var why = Shown.Capital(words.Called(reason));
        return dangerKind is null ? why : $"{why}: {words.Called<Kind>(dangerKind)}";
    }

    /// <summary>What happened to a hand-off, in words.</summary>
    public static string Of(PageWords words, HandOffEvent happened)
    {
        var what = Shown.Capital(words.Called("event", happened.Kind));
        return happened.Detail switch
        {
            null => what,
            var detail when Enum.TryParse<HandOffReason>(detail, out var reason) => $"{what}: {Of(words, reason)}",
            var detail => $"{what}: {detail}",
        };
    }
}

/// <summary>One line of a summary list.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What is known; null when nothing is.</param>
/// <param name="WhyNot">Why nothing is known, when that is known.</param>
public sealed record Fact(string Name, string? Value, string? WhyNot = null);
