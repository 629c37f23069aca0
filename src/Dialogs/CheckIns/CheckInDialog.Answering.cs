using Companion.Dialogs.Talking;

namespace Companion.Dialogs.CheckIns;

/// <summary>How answers are heard, kept and answered.</summary>
public sealed partial class CheckInDialog
{
    private static readonly PhraseLists Phrases = PhraseLists.Of("CheckIns", "answers");

    private static readonly HashSet<string> Same = [.. Phrases["same as last time"]];

    /// <inheritdoc/>
    protected override CheckInTrigger Hear(CheckInState state)
    {
        if (state == CheckInState.AskingBack && YesNo.Read(Said.Plain) is { } yes)
        {
            return !yes ? CheckInTrigger.Differs : Left.Count == 1 ? CheckInTrigger.Completed : CheckInTrigger.Answered;
        }

        var read = Read();
        return read switch
        {
            { Corrects: true } => CheckInTrigger.Corrected,
            { Answers.Count: > 0 } => LeftIn(With(read.Answers)).Count == 0 ? CheckInTrigger.Completed : CheckInTrigger.Answered,
            { Between: not null } => CheckInTrigger.Unsettled,
            { Unsure: not null } => CheckInTrigger.Hinted,
            _ when state != CheckInState.AskingBack && SaysSame => CheckInTrigger.Hinted,
            { Command: Command.Person or Command.PhoneMe } => CheckInTrigger.WantsAPerson,
            _ => Misunderstood >= 2 ? CheckInTrigger.Lost : CheckInTrigger.Unclear,
        };
    }

    /// <summary>A number answers clearly; other words only where nothing else is open.</summary>
    protected override Fit FitOf(CheckInState state) => Hear(state) switch
    {
        CheckInTrigger.Unclear or CheckInTrigger.Lost => Fit.None,
        CheckInTrigger.WantsAPerson or CheckInTrigger.Unsettled => Fit.Possible,
        _ => Fit.Clear,
    };

    private CheckInReading Read() => CheckInReader.Read(Said.Plain, Instrument, Left, Slots.Has(CheckInSlots.Pending) ? null : Slots[CheckInSlots.Latest]);

    private bool SaysSame => Before is not null && Same.Contains(Said.Plain.Text);

    private Slots With(IReadOnlyList<ItemAnswer> answers) => answers.Aggregate(Slots, (slots, answer) => answer.In(slots));

    // Yes to "is it 6?" is the number that was read back; everything else is in the words.
    private void Take()
    {
        var answers = Read().Answers;
        if (answers.Count == 0)
        {
            answers = [new ItemAnswer(Left[0].Key, Slots.Number(CheckInSlots.ReadBack))];
        }

        Slots = With(answers).With(CheckInSlots.Pending, null);
        foreach (var answer in answers)
        {
            Do(new RecordScore(answer));
        }
    }

    private void TakeAndAsk()
    {
        Take();
        Say(Question()[1..]);
    }

    private void Change()
    {
        Take();
        Say("checkin.changed", ("score", Text(Slots.Number(CheckInSlots.Score(Slots[CheckInSlots.Latest]!))!.Value)), ("question", Question()));
    }

    private void AskWhich()
    {
        var (low, high) = Read().Between!.Value;
        Slots = Slots.With(CheckInSlots.Pending, "which");
        Say("checkin.which", ("low", Text(low)), ("high", Text(high)));
    }

    private void AskBack()
    {
        var (number, key) = Read().Unsure is { } unsure ? (unsure, "checkin.sure") : (Before!.Value, "checkin.same");
        Slots = Slots.With(CheckInSlots.ReadBack, Text(number)).With(CheckInSlots.Pending, "read back");
        Say(key, ("score", Text(number)));
    }

    private void AskAgain()
    {
        if (Misunderstood > 1)
        {
            Say("checkin.again.offer");
        }
        else
        {
            Say("checkin.again", ("question", Question()));
        }
    }

    private void BringAPerson()
    {
        Do(new OpenHandOff(HandOffReason.Asked));
        Say("checkin.person");
    }

    private void Finish()
    {
        Take();
        Close("complete");
        var declined = Instrument.Items.All(item => Slots.Has(CheckInSlots.Missing(item.Key)));
        Say(declined ? "checkin.declined" : "checkin.thanks");
    }

    private void GiveUp()
    {
        Do(new OpenHandOff(HandOffReason.Misunderstood));
        Close("misunderstood");
        Say("checkin.lost");
    }

    private void Close(string reason)
    {
        Slots = Slots.With("closed.reason", reason);
        Do(new CloseCheckIn(Left.Count == 0));
    }
}
