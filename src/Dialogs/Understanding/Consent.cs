using Companion.Dialogs.Consent;

namespace Companion.Dialogs.Understanding;

/// <summary>What somebody wants about being texted.</summary>
public enum ConsentAct
{
    Stop,
    Start,
    Help,
}

/// <summary>A wish about being texted: "STOP REMINDERS" is to stop, and about reminders.</summary>
public readonly record struct ConsentWish(ConsentAct Act, ConsentTopic Topic);
