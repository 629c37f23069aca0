using Companion.Workflows.Sending;

namespace Companion.Bot.Simulation.Laws;

/// <summary>Law 10: what a link worker says reaches exactly the person they meant, once, and no one else ever reads it.</summary>
internal static class MeantLaw
{
    public static Law Check(Evidence evidence)
    {
        var law = new Law();
        var meant = evidence.HandOffs.ToDictionary(handOff => handOff.Id, handOff => handOff.AddressId);
        foreach (var said in evidence.Diary.WorkerWords.DistinctBy(one => one.Words))
        {
            var rows = evidence.Outbound.Where(row => row.Words.Contains(said.Words, StringComparison.Ordinal)).ToList();
            law.Holds(
                rows is [{ Class: SendClass.LinkWorker } one] && one.AddressId == meant[said.HandOff],
                $"a worker's words stand in {rows.Count} rows, or in one to somebody else",
                $"hand-off {said.HandOff}");
        }

        foreach (var row in evidence.Outbound.Where(row => row.Class == SendClass.LinkWorker))
        {
            law.Holds(
                evidence.Diary.WorkerWords.Exists(said => row.Words.EndsWith(said.Words, StringComparison.Ordinal)),
                "words went out in a worker's name that no worker was told of",
                $"outbound {row.Id}",
                row.CreatedAt);
        }

        return law;
    }
}
