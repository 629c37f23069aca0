using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>The first question: who we are, privacy, "not for emergencies", and whom it is for.</summary>
internal sealed class WhoForQuestion() : Question("welcome")
{
    private static readonly string[] Me = ReferralWords.Lists["whom me"];

    private static readonly string[] Job = ReferralWords.Lists["whom patient"];

    private static readonly string[] Someone = ReferralWords.Lists["whom someone"];

    public override IReadOnlyList<string> Fills => [ReferralSlots.For];

    public override bool Decides => true;

    public override Answer Hear(Utterance said, Slots slots) => Gist.Choice(said.Plain) switch
    {
        1 => For("me", slots),
        2 => For("someone", slots),
        3 => For("patient", slots),
        not null => Answer.Unclear,
        null => ByWords(said, slots),
    };

    private static Answer ByWords(Utterance said, Slots slots)
    {
        if (Me.Contains(said.Plain.Text))
        {
            return For("me", slots);
        }

        var job = Gist.Has(said.Plain, Job);
        var someone = Gist.Has(said.Plain, Someone);
        return (job, someone) switch
        {
            (true, false) => For("patient", slots),
            (false, true) => For("someone", slots),
            _ => Answer.Unclear,
        };
    }

    private static Answer For(string whom, Slots slots)
    {
        var before = slots[ReferralSlots.For];
        var sameAsBefore = whom == (before ?? "me");
        var trigger = whom switch
        {
            "me" => ReferralTrigger.ForMe,
            "someone" => ReferralTrigger.ForSomeone,
            _ => ReferralTrigger.ForPatient,
        };
        return new Answer(trigger, [.. sameAsBefore ? [] : AnotherPerson(slots, before), (ReferralSlots.For, whom)]);
    }

    // What was known, or said so far, is about somebody else: it must not end up in this person's record.
    private static IEnumerable<(string Slot, string? Value)> AnotherPerson(Slots slots, string? before)
    {
        var gone = slots.Values.Keys
            .Where(slot => !slot.StartsWith("dialog.", StringComparison.Ordinal))
            .Select(slot => (slot, (string?)null));
        var writer = before is null ? slots[ReferralSlots.Name] : null;
        return writer is null ? gone : gone.Append((ReferralSlots.ReferrerName, writer));
    }
}

/// <summary>Where the patient of a professional is: on a ward or in A&amp;E they were in hospital, and that is not asked again.</summary>
internal sealed class SettingQuestion() : Question("setting")
{
    public override IReadOnlyList<string> Fills => [ReferralSlots.Setting];

    public override Answer Hear(Utterance said, Slots slots) => Gist.Choice(said.Plain) switch
    {
        1 => At("ward"),
        2 => At("a&e"),
        3 => At("elsewhere"),
        not null => Answer.Unclear,
        null when Gist.Has(said.Plain, "ward", "inpatient", "admitted") => At("ward"),
        null when Gist.Has(said.Plain, "a & e", "ae", "ane", "emergency department", "ed", "casualty") => At("a&e"),
        null when Gist.Has(said.Plain, "home", "elsewhere", "community", "somewhere else", "clinic", "surgery") => At("elsewhere"),
        _ => Answer.Unclear,
    };

    private static Answer At(string setting) => new(
        ReferralTrigger.Answered,
        setting == "elsewhere"
            ? [(ReferralSlots.Setting, setting)]
            : [(ReferralSlots.Setting, setting), (ReferralSlots.Hospital, "yes"), (ReferralSlots.HospitalWords, setting)]);
}

/// <summary>Has the person referred by somebody else agreed to it?</summary>
internal sealed class AgreedQuestion() : Question("agreed")
{
    public override IReadOnlyList<string> Fills => [ReferralSlots.Agreed];

    public override bool Decides => true;

    public override Answer Hear(Utterance said, Slots slots) => YesNo.Read(said.Plain) switch
    {
        true => Answer.Of(ReferralSlots.Agreed, "yes"),
        false => Answer.Move(ReferralTrigger.Disagreed),
        null => Answer.Unclear,
    };
}
