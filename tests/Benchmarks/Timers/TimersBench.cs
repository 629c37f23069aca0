using System.Diagnostics;
using System.Globalization;
using Companion.Benchmarks.Floors;
using Companion.Benchmarks.Turns;

namespace Companion.Benchmarks.Timers;

/// <summary>
/// Many check-ins due at once: claimed, fired and rendered, then claimed for sending; beside the floor of one durable row each that shares
/// its commit, in one run. And what a thousand due ones cost as the people stored become more.
/// </summary>
internal static class TimersBench
{
    private const int FloorRows = 20_000;
    private const int FloorAtOnce = 64;
    private const int WarmUp = 2_000;
    private const int Measures = 5;

    /// <summary>Measures and prints.</summary>
    /// <returns>0 when every due check-in was fired and claimed for sending.</returns>
    public static async Task<int> Run(TimersSettings settings, CancellationToken cancel)
    {
        var load = (await File.ReadAllTextAsync("/proc/loadavg", cancel)).Split(' ')[0];
        Say($"Load before: {load} on {Environment.ProcessorCount} cores.");
        var whole = true;
        foreach (var store in settings.Stores)
        {
            var floor = await Floor(store);
            Say($"{store}: floor, a row each that shares its commit: {floor.PerSecond:0} a second.");
            await using (var scene = await Scene.With(store, settings.Due + WarmUp, settings.Due + WarmUp, cancel))
            {
                await scene.Fire(WarmUp, cancel);
                await scene.Claim(WarmUp, cancel);
                var fired = await scene.Fire(settings.Due, cancel);
                var claimed = await scene.Claim(settings.Due, cancel);
                whole &= fired.Done == settings.Due && claimed.Done == settings.Due;
                Say($"{store}: {fired.Done} check-ins claimed, fired and rendered: {Of(fired, floor)}; claimed for sending: {Of(claimed, floor)}.");
            }

            foreach (var people in settings.Sizes.Where(people => people > (Measures + 1) * TimersSettings.Few))
            {
                whole &= await Cost(store, people, cancel);
            }
        }

        return whole ? 0 : 1;
    }

    // The first warm everything up; of the others the middle one counts, for a shared machine has its moments.
    private static async Task<bool> Cost(string store, int people, CancellationToken cancel)
    {
        await using var scene = await Scene.With(store, people, (Measures + 1) * TimersSettings.Few, cancel);
        var (fired, claimed) = (new List<Figure>(), new List<Figure>());
        for (var measure = 0; measure <= Measures; measure++)
        {
            fired.Add(await scene.Fire(TimersSettings.Few, cancel));
            claimed.Add(await scene.Claim(TimersSettings.Few, cancel));
        }

        Say($"{store}: {people} people stored: {TimersSettings.Few} due ones fired in {Middle(fired):0} ms, claimed for sending in {Middle(claimed):0} ms.");
        return fired.Concat(claimed).All(figure => figure.Done == TimersSettings.Few);
    }

    private static double Middle(IEnumerable<Figure> figures) => figures.Skip(1).Select(figure => figure.Time.TotalMilliseconds).Order().ElementAt(Measures / 2);

    private static async Task<Figure> Floor(string store)
    {
        using var place = new Place(store);
        await using IFloorRows rows = store == Place.Sqlite ? new SqliteFloor(place.ConnectionString, shared: true) : new PostgresSharedFloor(place.ConnectionString);
        await Add(FloorRows / 10);
        var begun = Stopwatch.GetTimestamp();
        await Add(FloorRows);
        return new Figure(FloorRows, Stopwatch.GetElapsedTime(begun));

        Task Add(int many) => Task.WhenAll(Enumerable.Range(0, FloorAtOnce).Select(async line =>
        {
            for (var row = line; row < many; row += FloorAtOnce)
            {
                await rows.Add(new FloorRow($"SM{row}", "+447700900123", new string('x', 150)));
            }
        }));
    }

    private static string Of(Figure figure, Figure floor) => string.Create(
        CultureInfo.InvariantCulture, $"{figure.PerSecond:0} a second, {figure.PerSecond / floor.PerSecond:0.0 %} of the floor");

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
