using Companion.Workflows.Settings;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>Tells one worker something by every way they have: their chat with the bot, and e-mail.</summary>
public sealed class TellWorker(StaffMail mail)
{
    /// <summary>Tells them about a hand-off.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="service">The service.</param>
    /// <param name="handOff">What it is about.</param>
    /// <param name="worker">Who is told.</param>
    /// <param name="step">Why, in a word: with the hand-off, its fence and the moment it is said once.</param>
    /// <param name="words">The sentence; a reference, never a name or a word of the person.</param>
    public void Of(Turn turn, ServiceSettings service, HandOff handOff, Worker worker, string step, string words)
    {
        var once = $"{step}:{handOff.Fence}:{turn.Now.ToUnixTimeSeconds()}";
        Posts.Tell(turn, handOff, worker.Id, once, words);
        mail.To(turn, service, worker.Email, $"{handOff.Id}:{once}", $"{service.NeutralName}: {words}", handOff);
    }

    /// <summary>Tells them about something that is no hand-off, once for each purpose.</summary>
    internal void Of(Session session, Instant now, ServiceSettings service, Worker worker, string purpose, string words)
    {
        var post = Posts.Make(session, now, service.Key, StaffPostKind.Notice, $"{purpose}:{worker.Id}");
        (post.WorkerId, post.Words) = (worker.Id, words);
        mail.To(session, now, service, worker.Email, purpose, words);
    }
}
