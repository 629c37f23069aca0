using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Referrals;

/// <summary>Turns a finished self-referral into a person and a case.</summary>
public sealed class ReferralDesk
{
    /// <summary>What need not be asked of somebody who is alone on this address and known.</summary>
    public static Slots Known(Turn turn) => Slots.Empty;

    /// <summary>Submits what a conversation gathered.</summary>
    public Submitted Submit(EffectContext context) => new("referral.done", []);
}

/// <summary>What the person is told.</summary>
public sealed record Submitted(string DoneKey, IReadOnlyList<(string Name, string Value)> Words);
