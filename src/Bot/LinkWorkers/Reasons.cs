using Companion.Dialogs.Talking;
using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;

namespace Companion.Bot.LinkWorkers;

/// <summary>Why somebody waits for a person, for staff.</summary>
public static class Reasons
{
    /// <summary>The reason in words.</summary>
    public static string Of(HandOffReason reason) => reason switch
    {
        HandOffReason.Asked => "Asked for a person",
        HandOffReason.Misunderstood => "Was misunderstood three times",
        HandOffReason.RedFlag => "Danger heard",
        HandOffReason.Review => "Review today",
        HandOffReason.Complex => "Complex needs",
        HandOffReason.Under18 => "Under 18",
        _ => Shown.Words(reason.ToString()),
    };

    /// <summary>What happened to a hand-off, in words.</summary>
    public static string Of(HandOffEvent happened) => happened.Detail switch
    {
        null => Shown.Words(happened.Kind),
        var detail when Enum.TryParse<HandOffReason>(detail, out var reason) => $"{Shown.Words(happened.Kind)}: {Of(reason)}",
        var detail => $"{Shown.Words(happened.Kind)}: {detail}",
    };
}

/// <summary>One line of a summary list.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What is known; null when nothing is.</param>
/// <param name="WhyNot">Why nothing is known, when that is known.</param>
public sealed record Fact(string Name, string? Value, string? WhyNot = null);

/// <summary>Whether an address can be texted, for staff.</summary>
public static class TextingOf
{
    /// <summary>Everything that stands against it, or that nothing does.</summary>
    public static string Address(Address address, bool couldNotBeTexted)
    {
        var against = Against(address, couldNotBeTexted).ToList();
        return against.Count == 0 ? "Can be texted" : string.Join(". ", against);
    }

    private static IEnumerable<string> Against(Address address, bool couldNotBeTexted)
    {
        if (address.Trouble is { } trouble)
        {
            yield return Shown.Words(trouble.ToString());
        }

        if (couldNotBeTexted)
        {
            yield return "Could not be texted: phone";
        }

        if (address.ProviderBlocked)
        {
            yield return "The network blocks texts to this number until START is texted";
        }

        if (Stops.All(address) is { Count: > 0 } stopped)
        {
            yield return "Stopped: " + string.Join(", ", stopped.Select(topic => Shown.Words(topic.ToString()).ToLowerInvariant()));
        }

        if (address.Textable is Textable.Claimed or Textable.Declined or Textable.PhoneOnly)
        {
            yield return Shown.Words(address.Textable.ToString());
        }

        if (address.Shared)
        {
            yield return "Other people read this phone";
        }
    }
}
