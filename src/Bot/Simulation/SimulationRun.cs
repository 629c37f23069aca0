using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.Simulation;

/// <summary>One run: people, weeks, and then the laws.</summary>
internal static class SimulationRun
{
    private const int MostPeople = 490;

    /// <summary>Runs it on a migrated, empty store.</summary>
    /// <exception cref="ArgumentException">The store is not empty, or there are too many people.</exception>
    public static async Task<(Evidence Evidence, string Hash)> Run(SimulationOptions options)
    {
        if (options.People is < 1 or > MostPeople || options.Weeks is < 1 or > 52)
        {
            throw new ArgumentException($"There can be 1 to {MostPeople} people and 1 to 52 weeks.", nameof(options));
        }

        await Prepare(options);
        await using var world = new World(options);
        var people = People(options.People, world);
        people.Values.ToList().ForEach(person => person.Plan());
        await world.Run(people);
        return (await world.Gather(), world.Diary.Hash());
    }

    private static async Task Prepare(SimulationOptions options)
    {
        await using var store = options.Open();
        await store.Migrate(CancellationToken.None);
        await using var db = store.Read();
        if (await db.Addresses.AnyAsync() || await db.Alerts.AnyAsync())
        {
            throw new ArgumentException("The database is not empty: a simulation writes into it.", nameof(options));
        }

        await SimulatedWorkers.Enter(store);
    }

    private static Dictionary<string, SimulatedPerson> People(int count, World world)
    {
        string[] first = ["Anna", "Bashir", "Carys", "Dev", "Ewa", "Fred", "Grace", "Hassan"];
        string[] last = ["Hill", "Moss", "Patel", "Okafor", "Nowak", "Price", "Reed"];
        var people = new Dictionary<string, SimulatedPerson>();
        for (var at = 0; at < count; at++)
        {
            var kind = world.Chance.Share() switch { < 0.8 => ReferrerKind.Self, < 0.92 => ReferrerKind.Carer, _ => ReferrerKind.Professional };
            var (own, other) = ($"{first[at % 8]} {last[at % 7]}", $"{first[(at + 3) % 8]} {last[(at + 2) % 7]}");
            var who = new Referrer(kind, own, kind == ReferrerKind.Self ? own : other, $"07700 {900_500 + at}");
            people[$"+447700{900_000 + at}"] = new SimulatedPerson($"+447700{900_000 + at}", who, world.Chance, world);
            // Whoever is referred has a phone too, and says only what is asked.
            people[$"+447700{900_500 + at}"] = new SimulatedPerson($"+447700{900_500 + at}", who, world.Chance, world, asked: true);
        }

        return people;
    }
}
