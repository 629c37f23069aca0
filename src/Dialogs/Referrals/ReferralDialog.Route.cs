using Companion.Dialogs.Talking;
using Stateless;
using static Companion.Dialogs.Referrals.ReferralState;
using static Companion.Dialogs.Referrals.ReferralTrigger;

namespace Companion.Dialogs.Referrals;

/// <summary>The order of the questions, as a table of moves.</summary>
public sealed partial class ReferralDialog
{
    private readonly HashSet<ReferralState> declared = [];

    private void TheWayIn()
    {
        Machine.Configure(ReferralState.Resting).Permit(ReferralTrigger.Begin, WhoFor);
        At(WhoFor)
            .OnEntryFrom(ReferralTrigger.Begin, KeepOpening, "keep the first words")
            .Permit(ForMe, ReferralState.Name)
            .Permit(ForSomeone, CarerName)
            .Permit(ForPatient, ProfessionalName);
    }

    private void Referrers()
    {
        Ask(CarerName, then: CarerRelation);
        Ask(CarerRelation, then: Agreed);
        Ask(ProfessionalName, then: ProfessionalRole);
        Ask(ProfessionalRole, then: ProfessionalOrganisation);
        Ask(ProfessionalOrganisation, then: Setting);
        Ask(Setting, then: Agreed);
        Ask(Agreed, then: ReferralState.Name).Permit(Disagreed, NotAgreed);
        At(NotAgreed)
            .Permit(Answered, ReferralState.Name)
            .Permit(ReferralTrigger.Leave, Ended)
            .Permit(ReferralTrigger.Silence, Ended);
    }

    private void WhoItIsAbout()
    {
        Ask(ReferralState.Name, then: DateOfBirth, readBack: NameReadBack);
        Ask(DateOfBirth, then: Postcode, readBack: DateOfBirthReadBack);
        At(DateOfBirthReadBack).Permit(Young, Ended);
        Ask(Postcode, then: ReferralState.Surgery, readBack: PostcodeReadBack).Permit(Outside, OutOfArea);
        At(PostcodeReadBack).Permit(Outside, OutOfArea);
        At(OutOfArea)
            .Permit(Answered, ReferralState.Surgery)
            .Permit(ReferralTrigger.Leave, Ended)
            .Permit(ReferralTrigger.Silence, Ended);
        Ask(ReferralState.Surgery, then: PatientPhone, readBack: SurgeryReadBack).Permit(Several, SurgeryChoice);
        At(SurgeryChoice).Permit(Answered, PatientPhone).Permit(Unsure, SurgeryReadBack);
        Ask(PatientPhone, then: ReferralState.Help, readBack: PatientPhoneReadBack);
    }

    private void WhatItIsAbout()
    {
        Ask(ReferralState.Help, then: Matters, readBack: NeedsReadBack);
        Ask(Matters, then: Living);
        Ask(Living, then: Conditions);
        Ask(Conditions, then: Hospital);
        Ask(Hospital, then: Communication);
    }

    private void HowToTalk()
    {
        Ask(Communication, then: Reach);
        Ask(Reach, then: SharedPhone);
        Ask(SharedPhone, then: PrivateOk);
    }

    private void OnlyThemselves()
    {
        Ask(PrivateOk, then: Private);
        Ask(Private, then: ShareWithGp).Permit(Unsafe, Paused);
        At(Paused).Permit(Answered, ShareWithGp).Permit(ReferralTrigger.Silence, Ended);
        Ask(ShareWithGp, then: Evaluation);
        Ask(Evaluation, then: NhsNumber);
        Ask(NhsNumber, then: CheckDetails, readBack: NhsNumberReadBack);
    }

    private void TheWayOut()
    {
        Ask(CheckDetails, then: CheckStory).PermitDynamic(Change, () => heard.To!.Value, "the line to change");
        At(CheckStory).Permit(Answered, Ended).PermitDynamic(Change, () => heard.To!.Value, "the line to change");
        Machine.Configure(Ended)
            .OnEntryFrom(Answered, () => Do(new SubmitReferral()), "submit")
            .OnEntryFrom(Young, GoToAPerson, "to a person")
            .OnEntryFrom(ReferralTrigger.Leave, move => SayGoodbye(move.Source), "say goodbye")
            .OnEntryFrom(ReferralTrigger.Silence, move => Close(ReasonFor(move.Source)), "keep what there is")
            .OnEntryFrom(GaveUp, () => Close(ClosedReasons.Silence), "keep what there is");
    }

    private StateMachine<ReferralState, ReferralTrigger>.StateConfiguration Ask(ReferralState state, ReferralState then)
    {
        var configured = At(state).Permit(Answered, then).Permit(Passed, then);
        return ReferralQuestions.All[state] is { MustHave: false, Decides: false } ? configured.Permit(Skipped, then) : configured;
    }

    private StateMachine<ReferralState, ReferralTrigger>.StateConfiguration Ask(
        ReferralState state, ReferralState then, ReferralState readBack)
    {
        At(readBack).Permit(Answered, then).Permit(Denied, state);
        return Ask(state, then).Permit(Unsure, readBack);
    }

    private StateMachine<ReferralState, ReferralTrigger>.StateConfiguration At(ReferralState state)
    {
        var configured = Machine.Configure(state);
        if (declared.Add(state))
        {
            configured.SubstateOf(Open).OnEntry(() => Arrive(state)).OnExit(move => Leave(state, move));
        }

        return configured;
    }
}
