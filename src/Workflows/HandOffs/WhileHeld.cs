using Companion.Workflows.Conversations;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>
/// What the bot says although a link worker holds the conversation, because nobody else would: that pictures cannot be seen here, once a hold, and when
/// the link worker is back, once an absence. It answers words just received; under a red flag it says nothing.
/// </summary>
public sealed class WhileHeld(WhenBack whenBack, Outbox outbox)
{
    private static readonly Duration StillHere = Duration.FromMinutes(30);

    /// <summary>Says what there is to say to words that whoever holds the conversation is to read.</summary>
    internal async ValueTask Answer(Turn turn, ServiceSettings service, InboundMessage message)
    {
        if (turn.IsPaused || Holding.Of(turn) is not { } held || await Rota.Find(turn.Session, service.Key, held.OwnerId!.Value) is not { } holder)
        {
            return;
        }

        if (message.Attachments > 0)
        {
            Say($"picture:{held.Id}:{held.Fence}", "handoff.picture.held", ("worker", holder.ShownName));
        }

        var now = turn.Now.Local();
        var standing = (await Rota.Of(turn.Session, service, turn.Now)).Find(one => one.Worker.Id == holder.Id)!;
        if (!standing.IsIn(now) && !await HasJustWritten(turn))
        {
            var when = whenBack.Of(turn.Address.Language, now.Date, standing.NextIn?.Date);
            Say($"holder-away:{held.Id}:{held.Fence}:{standing.NextIn?.Date.AtMidnight().Instant().ToUnixTimeSeconds()}", "handoff.away.holder", ("worker", holder.ShownName), ("when", when));
        }

        void Say(string purpose, string key, params (string, string)[] words) =>
            outbox.Say(turn, service, SendClass.WhileHeld, purpose, new Wording(key, words) { HandOffId = held.Id, InReplyTo = message.Id });
    }

    // Whoever works late is there, whatever their hours say.
    private static async ValueTask<bool> HasJustWritten(Turn turn) => (await turn.Session.Query<OutboundMessage>(
        "WHERE \"AddressId\" = @p0 AND \"Class\" = @p1 AND \"CreatedAt\" >= @p2 LIMIT 1",
        turn.Address.Id, (int)SendClass.LinkWorker, (turn.Now - StillHere).ToUnixTimeTicks())).Count > 0;
}
