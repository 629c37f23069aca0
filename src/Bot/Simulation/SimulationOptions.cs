using Companion.Workflows.Storage;

namespace Companion.Bot.Simulation;

/// <summary>What is simulated. The same options make the same run, word for word.</summary>
/// <param name="People">How many people text the service, 1 to 490 (there are a thousand numbers that belong to nobody).</param>
/// <param name="Weeks">How many weeks of virtual time, 1 to 52.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Faults">True when the provider has bad moments and the process dies now and then.</param>
/// <param name="StoreName">The store's name, for the report.</param>
/// <param name="Open">Opens the store; called again after every crash.</param>
public sealed record SimulationOptions(int People, int Weeks, int Seed, bool Faults, string StoreName, Func<IStore> Open);
