using Companion.Dialogs.Talking;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Safety;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Conversations;

/// <summary>An open question that nobody answered: its dialog nudges, or ends. A caring question becomes a review, or red.</summary>
public sealed class NobodyAnswered(Talk talk, SafetyDesk safety, HandOffDesk desk) : ITimed
{
    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.Silence;

    /// <inheritdoc/>
    public ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (turn.Open.Find(open => open.Id == timer.SubjectId && open.Moves == timer.ArmedFor) is { } conversation)
        {
            if (MayNotTalk(turn, conversation))
            {
                Talk.ArmSilence(turn, conversation, turn.Now + Duration.FromHours(service.NudgeAfterHours));
            }
            else
            {
                End(turn, service, conversation);
            }
        }

        return ValueTask.CompletedTask;
    }

    // Nothing is nudged under a red flag, nor where it may be somebody else's number, nor while a link worker holds the conversation.
    private static bool MayNotTalk(Turn turn, Conversation conversation) =>
        (turn.IsPaused || turn.IsInDoubt || turn.Address.Holder is not null) && !SafetyDesk.MayTalkWhilePaused(conversation);

    private void End(Turn turn, ServiceSettings service, Conversation conversation)
    {
        if (conversation.Dialog == SafetyDesk.Caring)
        {
            NoAnswerToCaring(turn, service, conversation);
        }

        talk.Silence(turn, service, conversation);
        talk.AwaitWhetherSafe(turn, service, message: null);
    }

    // Fifteen minutes without an answer: red where the service chooses, else a review the same day.
    private void NoAnswerToCaring(Turn turn, ServiceSettings service, Conversation conversation)
    {
        if (service.UnansweredCaringQuestionIsRed)
        {
            safety.Red(turn, service, SafetyDesk.AsRed(conversation), message: null, canAnswer: true);
            return;
        }

        var handOff = desk.Ordinary(turn, service, HandOffReason.Review, conversation);
        StaffTasks.Give(
            turn.Session, StaffTasks.Review, new TaskAbout(service.Key, turn.Address.Id, handOff.Id), StaffWords.Of("task.caring"), turn.Now, handOff.DueAt);
    }
}
