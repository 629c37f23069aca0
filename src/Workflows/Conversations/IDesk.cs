using Companion.Dialogs.Talking;

namespace Companion.Workflows.Conversations;

/// <summary>A feature's desk, which carries out the effects that are its own.</summary>
public interface IDesk
{
    /// <summary>Carries out an effect as rows of the turn; false when it is another feature's.</summary>
    bool CarryOut(EffectContext context, Effect effect);
}
