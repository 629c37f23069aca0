using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>Chance with a seed. Asked by one thread only, so a run can be repeated.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>True in this share of cases, 0 to 1.</summary>
    public bool Is(double share) => random.NextDouble() < share;

    /// <summary>A number from 0 to 1.</summary>
    public double Share() => random.NextDouble();

    public T Of<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>A span between two, in whole milliseconds.</summary>
    public Duration Between(Duration least, Duration most) =>
        Duration.FromMilliseconds(random.NextInt64((long)least.TotalMilliseconds, (long)most.TotalMilliseconds + 1));

    public Duration Seconds(double least, double most) => Between(Duration.FromSeconds(least), Duration.FromSeconds(most));

    public Duration Minutes(double least, double most) => Between(Duration.FromMinutes(least), Duration.FromMinutes(most));

    public Duration Hours(double least, double most) => Between(Duration.FromHours(least), Duration.FromHours(most));
}
