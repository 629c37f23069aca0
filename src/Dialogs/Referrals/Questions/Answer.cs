using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>What words come to at a question.</summary>
/// <param name="Trigger">The move.</param>
/// <param name="Values">What to keep; with <see cref="ReferralTrigger.Unsure"/> they wait until they are confirmed.</param>
/// <param name="Fit">How well the words fit the question.</param>
internal sealed record Answer(ReferralTrigger Trigger, IReadOnlyList<(string Slot, string? Value)> Values, Fit Fit = Fit.Clear)
{
    public static readonly Answer Unclear = new(ReferralTrigger.Unclear, [], Fit.None);

    /// <summary>The text that says what was wrong, for <see cref="ReferralTrigger.Wrong"/>.</summary>
    public string? Fault { get; init; }

    /// <summary>What else is to be done.</summary>
    public Effect? Effect { get; init; }

    /// <summary>The question to go to, for <see cref="ReferralTrigger.Change"/>.</summary>
    public ReferralState? To { get; init; }

    public static Answer Move(ReferralTrigger trigger, Fit fit = Fit.Clear) => new(trigger, [], fit);

    public static Answer Of(string slot, string? value) => new(ReferralTrigger.Answered, [(slot, value)]);

    public static Answer Wrong(string text) => new(ReferralTrigger.Wrong, []) { Fault = text };
}
