using Companion.Bot.Pages;
using Companion.Workflows.Consent;
using Companion.Workflows.People;

namespace Companion.Bot.LinkWorkers;

/// <summary>Whether an address can be texted, for staff.</summary>
public static class TextingOf
{
    /// <summary>Everything that stands against it, or that nothing does.</summary>
    public static string Address(PageWords words, Address address, bool couldNotBeTexted)
    {
        var against = Against(words, address, couldNotBeTexted).ToList();
        return against.Count == 0 ? words["console.texting.yes"] : string.Join(". ", against);
    }

    private static IEnumerable<string> Against(PageWords words, Address address, bool couldNotBeTexted)
    {
        foreach (var mark in Enum.GetValues<AddressTrouble>().Where(mark => address.Trouble.GetValueOrDefault().HasFlag(mark)))
        {
            yield return Shown.Capital(words.Called(mark));
        }

        if (couldNotBeTexted)
        {
            yield return words["console.texting.not"];
        }

        if (address.ProviderBlocked)
        {
            yield return words["console.texting.blocked"];
        }

        if (Stops.All(address) is { Count: > 0 } stopped)
        {
            yield return words.With("console.texting.stopped", ("topics", string.Join(", ", stopped.Select(topic => words.Called(topic)))));
        }

        if (address.Textable is Textable.Claimed or Textable.Declined or Textable.PhoneOnly)
        {
            yield return Shown.Capital(words.Called(address.Textable));
        }

        if (address.Shared)
        {
            yield return words["console.texting.shared"];
        }
    }
}
