using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>What the simulated people and the network may do in the world.</summary>
internal interface IWorld
{
    Instant Now { get; }

    /// <summary>The end of the run.</summary>
    Instant End { get; }

    /// <summary>Something happens later.</summary>
    void At(Instant at, Func<Task> what);

    /// <summary>A phone sends a text, which the provider brings, sometimes twice.</summary>
    void Write(string from, string words, Meaning meaning);

    /// <summary>The provider reports on a row.</summary>
    void Receipt(Instant at, long row, Delivery delivery);

    /// <summary>A text arrives on a phone.</summary>
    void Arrive(Instant at, OutboundMessage message);

    /// <summary>Somebody on call opens the link they were sent and presses the button.</summary>
    Task Accept(string words, string number);
}
