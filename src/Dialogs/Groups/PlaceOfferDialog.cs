using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Groups;

/// <summary>Where an offered place stands.</summary>
public enum PlaceOfferState
{
    Resting,
    Open,
    Asking,

    /// <summary>It ran out; a late yes puts them on the list again.</summary>
    Lapsed,
    Ended,
}

/// <summary>What words come to about an offered place.</summary>
public enum PlaceOfferTrigger
{
    Begin,
    Takes,
    Declines,
    Where,
    WantsAPerson,
    Unclear,
    Lost,
    Silence,
}

/// <summary>A place in a group is free, and they are the first in line: yes takes it, no and silence give it to the next.</summary>
public sealed class PlaceOfferDialog : Dialog<PlaceOfferState, PlaceOfferTrigger>
{
    /// <summary>Its name in storage.</summary>
    public const string Key = "place-offer";

    private const int WordsOfAnAnswer = 4;

    /// <summary>Declares the question and what comes after it ran out.</summary>
    public PlaceOfferDialog()
    {
        Machine.Configure(PlaceOfferState.Resting).Permit(PlaceOfferTrigger.Begin, PlaceOfferState.Asking);
        Machine.Configure(PlaceOfferState.Open)
            .Permit(PlaceOfferTrigger.Lost, PlaceOfferState.Ended)
            .InternalTransition(PlaceOfferTrigger.Where, () => Say("place.where", Group, ("place", Slots[GroupSlots.Place] ?? "")))
            .InternalTransition(PlaceOfferTrigger.WantsAPerson, BringAPerson)
            .InternalTransition(PlaceOfferTrigger.Unclear, AskAgain);
        Machine.Configure(PlaceOfferState.Asking).SubstateOf(PlaceOfferState.Open)
            .OnEntry(() => Say("place.ask", Group, Slot(GroupSlots.Day), Slot(GroupSlots.Time), Slot(GroupSlots.By)))
            .OnExit(Settle)
            .Permit(PlaceOfferTrigger.Takes, PlaceOfferState.Ended)
            .Permit(PlaceOfferTrigger.Declines, PlaceOfferState.Ended)
            .Permit(PlaceOfferTrigger.Silence, PlaceOfferState.Lapsed);
        Machine.Configure(PlaceOfferState.Lapsed).SubstateOf(PlaceOfferState.Open)
            .OnExit(SettleLate)
            .Permit(PlaceOfferTrigger.Takes, PlaceOfferState.Ended)
            .Permit(PlaceOfferTrigger.Declines, PlaceOfferState.Ended)
            .Permit(PlaceOfferTrigger.Silence, PlaceOfferState.Ended);
        Machine.Configure(PlaceOfferState.Ended)
            .OnEntryFrom(PlaceOfferTrigger.Declines, Decline, "the next in line")
            .OnEntryFrom(PlaceOfferTrigger.Lost, GiveUp, "a person instead")
            .OnEntryFrom(PlaceOfferTrigger.Silence, () => Close("unanswered"), "nobody answered");
    }

    /// <inheritdoc/>
    public override string Name => Key;

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override PlaceOfferState Resting => PlaceOfferState.Resting;

    /// <inheritdoc/>
    protected override PlaceOfferTrigger BeginTrigger => PlaceOfferTrigger.Begin;

    /// <inheritdoc/>
    protected override PlaceOfferTrigger UnclearTrigger => PlaceOfferTrigger.Unclear;

    /// <inheritdoc/>
    protected override PlaceOfferTrigger SilenceTrigger => PlaceOfferTrigger.Silence;

    private (string, string) Group => Slot(GroupSlots.Group);

    /// <inheritdoc/>
    protected override bool AsksAt(PlaceOfferState state) => state is not PlaceOfferState.Lapsed;

    /// <inheritdoc/>
    protected override PlaceOfferTrigger Hear(PlaceOfferState state)
    {
        var takes = YesNo.Read(Said.Plain) ?? GroupWords.Coming(Said, Slots[GroupSlots.Weekday]);
        return takes is { } yes ? (yes ? PlaceOfferTrigger.Takes : PlaceOfferTrigger.Declines)
            : GroupWords.IsWhere(Said.Plain) ? PlaceOfferTrigger.Where
            : Commands.Read(Said.Plain) is Command.Person or Command.PhoneMe ? PlaceOfferTrigger.WantsAPerson
            : Misunderstood >= 2 ? PlaceOfferTrigger.Lost : PlaceOfferTrigger.Unclear;
    }

    /// <summary>A short yes or no is clear; longer ones ("I can't come on Tuesday after all") may be about a session.</summary>
    protected override Fit FitOf(PlaceOfferState state) => Hear(state) switch
    {
        PlaceOfferTrigger.Unclear or PlaceOfferTrigger.Lost => Fit.None,
        PlaceOfferTrigger.Takes or PlaceOfferTrigger.Declines when Said.Plain.Tokens.Count(token => token.IsWord) <= WordsOfAnAnswer => Fit.Clear,
        _ => Fit.Possible,
    };

    private (string, string) Slot(string name) => (name, Slots[name] ?? "");

    private void Settle(Stateless.StateMachine<PlaceOfferState, PlaceOfferTrigger>.Transition move)
    {
        switch (move.Trigger)
        {
            case PlaceOfferTrigger.Takes:
                Do(new TakePlace());
                Close("taken");
                Say("place.yes", Group);
                break;
            case PlaceOfferTrigger.Silence:
                Do(new LapsePlace());
                break;
            case PlaceOfferTrigger.Declines:
                Do(new DeclinePlace());
                break;
            default:
                break; // a person is asked to talk with them: the place is theirs until the offer runs out
        }
    }

    private void SettleLate(Stateless.StateMachine<PlaceOfferState, PlaceOfferTrigger>.Transition move)
    {
        if (move.Trigger == PlaceOfferTrigger.Takes)
        {
            Do(new WaitAgain());
            Close("late");
            Say("place.late", Group);
        }
    }

    private void Decline()
    {
        Close("declined");
        Say("place.no");
    }

    private void AskAgain() => Say(Misunderstood > 1 ? "place.again.offer" : "place.again", Misunderstood > 1 ? [] : [Group]);

    private void BringAPerson()
    {
        Do(new OpenHandOff(HandOffReason.Asked));
        Say("place.person");
    }

    private void GiveUp()
    {
        Do(new OpenHandOff(HandOffReason.Misunderstood));
        Close("misunderstood");
        Say("place.lost");
    }

    private void Close(string reason) => Slots = Slots.With("closed.reason", reason);
}
