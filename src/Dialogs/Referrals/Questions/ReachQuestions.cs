using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>What helps when talking with them: a language, an interpreter, hearing, sight, reading.</summary>
internal sealed class CommunicationQuestion() : Question("communication")
{
    private static readonly IReadOnlyList<(string Tag, string[] Phrases)> Helps = [.. ReferralWords.Lists.Under("talking ")];

    private static readonly string[] Languages = ReferralWords.Lists["language"];

    public override IReadOnlyList<string> Fills =>
        [ReferralSlots.CommunicationWords, ReferralSlots.Communication, ReferralSlots.Language];

    public override bool HasTheirs => true;

    public override Answer Hear(Utterance said, Slots slots)
    {
        var kept = OwnWords.KeepOrNone(said, ReferralSlots.CommunicationWords);
        if (kept.Trigger != ReferralTrigger.Answered || kept.Values[0].Value == "none")
        {
            return kept;
        }

        // "can't see" and "don't hear well" are no denials, so their phrases stand in the table with their not.
        var helps = Gist.Tags(said.Plain, Helps);
        var language = Array.Find(Languages, name => Gist.Has(said.Plain, name));
        return kept with
        {
            Values = [.. kept.Values, (ReferralSlots.Communication, helps), (ReferralSlots.Language, language)],
            Fit = helps is null && language is null ? Fit.Possible : Fit.Clear,
        };
    }
}

/// <summary>The best times and ways to reach them.</summary>
internal sealed class ReachQuestion() : Question("reach")
{
    private static readonly IReadOnlyList<(string Tag, string[] Phrases)> Ways = [.. ReferralWords.Lists.Under("way ")];

    private static readonly IReadOnlyList<(string Tag, string[] Phrases)> Times = [.. ReferralWords.Lists.Under("time ")];

    public override IReadOnlyList<string> Fills => [ReferralSlots.ReachWords, ReferralSlots.ReachWays, ReferralSlots.ReachTimes];

    public override bool HasTheirs => true;

    /// <summary>"Phone me" is an answer here.</summary>
    public override bool Takes(Command command) => command is Command.PhoneMe;

    public override Answer Hear(Utterance said, Slots slots)
    {
        var (ways, times) = (Gist.Tags(said.Plain, Ways), Gist.Tags(said.Plain, Times));
        var kept = OwnWords.Keep(said, ReferralSlots.ReachWords);
        return kept.Trigger != ReferralTrigger.Answered ? kept : kept with
        {
            Values = [.. kept.Values, (ReferralSlots.ReachWays, ways), (ReferralSlots.ReachTimes, times)],
            Fit = ways is null && times is null ? Fit.Possible : Fit.Clear,
        };
    }
}

/// <summary>Do other people see texts on this phone? A shared phone gets no private question and no health in texts.</summary>
internal sealed class SharedPhoneQuestion() : Question("shared")
{
    private static readonly string[] OnlyMe = ReferralWords.Lists["phone only me"];

    private static readonly string[] Others = ReferralWords.Lists["phone others"];

    public override IReadOnlyList<string> Fills => [ReferralSlots.SharedPhone];

    public override bool PassesBy(Slots slots) => IsTheirs(slots);

    public override Answer Hear(Utterance said, Slots slots) => Read(said) switch
    {
        true => Answer.Of(ReferralSlots.SharedPhone, "yes") with { Effect = new MarkSharedPhone() },
        false => Answer.Of(ReferralSlots.SharedPhone, "no"),
        null => Answer.Unclear,
    };

    private static bool? Read(Utterance said) =>
        YesNo.Read(said.Plain)
        ?? (Gist.Has(said.Plain, OnlyMe) ? false : Gist.Says(said.Plain, Others))
        ?? YesNo.Begins(said.Plain);
}
