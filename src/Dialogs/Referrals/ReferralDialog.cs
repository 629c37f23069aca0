using Companion.Dialogs.Referrals.Questions;
using Companion.Dialogs.Talking;
using static Companion.Dialogs.Referrals.ReferralState;
using static Companion.Dialogs.Referrals.ReferralTrigger;

namespace Companion.Dialogs.Referrals;

/// <summary>
/// The referral: of oneself, of somebody one cares for, or of a patient. What is known already is not asked again; what is
/// gathered stands in <see cref="ReferralSlots"/>. It ends with <see cref="SubmitReferral"/>, or with a reason in
/// <see cref="ReferralSlots.ClosedReason"/>.
/// </summary>
public sealed partial class ReferralDialog : Dialog<ReferralState, ReferralTrigger>
{
    private Answer heard = Answer.Unclear;

    // The question that is to be asked although it has an answer: somebody went back to it, or wants to change it.
    private ReferralState? wanted;

    /// <summary>Declares the way through the questions.</summary>
    public ReferralDialog()
    {
        Everywhere();
        TheWayIn();
        Referrers();
        WhoItIsAbout();
        WhatItIsAbout();
        HowToTalk();
        OnlyThemselves();
        TheWayOut();
    }

    /// <inheritdoc/>
    public override string Name => "referral";

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override ReferralState Resting => ReferralState.Resting;

    /// <inheritdoc/>
    protected override ReferralTrigger BeginTrigger => ReferralTrigger.Begin;

    /// <inheritdoc/>
    protected override ReferralTrigger UnclearTrigger => Unclear;

    /// <inheritdoc/>
    protected override ReferralTrigger SilenceTrigger => ReferralTrigger.Silence;

    private IReadOnlyList<string> ToldWrong => Slots[ReferralSlots.ToldWrong]?.Split(',') ?? [];

    private Question Asked => ReferralQuestions.All[Machine.State];

    /// <inheritdoc/>
    protected override ReferralTrigger Hear(ReferralState state)
    {
        heard = Listen(state);
        return heard.Trigger;
    }

    /// <inheritdoc/>
    protected override Fit FitOf(ReferralState state) => state is ReferralState.Resting or Ended ? Fit.None : Listen(state).Fit;

    private Answer Listen(ReferralState state)
    {
        var question = ReferralQuestions.All[state];
        var command = Commands.Read(Said.Plain);
        var answer = command is Command.None || question.Takes(command)
            ? question.Hear(Said, Slots)
            : Obey(command, question, state);

        // Told once what is wrong, they are helped like anybody who is not understood.
        return answer.Fault is { } fault && ToldWrong.Contains(fault) ? Answer.Unclear : answer;
    }

    private Answer Obey(Command command, Question question, ReferralState state) => command switch
    {
        Command.Back => Answer.Move(Before(state) is null ? Stay : Back, Fit.Possible),
        Command.Help => Answer.Move(ReferralTrigger.Help, Fit.Possible),
        Command.Why => Answer.Move(Why, Fit.Possible),
        Command.Person or Command.PhoneMe => Answer.Move(Person, Fit.Possible),
        Command.Chat => Answer.Move(Chat, Fit.Possible),
        _ => Skip(question, Commands.Reason(command)!),
    };

    private Answer Skip(Question question, string reason) => question switch
    {
        { Decides: true } => Answer.Unclear,
        { MustHave: true } => Answer.Move(Slots[ReferralSlots.Pressed] == question.Name ? Withheld : Needed, Fit.Possible),
        { IsStep: false } => Answer.Move(Denied, Fit.Possible),
        _ => new Answer(
            Skipped,
            [.. question.Fills.Select(slot => (slot, (string?)null)), .. question.Unasked, (ReferralSlots.Skipped(question.Name), reason)],
            Fit.Possible),
    };
}
