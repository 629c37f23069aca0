using NodaTime;

namespace Companion.Bot.Simulation.Laws;

/// <summary>A law that was broken: what, at which row or number, and when.</summary>
internal sealed record Breach(string What, string Where, Instant? When);

/// <summary>How often a law was looked at, and where it was broken.</summary>
internal sealed class Law
{
    public int Checked { get; private set; }

    public List<Breach> Broken { get; } = [];

    /// <summary>Looks once.</summary>
    public void Holds(bool holds, string what, string where, Instant? when = null)
    {
        Checked++;
        if (!holds)
        {
            Broken.Add(new Breach(what, where, when));
        }
    }
}
