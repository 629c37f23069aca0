using Companion.Workflows.Conversations;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;
using NodaTime.Text;

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
        if (turn.IsPaused || Holding.Of(turn) is not { } held
            || (await Rota.Of(turn.Session, service, turn.Now)).Find(one => one.Worker.Id == held.OwnerId) is not { } holder)
        {
            return;
        }

        var (worker, now) = (("worker", holder.Worker.ShownName), turn.Now.Local());
        if (message.Attachments > 0)
        {
            Say($"picture:{held.Id}:{held.Fence}", "handoff.picture.held", worker);
        }

        if (!holder.IsIn(now) && !await HasJustWritten(turn))
        {
            var back = holder.NextIn?.Date;
            var until = back is { } day ? LocalDatePattern.Iso.Format(day) : "";
            Say($"holder-away:{held.Id}:{held.Fence}:{until}", "handoff.away.holder", worker, ("when", whenBack.Of(turn.Address.Language, now.Date, back)));
        }

        void Say(string purpose, string key, params (string, string)[] words) =>
            outbox.Say(turn, service, SendClass.WhileHeld, purpose, new Wording(key, words) { HandOffId = held.Id, InReplyTo = message.Id });
    }

    // Whoever works late is there, whatever their hours say.
    private static async ValueTask<bool> HasJustWritten(Turn turn) => (await turn.Session.Query<OutboundMessage>(
        "WHERE \"AddressId\" = @p0 AND \"Class\" = @p1 AND \"CreatedAt\" >= @p2 LIMIT 1",
        turn.Address.Id, (int)SendClass.LinkWorker, (turn.Now - StillHere).ToUnixTimeTicks())).Count > 0;
}
