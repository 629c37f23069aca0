using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;
using NodaTime;

namespace Companion.Dialogs.Appointments;

/// <summary>How answers are heard and answered.</summary>
public sealed partial class AppointmentDialog
{
    private const int MostOffers = 3;

    private static readonly string[] OfferNames = ["one", "two", "three"];

    private int Offers => Enumerable.Range(1, MostOffers).TakeWhile(number => Slots.Has(AppointmentSlots.OfferAt(number))).Count();

    private AppointmentAnswer? Standing => Enum.TryParse<AppointmentAnswer>(Slots[AppointmentSlots.Standing], out var standing) ? standing : null;

    private Meant Meaning => AppointmentReader.Read(
        Said.Plain, Enum.TryParse<IsoDayOfWeek>(Slots[AppointmentSlots.Day], out var day) ? day : IsoDayOfWeek.None);

    /// <inheritdoc/>
    protected override AppointmentTrigger Hear(AppointmentState state) => state switch
    {
        AppointmentState.AskingName => HearName(),
        AppointmentState.Choosing when Chosen is not null => AppointmentTrigger.Took,
        AppointmentState.Choosing or AppointmentState.AskingWhen when SaysWhen => AppointmentTrigger.SaidWhen,
        _ => HearAnswer() ?? (Misunderstood >= 2 ? AppointmentTrigger.Lost : AppointmentTrigger.Unclear),
    };

    /// <summary>What only listens takes clear answers; a first name may answer other questions too.</summary>
    protected override Fit FitOf(AppointmentState state) => state is AppointmentState.Resting or AppointmentState.Ended ? Fit.None : Hear(state) switch
    {
        AppointmentTrigger.Unclear or AppointmentTrigger.Lost => Fit.None,
        AppointmentTrigger.Named or AppointmentTrigger.NamedAndTold or AppointmentTrigger.Other => Fit.Possible,
        AppointmentTrigger.SaidWhen when state != AppointmentState.Listening && state != AppointmentState.Waiting => Fit.Possible,
        AppointmentTrigger.WantsAPerson => Fit.Possible,
        _ when state == AppointmentState.Listening && !SmallAnswer.IsOfWhatIsToCome(Said.Plain) && SmallAnswer.MayBeOfAnother(Said.Plain) => Fit.None,
        _ => Fit.Clear,
    };

    // "ok thanks" is a yes to what is asked, and nothing new once it is answered.
    private bool IsThanks => AppointmentReader.IsThanks(Said.Plain) && (Standing is not null || Meaning == Meant.Nothing);

    private AppointmentTrigger? HearAnswer() => Meaning switch
    {
        _ when IsThanks => AppointmentTrigger.Thanked,
        Meant.Coming => Standing is AppointmentAnswer.NotComing or AppointmentAnswer.AnotherTime ? AppointmentTrigger.Stands : AppointmentTrigger.Confirmed,
        Meant.ComingLate => Standing is AppointmentAnswer.NotComing or AppointmentAnswer.AnotherTime ? AppointmentTrigger.Stands : AppointmentTrigger.Late,
        Meant.NotComing => Standing == AppointmentAnswer.NotComing ? AppointmentTrigger.Stands : AppointmentTrigger.Declined,
        Meant.AnotherTime when AppointmentReader.SaysWhen(Said.Plain) => AppointmentTrigger.SaidWhen,
        Meant.AnotherTime => Offers > 0 ? AppointmentTrigger.WantsOffers : AppointmentTrigger.WantsAnother,
        Meant.Details => AppointmentTrigger.AsksDetails,
        Meant.Calendar => AppointmentTrigger.WantsCalendar,
        Meant.Person => AppointmentTrigger.WantsAPerson,
        _ => null,
    };

    // Asked when it would suit them, nearly everything is an answer: "not Tuesdays" is no no.
    private bool SaysWhen => AppointmentReader.SaysAnything(Said.Plain) && !IsThanks
        && (Meaning is Meant.Nothing || (!AppointmentReader.IsShort(Said.Plain) && Meaning is Meant.Coming or Meant.ComingLate or Meant.NotComing or Meant.AnotherTime));

    private int? Chosen => Offers switch
    {
        0 => null,
        1 when Meaning == Meant.Coming => 1,
        var offers => Gist.Choice(Said.Plain) is { } number && number >= 1 && number <= offers ? number : null,
    };

    private (string Name, string Value) Word(string slot) => (slot, Slots[slot] ?? "");

    private (string Name, string Value) What => ("what", $"@appointment.kind.{Slots[AppointmentSlots.Kind] ?? "phone"}");

    private (string Name, string Value) When => Word(AppointmentSlots.When);

    private void Tell(string key)
    {
        List<(string, string)> words = Slots.Has(AppointmentSlots.Place) ? [When, Word(AppointmentSlots.Place)] : [What, Word(AppointmentSlots.With), When];
        Say(
            Slots.Has(AppointmentSlots.Place) ? $"appointment.{key}.place" : $"appointment.{key}",
            key == AppointmentSteps.Booked ? [.. words, Word(AppointmentSlots.Link)] : words);
    }

    private void TellOff()
    {
        Say("appointment.cancelled", What, When);
        Close("called off");
    }

    private void Answer(AppointmentAnswer answer, string words = "")
    {
        Slots = Slots.With(AppointmentSlots.Standing, $"{(answer == AppointmentAnswer.ComingLate ? AppointmentAnswer.Coming : answer)}");
        Do(new AnswerAppointment(answer, words, SaysMore && words.Length == 0));
    }

    private bool SaysMore => AppointmentReader.SaysMore(Said.Plain, Meaning == Meant.ComingLate);

    // The answer and the rest in one text: somebody reads the rest.
    private string OrMore(string key) => SaysMore ? key + ".more" : key;

    private void AndTheRest()
    {
        if (SaysMore)
        {
            Say("appointment.more");
        }
    }

    private void Confirm()
    {
        Answer(AppointmentAnswer.Coming);
        Say(OrMore("appointment.yes"), When);
    }

    private void ConfirmLate()
    {
        Answer(AppointmentAnswer.ComingLate);
        Say(OrMore("appointment.yes.late"), Word(AppointmentSlots.With), When);
    }

    private void Decline()
    {
        Answer(AppointmentAnswer.NotComing);
        Say(OrMore("appointment.no"), When);
    }

    private void KeepWhen()
    {
        Answer(AppointmentAnswer.AnotherTime, Said.Words);
        Say("appointment.rebook");
    }

    private void AskAnother()
    {
        Answer(AppointmentAnswer.AnotherTime);
        Say(OrMore("appointment.when"));
    }

    private void AskAnotherAndOffer()
    {
        Answer(AppointmentAnswer.AnotherTime);
        Offer();
        AndTheRest();
    }

    private void GoneAndAsk()
    {
        Say("appointment.gone");
        Say("appointment.when");
    }

    private void GoneAndOffer()
    {
        Say("appointment.gone");
        Offer();
    }

    private void Offer() => Say(
        "appointment.offer." + OfferNames[Math.Max(Offers, 1) - 1],
        [.. OfferNames.Take(Math.Max(Offers, 1)).Select((name, at) => (name, Slots[AppointmentSlots.Offer(at + 1)] ?? ""))]);

    private void Take()
    {
        var number = Chosen!.Value;
        Do(new TakeFreeTime(Slots[AppointmentSlots.OfferAt(number)]!));
        Say("appointment.taking", (AppointmentSlots.When, Slots[AppointmentSlots.Offer(number)] ?? ""));
    }

    private void SayWhereItStands()
    {
        if (SaysMore && Standing is { } standing)
        {
            Do(new AnswerAppointment(standing, More: true));
        }

        if (Standing == AppointmentAnswer.AnotherTime)
        {
            Say("appointment.stands.another");
        }
        else
        {
            Say("appointment.stands.off", When);
        }

        AndTheRest();
    }

    private void AskAgain()
    {
        if (Misunderstood > 1)
        {
            Say("appointment.again.offer");
        }
        else
        {
            Say("appointment.again", When);
        }
    }

    private void BringAPerson()
    {
        Do(new OpenHandOff(HandOffReason.Asked));
        Say("appointment.person");
    }

    private void GiveUp()
    {
        Do(new OpenHandOff(HandOffReason.Misunderstood));
        Say("appointment.lost");
    }

    private void Close(string reason) => Slots = Slots.With(ReferralSlots.ClosedReason, reason);
}
