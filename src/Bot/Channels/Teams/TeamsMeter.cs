using System.Diagnostics.Metrics;
using Companion.Workflows.Telemetry;

namespace Companion.Bot.Channels.Teams;

/// <summary>Counts what the door of Teams refuses, and what connectors answer; never by whom.</summary>
public sealed class TeamsMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Companion.Teams";

    private readonly Counter<long> refused;
    private readonly Counter<long> posted;

    /// <summary>A meter of the host's factory.</summary>
    public TeamsMeter(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        refused = meter.CreateCounter<long>("companion.teams.activities.refused", description: "Activities that were refused at the door.");
        posted = meter.CreateCounter<long>("companion.teams.posts", description: "Posts handed to a connector, by what came of them.");
    }

    /// <summary>One more refused.</summary>
    public void Refused(string reason) => refused.Add(1, new KeyValuePair<string, object?>(TagKeys.Reason, reason));

    /// <summary>One more handed over.</summary>
    public void Posted(string outcome) => posted.Add(1, new KeyValuePair<string, object?>(TagKeys.Reason, outcome));
}
