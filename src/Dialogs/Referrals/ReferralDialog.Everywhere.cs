using Companion.Dialogs.Talking;
using static Companion.Dialogs.Referrals.ReferralState;
using static Companion.Dialogs.Referrals.ReferralTrigger;

namespace Companion.Dialogs.Referrals;

/// <summary>What holds at every question: commands, misunderstandings and silence.</summary>
public sealed partial class ReferralDialog
{
    private const int OffersAPerson = 2;
    private const int BringsAPerson = 3;

    private void Everywhere()
    {
        Machine.Configure(Open)
            .PermitDynamic(Back, () => Before(Machine.State)!.Value, "the question before")
            .Permit(GaveUp, Ended)
            .InternalTransition(Stay, () => Say(Asked.Ask(Slots), Asked.Words(Said, Slots)))
            .InternalTransition(ReferralTrigger.Help, () => Say("referral.commands"))
            .InternalTransition(Why, () => Say(Asked.Why))
            .InternalTransition(Person, () => HandOver(HandOffReason.Asked, "referral.person"))
            .InternalTransition(Chat, () => Do(new SendChatLink()))
            .InternalTransition(Needed, Insist)
            .InternalTransition(Withheld, () => HandOver(HandOffReason.Withheld, "referral.withheld"))
            .InternalTransition(Wrong, SayWhatIsWrong)
            .InternalTransition(Unclear, AskDifferently)
            .InternalTransition(ReferralTrigger.Silence, Nudge);
    }

    private void Insist()
    {
        Slots = Slots.With(ReferralSlots.Pressed, Asked.Name);
        Say(Asked.Why);
    }

    private void SayWhatIsWrong()
    {
        Set([(ReferralSlots.ToldWrong, string.Join(',', ToldWrong.Append(heard.Fault))), .. heard.Values]);
        Say(heard.Fault!);
    }

    private void AskDifferently()
    {
        switch (Misunderstood % BringsAPerson)
        {
            case 0:
                HandOver(HandOffReason.Misunderstood, "referral.unclear.person");
                break;
            case OffersAPerson:
                Say("referral.unclear.offer");
                break;
            default:
                Say(Asked.Again(Said), Asked.AgainWords(Said, Slots));
                break;
        }
    }

    private void HandOver(HandOffReason reason, string text)
    {
        Do(new OpenHandOff(reason));
        Say(text);
    }

    private void Nudge()
    {
        if (Slots.Has(ReferralSlots.Nudged))
        {
            Machine.Fire(GaveUp);
            return;
        }

        Slots = Slots.With(ReferralSlots.Nudged, "yes");
        Say("referral.nudge");
    }

    private void Close(string reason) => Slots = Slots.With(ReferralSlots.ClosedReason, reason);

    private void GoToAPerson()
    {
        Close(ClosedReasons.Under18);
        Do(new OpenHandOff(HandOffReason.Under18));
        Say(Slots[ReferralSlots.For] == "me" ? "referral.young" : "referral.young.theirs");
    }

    private void SayGoodbye(ReferralState closedIn)
    {
        Close(ReasonFor(closedIn));
        Say("referral.goodbye");
    }

    private static string ReasonFor(ReferralState closedIn) => closedIn switch
    {
        OutOfArea => ClosedReasons.OutsideArea,
        NotAgreed => ClosedReasons.NotAgreed,
        _ => ClosedReasons.Silence,
    };
}
