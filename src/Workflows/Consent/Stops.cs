using Companion.Dialogs.Consent;
using Companion.Workflows.People;

namespace Companion.Workflows.Consent;

/// <summary>Which topics an address has stopped. The address holds what is so now; the ledger holds how it came about.</summary>
public static class Stops
{
    /// <summary>True when the topic itself is stopped.</summary>
    public static bool Has(Address address, ConsentTopic topic) => All(address).Contains(topic);

    /// <summary>The topics that are stopped.</summary>
    public static IReadOnlySet<ConsentTopic> All(Address address) => address.Stopped
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(Enum.Parse<ConsentTopic>)
        .ToHashSet();

    /// <summary>Sets or lifts the stop of a topic.</summary>
    public static void Set(Address address, ConsentTopic topic, bool stopped)
    {
        var topics = All(address).ToHashSet();
        _ = stopped ? topics.Add(topic) : topics.Remove(topic);
        address.Stopped = string.Join(',', topics.Order());
    }
}
