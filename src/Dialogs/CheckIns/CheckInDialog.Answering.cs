using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using NodaTime.Text;

namespace Companion.Dialogs.CheckIns;

/// <summary>How answers are heard, kept and answered.</summary>
public sealed partial class CheckInDialog
{
    private static readonly PhraseLists Phrases = PhraseLists.Of("CheckIns", "answers");

    private static readonly HashSet<string> Same = [.. Phrases["same as last time"]];

    private const int MostNudges = 2;

    private static readonly string[] Later = Phrases["not now"];

    /// <inheritdoc/>
    protected override CheckInTrigger Hear(CheckInState state)
    {
        if (state == CheckInState.Answered)
        {
            return Read() is { Corrects: true } ? CheckInTrigger.Corrected : CheckInTrigger.Unclear;
        }

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
            { Command: Command.Why } => CheckInTrigger.AsksWhy,
            _ when Gist.Has(Said.Plain, Later) => CheckInTrigger.NotNow,
            _ when NeedsReader.Read(Said.Words).Count > 0 => CheckInTrigger.AsksForHelp,
            _ => Misunderstood >= 2 ? CheckInTrigger.Lost : CheckInTrigger.Unclear,
        };
    }

    /// <summary>A number answers clearly; other words only where nothing else is open.</summary>
    protected override Fit FitOf(CheckInState state) => Hear(state) switch
    {
        CheckInTrigger.Unclear or CheckInTrigger.Lost or CheckInTrigger.AsksForHelp => Fit.None,
        CheckInTrigger.WantsAPerson or CheckInTrigger.Unsettled or CheckInTrigger.AsksWhy or CheckInTrigger.NotNow => Fit.Possible,
        _ => Fit.Clear,
    };

    /// <inheritdoc/>
    protected override bool AsksAt(CheckInState state) => state is not (CheckInState.Answered or CheckInState.NudgedAgain);

    /// <inheritdoc/>
    protected override CheckInTrigger SilenceAt(CheckInState state) =>
        state == CheckInState.Answered ? CheckInTrigger.Silence
        : IsOver ? CheckInTrigger.Lapsed
        : Nudges >= MostNudges ? CheckInTrigger.StillOpen
        : CheckInTrigger.Silence;

    private int Nudges => Slots.Number(CheckInSlots.Nudges) ?? 0;

    // Without a window, what is nudged in vain is over.
    private bool IsOver => Slots[CheckInSlots.LastDay] is { } last ? Said.Today > LocalDatePattern.Iso.Parse(last).Value : Nudges >= MostNudges;

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
        Say("checkin.changed", ("score", LatestScore()), ("question", Question()));
    }

    private string LatestScore() => Text(Slots.Number(CheckInSlots.Score(Slots[CheckInSlots.Latest]!))!.Value);

    private void ChangeLast()
    {
        Take();
        Say("checkin.changed.last", ("score", LatestScore()));
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

    private void Remind()
    {
        Slots = Slots.With(CheckInSlots.Nudges, Text(Nudges + 1));
        Say("checkin.nudge", ("question", Question()));
    }

    private void AskAgain()
    {
        (string, string)[] scale = [("lowest", Text(Left[0].Lowest)), ("highest", Text(Left[0].Highest))];
        if (Misunderstood > 1)
        {
            Say("checkin.again.offer", scale);
        }
        else
        {
            Say("checkin.again", [("question", Question()), .. scale]);
        }
    }

    // What they told stands in the conversation, for whoever takes the hand-off.
    private void PassOn()
    {
        Do(new OpenHandOff(HandOffReason.Asked));
        Say("checkin.passed-on", ("question", Question()));
    }

    private void BringAPerson()
    {
        Do(new OpenHandOff(HandOffReason.Asked));
        Say("checkin.person");
    }

    private void Finish()
    {
        Take();
        Do(new CloseCheckIn(Whole: true));
        var declined = Instrument.Items.All(item => Slots.Has(CheckInSlots.Missing(item.Key)));
        Say(declined ? "checkin.declined" : "checkin.thanks");
    }

    private void GiveUp()
    {
        Do(new OpenHandOff(HandOffReason.Misunderstood));
        Close("misunderstood");
        Say("checkin.lost");
    }

    private void EndInSilence() => Close(Left.Count == 0 ? "complete" : "unanswered");

    private void Close(string reason)
    {
        Slots = Slots.With("closed.reason", reason);
        if (Left.Count > 0)
        {
            Do(new CloseCheckIn(Whole: false)); // a whole one was closed with its last answer
        }
    }
}
